import { formatDecimal, POINT_SCALE, toScaled } from '../../facts/decimal';
import { firstDay, lastDay, type MonthKey } from '../../facts/date';
import { t, type Language } from '../../i18n';
import { effectPhrases, type WordContext } from '../../reports/effectWords';
import { originPhrases, rulePhrases } from '../../reports/ruleWords';
import type { Clause } from '../../rulebook/clause';
import { clauseOn, isInForce } from '../../rulebook/effective';
import type { ReadingValue } from '../../rulebook/primitives';
import type { Rulebook } from '../../rulebook/rulebook';
import { unsetClauses } from '../../rulebook/settings';
import { SHIPPED_IDS, shippedRulebook } from '../../rulebook/shipped';
import type { Ruleset } from '../../scoring/ruleset';
import type { MonthReport } from '../report';
import { publishedIds, publishedRulebook } from '../teamRulebooks';
import { settingsOf, type WorkbookSettings } from '../workbookSettings';

/** A rulebook to choose from. */
export interface RulebookChoice {
  readonly id: string;
  readonly title: string;
  readonly clauses: number;
}

/** The team's own rulebooks first, then those that come with the product. */
export function rulebookChoices(settings: WorkbookSettings, language: Language): RulebookChoice[] {
  const own = publishedIds(settings);
  const ids = [...own, ...SHIPPED_IDS.filter((id) => !own.includes(id))];
  return ids.flatMap((id) => {
    const found = publishedRulebook(settings, id) ?? shippedRulebook(id);
    return found === undefined ? [] : { id, title: found.title[language], clauses: found.clauses.length };
  });
}

/** A clause as it stands at the month's end, in words. */
export interface ClauseLine {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly statement: string;
  readonly amounts: readonly string[];
  readonly rules: readonly string[];
  readonly origin: readonly string[];
  readonly notes: readonly string[];
  /** Not in force at the month's end. */
  readonly isOut: boolean;
}

export function clauseLines(
  { rulebook, ruleset, month }: Pick<MonthReport, 'rulebook' | 'ruleset' | 'month'>,
  language: Language,
): ClauseLine[] {
  const day = ruleset.ruleDay(lastDay(month), month);
  const titles = new Map(rulebook.categories.map(({ id, title }) => [id, title[language]]));
  const context: WordContext = { ruleset, day, language };
  return rulebook.clauses.map((clause) => {
    const current = isInForce(rulebook, day) ? clauseOn(clause, day) : undefined;
    const shown: Clause = current ?? clause;
    return {
      id: shown.id,
      title: shown.title[language],
      category: titles.get(shown.category) ?? shown.category,
      statement: shown.statement[language],
      amounts: effectPhrases(shown.effects, shown, context),
      rules: rulePhrases(shown, context),
      origin: originPhrases(shown, context),
      notes: (shown.notes ?? []).map((note) => note[language]),
      isOut: current === undefined,
    };
  });
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

type Findable = Pick<ClauseLine, 'id' | 'title' | 'category' | 'statement' | 'amounts'>;

/** Clauses whose id, title, category, statement or amounts hold every word looked for. */
export function findClauses<Line extends Findable>(lines: readonly Line[], wanted: string): readonly Line[] {
  const words = plain(wanted).split(' ').filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const text = plain([line.id, line.title, line.category, line.statement, ...line.amounts].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/** A value that the regulation leaves open. */
export interface ParameterLine {
  readonly id: string;
  readonly title: string;
  /** As set by the user; '' where it is not. */
  readonly value: string;
  /** From a sheet of the workbook, used where the user set nothing. */
  readonly fromSheet?: string | undefined;
  readonly suggested?: string | undefined;
  readonly isOpen: boolean;
  /** Rows of the month that are left out because of it. */
  readonly blocks: number;
}

export function parameterLines(
  report: Pick<MonthReport, 'rulebook' | 'ruleset' | 'month' | 'setAside'>,
  state: WorkbookSettings,
  language: Language,
): ParameterLine[] {
  const { rulebook, ruleset, month } = report;
  const settings = settingsOf(state, rulebook.id);
  const day = lastDay(month);
  const listed = new Map(rulebook.params.map((param) => [param.id, param]));
  const clauses = new Map(rulebook.clauses.map((clause) => [clause.id, clause.title[language]]));
  const ids = [...new Set([...listed.keys(), ...unsetClauses(rulebook)])];
  const base = rulebook.score.base === null ? [baseLine(ruleset, settings.base ?? undefined, language)] : [];
  return [
    ...base,
    ...ids.map((id): ParameterLine => {
      const inForce = ruleset.param(id, day) ?? ruleset.param(id, firstDay(month));
      const value = settings.params?.[id] ?? '';
      const title = listed.get(id)?.title[language] ?? clauses.get(id) ?? '';
      return {
        id,
        title,
        value,
        fromSheet: value === '' && inForce !== undefined ? formatDecimal(inForce) : undefined,
        suggested: listed.get(id)?.suggested,
        isOpen: inForce === undefined,
        blocks: report.setAside.filter(({ params }) => params.param === id || params.clause === id).length,
      };
    }),
  ];
}

function baseLine(ruleset: Ruleset, value: string | undefined, language: Language): ParameterLine {
  const { base, rulebook } = ruleset;
  return {
    id: 'base',
    title: t(language, 'pane.base'),
    value: value ?? '',
    fromSheet: value === undefined && base !== undefined ? String(base / 1000) : undefined,
    suggested: rulebook.score.suggestedBase,
    isOpen: base === undefined,
    blocks: 0,
  };
}

/** Whether a text can be the value of a parameter: empty, or zero or more with three decimal places at most. */
export function isParameterText(text: string): boolean {
  const value = text.normalize('NFKC').trim();
  return value === '' || (toScaled(value, POINT_SCALE) ?? -1) >= 0;
}

/** A named interpretation of an ambiguous word, with the option in force. */
export interface ReadingLine {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly isDefault: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function readingLines({ rulebook, ruleset }: MonthReport, language: Language): ReadingLine[] {
  return rulebook.readings.map((reading) => {
    const value = String(ruleset.readings[reading.id]);
    return {
      id: reading.id,
      title: reading.title[language],
      value,
      isDefault: value === String(reading.default),
      options: reading.options.map((option) => ({
        value: String(option.value),
        label: option.label[language],
      })),
    };
  });
}

/** The option of a reading as the rulebook writes it. */
export function readingOption(rulebook: Rulebook, reading: string, value: string): ReadingValue | undefined {
  return rulebook.readings
    .find(({ id }) => id === reading)
    ?.options.find((option) => String(option.value) === value)?.value;
}

/** Whether the rulebook is in force on some day of the month. */
export function isRulebookInForce(rulebook: Rulebook, month: MonthKey): boolean {
  return isInForce(rulebook, firstDay(month)) || isInForce(rulebook, lastDay(month));
}
