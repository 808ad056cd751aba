import { firstDay, formatDay, lastDay, type Day } from '../facts/date';
import { t, type Language } from '../i18n';
import type { Clause } from '../rulebook/clause';
import { clauseOn } from '../rulebook/effective';
import type { SheetPlan } from '../workbook/sheetPlan';
import { effectPhrases, phrasesOfKind, unitWords, type IssueKind, type WordContext } from './effectWords';
import { cell, listPlan, textCell, type ListColumn } from './layout';
import { originPhrases, rulePhrases } from './ruleWords';
import type { ReportInput } from './subjects';

interface StandardRow {
  readonly id: string;
  readonly clause: Clause;
  readonly context: WordContext;
  /** First day of this version within the month, where it changes in the month. */
  readonly since: Day | undefined;
}

const KINDS: readonly {
  readonly kind: IssueKind;
  readonly header: 'col.grievance' | 'col.complaint';
  readonly width: number;
}[] = [
  { kind: '抱怨', header: 'col.grievance', width: 19 },
  { kind: '投诉', header: 'col.complaint', width: 36 },
];

/** 考核标准: the rulebook in force in the month, clause by clause, with its amounts and rules in words. */
export function standardsPlan(input: ReportInput, language: Language): SheetPlan {
  const rows = standardRows(input, language);
  return listPlan(
    input,
    language,
    'tab.standards',
    'standards',
    standardColumns(input, language),
    rows.map((row) => ({ id: row.id, row })),
    {
      frozenColumns: 1,
      notes: [],
      withdrawnIn: 'category',
      keep: 'entered',
    },
  );
}

/** Clauses by category in the order of the rulebook; a clause that changes in the month has a row a version. */
function standardRows(input: ReportInput, language: Language): StandardRow[] {
  const { rulebook, ruleset, month } = input;
  const order = new Map(rulebook.categories.map(({ id }, index) => [id, index]));
  const [first, last] = [firstDay(month), lastDay(month)];
  const starts = [first, ...ruleset.changes.filter((day) => day > first && day <= last)];
  const days = [...new Set(starts.map((day) => ruleset.ruleDay(day, month)))];
  return [...rulebook.clauses]
    .sort((a, b) => (order.get(a.category) ?? 0) - (order.get(b.category) ?? 0))
    .flatMap((clause) => versionsOn(clause, days, input, language));
}

function versionsOn(
  clause: Clause,
  days: readonly Day[],
  { ruleset }: ReportInput,
  language: Language,
): StandardRow[] {
  const rows: StandardRow[] = [];
  let before: string | undefined;
  days.forEach((day, index) => {
    const current = clauseOn(clause, day);
    const context: WordContext = { ruleset, day, language };
    const said =
      current === undefined
        ? undefined
        : JSON.stringify([current, effectPhrases(current.effects, current, context)]);
    if (current !== undefined && said !== before) {
      const isFirst = rows.length === 0;
      const since = index === 0 ? undefined : day;
      rows.push({
        id: isFirst ? clause.id : `${clause.id}@${formatDay(day)}`,
        clause: current,
        context,
        since,
      });
    }
    before = said;
  });
  return rows;
}

function standardColumns({ rulebook }: ReportInput, language: Language): ListColumn<StandardRow>[] {
  const titles = new Map(rulebook.categories.map(({ id, title }) => [id, title[language]]));
  const isByKind = rulebook.clauses.some(({ effects }) =>
    effects.some((effect) => effect.when?.kind !== undefined),
  );
  const lines = (phrases: readonly string[]) => textCell(phrases.join('\n'), 'textWrap');
  const amounts: ListColumn<StandardRow>[] = isByKind
    ? KINDS.map(({ kind, header, width }) => ({
        key: `amount:${kind}`,
        header,
        width,
        cell: ({ clause, context }) => lines(phrasesOfKind(clause, kind, context)),
      }))
    : [
        {
          key: 'amount',
          header: 'col.standard',
          width: 28,
          cell: ({ clause, context }) => lines(effectPhrases(clause.effects, clause, context)),
        },
      ];
  return [
    { key: 'id', header: 'col.clause', width: 10, cell: ({ id }) => textCell(id, 'textCenter') },
    {
      key: 'category',
      header: 'col.category',
      width: 14,
      cell: ({ clause }) => textCell(titles.get(clause.category), 'textWrap'),
    },
    {
      key: 'statement',
      header: 'col.statement',
      width: isByKind ? 44 : 50,
      cell: ({ clause }) => textCell(`${clause.title[language]}\n${clause.statement[language]}`, 'textWrap'),
    },
    {
      key: 'unit',
      header: 'col.unit',
      width: 8,
      cell: ({ clause }) => textCell(unitWords(clause.count.unit, language), 'textWrapCenter'),
    },
    ...amounts,
    {
      key: 'rules',
      header: 'col.rules',
      width: 28,
      cell: ({ clause, context }) => lines(rulePhrases(clause, context)),
    },
    {
      key: 'origin',
      header: 'col.origin',
      width: 18,
      cell: ({ clause, context, since }) =>
        lines([
          ...originPhrases(clause, context),
          ...(since === undefined ? [] : [t(language, 'rule.inForceFrom', { date: formatDay(since) })]),
        ]),
    },
    {
      key: 'notes',
      header: 'col.explanation',
      width: 30,
      cell: ({ clause }) => lines((clause.notes ?? []).map((note) => note[language])),
    },
    { key: 'note', header: 'col.note', width: 14, hand: true, cell: () => cell('', 'hand') },
  ];
}
