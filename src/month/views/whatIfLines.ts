import { t, type Language, type TextKey } from '../../i18n';
import type { AmountsJson } from '../replay/amounts';
import type { ClauseChange, MonthChange, MonthTotals, SubjectChange, SubjectSide } from '../replay/compare';

/** A figure under the present rules and under those tried. */
export interface FigureLine {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A person or team of whom something changes. */
export interface PersonLine {
  readonly key: string;
  readonly name: string;
  readonly figures: readonly FigureLine[];
  /** The clauses that make the difference. */
  readonly clauses: readonly { readonly clause: string; readonly text: string }[];
}

/** A month under other rules, in words. */
export interface MonthLines {
  readonly month: string;
  readonly totals: readonly FigureLine[];
  readonly moved: string;
  readonly people: readonly PersonLine[];
}

const TOTALS: readonly (readonly [keyof MonthTotals, TextKey])[] = [
  ['pointsDeducted', 'whatIf.deducted'],
  ['pointsAdded', 'whatIf.added'],
  ['fineYuan', 'whatIf.fine'],
  ['charged', 'whatIf.charged'],
  ['setAside', 'whatIf.setAside'],
];

export function monthLines(change: MonthChange, language: Language): MonthLines {
  const { month, totals, ranksMoved, tiersMoved, subjects } = change;
  return {
    month,
    totals: TOTALS.map(([field, label]) => ({
      label: t(language, label),
      before: String(totals.before[field]),
      after: String(totals.after[field]),
    })),
    moved: t(language, 'whatIf.moved', { people: subjects.length, ranks: ranksMoved, tiers: tiersMoved }),
    people: inOrder(subjects).map((subject) => personLine(subject, language)),
  };
}

/** Those whose own records count otherwise come first, then those whose rank moves with theirs. */
const inOrder = (subjects: readonly SubjectChange[]): SubjectChange[] => [
  ...subjects.filter(({ clauses }) => clauses.length > 0),
  ...subjects.filter(({ clauses }) => clauses.length === 0),
];

/** Names of two people are told apart by their key. */
const nameOf = ({ key, name }: SubjectChange): string => (key.startsWith(`${name}(`) ? key : name);

function personLine(subject: SubjectChange, language: Language): PersonLine {
  const { key, before, after, clauses } = subject;
  return {
    key,
    name: nameOf(subject),
    figures: figures(before, after, language),
    clauses: clauses.map((change) => ({ clause: change.clause, text: clauseText(change, language) })),
  };
}

const NONE = '—';

/** What of a subject's month changes; nothing that stays. */
function figures(before: SubjectSide | null, after: SubjectSide | null, language: Language): FigureLine[] {
  const of = (
    label: TextKey,
    pick: (side: SubjectSide) => string | number | null | undefined,
  ): FigureLine[] => {
    const [from, to] = [before, after].map((side) => String((side === null ? null : pick(side)) ?? NONE));
    return from === to ? [] : [{ label: t(language, label), before: from ?? NONE, after: to ?? NONE }];
  };
  return [
    ...of('whatIf.score', (side) => side.score),
    ...of('whatIf.deducted', (side) => side.pointsDeducted),
    ...of('whatIf.added', (side) => side.pointsAdded),
    ...of('whatIf.bonus', (side) => side.bonus),
    ...of('whatIf.fine', (side) => side.fineYuan),
    ...of('whatIf.pct', (side) => side.performanceDeductPct),
    ...of('whatIf.rank', (side) => side.rank),
    ...of('whatIf.tier', (side) => side.tier),
    ...of('whatIf.sanctions', (side) => listed(side.discipline, language)),
    ...of('whatIf.liability', (side) => listed([...side.liability, ...side.obligations], language)),
    ...of('whatIf.state', (side) => t(language, `state.${side.state}`)),
  ];
}

const listed = (words: readonly string[], language: Language): string =>
  words.join(t(language, 'list.separator')) || NONE;

const AMOUNTS: readonly (readonly [Exclude<keyof AmountsJson, 'sanctions'>, TextKey])[] = [
  ['records', 'whatIf.records'],
  ['pointsDeducted', 'whatIf.deducted'],
  ['pointsAdded', 'whatIf.added'],
  ['fineYuan', 'whatIf.fine'],
  ['pct', 'whatIf.pct'],
];

function clauseText({ before, after }: ClauseChange, language: Language): string {
  const parts = AMOUNTS.filter(([field]) => before[field] !== after[field]).map(([field, label]) =>
    t(language, 'whatIf.figure', { label: t(language, label), before: before[field], after: after[field] }),
  );
  const [old, now] = [listed(before.sanctions, language), listed(after.sanctions, language)];
  const sanctions =
    old === now
      ? []
      : [t(language, 'whatIf.figure', { label: t(language, 'whatIf.sanctions'), before: old, after: now })];
  return [...parts, ...sanctions].join(t(language, 'list.separator'));
}
