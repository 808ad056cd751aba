import type { CellValue } from '../../workbook/grid';
import { blockOfCell, intersection, isOnSheet, sameBlock, type Block } from './address';
import { Bag } from './bag';
import type { Author, Change, Shift } from './changes';
import { NO_ENGINE, type HostEngine } from './engine/hostEngine';
import { existing, Sheet, type Cell, type Freeze, type SheetVisibility } from './sheet';
import { formatValue, withFormat, type FormatKey, type FormatValue } from './format';
import { readEntry } from './input';
import { shiftCells } from './shiftCells';
import { shiftParts } from './shiftParts';

export interface DefinedName {
  readonly id: string;
  name: string;
  /** With its `=`. */
  formula: string;
  visible: boolean;
  comment: string;
  /** The sheet it belongs to; left out for names of the workbook. */
  readonly sheet?: Sheet;
}

export interface CustomXmlPart {
  readonly id: string;
  xml: string;
}

/**
 * A workbook in memory. Every change goes through it and is told to its listeners at once; nothing here checks
 * rights or arguments, which is for those who call.
 */
export class WorkbookModel {
  name: string;
  /** In the order of the tabs. */
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  /** Settings of the add-in in this document. */
  readonly settings = new Map<string, unknown>();
  readonly customXml: CustomXmlPart[] = [];
  readonly properties = new Bag();
  readonly bag = new Bag();
  readonly date1904: boolean;
  engine: HostEngine = NO_ENGINE;
  private selection: { sheet: Sheet; block: Block } | undefined;
  private readonly listeners = new Set<(change: Change) => void>();
  private serial = 0;

  constructor(options: { readonly name?: string; readonly date1904?: boolean } = {}) {
    this.name = options.name ?? 'Book1.xlsx';
    this.date1904 = options.date1904 ?? false;
  }

  /** Calls `listener` at every change; returns how to stop. */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(change: Change): void {
    for (const listener of [...this.listeners]) listener(change);
  }

  /** A number that was not used before in this workbook. */
  nextId(): number {
    return ++this.serial;
  }

  guid(): string {
    return `{00000000-0001-0000-0000-${String(this.nextId()).padStart(12, '0')}}`;
  }

  /** The name counts whatever its case. */
  sheet(nameOrId: string): Sheet | undefined {
    const key = nameOrId.toLowerCase();
    return (
      this.sheets.find((sheet) => sheet.id.toLowerCase() === key) ??
      this.sheets.find((sheet) => sheet.name.toLowerCase() === key)
    );
  }

  get active(): Sheet {
    return this.selected.sheet;
  }

  get selected(): { readonly sheet: Sheet; readonly block: Block } {
    this.selection ??= { sheet: this.sheets[0]!, block: blockOfCell(0, 0) };
    return this.selection;
  }

  addSheet(name: string, position = this.sheets.length): Sheet {
    const sheet = new Sheet(this.guid(), name);
    this.sheets.splice(position, 0, sheet);
    this.engine.namesChanged();
    this.emit({ kind: 'sheetAdded', sheet });
    return sheet;
  }

  deleteSheet(sheet: Sheet): void {
    const index = this.sheets.indexOf(sheet);
    if (index < 0) return;
    if (this.active === sheet) {
      const visible = (each: Sheet): boolean => each !== sheet && each.visibility === 'Visible';
      const next =
        this.sheets.slice(index).find(visible) ?? this.sheets.slice(0, index).reverse().find(visible);
      if (next) this.activate(next);
    }
    this.sheets.splice(index, 1);
    sheet.deleted = true;
    for (let i = this.names.length - 1; i >= 0; i--)
      if (this.names[i]!.sheet === sheet) this.names.splice(i, 1);
    this.engine.namesChanged();
    this.emit({ kind: 'sheetDeleted', sheet });
  }

  renameSheet(sheet: Sheet, name: string): void {
    const before = sheet.name;
    if (before === name) return;
    sheet.name = name;
    this.engine.namesChanged();
    this.emit({ kind: 'sheetRenamed', sheet, before });
  }

  moveSheet(sheet: Sheet, position: number): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(position, 0, sheet);
    this.emit({ kind: 'sheetMoved', sheet });
  }

  setVisibility(sheet: Sheet, visibility: SheetVisibility): void {
    if (sheet.visibility === visibility) return;
    sheet.visibility = visibility;
    if (visibility !== 'Visible' && this.active === sheet) {
      const next = this.sheets.find((each) => each.visibility === 'Visible');
      if (next) this.activate(next);
    }
    this.emit({ kind: 'sheetVisibility', sheet });
  }

  activate(sheet: Sheet): void {
    const before = this.active;
    if (before === sheet) return;
    this.selection = { sheet, block: blockOfCell(0, 0) };
    this.emit({ kind: 'activated', sheet, before });
  }

  select(sheet: Sheet, block: Block): void {
    const { sheet: before, block: was } = this.selected;
    if (before === sheet && sameBlock(was, block)) return;
    this.selection = { sheet, block };
    if (before !== sheet) this.emit({ kind: 'activated', sheet, before });
    this.emit({ kind: 'selected', sheet, block });
  }

  /**
   * Enters a text, number or truth value as a person would: formulas, dates, percentages and numbers in texts are
   * understood, unless the cell is formatted as text. Call `entered` when a block is done.
   */
  enter(sheet: Sheet, row: number, column: number, input: string | number | boolean): void {
    const cell = sheet.makeCell(row, column);
    const format = cell.format ?? sheet.formatAt(row, column);
    if (format.numberFormat === '@' && typeof input === 'string') {
      this.put(cell, input === '' ? null : input);
      return;
    }
    const { value, formula, numberFormat } = readEntry(input);
    this.put(cell, value, formula);
    if (numberFormat !== undefined && formatValue(format, 'numberFormat') === 'General') {
      cell.format = withFormat(format, 'numberFormat', numberFormat);
    }
  }

  /** Puts a value or formula in a cell as it is. */
  put(cell: Cell, value: CellValue, formula?: string): void {
    delete cell.spilledFrom;
    cell.value = value;
    if (formula === undefined) delete cell.formula;
    else cell.formula = formula;
  }

  /** Contents of a block are entered: formulas that read them are due, listeners told. */
  entered(sheet: Sheet, block: Block, by: Author, before?: CellValue): void {
    this.engine.contentsChanged(sheet, block);
    this.emit({ kind: 'contents', sheet, block, by, ...(before !== undefined && { before }) });
  }

  clearContents(sheet: Sheet, block: Block, by: Author): void {
    for (const [, , cell] of sheet.cellsIn(block)) this.put(cell, null);
    this.entered(sheet, block, by);
  }

  setFormat(sheet: Sheet, block: Block, key: FormatKey, value: FormatValue): void {
    this.changeFormat(sheet, block, (format) => withFormat(format, key, value));
  }

  /** Changes the format of every cell of a block; of whole rows and columns also that of cells to come. */
  changeFormat(
    sheet: Sheet,
    block: Block,
    change: (format: Cell['format'] & object, row: number, column: number) => Cell['format'] & object,
  ): void {
    const wholeColumns = block.top === 0 && block.bottom >= 1_048_575;
    const wholeRows = block.left === 0 && block.right >= 16_383;
    if (wholeColumns && wholeRows) sheet.format = change(sheet.format, -1, -1);
    else if (wholeColumns) {
      for (let column = block.left; column <= block.right; column++) {
        const info = (sheet.columns[column] ??= {});
        info.format = change(info.format ?? sheet.format, -1, column);
      }
    } else if (wholeRows) {
      for (let row = block.top; row <= block.bottom; row++) {
        const info = sheet.makeRow(row);
        info.format = change(info.format ?? sheet.format, row, -1);
      }
    }
    if (wholeColumns || wholeRows) {
      for (const [row, column, cell] of sheet.cellsIn(block)) {
        if (cell.format) cell.format = change(cell.format, row, column);
      }
    } else {
      for (let row = block.top; row <= block.bottom; row++) {
        for (let column = block.left; column <= block.right; column++) {
          const format = sheet.formatAt(row, column);
          const next = change(format, row, column);
          if (next !== format) sheet.makeCell(row, column).format = next;
        }
      }
    }
    this.emit({ kind: 'format', sheet, block });
  }

  setColumnWidth(sheet: Sheet, first: number, last: number, width: number | undefined): void {
    for (let column = first; column <= last; column++) {
      const info = (sheet.columns[column] ??= {});
      if (width === undefined) delete info.width;
      else info.width = width;
    }
    this.sizesChanged(sheet, { top: 0, left: first, bottom: 1_048_575, right: last });
  }

  setRowHeight(sheet: Sheet, first: number, last: number, height: number | undefined): void {
    for (let row = first; row <= last; row++) {
      const info = sheet.makeRow(row);
      if (height === undefined) delete info.height;
      else info.height = height;
    }
    this.sizesChanged(sheet, { top: first, left: 0, bottom: last, right: 16_383 });
  }

  hideColumns(sheet: Sheet, first: number, last: number, hidden: boolean): void {
    for (let column = first; column <= last; column++) (sheet.columns[column] ??= {}).hidden = hidden;
    this.sizesChanged(sheet, { top: 0, left: first, bottom: 1_048_575, right: last });
  }

  hideRows(sheet: Sheet, first: number, last: number, hidden: boolean): void {
    for (const row of hidden ? rangeOf(first, last) : existing(sheet.rows, first, last)) {
      sheet.makeRow(row).hidden = hidden;
    }
    this.sizesChanged(sheet, { top: first, left: 0, bottom: last, right: 16_383 });
  }

  sizesChanged(sheet: Sheet, block: Block): void {
    this.emit({ kind: 'sizes', sheet, block });
  }

  /** Merges a block; what stood outside its first cell goes. */
  merge(sheet: Sheet, block: Block, by: Author): void {
    this.unmerge(sheet, block);
    sheet.merges.push(block);
    let lost = false;
    for (const [row, column, cell] of sheet.cellsIn(block)) {
      if ((row === block.top && column === block.left) || (cell.value === null && !cell.formula)) continue;
      this.put(cell, null);
      lost = true;
    }
    this.emit({ kind: 'merges', sheet });
    if (lost) this.entered(sheet, block, by);
  }

  unmerge(sheet: Sheet, block: Block): void {
    const kept = sheet.merges.filter((merge) => !intersection(merge, block));
    if (kept.length === sheet.merges.length) return;
    sheet.merges = kept;
    this.emit({ kind: 'merges', sheet });
  }

  setFreeze(sheet: Sheet, freeze: Freeze): void {
    sheet.freeze = freeze;
    this.emit({ kind: 'freeze', sheet });
  }

  /** Moves cells to make room or to close a gap. Formulas and names that point at them follow. */
  shift(sheet: Sheet, shift: Shift, by: Author): void {
    if (!isOnSheet(shift.block)) return;
    shiftCells(sheet, shift);
    shiftParts(sheet, shift);
    this.engine.structureChanged(sheet, shift);
    this.emit({ kind: 'structure', sheet, shift, by });
  }
}

function* rangeOf(first: number, last: number): Generator<number> {
  for (let i = first; i <= last; i++) yield i;
}
