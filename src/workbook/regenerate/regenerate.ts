import { cellAddress, type Grid } from '../grid';
import type { PlanCell, PlanRow, SheetPlan } from '../sheetPlan';
import { formOf, planWidth, rowParts, type RowPart } from './planRows';
import { checkOf } from './marks';
import { readTab, type TabReading, type TabRow } from './readTab';
import { sealed, type OutRow } from './seal';
import { asKept, cellOf, enteredCell, isHandStyle, withdrawnCell, type PlainValue } from './values';
import { heightOfLines, wrappedLines } from '../textSize';

/** Something a person typed that the new tab does not hold in its place. */
export interface RegenerateConflict {
  readonly code:
    'MADE_CELL_OVERWRITTEN' | 'MADE_HEADER_OVERWRITTEN' | 'RECORD_COPIED' | 'LIST_HEADER_MISSING';
  readonly params: Readonly<Record<string, string | number>>;
  readonly sheet: string;
  /** A1 address on the tab as it was. */
  readonly address: string;
}

export interface Regenerated {
  readonly plan: SheetPlan;
  readonly conflicts: readonly RegenerateConflict[];
}

const EXTRA_WIDTH = 16;
const DEFAULT_WITHDRAWN = '已撤销';

/**
 * The plan with everything that people entered on the tab as it is now: entries in hand columns under the id of
 * their record, columns and rows of their own, signatures. Records that are gone stay, marked. Without an earlier
 * tab the plan only gets the hidden column that makes this possible next time. Made values win over values typed
 * over them; each such cell is reported.
 */
export function regenerate(previous: Grid | undefined, plan: SheetPlan): Regenerated {
  const parts = rowParts(plan);
  if (previous === undefined) {
    const rows = plan.rows.map((row, index): OutRow => ({ row, part: parts[index]!, planned: index }));
    return { plan: sealed(plan, rows, 0), conflicts: [] };
  }
  return new Regeneration(plan, parts, readTab(previous, plan)).run();
}

type UserRow = Extract<TabRow, { kind: 'user' }>;
interface Attached {
  readonly row: UserRow;
  /** Empty rows between it and the row before. */
  readonly gap: number;
}

const AT_START = 'start';

class Regeneration {
  private readonly grid: Grid;
  private readonly width: number;
  private readonly conflicts: RegenerateConflict[] = [];
  private readonly records = new Map<string, number>();
  private readonly rows = new Map<string, Extract<TabRow, { kind: 'row' }>>();
  private readonly listUsers: UserRow[] = [];
  private readonly attached = new Map<string, Attached[]>();
  private readonly hand: ReadonlySet<number>;

  constructor(
    private readonly plan: SheetPlan,
    private readonly parts: readonly RowPart[],
    private readonly tab: TabReading,
  ) {
    this.grid = tab.grid;
    this.width = planWidth(plan);
    this.hand = new Set(plan.table?.columns.filter((column) => column.hand).map(({ column }) => column));
  }

  run(): Regenerated {
    this.sortRows();
    this.reportHeader();
    const out: OutRow[] = [];
    this.pushAttached(AT_START, out);
    const { table } = this.plan;
    this.plan.rows.forEach((row, planned) => {
      const part = this.parts[planned]!;
      out.push({ ...this.restored(row, part), part, planned });
      if (part.kind === 'row') this.pushAttached(part.key, out);
      if (table !== undefined && planned === Math.max(table.headerRow, table.lastRow)) this.pushListEnd(out);
    });
    this.pushWithdrawnForms(out);
    const plan = sealed(this.plan, out, this.tab.extras.length);
    return { plan: this.withMerges(this.withExtraColumns(plan), out), conflicts: this.conflicts };
  }

  /** Finds what each row of the tab belongs to; rows of people stay after the made row they stood after. */
  private sortRows(): void {
    const known = new Set(this.parts.flatMap((part) => (part.kind === 'row' ? [part.key] : [])));
    const forms = new Set([...known].map(formOf));
    const isKept = (key: string): boolean => known.has(key) || this.isWithdrawnForm(key, forms);
    const lastPlanned = [...this.parts].reverse().find((part) => part.kind === 'row');
    const found = this.tab.rows.some((row) => row.kind !== 'user');
    let after: string | undefined = found
      ? AT_START
      : lastPlanned?.kind === 'row'
        ? lastPlanned.key
        : AT_START;
    let end = -1;
    for (const row of this.tab.rows) {
      if (row.kind === 'header' || row.kind === 'record') {
        if (row.kind === 'record') this.records.set(row.id, row.row);
        after = undefined;
      } else if (row.kind === 'row') {
        this.rows.set(row.key, row);
        if (isKept(row.key)) after = row.key;
        else if (after === undefined) after = this.firstKeyBelowList();
      } else if (after === undefined) {
        this.listUsers.push(row);
      } else {
        const gap = found ? Math.max(0, row.row - end - 1) : 0;
        const list = this.attached.get(after) ?? [];
        list.push({ row, gap });
        this.attached.set(after, list);
      }
      if (row.kind === 'user' && row.copy) {
        this.report('RECORD_COPIED', row.row, 0, {});
      }
      end = row.row;
    }
  }

  private firstKeyBelowList(): string | undefined {
    const { table } = this.plan;
    const index = this.parts.findIndex((part, i) => part.kind === 'row' && i > (table?.lastRow ?? -1));
    const part = this.parts[index];
    return part?.kind === 'row' ? part.key : undefined;
  }

  private isWithdrawnForm(key: string, forms: ReadonlySet<string>): boolean {
    const form = formOf(key);
    return key.includes(':') && this.plan.withdrawn !== undefined && !forms.has(form);
  }

  private reportHeader(): void {
    const { table } = this.plan;
    const { headerRow } = this.tab;
    if (table === undefined) return;
    if (headerRow === undefined) {
      if (this.tab.rows.length > 0) this.report('LIST_HEADER_MISSING', 0, 0, {});
      return;
    }
    const header = this.plan.rows[table.headerRow];
    for (const { column, names = [] } of table.columns) {
      const place = this.tab.columnOf(column);
      const found = String(cellOf(this.grid, headerRow, place) ?? '').trim();
      const made = String(asKept(header?.cells[column]?.value) ?? '');
      if (place === undefined || found === made.trim() || names.includes(found)) continue;
      this.report('MADE_HEADER_OVERWRITTEN', headerRow, place, { found, made });
    }
  }

  private restored(row: PlanRow, part: RowPart): Pick<OutRow, 'row' | 'entered'> {
    if (part.kind === 'header') return { row: this.restoredHeader(row) };
    if (part.kind === 'record') return { row: this.restoredRecord(row, part.id) };
    const old = this.rows.get(part.key);
    return old === undefined ? { row } : this.restoredRow(row, old);
  }

  private restoredHeader(row: PlanRow): PlanRow {
    const { headerRow, extras } = this.tab;
    if (headerRow === undefined || extras.length === 0) return row;
    return this.wide(
      row,
      extras.map(({ column }) => ({ value: cellOf(this.grid, headerRow, column), style: 'header' })),
    );
  }

  private restoredRecord(row: PlanRow, id: string): PlanRow {
    const old = this.records.get(id);
    const extras = this.extrasOfRecord(old);
    if (old === undefined) return this.wide(row, extras);
    const cells = row.cells.map((planned, column) => {
      if (!this.hand.has(column)) return planned;
      return this.entered(old, this.tab.columnOf(column), planned);
    });
    this.reportTyped(old, id, row);
    return this.fitted(this.wide({ ...row, cells }, extras));
  }

  private extrasOfRecord(old: number | undefined): PlanCell[] {
    return this.tab.extras.map(({ column, retired }) =>
      old === undefined || retired ? { value: null, style: 'hand' } : enteredCell(this.grid, old, column),
    );
  }

  private entered(old: number, column: number | undefined, planned: PlanCell | null): PlanCell | null {
    if (column === undefined || cellOf(this.grid, old, column) === null) return planned;
    return enteredCell(this.grid, old, column, planned?.style);
  }

  /** Reports made cells of a record in which something else stands than was made. */
  private reportTyped(old: number, id: string, row: PlanRow): void {
    const mark = this.tab.recordMarks.get(id);
    if (mark === undefined) return;
    const made = this.tab.made.filter((column) => !column.hand);
    const planned = new Map<number, PlainValue>();
    this.plan.table?.columns.forEach(({ column }) => {
      const place = this.tab.columnOf(column);
      if (place !== undefined) planned.set(place, asKept(row.cells[column]?.value));
    });
    made.forEach(({ column }, index) => {
      if (column === undefined) return;
      const found = cellOf(this.grid, old, column);
      if (checkOf(found) === mark.sums[index] || (planned.has(column) && planned.get(column) === found))
        return;
      const value = planned.get(column) ?? '';
      this.report('MADE_CELL_OVERWRITTEN', old, column, { found: String(found ?? ''), made: String(value) });
    });
  }

  /** A row outside the list: hand cells, names after signature labels, and what stands in cells left empty. */
  private restoredRow(row: PlanRow, old: Extract<TabRow, { kind: 'row' }>): Pick<OutRow, 'row' | 'entered'> {
    const { grid, tab } = this;
    const cells: (PlanCell | null)[] = [...row.cells];
    const entered = new Set<number>();
    const made = this.madeCells(row, old);
    (grid.rows[old.row] ?? []).forEach((_, column) => {
      const found = cellOf(grid, old.row, column);
      if (column === tab.markColumn || found === null) return;
      const was = made.get(column);
      const wished = was?.column ?? this.plannedColumn(column);
      const planned = cells[wished];
      const value = asKept(planned?.value);
      const signed = planned?.style === 'signature' ? signedText(found, value) : undefined;
      if (planned && signed !== undefined) {
        cells[wished] = { ...planned, value: signed };
        entered.add(wished);
      } else if (was === undefined) {
        const place = this.freePlace(cells, wished);
        cells[place] = enteredCell(grid, old.row, column, cells[place]?.style ?? 'plain');
        entered.add(place);
      } else if (was.sum !== undefined && checkOf(found) !== was.sum && found !== value) {
        this.report('MADE_CELL_OVERWRITTEN', old.row, column, {
          found: String(found),
          made: String(value ?? ''),
        });
      }
    });
    return { row: this.fitted({ ...row, cells: filled(cells) }), entered };
  }

  /** Made cells of a row by where they stand now. */
  private madeCells(
    row: PlanRow,
    { mark }: Extract<TabRow, { kind: 'row' }>,
  ): Map<number, { readonly column: number; readonly sum: string | undefined }> {
    if (mark !== undefined) {
      return new Map(
        mark.columns.map((column, i) => [this.tab.movedTo(column), { column, sum: mark.sums[i] }]),
      );
    }
    return new Map(
      row.cells.flatMap((planned, column) =>
        planned === null || isHandStyle(planned.style) || asKept(planned.value) === null
          ? []
          : [[column, { column, sum: undefined }] as const],
      ),
    );
  }

  /** The wished column where it takes an entry, else the next one to the right that is empty. */
  private freePlace(cells: readonly (PlanCell | null)[], wished: number): number {
    let place = wished;
    const takes = (planned: PlanCell | null | undefined): boolean =>
      planned === null ||
      planned === undefined ||
      asKept(planned.value) === null ||
      isHandStyle(planned.style);
    while (!takes(cells[place]) || place === this.width) place += 1;
    return place;
  }

  /** Column of the new tab for a column of the tab as it is, for rows outside the list. */
  private plannedColumn(column: number): number {
    const extra = this.tab.extras.findIndex((candidate) => candidate.column === column);
    if (extra >= 0) return this.width + 1 + extra;
    const { markColumn } = this.tab;
    for (let made = 0; made < this.width; made += 1) if (this.tab.movedTo(made) === column) return made;
    if (markColumn !== undefined && column > markColumn) return this.width + column - markColumn;
    return column === this.width ? column + 1 : column;
  }

  private pushListEnd(out: OutRow[]): void {
    const { table } = this.plan;
    if (table === undefined) return;
    const ids = new Set(this.parts.flatMap((part) => (part.kind === 'record' ? [part.id] : [])));
    for (const [id, old] of this.records) {
      if (ids.has(id)) continue;
      if (table.keep === 'entered' && !this.hasEntry(old)) continue;
      out.push({ row: this.withdrawnRecord(id, old), part: { kind: 'record', id }, planned: undefined });
    }
    for (const user of this.listUsers) {
      out.push({ row: this.userRowOfList(user), part: undefined, planned: undefined, inList: true });
    }
  }

  private hasEntry(old: number): boolean {
    const columns = [
      ...[...this.hand].map((column) => this.tab.columnOf(column)),
      ...this.tab.extras.flatMap(({ column, retired }) => (retired ? [] : [column])),
    ];
    return columns.some((column) => cellOf(this.grid, old, column) !== null);
  }

  private withdrawnRecord(id: string, old: number): PlanRow {
    const { table } = this.plan;
    const model = this.plan.rows[table?.firstRow ?? 0];
    const cells = Array.from({ length: this.width }, (_, column): PlanCell => {
      const place = this.tab.columnOf(column);
      if (column === table?.idColumn) return { value: id, style: 'withdrawn' };
      if (column === table?.withdrawn?.column) return { value: table.withdrawn.text, style: 'withdrawn' };
      if (this.hand.has(column)) {
        const style = model?.cells[column]?.style;
        const planned: PlanCell = {
          value: null,
          style: style !== undefined && isHandStyle(style) ? style : 'hand',
        };
        return this.entered(old, place, planned) ?? planned;
      }
      return withdrawnCell(this.grid, old, place);
    });
    return this.fitted(this.wide({ id, cells }, this.extrasOfRecord(old)));
  }

  private userRowOfList({ row, copy }: UserRow): PlanRow {
    const cells = Array.from({ length: this.width }, (_, column): PlanCell => {
      const place = this.tab.columnOf(column);
      const isId = column === this.plan.table?.idColumn;
      return place === undefined || (copy && isId)
        ? { value: null, style: 'hand' }
        : enteredCell(this.grid, row, place);
    });
    return this.fitted(
      this.wide(
        { cells },
        this.tab.extras.map(({ column }) => enteredCell(this.grid, row, column)),
      ),
    );
  }

  private pushAttached(key: string, out: OutRow[]): void {
    for (const { row, gap } of this.attached.get(key) ?? []) {
      for (let i = 0; i < gap; i += 1) out.push({ row: { cells: [] }, part: undefined, planned: undefined });
      const cells: (PlanCell | null)[] = [];
      (this.grid.rows[row.row] ?? []).forEach((_, column) => {
        if (column === this.tab.markColumn || cellOf(this.grid, row.row, column) === null) return;
        cells[this.freePlace(cells, this.plannedColumn(column))] = enteredCell(
          this.grid,
          row.row,
          column,
          'plain',
        );
      });
      out.push({ row: { cells: filled(cells) }, part: undefined, planned: undefined });
    }
  }

  /** Forms whose record is gone, and entries of rows that a form or a section no longer has. */
  private pushWithdrawnForms(out: OutRow[]): void {
    const known = new Set(this.parts.flatMap((part) => (part.kind === 'row' ? [part.key] : [])));
    const forms = new Set([...known].map(formOf));
    const withdrawn = new Set<string>();
    for (const [key, old] of this.rows) {
      if (known.has(key)) continue;
      if (!this.isWithdrawnForm(key, forms)) {
        this.keepEntries(old, out);
        continue;
      }
      const first = !withdrawn.has(formOf(key));
      withdrawn.add(formOf(key));
      out.push({
        row: this.withdrawnRow(key, old, first),
        part: { kind: 'row', key },
        planned: undefined,
        startsPage: first,
        from: old.row,
      });
      this.pushAttached(key, out);
    }
  }

  private keepEntries(old: Extract<TabRow, { kind: 'row' }>, out: OutRow[]): void {
    const made = new Set((old.mark?.columns ?? []).map((column) => this.tab.movedTo(column)));
    const cells: (PlanCell | null)[] = [];
    (this.grid.rows[old.row] ?? []).forEach((_, column) => {
      if (made.has(column) || column === this.tab.markColumn || cellOf(this.grid, old.row, column) === null)
        return;
      cells[this.freePlace(cells, this.plannedColumn(column))] = enteredCell(this.grid, old.row, column);
    });
    if (cells.length === 0) return;
    out.push({ row: { cells: filled(cells) }, part: undefined, planned: undefined });
  }

  private withdrawnRow(key: string, old: Extract<TabRow, { kind: 'row' }>, first: boolean): PlanRow {
    const made = new Set((old.mark?.columns ?? []).map((column) => this.tab.movedTo(column)));
    const cells: (PlanCell | null)[] = [];
    (this.grid.rows[old.row] ?? []).forEach((_, column) => {
      if (column === this.tab.markColumn || cellOf(this.grid, old.row, column) === null) return;
      const place = this.plannedColumn(column);
      cells[place] = made.has(column)
        ? withdrawnCell(this.grid, old.row, column)
        : enteredCell(this.grid, old.row, column);
    });
    const head = cells[0];
    const word = this.plan.withdrawn ?? DEFAULT_WITHDRAWN;
    if (first && head !== undefined && !String(head?.value ?? '').startsWith(word)) {
      cells[0] = { value: `${word} ${String(head?.value ?? '')}`.trim(), style: 'withdrawn' };
    }
    return { id: key, cells: filled(cells) };
  }

  private wide(row: PlanRow, extras: readonly PlanCell[]): PlanRow {
    if (extras.length === 0) return row;
    const cells: (PlanCell | null)[] = [...row.cells];
    while (cells.length < this.width + 1) cells.push(null);
    return { ...row, cells: [...cells, ...extras] };
  }

  /** Makes a row of a list tall enough for what was entered in it. Cells of forms are merged and have their room. */
  private fitted(row: PlanRow): PlanRow {
    const { height } = row;
    if (height === undefined || this.plan.table === undefined) return row;
    let lines = 1;
    row.cells.forEach((planned, column) => {
      if (planned === null || !isHandStyle(planned.style) || typeof planned.value !== 'string') return;
      lines = Math.max(lines, wrappedLines(planned.value, this.plan.columns[column]?.width ?? EXTRA_WIDTH));
    });
    return lines === 1 ? row : { ...row, height: Math.max(height, heightOfLines(lines)) };
  }

  private withExtraColumns(plan: SheetPlan): SheetPlan {
    if (this.tab.extras.length === 0) return plan;
    return { ...plan, columns: [...plan.columns, ...this.tab.extras.map(() => ({ width: EXTRA_WIDTH }))] };
  }

  /** Merged cells of forms whose record is gone. */
  private withMerges(plan: SheetPlan, out: readonly OutRow[]): SheetPlan {
    const rows = new Map(
      out.flatMap(({ from }, index) => (from === undefined ? [] : [[from, index] as const])),
    );
    const merges = this.grid.merges.flatMap(({ top, left, bottom, right }) => {
      const row = rows.get(top);
      const [first, last] = [this.plannedColumn(left), this.plannedColumn(right)];
      return row === undefined || top !== bottom || last < first
        ? []
        : [{ top: row, left: first, bottom: row, right: last }];
    });
    return merges.length === 0 ? plan : { ...plan, merges: [...(plan.merges ?? []), ...merges] };
  }

  private report(
    code: RegenerateConflict['code'],
    row: number,
    column: number,
    params: RegenerateConflict['params'],
  ): void {
    this.conflicts.push({ code, params, sheet: this.grid.sheet, address: cellAddress(row, column) });
  }
}

/** The text of a signature line with something written after its label, in whichever language the label was. */
function signedText(found: PlainValue, label: PlainValue): string | undefined {
  if (typeof found !== 'string') return undefined;
  const [text, start] = [found.trim(), String(label ?? '').trim()];
  if (text.startsWith(start)) return text.length > start.length ? found : undefined;
  const name = /^[^：:]*[：:]\s*(\S[^]*)$/.exec(text)?.[1];
  return name === undefined ? undefined : `${start}${name}`;
}

/** Without holes. */
function filled(cells: readonly (PlanCell | null | undefined)[]): (PlanCell | null)[] {
  return Array.from(cells, (planned) => planned ?? null);
}
