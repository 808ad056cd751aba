import type { CellValue } from '../../../workbook/grid';
import { bounding, formatAddress, intersection, type Block } from '../address';
import type { Shift } from '../changes';
import type { Cell, Sheet } from '../sheet';
import type { WorkbookModel } from '../workbook';
import { CallsOfCell } from './callsOfCell';
import type { CustomFunctionPort } from './customPort';
import { evaluateFormula, isKnownFunction, type Scope } from './evaluate';
import { VOLATILE_FUNCTIONS } from './functions';
import type { HostEngine } from './hostEngine';
import { error, type Matrix } from './operands';
import { nodesOf, parseFormula, type FormulaNode } from './parser';
import { precedentsOf, type Precedent } from './precedents';
import { ReaderIndex } from './readerIndex';
import { rewriteForShift, rewriteSheetName } from './rewrite';
import { placeResult, clearSpill, type Spilled } from './spill';

export interface EngineOptions {
  readonly custom: CustomFunctionPort;
  /** Serial number of the present moment. */
  readonly now: () => number;
}

/** A cell with a formula, as the engine knows it. */
interface Entry extends Spilled {
  readonly node: FormulaNode | undefined;
  readonly calls: CallsOfCell;
  readonly precedents: readonly Precedent[];
  readonly isVolatile: boolean;
}

/** Passes after which results that keep changing what they read are left as they are. */
const MOST_PASSES = 50;

/**
 * Calculates formulas when something they read has changed, in the order of their dependence. Circular ones give 0.
 * Custom functions show `#BUSY!` until they have answered.
 */
export class FormulaEngine implements HostEngine {
  private readonly entries = new Map<Sheet, Map<string, Entry>>();
  private readonly index = new ReaderIndex<Entry>();
  private readonly dirty = new Set<Entry>();
  private readonly volatile = new Set<Entry>();
  /** Those whose results take up, or would take up, more than their cell. */
  private readonly spilling = new Set<Entry>();
  private readonly sheetNames = new Map<Sheet, string>();
  /** Cells of a file with formulas that cannot be calculated here: their saved results stay. */
  private readonly saved = new WeakMap<Cell, string>();
  private scheduled = false;
  private calculating = false;

  constructor(
    private readonly workbook: WorkbookModel,
    private readonly options: EngineOptions,
  ) {
    for (const sheet of workbook.sheets) this.scan(sheet, true);
    this.rememberNames();
  }

  contentsChanged(sheet: Sheet, block: Block): void {
    const emptied = this.scanBlock(sheet, block, true);
    for (const each of [block, ...emptied]) this.touch(sheet, each);
    for (const entry of this.volatile) this.makeDirty(entry);
  }

  structureChanged(sheet: Sheet, shift: Shift): void {
    rewriteForShift(this.workbook, sheet, shift);
    this.rebuild();
    for (const entry of this.all()) {
      if (entry.precedents.some((precedent) => precedent.sheet === sheet)) this.makeDirty(entry);
    }
  }

  namesChanged(): void {
    for (const [sheet, before] of this.sheetNames) {
      if (sheet.deleted) rewriteSheetName(this.workbook, before, undefined);
      else if (sheet.name !== before) rewriteSheetName(this.workbook, before, sheet.name);
    }
    this.rememberNames();
    this.rebuild();
    for (const entry of this.all()) this.makeDirty(entry);
  }

  adopt(sheet: Sheet): void {
    this.scan(sheet, false);
    for (const entry of this.entries.get(sheet)?.values() ?? []) {
      const cell = sheet.cell(entry.row, entry.column);
      if (cell && !this.canCalculate(entry)) this.saved.set(cell, cell.formula ?? '');
    }
  }

  /** Whether every function of a formula is known here. */
  private canCalculate({ node }: Entry): boolean {
    if (!node) return false;
    for (const each of nodesOf(node)) {
      if (each.type === 'call' && !this.options.custom.has(each.name) && !isKnownFunction(each.name))
        return false;
    }
    return true;
  }

  precedents(sheet: Sheet, block: Block): Precedent[] {
    const inside = [...(this.entries.get(sheet)?.values() ?? [])].filter((each) =>
      intersection(block, cellOf(each)),
    );
    return inside.flatMap((entry) => entry.precedents);
  }

  dependents(sheet: Sheet, block: Block): Precedent[] {
    return [...this.index.readers(sheet, block)].map((entry) => ({
      sheet: entry.sheet,
      block: cellOf(entry),
    }));
  }

  evaluate(formula: string, sheet: Sheet): CellValue | Matrix {
    const node = parseFormula(formula);
    return node
      ? evaluateFormula(
          node,
          this.scope(sheet, 0, 0, () => undefined),
        )
      : error('#NAME?');
  }

  calculate(full = false): void {
    if (this.calculating) return;
    if (full) {
      for (const entry of this.all()) {
        entry.calls.forget();
        this.dirty.add(entry);
      }
    }
    if (this.dirty.size === 0) return;
    this.calculating = true;
    try {
      const changed = new Map<Sheet, Block>();
      for (let pass = 0; this.dirty.size > 0 && pass < MOST_PASSES; pass++) this.pass(changed);
      this.dirty.clear();
      for (const [sheet, block] of changed) this.workbook.emit({ kind: 'calculated', sheet, block });
    } finally {
      this.calculating = false;
    }
  }

  private pass(changed: Map<Sheet, Block>): void {
    const order = this.ordered();
    this.dirty.clear();
    for (const { entry, circular } of order) {
      const { sheet } = entry;
      if (!this.entries.get(sheet)?.has(keyOf(entry.row, entry.column))) continue;
      const value = circular ? 0 : this.valueOf(entry);
      const touched = placeResult(entry, value);
      if (entry.spill ?? entry.blocked) this.spilling.add(entry);
      else this.spilling.delete(entry);
      if (!touched) continue;
      const known = changed.get(sheet);
      changed.set(sheet, known ? bounding(known, touched) : touched);
      // Spilled cells were not known when the order was made.
      if (touched.top !== touched.bottom || touched.left !== touched.right) this.touch(sheet, touched, entry);
    }
  }

  private valueOf(entry: Entry): CellValue | Matrix {
    const cell = entry.sheet.cell(entry.row, entry.column);
    if (cell && this.saved.has(cell)) {
      if (this.canCalculate(entry)) this.saved.delete(cell);
      else return cell.value;
    }
    if (!entry.node) return error('#NAME?');
    entry.calls.begin();
    const scope = this.scope(entry.sheet, entry.row, entry.column, (name, args) =>
      entry.calls.value(name, args),
    );
    const value = evaluateFormula(entry.node, scope);
    entry.calls.end();
    return value;
  }

  private scope(sheet: Sheet, row: number, column: number, custom: Scope['custom']): Scope {
    return { workbook: this.workbook, sheet, row, column, now: this.options.now, custom };
  }

  /** The formulas due with all that depend on them, those that are read first. */
  private ordered(): { entry: Entry; circular: boolean }[] {
    const due = new Set(this.dirty);
    const readers = new Map<Entry, Entry[]>();
    const waiting = new Map<Entry, number>();
    for (const entry of due) {
      const found = [...this.index.readers(entry.sheet, areaOf(entry))].filter((reader) => reader !== entry);
      if (this.readsItself(entry)) waiting.set(entry, (waiting.get(entry) ?? 0) + 1);
      readers.set(entry, found);
      for (const reader of found) {
        due.add(reader);
        waiting.set(reader, (waiting.get(reader) ?? 0) + 1);
      }
    }
    const order: { entry: Entry; circular: boolean }[] = [];
    const ready = [...due].filter((entry) => !waiting.get(entry));
    // The list grows while it is walked.
    for (const entry of ready) {
      order.push({ entry, circular: false });
      due.delete(entry);
      for (const reader of readers.get(entry) ?? []) {
        const left = waiting.get(reader)! - 1;
        waiting.set(reader, left);
        if (left === 0) ready.push(reader);
      }
    }
    for (const entry of due) order.push({ entry, circular: this.isInCircle(entry, readers) });
    return order;
  }

  private readsItself(entry: Entry): boolean {
    return entry.precedents.some(
      ({ sheet, block }) => sheet === entry.sheet && intersection(block, cellOf(entry)) !== undefined,
    );
  }

  private isInCircle(entry: Entry, readers: ReadonlyMap<Entry, readonly Entry[]>): boolean {
    if (this.readsItself(entry)) return true;
    const seen = new Set<Entry>();
    const stack = [...(readers.get(entry) ?? [])];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (next === entry) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      stack.push(...(readers.get(next) ?? []));
    }
    return false;
  }

  private touch(sheet: Sheet, block: Block, except?: Entry): void {
    for (const entry of this.index.readers(sheet, block)) if (entry !== except) this.makeDirty(entry);
    for (const entry of this.spilling) {
      if (entry === except || entry.sheet !== sheet) continue;
      const wanted = entry.blocked ?? entry.spill;
      if (wanted && intersection(wanted, block)) this.makeDirty(entry);
    }
  }

  private makeDirty(entry: Entry): void {
    if (entry.isVolatile) entry.calls.forget();
    this.dirty.add(entry);
  }

  private scan(sheet: Sheet, due: boolean): void {
    this.scanBlock(
      sheet,
      { top: 0, left: 0, bottom: Math.max(sheet.rows.length - 1, 0), right: 16_383 },
      due,
    );
  }

  /**
   * Takes up the formulas of a block and lets go of those that were there. Gives the blocks those had spilled into.
   */
  private scanBlock(sheet: Sheet, block: Block, due: boolean): Block[] {
    const emptied: Block[] = [];
    let entries = this.entries.get(sheet);
    if (!entries) this.entries.set(sheet, (entries = new Map<string, Entry>()));
    for (const [key, entry] of entries) {
      if (!intersection(block, cellOf(entry))) continue;
      entry.calls.cancelAll();
      if (entry.spill) emptied.push(entry.spill);
      clearSpill(entry);
      entries.delete(key);
      this.forget(entry);
    }
    for (const [row, column, cell] of sheet.cellsIn(block)) {
      // What somebody enters is not the file's any more.
      if (due && (cell.value === null || this.saved.get(cell) !== cell.formula)) this.saved.delete(cell);
      if (cell.formula === undefined) continue;
      const entry = this.entryFor(sheet, row, column, cell.formula);
      entries.set(keyOf(row, column), entry);
      this.remember(entry);
      if (due) this.dirty.add(entry);
    }
    return emptied;
  }

  private entryFor(sheet: Sheet, row: number, column: number, formula: string, calls?: CallsOfCell): Entry {
    const node = parseFormula(formula);
    const { custom } = this.options;
    const names = node ? [...nodesOf(node)].flatMap((each) => (each.type === 'call' ? [each.name] : [])) : [];
    const entry: Entry = {
      sheet,
      row,
      column,
      node,
      precedents: node ? precedentsOf(node, this.workbook, sheet, row) : [],
      isVolatile: names.some((name) => VOLATILE_FUNCTIONS.has(name) || custom.isVolatile(name)),
      calls: calls ?? new CallsOfCell(custom, () => formatAddress(entry.sheet.name, cellOf(entry))),
    };
    entry.calls.onResult = () => {
      this.dirty.add(entry);
      this.schedule();
    };
    return entry;
  }

  /** Formulas and places have changed: entries are made anew, calls under way stay with their cells. */
  private rebuild(): void {
    const calls = new Map<unknown, { calls: CallsOfCell; entry: Entry }>();
    for (const entry of this.all()) if (entry.cell) calls.set(entry.cell, { calls: entry.calls, entry });
    this.entries.clear();
    this.index.clear();
    this.dirty.clear();
    this.volatile.clear();
    this.spilling.clear();
    for (const sheet of this.workbook.sheets) {
      const entries = new Map<string, Entry>();
      this.entries.set(sheet, entries);
      for (const [row, column, cell] of sheet.cellsIn({
        top: 0,
        left: 0,
        bottom: sheet.rows.length,
        right: 16_383,
      })) {
        if (cell.formula === undefined) continue;
        if (this.saved.has(cell)) this.saved.set(cell, cell.formula);
        const kept = calls.get(cell);
        calls.delete(cell);
        const entry = this.entryFor(sheet, row, column, cell.formula, kept?.calls);
        if (kept) {
          entry.cell = cell;
          const { spill, row: top, column: left } = kept.entry;
          if (spill) entry.spill = moved(spill, row - top, column - left);
          if (spill) this.spilling.add(entry);
        } else this.dirty.add(entry);
        entries.set(keyOf(row, column), entry);
        this.remember(entry);
      }
    }
    for (const { calls: gone } of calls.values()) gone.cancelAll();
  }

  private remember(entry: Entry): void {
    this.index.add(entry);
    if (entry.isVolatile) this.volatile.add(entry);
  }

  private forget(entry: Entry): void {
    this.index.remove(entry);
    for (const set of [this.dirty, this.volatile, this.spilling]) set.delete(entry);
  }

  private rememberNames(): void {
    this.sheetNames.clear();
    for (const sheet of this.workbook.sheets) this.sheetNames.set(sheet, sheet.name);
  }

  private *all(): Generator<Entry> {
    for (const entries of this.entries.values()) yield* entries.values();
  }

  /** Results that come one by one are calculated together. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      this.calculate();
    });
  }
}

const keyOf = (row: number, column: number): string => `${row},${column}`;

function cellOf({ row, column }: Entry): Block {
  return { top: row, left: column, bottom: row, right: column };
}

const moved = (block: Block, rows: number, columns: number): Block => ({
  top: block.top + rows,
  left: block.left + columns,
  bottom: block.bottom + rows,
  right: block.right + columns,
});

const areaOf = (entry: Entry): Block => entry.spill ?? cellOf(entry);
