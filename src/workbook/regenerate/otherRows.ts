import type { Grid } from '../grid';
import type { PlanCell, PlanRow, SheetPlan } from '../sheetPlan';
import { filled, type Cells, type Columns } from './columns';
import type { Conflicts } from './conflicts';
import { checkOf } from './marks';
import { formOf } from './planRows';
import type { Attached } from './placing';
import type { OtherRow, TabReading } from './readTab';
import type { OutRow } from './seal';
import { asKept, cellOf, enteredCell, isHandStyle, withdrawnCell, type PlainValue } from './values';

const DEFAULT_WITHDRAWN = '已撤销';

/** What a cell was made with, and the column of the tab as it was made. */
interface MadeCell {
  readonly column: number;
  readonly hand: boolean;
  readonly sum: string | undefined;
}

/** Rows outside the list: titles, notes, signatures, forms, and what people wrote among them. */
export class OtherRows {
  private readonly grid: Grid;
  private readonly withdrawnForms = new Set<string>();

  constructor(
    private readonly plan: SheetPlan,
    private readonly tab: TabReading,
    private readonly columns: Columns,
    private readonly conflicts: Conflicts,
  ) {
    this.grid = tab.grid;
  }

  /** A row with hand cells, names after signature labels, and what stands in cells the plan leaves empty. */
  restored(row: PlanRow, old: OtherRow): Pick<OutRow, 'row' | 'entered'> {
    const cells: Cells = [...row.cells];
    const entered = new Set<number>();
    const made = this.madeCells(row, old);
    this.eachFound(old.row, (found, column) => {
      const was = made.get(column);
      const wished = was?.column ?? this.columns.newPlace(column);
      const planned = cells[wished];
      const isAsMade = was?.sum !== undefined && checkOf(found) === was.sum;
      const signed = planned?.style === 'signature' ? signedText(found, asKept(planned.value)) : undefined;
      if (planned && signed !== undefined) {
        cells[wished] = { ...planned, value: signed };
        entered.add(wished);
      } else if (was === undefined || (was.hand && !isAsMade)) {
        const place = this.columns.freePlace(cells, wished);
        cells[place] = enteredCell(this.grid, old.row, column, cells[place]?.style ?? 'plain');
        entered.add(place);
      } else if (!was.hand && !isAsMade && was.sum !== undefined && found !== asKept(planned?.value)) {
        const params = { found: String(found), made: String(planned?.value ?? '') };
        this.conflicts.report('MADE_CELL_OVERWRITTEN', old.row, column, params);
      }
    });
    return { row: { ...row, cells: filled(cells) }, entered };
  }

  /** People's rows after a made one, with the empty rows between. */
  attached(rows: readonly Attached[] = []): OutRow[] {
    return rows.flatMap(({ row, gap }) => {
      const empty = Array.from({ length: gap }, (): OutRow => person([]));
      return [...empty, person(this.entriesOf(row.row, new Map(), 'plain'))];
    });
  }

  /** What people entered in a row that is no longer made, as a row of its own; none where nothing was. */
  entriesLeft(old: OtherRow): OutRow[] {
    const cells = this.entriesOf(old.row, this.madeCells({ cells: [] }, old));
    return cells.length === 0 ? [] : [person(cells)];
  }

  /** A row of a form whose record is gone, as it last stood; the first of a form begins a page and says so. */
  withdrawn(old: OtherRow): OutRow {
    const form = formOf(old.key);
    const isFirst = !this.withdrawnForms.has(form);
    this.withdrawnForms.add(form);
    const made = this.madeCells({ cells: [] }, old);
    const cells: Cells = [];
    this.eachFound(old.row, (_, column) => {
      const isMade = made.get(column)?.hand === false;
      cells[this.columns.newPlace(column)] = isMade
        ? withdrawnCell(this.grid, old.row, column)
        : enteredCell(this.grid, old.row, column);
    });
    if (isFirst) cells[0] = this.marked(cells[0]);
    return {
      row: { id: old.key, cells: filled(cells) },
      part: { kind: 'row', key: old.key },
      planned: undefined,
      startsPage: isFirst,
      from: old.row,
    };
  }

  /** Merged cells of the forms that are gone. */
  merges(out: readonly OutRow[]): NonNullable<SheetPlan['merges']> {
    const rows = new Map(out.flatMap(({ from }, row) => (from === undefined ? [] : [[from, row] as const])));
    return this.grid.merges.flatMap(({ top, left, bottom, right }) => {
      const row = rows.get(top);
      const [first, last] = [this.columns.newPlace(left), this.columns.newPlace(right)];
      if (row === undefined || top !== bottom || last < first) return [];
      return [{ top: row, left: first, bottom: row, right: last }];
    });
  }

  private marked(head: PlanCell | null | undefined): PlanCell {
    const word = this.plan.withdrawn ?? DEFAULT_WITHDRAWN;
    const text = String(head?.value ?? '');
    return { value: text.startsWith(word) ? text : `${word} ${text}`.trim(), style: 'withdrawn' };
  }

  private entriesOf(row: number, made: ReadonlyMap<number, MadeCell>, style?: PlanCell['style']): Cells {
    const cells: Cells = [];
    this.eachFound(row, (found, column) => {
      const was = made.get(column);
      if (was !== undefined && (!was.hand || checkOf(found) === was.sum)) return;
      const place = this.columns.freePlace(cells, this.columns.newPlace(column));
      cells[place] = enteredCell(this.grid, row, column, style);
    });
    return filled(cells);
  }

  private eachFound(row: number, visit: (found: NonNullable<PlainValue>, column: number) => void): void {
    (this.grid.rows[row] ?? []).forEach((_, column) => {
      const found = column === this.tab.markColumn ? null : cellOf(this.grid, row, column);
      if (found !== null) visit(found, column);
    });
  }

  /** Made cells of a row by where they stand now; without a mark, those that the plan makes. */
  private madeCells({ cells }: PlanRow, { mark }: OtherRow): Map<number, MadeCell> {
    if (mark === undefined) {
      return new Map(
        cells.flatMap((cell, column) =>
          cell === null || isHandStyle(cell.style) || asKept(cell.value) === null
            ? []
            : [[column, { column, hand: false, sum: undefined }] as const],
        ),
      );
    }
    return new Map(
      mark.columns.map(({ column, hand }, i) => [
        this.tab.movedTo(column),
        { column, hand, sum: mark.sums[i] },
      ]),
    );
  }
}

const person = (cells: Cells): OutRow => ({ row: { cells }, part: undefined, planned: undefined });

/** The text of a signature line with something written after its label, in whichever language the label was. */
function signedText(found: PlainValue, label: PlainValue): string | undefined {
  if (typeof found !== 'string') return undefined;
  const [text, start] = [found.trim(), String(label ?? '').trim()];
  if (text.startsWith(start)) return text.length > start.length ? found : undefined;
  const name = /^[^：:]*[：:]\s*(\S[^]*)$/.exec(text)?.[1];
  return name === undefined ? undefined : `${start}${name}`;
}
