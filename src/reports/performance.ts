import { PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../facts/decimal';
import { t, type Language } from '../i18n';
import type { Clause } from '../rulebook/clause';
import { isAmount, type AmountType } from '../rulebook/effects';
import type { Rulebook } from '../rulebook/rulebook';
import type { PlanCell, PlanChart, SheetPlan } from '../workbook/sheetPlan';
import { cellNumber, numberStyle, placesOf, signedStyle } from './amounts';
import {
  breaksBefore,
  cell,
  chartBlock,
  listPlan,
  nameWidth,
  stableId,
  textCell,
  type ListColumn,
} from './layout';
import { tally } from './proposals';
import type { ReportInput, ReportSubject } from './subjects';

type ColumnKey =
  | 'employeeId'
  | 'team'
  | 'deducted'
  | 'added'
  | 'bonus'
  | 'score'
  | 'tier'
  | 'fine'
  | 'performanceDeduct'
  | 'performance'
  | 'discipline'
  | 'consequences'
  | 'state';

/** Categories beyond which only those with deductions in the month get a column. */
const MANY_CATEGORIES = 12;
/** More bars than this cannot be read. */
const CHARTED = 40;
const CHART_ROWS = 16;
const CATEGORY_WIDTH = 9;

/** 绩效汇总: one line a subject, category points, score, rank, money, pay, sanctions and a chart of the scores. */
export function performancePlan(input: ReportInput, language: Language): SheetPlan {
  const subjects = [...input.subjects].sort(
    (a, b) =>
      (a.rank ?? Infinity) - (b.rank ?? Infinity) ||
      compare(a.team ?? '', b.team ?? '') ||
      compare(a.name, b.name),
  );
  const columns = performanceColumns(input, language);
  const rows = subjects.map((subject) => ({ id: stableId(subject.key), row: subject }));
  const incomplete = subjects.some((subject) => subject.state === 'incomplete');
  const notes = [
    ...(incomplete ? [t(language, 'report.incompleteNote', { tab: t(language, 'tab.exceptions') })] : []),
    ...(brings(input.rulebook, 'fine_yuan') || subjects.some((subject) => subject.card.discipline.length > 0)
      ? [t(language, 'report.fineNote')]
      : []),
  ];
  const nameColumn = columns.findIndex((column) => column.key === 'name');
  const scoreColumn = columns.findIndex((column) => column.key === 'score');
  const charted = subjects.length > 0 && subjects.some((subject) => subject.card.score !== undefined);
  return listPlan(input, language, 'tab.performance', 'performance', columns, rows, {
    frozenColumns: nameColumn + 1,
    notes,
    withdrawnIn: 'state',
    extras: ({ first, last, below, plan }) => {
      if (!charted) return {};
      const chart = scoreChart(
        first,
        Math.min(last, first + CHARTED - 1),
        nameColumn,
        scoreColumn,
        below + 1,
        language,
      );
      const pageBreaks = breaksBefore(plan, [chartBlock(below, CHART_ROWS)]);
      return { charts: [chart], print: { ...plan.print, pageBreaks } };
    },
  });
}

function performanceColumns(input: ReportInput, language: Language): ListColumn<ReportSubject>[] {
  const { rulebook, subjects } = input;
  const cards = subjects.map((subject) => subject.card);
  const places = placesOf(
    cards.flatMap((card) => [...card.deductedByCategory, card.added, card.bonus, card.score ?? 0]),
    POINT_SCALE,
  );
  const points = numberStyle(places);
  const yuan = numberStyle(
    placesOf(
      cards.map(({ fine }) => fine),
      YUAN_SCALE,
    ),
  );
  const percent = numberStyle(
    placesOf(
      cards.map(({ performanceDeduct }) => performanceDeduct),
      PERCENT_SCALE,
    ),
  );
  const signed = (scaled: number): PlanCell =>
    cell(cellNumber(scaled, POINT_SCALE), signedStyle(scaled, places));
  const isPerson = rulebook.subject === 'agent';
  const column = (
    key: ColumnKey,
    width: number,
    make: (subject: ReportSubject) => PlanCell,
  ): ListColumn<ReportSubject> => ({ key, header: `col.${key}`, width, cell: make });
  const categories = shownCategories(input, language);
  const isBonus = ({ count }: Clause): boolean =>
    count.mode === 'bonus_category' || count.mode === 'bonus_clean_month';
  const hasBonus = rulebook.clauses.some(isBonus);
  const hasAdditions = rulebook.clauses.some(
    (clause) =>
      !isBonus(clause) && clause.effects.some((effect) => effect.type === 'points' && effect.dir === 'add'),
  );
  const hasPay = brings(rulebook, 'performance_pct');
  const list = (values: readonly string[]): string => tally(values).join(t(language, 'list.separator'));
  return [
    {
      key: 'rank',
      header: 'col.rank',
      width: 6,
      cell: (subject) => cell(subject.rank ?? null, 'integerCenter'),
    },
    {
      key: 'name',
      header: isPerson ? 'col.name' : 'col.subject',
      width: nameWidth(input.subjects.map(({ name }) => name)),
      cell: (subject) => textCell(subject.name, 'textWrapCenter'),
    },
    ...(subjects.some((subject) => subject.id !== undefined)
      ? [column('employeeId', 11, (subject) => textCell(subject.id, 'textCenter'))]
      : []),
    ...(subjects.some((subject) => subject.team !== undefined)
      ? [column('team', 12, (subject) => textCell(subject.team, 'textCenter'))]
      : []),
    ...categories.map(({ index, title, names }): ListColumn<ReportSubject> => ({
      key: `category:${index}`,
      header: { text: title, names },
      width: CATEGORY_WIDTH,
      cell: ({ card }) => {
        const deducted = card.deductedByCategory[index] ?? 0;
        return signed(-deducted);
      },
    })),
    column('deducted', 9, ({ card }) => signed(-card.deducted)),
    ...(hasAdditions ? [column('added', 8, ({ card }) => signed(card.added))] : []),
    ...(hasBonus ? [column('bonus', 8, ({ card }) => signed(card.bonus))] : []),
    column('score', 8, ({ card }) =>
      cell(card.score === undefined ? null : cellNumber(card.score, POINT_SCALE), points),
    ),
    ...(rulebook.tiers === undefined
      ? []
      : [
          column('tier', 9, ({ card }) =>
            textCell(card.tier === null ? '' : t(language, `tier.${card.tier}`), 'textCenter'),
          ),
        ]),
    ...(brings(rulebook, 'fine_yuan')
      ? [column('fine', 12, ({ card }) => cell(cellNumber(card.fine, YUAN_SCALE), yuan))]
      : []),
    ...(hasPay
      ? [
          column('performanceDeduct', 10, ({ card }) =>
            cell(cellNumber(card.performanceDeduct, PERCENT_SCALE), percent),
          ),
          ...(rulebook.score.paysPerformance
            ? [
                column('performance', 12, ({ card }) =>
                  cell(
                    card.performance === undefined ? null : cellNumber(card.performance, PERCENT_SCALE),
                    percent,
                  ),
                ),
              ]
            : []),
        ]
      : []),
    column('discipline', 24, ({ card }) => textCell(list(card.discipline), 'textWrapCenter')),
    ...(cards.some((card) => card.liability.length + card.obligations.length > 0)
      ? [
          column('consequences', 20, ({ card }) =>
            textCell(list([...card.obligations, ...card.liability]), 'textWrap'),
          ),
        ]
      : []),
    column('state', 10, (subject) =>
      textCell(
        t(language, `state.${subject.state}`),
        subject.state === 'incomplete' ? 'warning' : 'textCenter',
      ),
    ),
    { key: 'note', header: 'col.note', width: 18, hand: true, cell: () => cell('', 'hand') },
    { key: 'confirm', header: 'col.confirm', width: 11, hand: true, cell: () => cell('', 'hand') },
    {
      key: 'id',
      header: 'col.id',
      width: 10,
      cell: (subject) => textCell(stableId(subject.key), 'textCenter'),
    },
  ];
}

interface ShownCategory {
  readonly index: number;
  readonly title: string;
  readonly names: readonly string[];
}

function shownCategories(input: ReportInput, language: Language): ShownCategory[] {
  const { rulebook, subjects } = input;
  const scoring = new Set(
    rulebook.clauses
      .filter((clause) =>
        clause.effects.some((effect) => effect.type === 'points' && effect.dir === 'deduct'),
      )
      .map((clause) => clause.category),
  );
  const all = rulebook.categories
    .map((category, index) => ({
      index,
      id: category.id,
      title: category.title[language],
      names: Object.values(category.title),
    }))
    .filter(({ id }) => scoring.has(id));
  const used = all.filter(({ index }) =>
    subjects.some(({ card }) => (card.deductedByCategory[index] ?? 0) > 0),
  );
  const shown = all.length > MANY_CATEGORIES ? used : all;
  return shown.length > 1 ? shown : [];
}

function brings(rulebook: Rulebook, type: AmountType): boolean {
  return rulebook.clauses.some((clause) =>
    [...clause.effects, ...(clause.escalation?.effects ?? [])].some(
      (effect) => isAmount(effect) && effect.type === type,
    ),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function scoreChart(
  first: number,
  last: number,
  nameColumn: number,
  scoreColumn: number,
  top: number,
  language: Language,
): PlanChart {
  const title = t(language, 'report.chartTitle');
  return {
    type: 'column',
    title,
    categories: { top: first, bottom: last, left: nameColumn, right: nameColumn },
    series: [{ name: title, values: { top: first, bottom: last, left: scoreColumn, right: scoreColumn } }],
    anchor: { top, left: 0, bottom: top + CHART_ROWS - 1, right: Math.max(scoreColumn, 8) },
  };
}
