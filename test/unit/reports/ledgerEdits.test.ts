import fc from 'fast-check';
import {
  applyRows,
  EMPTY_CASE_FILE,
  takeIn,
  type CaseFile,
  type ComplaintRecord,
} from '../../../src/casework';
import { ledgerPlan, readLedger, withoutTyped } from '../../../src/reports/ledger';
import type { CellValue, Grid } from '../../../src/workbook/grid';
import { planDiff, regenerate } from '../../../src/workbook/regenerate';
import { gridOf, inputOf, Sheet } from '../casework/support/caseTabs';
import { CONTEXT, day, TODAY } from '../casework/support/issues';

/** Texts that a person types: anything a cell can hold, things that look like formulas and numbers among them. */
const ENTRIES = ['记一笔', '=1+1', '-3', '@甲', '007', '两\n行', '§R|x'] as const;
const HAND = ['承办部门', '处理结果', '备注'] as const;
const OWN = '自填列';

/** What happens between two runs. Numbers are drawn large and taken modulo what there is. */
const edit = fc.oneof(
  fc.record({ do: fc.constant('type' as const), at: fc.nat(), header: fc.nat(), entry: fc.nat() }),
  fc.record({ do: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
  fc.record({ do: fc.constant('blankRow' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('newIssue' as const), entry: fc.nat() }),
  fc.record({ do: fc.constant('moveColumn' as const), from: fc.nat(), to: fc.nat() }),
  fc.record({ do: fc.constant('ownCell' as const), at: fc.nat() }),
  fc.record({ do: fc.constant('record' as const) }),
  fc.record({ do: fc.constant('recordGone' as const), at: fc.nat() }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

class Run {
  private file: CaseFile = EMPTY_CASE_FILE;
  private grid: Grid | undefined;
  private records: ComplaintRecord[] = [];
  private count = 0;
  /** What must stand in the ledger, by issue and header. */
  readonly expected = new Map<string, CellValue>();
  private readonly rowsTyped: string[] = [];

  constructor() {
    for (let i = 0; i < 4; i += 1) this.addRecord();
    this.make();
  }

  private addRecord(): void {
    this.count += 1;
    this.records.push({
      sheet: '投诉登记',
      row: this.count + 1,
      number: `W${this.count}`,
      receivedOn: day('2026-10-08'),
      customer: `客户${this.count}`,
      content: `内容${this.count}`,
    });
  }

  private plan() {
    return ledgerPlan(inputOf(this.file.issues), 'zh');
  }

  /** One run of the month over the ledger as it stands. */
  make(): void {
    let before = this.grid;
    if (before !== undefined) {
      const reading = readLedger(before);
      const applied = applyRows(this.file, reading.rows, TODAY, CONTEXT, { adds: true });
      this.file = applied.file;
      before = withoutTyped(before, reading, applied);
    }
    this.file = takeIn(this.file, this.records, TODAY).file;
    this.grid = gridOf(regenerate(before, this.plan()).plan);
  }

  apply(step: Edit): void {
    const sheet = new Sheet(this.grid!);
    const ids = this.idRows(sheet);
    const pick = (n: number): number => ids[n % ids.length]!;
    switch (step.do) {
      case 'type': {
        const header = HAND[step.header % HAND.length]!;
        const entry = ENTRIES[step.entry % ENTRIES.length]!;
        const row = pick(step.at);
        // a text that looks like the check column is no entry anybody makes
        const text = entry.startsWith('§') ? '普通' : entry;
        sheet.set(row, sheet.find(header)[1], text);
        this.expected.set(`${this.idAt(sheet, row)}|${header}`, text);
        break;
      }
      case 'swap': {
        const [a, b] = [pick(step.at), pick(step.with)];
        [sheet.rows[a], sheet.rows[b]] = [sheet.rows[b]!, sheet.rows[a]!];
        break;
      }
      case 'blankRow':
        sheet.insertRow(pick(step.at));
        break;
      case 'newIssue': {
        const at = Math.max(...ids) + 1;
        sheet.insertRow(at);
        const text = `自填问题${(this.count += 1)}`;
        sheet.set(at, sheet.find('服务质量问题内容')[1], text);
        sheet.set(at, sheet.find('备注')[1], ENTRIES[step.entry % 2]!);
        this.rowsTyped.push(text);
        break;
      }
      case 'moveColumn': {
        const width = sheet.find('办结日期')[1] + 1;
        sheet.moveColumn(step.from % width, step.to % width);
        break;
      }
      case 'ownCell': {
        const header = sheet.rows.findIndex((cells) => cells.some(({ value }) => value === '编号'));
        const known = sheet.rows[header]!.findIndex(({ value }) => value === OWN);
        const column = known >= 0 ? known : Math.max(...sheet.rows.map((cells) => cells.length));
        sheet.set(header, column, OWN);
        const row = pick(step.at);
        const text = `自 ${(this.count += 1)}`;
        sheet.set(row, column, text);
        this.expected.set(`${this.idAt(sheet, row)}|${OWN}`, text);
        break;
      }
      case 'record':
        this.addRecord();
        break;
      case 'recordGone':
        if (this.records.length > 1) this.records.splice(step.at % this.records.length, 1);
        break;
    }
    this.grid = sheet.toGrid();
  }

  private idRows(sheet: Sheet): number[] {
    return sheet.rows.flatMap((cells, row) =>
      cells.some(({ value }) => typeof value === 'string' && /^\d{4}-\d{3}$/.test(value)) ? [row] : [],
    );
  }

  private idAt(sheet: Sheet, row: number): string {
    const { value } = sheet.rows[row]![sheet.find('编号')[1]]!;
    return typeof value === 'string' ? value : '';
  }

  /** Entries that are not where they belong, and issues that are there more or less than once. */
  lost(): string[] {
    const sheet = new Sheet(this.grid!);
    const lost = [...this.expected].flatMap(([place, text]) => {
      const [id = '', header = ''] = place.split('|');
      const rows = this.idRows(sheet).filter((row) => this.idAt(sheet, row) === id);
      const found = rows.length === 1 ? sheet.rows[rows[0]!]![sheet.find(header)[1]]?.value : undefined;
      return found === text ? [] : [`${place}: ${JSON.stringify([text, found])} in ${rows.length} rows`];
    });
    for (const text of this.rowsTyped) {
      const times = this.file.issues.filter(({ content }) => content === text).length;
      if (times !== 1) lost.push(`${text} is ${times} issues`);
    }
    const wanted = this.issuesExpected();
    if (this.file.issues.length !== wanted) lost.push(`${this.file.issues.length} issues of ${wanted}`);
    return lost;
  }

  /** Every record ever seen and every row typed is one issue. */
  private issuesExpected(): number {
    return this.seen.size + this.rowsTyped.length;
  }

  private readonly seen = new Set<string>();

  note(): void {
    for (const { number = '' } of this.records) this.seen.add(number);
  }

  changes(): number {
    const reading = readLedger(this.grid!);
    const applied = applyRows(this.file, reading.rows, TODAY, CONTEXT, { adds: true });
    const file = takeIn(applied.file, this.records, TODAY).file;
    const plan = ledgerPlan(inputOf(file.issues), 'zh');
    return planDiff(this.grid!, regenerate(withoutTyped(this.grid!, reading, applied), plan).plan).changed;
  }
}

describe('1,000 random sequences of edits of the ledger', () => {
  test('lose no entry and no issue, double none, and a run without changes changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 5 }), { minLength: 1, maxLength: 3 }), (rounds) => {
        const run = new Run();
        run.note();
        for (const round of rounds) {
          for (const step of round) run.apply(step);
          run.note();
          run.make();
          const lost = run.lost();
          if (lost.length > 0) throw new Error(lost.join('\n'));
          expect(run.changes()).toBe(0);
        }
      }),
      { numRuns: 1000, seed: 20_261_010 },
    );
  });
});
