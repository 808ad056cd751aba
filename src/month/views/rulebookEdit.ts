import { parseDay, type Day } from '../../facts/date';
import type { Language } from '../../i18n';
import { effectPhrases, type WordContext } from '../../reports/effectWords';
import { countPhrases } from '../../reports/countWords';
import type { Clause } from '../../rulebook/clause';
import { historyOf, whatChanged, type DatedField, type HistoryStep } from '../../rulebook/edit';
import type { Rulebook } from '../../rulebook/rulebook';
import { shippedCalendar } from '../../rulebook/shippedCalendar';
import { Ruleset } from '../../scoring/ruleset';
import { chosenRulebook } from '../chosenRulebook';
import { rulebookSettings } from '../settingsFormat';
import { draftRulebook } from '../teamRulebooks';
import { settingsOf, type WorkbookSettings } from '../workbookSettings';

/** A rulebook that can be edited: what scores now, what is being worked on. */
export interface WorkingRulebook {
  readonly id: string;
  /** Absent for a rulebook that has never been published. */
  readonly inForce: Rulebook | undefined;
  readonly draft: Rulebook | undefined;
  /** The draft, else what is in force. */
  readonly working: Rulebook;
}

/**
 * A rulebook of the workbook or of the product, with its draft; undefined where there is neither.
 * @throws ProblemError BAD_RULEBOOK_COPY {rulebook}
 */
export function workingRulebook(settings: WorkbookSettings, id: string): WorkingRulebook | undefined {
  const inForce = chosenRulebook(settings, id);
  const draft = draftRulebook(settings, id);
  const working = draft ?? inForce;
  return working === undefined ? undefined : { id, inForce, draft, working };
}

/** Ids of the rulebooks to edit: the one chosen, then every other one with a draft. */
export function editableIds(settings: WorkbookSettings): readonly string[] {
  const chosen = settings.rulebook?.id.toUpperCase();
  const drafts = Object.entries(settings.rulebooks).flatMap(([id, { draft }]) =>
    draft === undefined ? [] : [id],
  );
  return [...new Set([...(chosen === undefined ? [] : [chosen]), ...drafts])];
}

/** How words about a rulebook are made, under what is settled about it. Settings that do not fit it are left aside. */
export function wordContext(
  settings: WorkbookSettings,
  rulebook: Rulebook,
  day: Day,
  language: Language,
): WordContext {
  const make = (own: ReturnType<typeof rulebookSettings>): Ruleset =>
    new Ruleset(rulebook, own, shippedCalendar());
  try {
    return { ruleset: make(rulebookSettings(settingsOf(settings, rulebook.id))), day, language };
  } catch {
    return { ruleset: make({}), day, language };
  }
}

/** One stretch of a clause's history in words. */
export interface HistoryLine {
  /** First day; '' for the beginning of the rulebook. */
  readonly from: string;
  readonly reference: string;
  /** What it costs and how it is counted from that day on. */
  readonly amounts: readonly string[];
  readonly changed: readonly DatedField[];
  /** It is only in the draft and can be taken back. */
  readonly isDraft: boolean;
}

/** A clause to edit. */
export interface EditLine {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly statement: string;
  readonly amounts: readonly string[];
  /** Last day in force; '' while it has none. */
  readonly to: string;
  readonly toReference: string;
  /** The end is only in the draft. */
  readonly isEndDraft: boolean;
  /** The clause is only in the draft. */
  readonly isNew: boolean;
  /** Something of it differs from what is in force. */
  readonly isChanged: boolean;
  readonly history: readonly HistoryLine[];
}

/** Every clause of a rulebook at work, as it stands at the end of its history. */
export function editLines(
  { working, inForce, draft }: WorkingRulebook,
  settings: WorkbookSettings,
  today: Day,
  language: Language,
): EditLine[] {
  const context = wordContext(settings, working, today, language);
  const categories = new Map(working.categories.map(({ id, title }) => [id, title[language]]));
  const published = new Map(inForce?.clauses.map((clause) => [clause.id, clause]));
  return working.clauses.map((clause) => {
    const old = published.get(clause.id);
    const history = historyOf(clause).map((step) => historyLine(step, old, context));
    const latest = historyOf(clause).at(-1)?.clause ?? clause;
    return {
      id: clause.id,
      title: clause.title[language],
      category: categories.get(clause.category) ?? clause.category,
      statement: latest.statement[language],
      amounts: amountPhrases(latest, { ...context, day: lastDayOf(clause) ?? today }),
      to: clause.to ?? '',
      toReference: clause.toReference ?? '',
      isEndDraft: clause.to !== old?.to,
      isNew: draft !== undefined && old === undefined,
      isChanged: old !== undefined && JSON.stringify(old) !== JSON.stringify(clause),
      history,
    };
  });
}

function historyLine(step: HistoryStep, old: Clause | undefined, context: WordContext): HistoryLine {
  const { from = '', reference = '', clause, changed } = step;
  const same = old?.revisions?.find((revision) => revision.from === from);
  const ours = clause.revisions?.find((revision) => revision.from === from);
  return {
    from,
    reference,
    amounts: amountPhrases(clause, context),
    changed,
    isDraft: ours !== undefined && JSON.stringify(same) !== JSON.stringify(ours),
  };
}

const lastDayOf = ({ revisions = [] }: Clause): Day | undefined => {
  const last = revisions.at(-1)?.from;
  return last === undefined ? undefined : parseDay(last);
};

/** What a clause costs and from where on it counts. */
export const amountPhrases = (clause: Clause, context: WordContext): string[] => [
  ...effectPhrases(clause.effects, clause, context),
  ...countPhrases(clause.count, context),
];

/** Number of differences between a draft and what is in force. */
export const changeCount = ({ inForce, draft }: WorkingRulebook): number =>
  inForce === undefined || draft === undefined ? 0 : whatChanged(inForce, draft).length;
