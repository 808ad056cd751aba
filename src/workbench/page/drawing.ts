import {
  BooleanNumber,
  ICommandService,
  type ICellData,
  type IExecutionOptions,
  type IRange,
  type IStyleData,
  type Nullable,
  type Workbook,
} from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
} from '@univerjs/preset-sheets-core';
import { bounding, intersection, type Block } from '../model/address';
import type { Change } from '../model/changes';
import type { Sheet } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { RuleDrawing } from './ruleDrawing';
import { cellsOf, extentOf, freezeOf, rangeOf, sheetData } from './sheetData';
import type { Spreadsheet } from './spreadsheet';
import { toPixels } from './units';

/** What is to be drawn of one sheet at the next stroke. */
interface Due {
  cells?: Block;
  sizes?: Block;
  merges?: boolean;
  freeze?: boolean;
  rules?: boolean;
}

const UNIT = 'workbook';
/** Keeps the component's formula bookkeeping from emptying the cells that get a formula. */
const LOCAL = { onlyLocal: true };
/** As if somebody else had done it: the reader stays on the sheet in view. */
const OTHERS = { ...LOCAL, fromCollab: true };
/** A stroke follows a change within this time; changes in between are drawn together. */
const STROKE_MS = 30;

/** Shows a workbook in the component and follows its changes. */
export class Drawing {
  private readonly due = new Map<Sheet, Due>();
  /** Sheets that were made in the component, which gave them ids of its own. */
  private readonly adopted = new Map<Sheet, string>();
  private adopting: string | undefined;
  private readonly shownMerges = new Map<Sheet, readonly Block[]>();
  private readonly rules = new RuleDrawing();
  private readonly stop: () => void;
  private readonly commands: ICommandService;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private depth = 0;
  /** Strokes so far. */
  strokes = 0;

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly model: WorkbookModel,
    private readonly afterStroke: () => void = () => undefined,
  ) {
    this.commands = spreadsheet.univer.__getInjector().get(ICommandService);
    const sheets = Object.fromEntries(model.sheets.map((sheet) => [sheet.id, sheetData(sheet)]));
    this.quietly(() => {
      spreadsheet.api.createWorkbook({
        id: UNIT,
        name: model.name,
        sheetOrder: model.sheets.map((sheet) => sheet.id),
        sheets,
      });
    });
    for (const sheet of model.sheets) {
      this.shownMerges.set(sheet, [...sheet.merges]);
      this.dueOf(sheet).rules = true;
    }
    this.stop = model.onChange((change) => this.note(change));
    this.later();
  }

  /** True while the component changes because of the workbook, not because of the user. */
  get isDrawing(): boolean {
    return this.depth > 0;
  }

  /** Draws what is due now. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const due = [...this.due];
    this.due.clear();
    this.quietly(() => {
      for (const [sheet, what] of due) if (!sheet.deleted) this.stroke(sheet, what);
    });
    this.strokes++;
    this.afterStroke();
  }

  /** The sheet that the component knows under `id`. */
  sheetShownAs(id: string): Sheet | undefined {
    return this.model.sheets.find((sheet) => this.idOf(sheet) === id);
  }

  /** Runs `make`, which adds the sheet to the workbook that the component shows as `id` already. */
  adopt(id: string, make: () => Sheet): Sheet {
    this.adopting = id;
    const sheet = make();
    this.adopting = undefined;
    return sheet;
  }

  /** A style of the component that a cell names. */
  styleById(id: string): IStyleData | undefined {
    return this.workbook.getStyles().get(id) ?? undefined;
  }

  /** What the component holds, row by row, in `range` or wherever something is. */
  *shownCells(
    sheet: Sheet,
    range?: IRange,
  ): Generator<[row: number, column: number, cell: Nullable<ICellData>]> {
    const worksheet = this.workbook.getSheetBySheetId(this.idOf(sheet));
    if (!worksheet) return;
    const { startRow, startColumn, endRow, endColumn } = range ?? worksheet.getDataRealRange();
    for (let row = startRow; row <= endRow; row++) {
      for (let column = startColumn; column <= endColumn; column++) {
        yield [row, column, worksheet.getCellRaw(row, column)];
      }
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.stop();
    this.quietly(() => this.spreadsheet.api.disposeUnit(UNIT));
  }

  private note(change: Change): void {
    switch (change.kind) {
      case 'contents':
      case 'calculated':
      case 'format': {
        const due = this.dueOf(change.sheet);
        due.cells = due.cells ? bounding(due.cells, change.block) : change.block;
        break;
      }
      case 'sizes': {
        const due = this.dueOf(change.sheet);
        due.sizes = due.sizes ? bounding(due.sizes, change.block) : change.block;
        break;
      }
      case 'merges':
        this.dueOf(change.sheet).merges = true;
        break;
      case 'freeze':
        this.dueOf(change.sheet).freeze = true;
        break;
      case 'structure':
        this.redraw(change.sheet);
        break;
      case 'object':
        if (change.sheet) this.dueOf(change.sheet).rules = true;
        else return;
        break;
      case 'protection':
        return;
      default:
        this.quietly(() => this.followTabs(change));
        return;
    }
    this.later();
  }

  private redraw(sheet: Sheet): void {
    const due = this.dueOf(sheet);
    due.cells = due.sizes = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
    due.merges = due.rules = true;
  }

  private followTabs(change: Exclude<Change, { kind: 'object' }>): void {
    const { sheet } = change;
    if (change.kind === 'sheetAdded' && this.adopting !== undefined) this.adopted.set(sheet, this.adopting);
    const target = { unitId: UNIT, subUnitId: this.idOf(sheet) };
    const shown = this.workbook;
    switch (change.kind) {
      case 'sheetAdded':
        if (!shown.getSheetBySheetId(this.idOf(sheet))) {
          const index = this.model.sheets.indexOf(sheet);
          this.run(InsertSheetMutation.id, { unitId: UNIT, index, sheet: sheetData(sheet) }, OTHERS);
          this.shownMerges.set(sheet, [...sheet.merges]);
        }
        break;
      case 'sheetDeleted':
        this.due.delete(sheet);
        if (!shown.getSheetBySheetId(this.idOf(sheet))) break;
        this.run(RemoveSheetMutation.id, { ...target, subUnitName: sheet.name });
        break;
      case 'sheetRenamed':
        this.run(SetWorksheetNameMutation.id, { ...target, name: sheet.name });
        break;
      case 'sheetMoved': {
        const from = shown.getSheetOrders().indexOf(this.idOf(sheet));
        const to = this.model.sheets.indexOf(sheet);
        if (from !== to) this.run(SetWorksheetOrderMutation.id, { ...target, fromOrder: from, toOrder: to });
        break;
      }
      case 'sheetVisibility': {
        const hidden = sheet.visibility === 'Visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
        this.run(SetWorksheetHideMutation.id, { ...target, hidden }, OTHERS);
        break;
      }
      case 'sheetLook':
        this.run(SetTabColorMutation.id, { ...target, color: sheet.tabColor });
        break;
      case 'activated':
        this.flush();
        if (shown.getActiveSheet()?.getSheetId() !== this.idOf(sheet))
          this.run(SetWorksheetActiveOperation.id, target);
        break;
      case 'selected':
        this.showSelection(sheet, change.block);
        break;
      default:
    }
  }

  private showSelection(sheet: Sheet, block: Block): void {
    const worksheet = this.workbook.getSheetBySheetId(this.idOf(sheet));
    if (!worksheet) return;
    const { rows, columns } = { rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
    const inside = intersection(block, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
    if (!inside) return;
    const merge = sheet.mergeAt(inside.top, inside.left);
    const primary = rangeOf(merge ?? { ...inside, bottom: inside.top, right: inside.left });
    this.run(SetSelectionsOperation.id, {
      unitId: UNIT,
      subUnitId: this.idOf(sheet),
      reveal: true,
      selections: [
        {
          range: rangeOf(
            merge && inside.top === inside.bottom && inside.left === inside.right ? merge : inside,
          ),
          primary: {
            ...primary,
            actualRow: inside.top,
            actualColumn: inside.left,
            isMerged: merge !== undefined,
            isMergedMainCell: merge?.top === inside.top && merge.left === inside.left,
          },
          style: null,
        },
      ],
    });
  }

  private stroke(sheet: Sheet, due: Due): void {
    const worksheet = this.workbook.getSheetBySheetId(this.idOf(sheet));
    if (!worksheet) return;
    const target = { unitId: UNIT, subUnitId: this.idOf(sheet) };
    const extent = extentOf(sheet);
    const rows = Math.max(extent.rows, worksheet.getRowCount());
    if (rows > worksheet.getRowCount())
      this.run(SetWorksheetRowCountMutation.id, { ...target, rowCount: rows });
    const all = { top: 0, left: 0, bottom: rows - 1, right: worksheet.getColumnCount() - 1 };
    if (due.merges) this.strokeMerges(sheet, target);
    if (due.cells) {
      const used = sheet.usedBlock(false);
      const shown = worksheet.getDataRealRange();
      const reach = used
        ? bounding(used, { top: 0, left: 0, bottom: shown.endRow, right: shown.endColumn })
        : all;
      const block = intersection(intersection(due.cells, all) ?? all, reach);
      if (block) {
        const cells = cellsOf(sheet, block);
        const nothing = Object.fromEntries(
          Object.entries(cells).map(([row, line]) => [
            row,
            Object.fromEntries(Object.keys(line).map((column) => [column, null])),
          ]),
        );
        this.run(SetRangeValuesMutation.id, { ...target, cellValue: nothing });
        this.run(SetRangeValuesMutation.id, { ...target, cellValue: cells });
      }
    }
    if (due.sizes) this.strokeSizes(sheet, target, intersection(due.sizes, all) ?? all);
    if (due.freeze) this.run(SetFrozenMutation.id, { ...target, ...freezeOf(sheet.freeze) });
    if (due.rules) this.rules.draw(sheet, target, (id, params) => this.run(id, params));
  }

  private strokeMerges(sheet: Sheet, target: object): void {
    const before = this.shownMerges.get(sheet) ?? [];
    if (before.length > 0)
      this.run(RemoveWorksheetMergeMutation.id, { ...target, ranges: before.map(rangeOf) });
    if (sheet.merges.length > 0) {
      this.run(AddWorksheetMergeMutation.id, { ...target, ranges: sheet.merges.map(rangeOf) });
    }
    this.shownMerges.set(sheet, [...sheet.merges]);
  }

  private strokeSizes(sheet: Sheet, target: object, block: Block): void {
    const bottom = Math.min(block.bottom, Math.max(sheet.rows.length - 1, 0));
    const right = Math.min(block.right, Math.max(sheet.columns.length - 1, 0));
    const columns = { startRow: 0, endRow: 0, startColumn: block.left, endColumn: right };
    const colWidth: Record<number, number> = {};
    const hiddenColumns: number[] = [];
    for (let column = block.left; column <= right; column++) {
      colWidth[column] = toPixels(sheet.columnWidth(column));
      if (sheet.columns[column]?.hidden) hiddenColumns.push(column);
    }
    const rowHeight: Record<number, number> = {};
    const hiddenRows: number[] = [];
    for (let row = block.top; row <= bottom; row++) {
      const height = sheet.rows[row]?.height;
      if (height !== undefined) rowHeight[row] = toPixels(height);
      if (sheet.isRowHidden(row)) hiddenRows.push(row);
    }
    const rows = { startRow: block.top, endRow: bottom, startColumn: 0, endColumn: 0 };
    if (right >= block.left) {
      this.run(SetWorksheetColWidthMutation.id, { ...target, ranges: [columns], colWidth });
      this.run(SetColVisibleMutation.id, { ...target, ranges: [columns] });
      const ranges = runs(hiddenColumns).map(([first, last]) => ({
        ...columns,
        startColumn: first,
        endColumn: last,
      }));
      if (ranges.length > 0) this.run(SetColHiddenMutation.id, { ...target, ranges });
    }
    if (bottom >= block.top) {
      this.run(SetWorksheetRowHeightMutation.id, { ...target, ranges: [rows], rowHeight });
      this.run(SetRowVisibleMutation.id, { ...target, ranges: [rows] });
      const ranges = runs(hiddenRows).map(([first, last]) => ({ ...rows, startRow: first, endRow: last }));
      if (ranges.length > 0) this.run(SetRowHiddenMutation.id, { ...target, ranges });
    }
  }

  private idOf(sheet: Sheet): string {
    return this.adopted.get(sheet) ?? sheet.id;
  }

  private get workbook(): Workbook {
    return this.spreadsheet.api.getWorkbook(UNIT)!.getWorkbook();
  }

  private dueOf(sheet: Sheet): Due {
    let due = this.due.get(sheet);
    if (!due) this.due.set(sheet, (due = {}));
    return due;
  }

  private later(): void {
    this.timer ??= setTimeout(() => this.flush(), STROKE_MS);
  }

  private run(id: string, params: object, options: IExecutionOptions = LOCAL): void {
    this.commands.syncExecuteCommand(id, params, options);
  }

  private quietly(draw: () => void): void {
    this.depth++;
    try {
      draw();
    } catch (failure) {
      // what cannot be drawn must not fail the request that changed the workbook
      console.error(failure);
    } finally {
      this.depth--;
    }
  }
}

/** `[1,2,3,7]` to `[[1,3],[7,7]]`. */
function runs(sorted: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const n of sorted) {
    const last = found.at(-1);
    if (last?.[1] === n - 1) last[1] = n;
    else found.push([n, n]);
  }
  return found;
}
