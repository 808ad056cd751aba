import { parseDay, type Day } from '../../facts/date';
import { t, type Language } from '../../i18n';
import type { WordContext } from '../../reports/effectWords';
import type { Clause } from '../../rulebook/clause';
import { whatChanged, type RulebookChange } from '../../rulebook/edit';
import { lintRulebook, type LintFinding } from '../../rulebook/lint';
import type { Rulebook } from '../../rulebook/rulebook';
import { shownFinding, type ShownFinding } from '../lintJson';
import type { WorkbookSettings } from '../workbookSettings';
import { amountPhrases, wordContext, type WorkingRulebook } from './rulebookEdit';

/** A difference between a draft and what is in force, in words. */
export interface ChangeLine {
  /** Undefined = the rulebook as a whole. */
  readonly clause: string | undefined;
  /** `自 2026-10-16：每次扣 2 分 → 每次扣 3 分` */
  readonly text: string;
  /** '' where none is given. */
  readonly reference: string;
}

/** What a draft changes, in the order of its clauses; nothing for a rulebook that has never been published. */
export function changeLines(
  { inForce, draft }: WorkingRulebook,
  settings: WorkbookSettings,
  today: Day,
  language: Language,
): ChangeLine[] {
  if (inForce === undefined || draft === undefined) return [];
  const contexts: Contexts = {
    before: wordContext(settings, inForce, today, language),
    after: wordContext(settings, draft, today, language),
  };
  return whatChanged(inForce, draft).flatMap((change) => linesOf(change, contexts, language));
}

interface Contexts {
  readonly before: WordContext;
  readonly after: WordContext;
}

function linesOf(change: RulebookChange, contexts: Contexts, language: Language): ChangeLine[] {
  const line = (clause: string | undefined, text: string, reference = ''): ChangeLine[] => [
    { clause, text, reference },
  ];
  switch (change.what) {
    case 'added': {
      const { id, title, from = '', fromReference } = change.clause;
      const amounts = joined(amountPhrases(change.clause, contexts.after), language);
      const text = t(language, from === '' ? 'edit.change.added' : 'edit.change.addedFrom', {
        title: title[language],
        amounts,
        from,
      });
      return line(id, text, fromReference);
    }
    case 'removed':
      return line(
        change.clause.id,
        t(language, 'edit.change.removed', { title: change.clause.title[language] }),
      );
    case 'ended':
      return line(
        change.clause.id,
        t(language, 'edit.change.ended', { to: change.clause.to ?? '' }),
        change.reference,
      );
    case 'reopened':
      return line(change.clause.id, t(language, 'edit.change.reopened', { from: change.from }));
    case 'begin':
      return line(
        change.clause.id,
        t(language, 'edit.change.begin', { before: change.before ?? '—', after: change.clause.from ?? '—' }),
      );
    case 'values':
      return line(
        change.id,
        t(language, 'edit.change.from', {
          from: change.from,
          change: valueTexts(change, contexts, language).join(t(language, 'edit.change.separator')),
        }),
        change.reference,
      );
    case 'book':
      return line(
        undefined,
        t(language, 'edit.change.book', {
          fields: joined(
            change.fields.map((field) => t(language, `edit.field.${field}`)),
            language,
          ),
        }),
      );
    default:
      return line(change.after.id, t(language, `edit.change.${change.what}`));
  }
}

type ValueChange = Extract<RulebookChange, { what: 'values' }>;

/** Amounts first; words that change together with them are not quoted. */
function valueTexts(
  { fields, before, after, from }: ValueChange,
  contexts: Contexts,
  language: Language,
): string[] {
  const day = parseDay(from) ?? contexts.after.day;
  const phrases = (clause: Clause, context: WordContext): string =>
    joined(amountPhrases(clause, { ...context, day }), language) || t(language, 'edit.nothing');
  const isAmount = fields.includes('effects') || fields.includes('count');
  const [old, now] = [phrases(before, contexts.before), phrases(after, contexts.after)];
  const amounts =
    old === now
      ? t(language, 'edit.change.count', { before: before.count.unit, after: after.count.unit })
      : t(language, 'edit.arrow', { before: old, after: now });
  const others = fields.flatMap((field) => {
    if (field === 'effects' || field === 'count') return [];
    if (field !== 'statement') return [t(language, `edit.change.${field}`)];
    return isAmount
      ? [t(language, 'edit.change.statementToo')]
      : [t(language, 'edit.change.statement', { after: after.statement[language] })];
  });
  return isAmount ? [amounts, ...others] : others;
}

const joined = (phrases: readonly string[], language: Language): string =>
  phrases.join(t(language, 'list.separator'));

/** What stands against publishing a draft. */
export interface DraftFindings {
  /** These block. */
  readonly errors: readonly ShownFinding[];
  /** These came with the draft and are asked about. */
  readonly fresh: readonly ShownFinding[];
  /** These are in the rulebook in force as well. */
  readonly known: readonly ShownFinding[];
}

export function draftFindings(
  draft: Rulebook,
  inForce: Rulebook | undefined,
  today: Day,
  language: Language,
): DraftFindings {
  const keyOf = ({ check, clause, params }: LintFinding): string => JSON.stringify([check, clause, params]);
  const before = new Set(inForce === undefined ? [] : lintRulebook(inForce, { today }).map(keyOf));
  const found = lintRulebook(draft, { today });
  const shown = (findings: readonly LintFinding[]): ShownFinding[] =>
    findings.map((finding) => shownFinding(finding, language));
  const warnings = found.filter(({ severity }) => severity !== 'error');
  return {
    errors: shown(found.filter(({ severity }) => severity === 'error')),
    fresh: shown(warnings.filter((finding) => !before.has(keyOf(finding)))),
    known: shown(warnings.filter((finding) => before.has(keyOf(finding)))),
  };
}
