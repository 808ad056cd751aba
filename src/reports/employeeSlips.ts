import { formatMonth, serialOfDay } from '../facts/date';
import { formatDecimal, formatScaled, PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../facts/decimal';
import { t, type Language } from '../i18n';
import type { Clause } from '../rulebook/clause';
import type { Entry } from '../scoring/entry';
import type { PlanCell, PlanRange, PlanRow, SheetPlan } from '../workbook/sheetPlan';
import { heightOfLines, wrappedLines } from '../workbook/textSize';
import { cellNumber, placesOf, scoreLine, signedStyle } from './amounts';
import { compareEntries, entryIds, howText } from './entries';
import { cell, monthTitle, rulebookLine, stableId, textCell, WIDE_SPACE } from './layout';
import { tally } from './proposals';
import type { ReportInput, ReportSubject } from './subjects';

/** 日期 条款 内容与理由 计数 分值 扣减/绩效 来源 */
const WIDTHS = [16, 10, 42, 11, 9, 12, 16] as const;
const LAST = WIDTHS.length - 1;
const WHAT_WIDTH = WIDTHS[2];
const PROPOSALS_WIDTH = WIDTHS.reduce((sum, width) => sum + width, 0) - WIDTHS[0];
/** Excel takes 1,026 page breaks a sheet. */
const SLIPS_PER_TAB = 1000;

/** 员工单: a page for each subject with its own entries, the arithmetic of the score and a line to sign. */
export function employeeSlipsPlans(input: ReportInput, language: Language): SheetPlan[] {
  const clauses = new Map(input.rulebook.clauses.map((clause) => [clause.id, clause]));
  const subjects = [...input.subjects].sort(
    (a, b) => compare(a.team ?? '', b.team ?? '') || compare(a.name, b.name) || compare(a.key, b.key),
  );
  const parts = Array.from({ length: Math.max(1, Math.ceil(subjects.length / SLIPS_PER_TAB)) }, (_, index) =>
    subjects.slice(index * SLIPS_PER_TAB, (index + 1) * SLIPS_PER_TAB),
  );
  const name = t(language, input.rulebook.subject === 'agent' ? 'tab.employeeSlips' : 'tab.subjectSlips');
  return parts.map((part, index) =>
    slipsPlan(input, part, clauses, language, {
      id: `employeeSlips${index === 0 ? '' : index + 1}:${formatMonth(input.month)}`,
      name: index === 0 ? name : t(language, 'tab.part', { tab: name, part: index + 1 }),
    }),
  );
}

function slipsPlan(
  input: ReportInput,
  subjects: readonly ReportSubject[],
  clauses: ReadonlyMap<string, Clause>,
  language: Language,
  tab: { readonly id: string; readonly name: string },
): SheetPlan {
  const rows: PlanRow[] = [];
  const merges: PlanRange[] = [];
  const pageBreaks: number[] = [];
  const ranked = input.subjects.filter(({ rank }) => rank !== undefined).length;
  for (const subject of subjects) {
    const slip = new Slip(input, subject, clauses, language, ranked);
    if (rows.length > 0) pageBreaks.push(rows.length);
    for (const { row, merged } of slip.rows()) {
      for (const [left, right] of merged) merges.push({ top: rows.length, bottom: rows.length, left, right });
      rows.push(row);
    }
  }
  return {
    ...tab,
    columns: WIDTHS.map((width) => ({ width })),
    rows,
    merges,
    print: { orientation: 'portrait', fitToWidth: true, footer: t(language, 'report.footer'), pageBreaks },
    withdrawn: t(language, 'report.withdrawn'),
  };
}

interface SlipRow {
  readonly row: PlanRow;
  /** First and last columns of merged cells. */
  readonly merged: readonly (readonly [number, number])[];
}

class Slip {
  private readonly id: string;
  private readonly made: SlipRow[] = [];

  constructor(
    private readonly input: ReportInput,
    private readonly subject: ReportSubject,
    private readonly clauses: ReadonlyMap<string, Clause>,
    private readonly language: Language,
    private readonly ranked: number,
  ) {
    this.id = stableId(subject.key);
  }

  rows(): readonly SlipRow[] {
    this.head();
    this.entries();
    this.signatures();
    return this.made;
  }

  private add(
    part: string,
    height: number | undefined,
    cells: readonly (PlanCell | null)[],
    merged: SlipRow['merged'] = [],
  ): void {
    const id = `${this.id}:${part}`;
    this.made.push({ row: height === undefined ? { id, cells } : { id, height, cells }, merged });
  }

  private head(): void {
    const { input, subject, language } = this;
    const { card } = subject;
    const text = (value: string): PlanCell => textCell(value, 'textWrap');
    const pair = (part: string, left: [string, string], right: [string, string]): void => {
      this.add(
        part,
        24,
        [
          cell(left[0], 'label'),
          text(left[1]),
          text(''),
          cell(right[0], 'label'),
          text(right[1]),
          text(''),
          text(''),
        ],
        [
          [1, 2],
          [4, LAST],
        ],
      );
    };
    const number = t(language, 'slip.number', { id: this.id });
    this.add(
      'title',
      32,
      [cell(monthTitle(input, t(language, 'slip.title'), language), 'title')],
      [[0, LAST]],
    );
    this.add(
      'subtitle',
      18,
      [cell(`${rulebookLine(input, language)}${WIDE_SPACE}${number}`, 'subtitle')],
      [[0, LAST]],
    );
    const isPerson = input.rulebook.subject === 'agent';
    pair(
      'who',
      [t(language, isPerson ? 'col.name' : 'col.subject'), subject.name],
      subject.id === undefined
        ? [t(language, 'col.id'), this.id]
        : [t(language, 'col.employeeId'), subject.id],
    );
    pair(
      'team',
      [t(language, 'slip.team'), subject.team ?? ''],
      [t(language, 'col.state'), t(language, `state.${subject.state}`)],
    );
    const rank =
      subject.rank === undefined
        ? ''
        : t(language, 'slip.rankOf', { rank: subject.rank, count: this.ranked });
    pair(
      'score',
      [t(language, 'slip.arithmetic'), scoreLine(card, input.ruleset, language)],
      [t(language, 'slip.rank'), rank],
    );
    const proposed = this.proposals();
    this.add(
      'proposals',
      Math.max(24, heightOfLines(wrappedLines(proposed, PROPOSALS_WIDTH))),
      [cell(t(language, 'slip.proposals'), 'label'), text(proposed), ...blanks(5)],
      [[1, LAST]],
    );
    if (subject.state === 'incomplete') this.add('open', 20, [cell(t(language, 'slip.open'), 'subtitle')]);
  }

  private proposals(): string {
    const { card } = this.subject;
    const { language } = this;
    const parts = [
      ...(card.fine > 0 ? [t(language, 'slip.fine', { value: formatScaled(card.fine, YUAN_SCALE) })] : []),
      ...(card.performanceDeduct > 0
        ? [t(language, 'slip.pay', { value: formatScaled(card.performanceDeduct, PERCENT_SCALE) })]
        : []),
      ...tally(card.discipline),
      ...tally([...card.obligations, ...card.liability]),
    ];
    return parts.length === 0 ? t(language, 'slip.nothing') : parts.join(t(language, 'list.separator'));
  }

  private entries(): void {
    const { language } = this;
    const shown = this.subject.card.entries
      .filter(({ charged, origin }) => charged || origin === 'record')
      .sort(compareEntries);
    const ids = entryIds(shown.map((entry) => ({ subject: this.subject, entry })));
    const places = placesOf(
      shown.map((entry) => entry.added + entry.bonus - entry.deducted),
      POINT_SCALE,
    );
    const pairs = shown.map((entry, index) => ({ entry, id: ids[index] ?? '' }));
    const charged = pairs.filter(({ entry }) => entry.charged);
    const checked = pairs.filter(({ entry }) => !entry.charged);
    const header = [
      'col.date',
      'col.clause',
      'slip.what',
      'col.units',
      'col.points',
      'slip.moneyAndPay',
      'slip.source',
    ] as const;
    this.add('gap', 8, []);
    this.add(
      'header',
      22,
      header.map((key) => cell(t(language, key), 'header')),
    );
    for (const { entry, id } of charged) this.entry(entry, id, places);
    if (charged.length === 0) {
      this.add(
        'none',
        20,
        [textCell(t(language, 'slip.noEntries'), 'textWrap'), ...blanks(LAST)],
        [[0, LAST]],
      );
    }
    if (checked.length === 0) return;
    const label = cell(t(language, 'slip.checked', { count: checked.length }), 'label');
    this.add('checked', 20, [label, ...blanks(LAST)], [[0, LAST]]);
    for (const { entry, id } of checked) this.entry(entry, id, places);
  }

  private entry(entry: Entry, id: string, places: number): void {
    const { language } = this;
    const clause = this.clauses.get(entry.clause);
    const signed = entry.added + entry.bonus - entry.deducted;
    const what = [clause?.title[language] ?? '', howText(entry, clause, language)]
      .filter((text) => text !== '')
      .join('\n');
    const money = [
      ...(entry.fine === 0 ? [] : [t(language, 'how.yuan', { value: formatScaled(entry.fine, YUAN_SCALE) })]),
      ...(entry.pct === 0
        ? []
        : [t(language, 'how.percent', { value: formatScaled(entry.pct, PERCENT_SCALE) })]),
    ].join(t(language, 'list.separator'));
    const place =
      entry.source === undefined
        ? ''
        : `${entry.source.sheet}!${entry.source.column ?? ''}${entry.source.row}`;
    const lines = Math.max(wrappedLines(what, WHAT_WIDTH), wrappedLines(place, WIDTHS[6]));
    this.add(`entry-${id}`, heightOfLines(lines), [
      cell(serialOfDay(entry.date), language === 'zh' ? 'dateLong' : 'date'),
      textCell(entry.clause, 'textCenter'),
      textCell(what, 'textWrap'),
      cell(entry.charged ? Number(formatDecimal(entry.units)) : 0, 'decimal'),
      cell(cellNumber(signed, POINT_SCALE), signedStyle(signed, places)),
      textCell(money, 'textCenter'),
      textCell(place, 'textWrap'),
    ]);
  }

  private signatures(): void {
    const { language } = this;
    const hand = cell('', 'hand');
    const label = (key: 'slip.opinion' | 'slip.confirm' | 'slip.head' | 'slip.date'): PlanCell =>
      cell(t(language, key), 'label');
    const line = (part: string, key: 'slip.confirm' | 'slip.head'): void => {
      this.add(
        part,
        32,
        [
          label(key),
          hand,
          hand,
          label('slip.date'),
          cell(null, language === 'zh' ? 'handDateLong' : 'handDate'),
          hand,
          hand,
        ],
        [
          [1, 2],
          [4, LAST],
        ],
      );
    };
    this.add('signGap', 8, []);
    this.add(
      'opinion',
      54,
      [label('slip.opinion'), ...Array.from({ length: LAST }, () => hand)],
      [[1, LAST]],
    );
    line('confirm', 'slip.confirm');
    line('head', 'slip.head');
  }
}

const blanks = (count: number): PlanCell[] => Array.from({ length: count }, () => textCell('', 'text'));

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
