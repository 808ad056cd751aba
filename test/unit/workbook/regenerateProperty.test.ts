import fc from 'fast-check';
import { NumberKind, type CellValue } from '../../../src/workbook/grid';
import { planDiff, regenerate } from '../../../src/workbook/regenerate';
import type { SheetPlan } from '../../../src/workbook/sheetPlan';
import {
  allValues,
  gridOf,
  smallPlan,
  type,
  written,
  type EditedTab,
  type SmallOptions,
  type SmallRecord,
} from './support/tab';

/** What a person and the data do between two runs. Numbers are drawn large and taken modulo what there is. */
const edit = fc.oneof(
  fc.record({ do: fc.constant('note'), at: fc.nat(), hand: fc.nat(1), entry: fc.nat(3) }),
  fc.record({ do: fc.constant('sort'), at: fc.nat(), withMarks: fc.boolean() }),
  fc.record({ do: fc.constant('blankRow'), at: fc.nat() }),
  fc.record({ do: fc.constant('ownRow'), at: fc.nat(), column: fc.nat(8) }),
  fc.record({ do: fc.constant('rowBelow'), gap: fc.nat(4), column: fc.nat(8) }),
  fc.record({ do: fc.constant('moveColumn'), from: fc.nat(), to: fc.nat() }),
  fc.record({ do: fc.constant('ownColumn'), at: fc.nat() }),
  fc.record({ do: fc.constant('ownCell'), at: fc.nat() }),
  fc.record({ do: fc.constant('hide'), at: fc.nat() }),
  fc.record({ do: fc.constant('typeOver'), at: fc.nat(), column: fc.nat(2) }),
  fc.record({ do: fc.constant('sign') }),
  fc.record({ do: fc.constant('remove'), at: fc.nat() }),
  fc.record({ do: fc.constant('add') }),
  fc.record({ do: fc.constant('change'), at: fc.nat() }),
  fc.record({ do: fc.constant('fine') }),
  fc.record({ do: fc.constant('language') }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const NAMES = {
  note: ['备注', 'Notes'],
  confirm: ['员工确认', 'Confirmed'],
  id: ['编号', 'No.'],
  name: ['姓名', 'Name'],
} as const;
const entries = (n: number): readonly [CellValue, number][] => [
  [`=记 ${n}`, NumberKind.Text],
  [n + 0.5, NumberKind.General],
  [46_000 + n, NumberKind.Date],
  [`-第一行\n\t@${n}`, NumberKind.Text],
];

/** A value as text; errors are none. */
const said = (value: CellValue | undefined): string =>
  value === null || value === undefined || typeof value === 'object' ? '' : String(value);

/** The state of one run of edits: the tab, the data, and every entry that must be found again. */
class Run {
  records: SmallRecord[] = ['A', 'B', 'C', 'D', 'E'].map((name, i) => ({
    id: `ID00000${i}`,
    name,
    points: -i,
  }));
  options: SmallOptions & { language: 'zh' | 'en' } = { language: 'zh' };
  plan = regenerate(undefined, this.fresh()).plan;
  tab = written(this.plan);
  count = 0;
  readonly noted = new Map<string, CellValue>();
  readonly kept = new Set<CellValue>();
  private signed = false;

  fresh(): SheetPlan {
    return smallPlan(this.records, this.options);
  }

  private get headerRow(): number {
    return this.tab.rows.findIndex((row) => row.some((cell) => NAMES.id.includes(cell?.value as never)));
  }

  private column(names: readonly string[]): number {
    return this.tab.rows[this.headerRow]!.findIndex((cell) => names.includes(cell?.value as string));
  }

  /** Rows of the list that carry a number. */
  private listed(): number[] {
    const id = this.column(NAMES.id);
    return this.tab.rows.flatMap((row, index) =>
      index > this.headerRow && /^ID\d+$/.test(said(row[id]?.value)) ? [index] : [],
    );
  }

  private word(): string {
    this.count += 1;
    return `自填 ${this.count}`;
  }

  apply(step: Edit): void {
    const { tab } = this;
    const rows = this.listed();
    const pick = (at: number): number => rows[at % rows.length]!;
    const id = (row: number): string => said(tab.rows[row]![this.column(NAMES.id)]!.value);
    switch (step.do) {
      case 'note': {
        const { at, hand, entry } = step as { at: number; hand: number; entry: number };
        const key = hand === 0 ? 'note' : 'confirm';
        const [value, kind] = entries((this.count += 1))[entry]!;
        const row = pick(at);
        type(tab, row, this.column(NAMES[key]), value, kind);
        this.noted.set(`${id(row)}|${key}`, value);
        return;
      }
      case 'sort': {
        const { at, withMarks } = step as { at: number; withMarks: boolean };
        const [from, to] = [rows[0]!, rows.at(-1)!];
        const block = tab.rows.slice(from, to + 1);
        const shift = at % block.length;
        const mark = (row: EditedTab['rows'][number]): number =>
          row.findIndex((cell) => said(cell?.value).startsWith('§'));
        const marks = block.map((row) =>
          mark(row) < 0 ? undefined : { at: mark(row), cell: row[mark(row)]! },
        );
        const sorted = [...block.slice(shift), ...block.slice(0, shift)];
        tab.rows.splice(from, block.length, ...sorted);
        if (withMarks) return;
        sorted.forEach((row, i) => {
          if (mark(row) >= 0) row[mark(row)] = { value: null, kind: 0 };
          const stays = marks[i];
          if (stays !== undefined) type(tab, from + i, stays.at, stays.cell.value);
        });
        return;
      }
      case 'blankRow':
        tab.rows.splice((step as { at: number }).at % (tab.rows.length + 1), 0, []);
        return;
      case 'ownRow': {
        const { at, column } = step as { at: number; column: number };
        const row = at % (tab.rows.length + 1);
        tab.rows.splice(row, 0, []);
        this.own(row, column);
        return;
      }
      case 'rowBelow': {
        const { gap, column } = step as { gap: number; column: number };
        this.own(tab.rows.length + gap, column);
        return;
      }
      case 'moveColumn': {
        const { from, to } = step as { from: number; to: number };
        const width = tab.rows[this.headerRow]!.length - 1;
        for (const row of tab.rows) {
          while (row.length < width) row.push({ value: null, kind: 0 });
          const [cell] = row.splice(from % width, 1);
          row.splice(to % width, 0, cell!);
        }
        return;
      }
      case 'ownColumn': {
        const at = (step as { at: number }).at % tab.rows[this.headerRow]!.length;
        for (const row of tab.rows) if (row.length > at) row.splice(at, 0, { value: null, kind: 0 });
        const header = this.word();
        type(tab, this.headerRow, at, header);
        this.kept.add(header);
        return;
      }
      case 'ownCell':
        this.own(
          pick((step as { at: number }).at),
          tab.rows.reduce((most, row) => Math.max(most, row.length), 0),
        );
        return;
      case 'typeOver': {
        const { at, column } = step as { at: number; column: number };
        const place = this.column(
          [
            ['姓名', 'Name'],
            ['分值', 'Points'],
            ['状态', 'State'],
          ][column]!,
        );
        if (place >= 0) type(tab, pick(at), place, '改');
        return;
      }
      case 'sign': {
        const labels = ['制表人：', 'Prepared by:'];
        for (const [row, cells] of tab.rows.entries()) {
          const at = cells.findIndex((cell) => labels.includes(cell?.value as string));
          if (at < 0) continue;
          type(tab, row, at, `${cells[at]!.value as string}陈静`);
          this.signed = true;
        }
        return;
      }
      case 'remove':
        if (this.records.length > 1)
          this.records.splice((step as { at: number }).at % this.records.length, 1);
        return;
      case 'add':
        this.records.unshift({ id: `ID${100_000 + (this.count += 1)}`, name: '新', points: 1 });
        return;
      case 'change': {
        const at = (step as { at: number }).at % this.records.length;
        this.records[at] = { ...this.records[at]!, points: this.records[at]!.points - 1 };
        return;
      }
      case 'fine':
        this.options = { ...this.options, fine: this.options.fine !== true };
        return;
      case 'language':
        this.options = { ...this.options, language: this.options.language === 'zh' ? 'en' : 'zh' };
        return;
      default:
        return;
    }
  }

  private own(row: number, column: number): void {
    const cells = this.tab.rows[row] ?? [];
    const isMark = this.tab.rows.some((other) => said(other[column]?.value).startsWith('§'));
    if ((cells[column]?.value ?? null) !== null || isMark) return;
    const isHand =
      this.listed().includes(row) &&
      [NAMES.note, NAMES.confirm].some((names) => this.column(names) === column);
    if (isHand) return;
    const value = this.word();
    type(this.tab, row, column, value);
    this.kept.add(value);
  }

  regenerate(): void {
    const fresh = this.fresh();
    this.plan = regenerate(gridOf(this.tab, fresh), fresh).plan;
    this.tab = written(this.plan);
  }

  /** Entries that are not where they belong. */
  lost(): string[] {
    const values = new Set<CellValue>(allValues(this.plan));
    const language = this.options.language === 'zh' ? 0 : 1;
    const { table } = this.plan;
    const header = this.plan.rows[table!.headerRow]!.cells.map((cell) => cell?.value);
    const lost = [...this.kept].filter((value) => !values.has(value)).map(said);
    if (this.signed && ![...values].some((value) => /^(制表人|Prepared by).*陈静$/.test(said(value))))
      lost.push('signature');
    for (const [place, value] of this.noted) {
      const [id = '', key = ''] = place.split('|');
      const row = this.plan.rows.find((candidate) => candidate.id === id);
      const found = row?.cells[header.indexOf(NAMES[key as 'note'][language])]?.value;
      if (found !== value) lost.push(`${place}: ${said(value)} is ${said(found)}`);
    }
    for (const { id, points } of this.records) {
      const row = this.plan.rows.filter((candidate) => candidate.id === id);
      if (row.length !== 1 || row[0]!.cells[1]?.value !== points) lost.push(`record ${id}`);
    }
    return lost;
  }
}

describe('1,000 random sequences of edits and runs', () => {
  test('lose no entry, and a run without changes in between changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 6 }), { minLength: 1, maxLength: 4 }), (rounds) => {
        const run = new Run();
        for (const round of rounds) {
          for (const step of round) run.apply(step);
          run.regenerate();
          const lost = run.lost();
          if (lost.length > 0) throw new Error(lost.join('\n'));
          const fresh = run.fresh();
          const next = regenerate(gridOf(run.tab, fresh), fresh);
          expect(planDiff(gridOf(run.tab, fresh), next.plan)).toEqual({ changed: 0, first: [] });
          expect(next.conflicts).toEqual([]);
          expect(JSON.stringify(next.plan.rows) === JSON.stringify(run.plan.rows)).toBe(true);
        }
      }),
      { numRuns: 1000, seed: 20_261_008 },
    );
  });
});
