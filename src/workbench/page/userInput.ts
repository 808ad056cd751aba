import {
  CellValueType,
  ICommandService,
  toDisposable,
  type ICellData,
  type ICommandInfo,
  type IDisposable,
  type IExecutionOptions,
  type IRange,
  type Nullable,
} from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  AFTER_CELL_EDIT,
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  ReorderRangeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowHeightMutation,
  SheetInterceptorService,
  type IInsertSheetMutationParams,
  type IMoveRangeMutationParams,
  type ISetFrozenMutationParams,
  type ISetRangeValuesMutationParams,
  type ISetSelectionsOperationParams,
  type ISetWorksheetOrderMutationParams,
} from '@univerjs/preset-sheets-core';
import type { Shift } from '../model/changes';
import type { Sheet } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import type { Drawing } from './drawing';
import { blockOf } from './sheetData';
import type { Spreadsheet } from './spreadsheet';
import { editedFormat } from './editedFormat';
import { toPoints } from './units';

/** Typing and selecting go through the host, which tells the add-in about them. */
export interface UserActions {
  /** `inputs` from `row` and `column` on; null leaves a cell as it is, an empty text empties it. */
  enter(sheet: Sheet, row: number, column: number, inputs: readonly (readonly (Input | null)[])[]): void;
  select(sheet: Sheet, block: ReturnType<typeof blockOf>): void;
}

export type Input = string | number | boolean;
type Entry = readonly [row: number, column: number, cell: Nullable<ICellData>];

/** Before the component's own reading of what is typed, which would turn texts into dates and numbers. */
const FIRST = 1000;

/**
 * Carries what a person does in the component to the workbook. The component has changed by then; where the
 * workbook comes to something else (a result, a number format), the drawing puts it right.
 */
export class UserInput {
  private readonly subscriptions: IDisposable[] = [];
  private readonly handlers: Readonly<Record<string, (params: never) => void>>;

  constructor(
    { univer }: Spreadsheet,
    private readonly model: WorkbookModel,
    private readonly drawing: Drawing,
    private readonly actions: UserActions,
  ) {
    this.handlers = this.makeHandlers();
    const injector = univer.__getInjector();
    this.subscriptions.push(
      injector.get(ICommandService).onCommandExecuted((info: ICommandInfo, options?: IExecutionOptions) => {
        const own = this.drawing.isDrawing || options?.fromFormula === true;
        if (!own) this.handlers[info.id]?.(info.params as never);
      }),
      toDisposable(
        injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
          priority: FIRST,
          handler: (cell) => cell,
        }),
      ),
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private makeHandlers(): Record<string, (params: never) => void> {
    const { model } = this;
    interface OnSheet {
      readonly subUnitId: string;
    }
    type OnRange = OnSheet & { readonly range: IRange };
    type OnRanges = OnSheet & { readonly ranges: readonly IRange[] };
    const on =
      <P extends OnSheet>(act: (sheet: Sheet, params: P) => void) =>
      (params: P): void => {
        const sheet = this.drawing.sheetShownAs(params.subUnitId);
        if (sheet) act(sheet, params);
      };
    const shift = (direction: Shift['direction']) =>
      on<OnRange>((sheet, { range }) => {
        const whole =
          direction === 'down' || direction === 'up'
            ? { ...range, startColumn: 0, endColumn: 16_383 }
            : { ...range, startRow: 0, endRow: 1_048_575 };
        model.shift(sheet, { block: blockOf(whole), direction }, 'user');
      });
    const each = (act: (sheet: Sheet, range: IRange) => void) =>
      on<OnRanges>((sheet, { ranges }) => ranges.forEach((range) => act(sheet, range)));

    return {
      [SetRangeValuesMutation.id]: on<ISetRangeValuesMutationParams>((sheet, { cellValue }) =>
        this.enterCells(sheet, cellValue),
      ),
      [MoveRangeMutation.id]: ({ from, to }: IMoveRangeMutationParams) => {
        for (const { subUnitId, value } of [from, to]) {
          on((sheet) => this.enterCells(sheet, value))({ subUnitId });
        }
      },
      [ReorderRangeMutation.id]: on<OnRange>((sheet, { range }) => this.enterShown(sheet, range)),
      [MoveRowsMutation.id]: on((sheet) => this.enterShown(sheet)),
      [MoveColsMutation.id]: on((sheet) => this.enterShown(sheet)),
      [InsertRowMutation.id]: shift('down'),
      [InsertColMutation.id]: shift('right'),
      [RemoveRowMutation.id]: shift('up'),
      [RemoveColMutation.id]: shift('left'),
      [AddWorksheetMergeMutation.id]: each((sheet, range) => model.merge(sheet, blockOf(range), 'user')),
      [RemoveWorksheetMergeMutation.id]: each((sheet, range) => model.unmerge(sheet, blockOf(range))),
      [SetColHiddenMutation.id]: each((sheet, r) =>
        model.hideColumns(sheet, r.startColumn, r.endColumn, true),
      ),
      [SetColVisibleMutation.id]: each((sheet, r) =>
        model.hideColumns(sheet, r.startColumn, r.endColumn, false),
      ),
      [SetRowHiddenMutation.id]: each((sheet, r) => model.hideRows(sheet, r.startRow, r.endRow, true)),
      [SetRowVisibleMutation.id]: each((sheet, r) => model.hideRows(sheet, r.startRow, r.endRow, false)),
      [SetWorksheetColWidthMutation.id]: on<OnRanges & { colWidth: Sizes }>((sheet, { ranges, colWidth }) => {
        for (const { startColumn, endColumn } of ranges) {
          for (let column = startColumn; column <= endColumn; column++) {
            const width = typeof colWidth === 'number' ? colWidth : colWidth[column];
            if (typeof width === 'number') model.setColumnWidth(sheet, column, column, toPoints(width));
          }
        }
      }),
      [SetWorksheetRowHeightMutation.id]: on<OnRanges & { rowHeight: Sizes }>(
        (sheet, { ranges, rowHeight }) => {
          for (const { startRow, endRow } of ranges) {
            for (let row = startRow; row <= endRow; row++) {
              const height = typeof rowHeight === 'number' ? rowHeight : rowHeight[row];
              if (typeof height === 'number') model.setRowHeight(sheet, row, row, toPoints(height));
            }
          }
        },
      ),
      [SetFrozenMutation.id]: on<ISetFrozenMutationParams>((sheet, { xSplit, ySplit }) =>
        model.setFreeze(sheet, { rows: ySplit, columns: xSplit }),
      ),
      [InsertSheetMutation.id]: (params: IInsertSheetMutationParams) => this.adoptSheet(params),
      [RemoveSheetMutation.id]: on((sheet) => model.deleteSheet(sheet)),
      [SetWorksheetNameMutation.id]: on<OnSheet & { name: string }>((sheet, { name }) =>
        model.renameSheet(sheet, name),
      ),
      [SetWorksheetOrderMutation.id]: on<ISetWorksheetOrderMutationParams>((sheet, { toOrder }) =>
        model.moveSheet(sheet, toOrder),
      ),
      [SetWorksheetHideMutation.id]: on<OnSheet & { hidden: number }>((sheet, { hidden }) =>
        model.setVisibility(sheet, hidden ? 'Hidden' : 'Visible'),
      ),
      [SetWorksheetActiveOperation.id]: on((sheet) => model.activate(sheet)),
      [SetSelectionsOperation.id]: on<ISetSelectionsOperationParams>((sheet, { selections }) => {
        const range = selections.at(-1)?.range;
        if (range && range.startRow >= 0 && range.startColumn >= 0)
          this.actions.select(sheet, blockOf(range));
      }),
    };
  }

  /** A sheet the component made gets its place in the workbook. */
  private adoptSheet({ index, sheet: made }: IInsertSheetMutationParams): void {
    const sheet = this.drawing.adopt(made.id, () => this.model.addSheet(made.name, index));
    this.enterCells(sheet, made.cellData);
  }

  private enterCells(sheet: Sheet, cells: ISetRangeValuesMutationParams['cellValue']): void {
    const entries: Entry[] = [];
    for (const [row, line] of Object.entries(cells ?? {})) {
      for (const [column, cell] of Object.entries(line as Record<number, Nullable<ICellData>>)) {
        entries.push([Number(row), Number(column), cell]);
      }
    }
    this.enter(sheet, entries);
  }

  /** Enters what the component shows, after it moved cells about. */
  private enterShown(sheet: Sheet, range?: IRange): void {
    this.enter(
      sheet,
      [...this.drawing.shownCells(sheet, range)].map(([row, column, cell]) => [row, column, cell ?? null]),
    );
  }

  private enter(sheet: Sheet, entries: readonly Entry[]): void {
    const inputs: [row: number, column: number, input: Input][] = [];
    for (const [row, column, cell] of entries) {
      this.changeLook(sheet, row, column, cell);
      const input = inputOf(cell);
      if (input !== undefined) inputs.push([row, column, input]);
    }
    if (inputs.length === 0) return;
    const [top, left] = [
      Math.min(...inputs.map(([row]) => row)),
      Math.min(...inputs.map(([, column]) => column)),
    ];
    const width = Math.max(...inputs.map(([, column]) => column)) - left + 1;
    const block: (Input | null)[][] = [];
    for (const [row, column, input] of inputs) {
      for (let i = block.length; i <= row - top; i++) block.push(new Array<Input | null>(width).fill(null));
      block[row - top]![column - left] = input;
    }
    this.actions.enter(sheet, top, left, block);
  }

  private changeLook(sheet: Sheet, row: number, column: number, cell: Nullable<ICellData>): void {
    if (cell?.s === undefined || cell.s === null) return;
    const given = typeof cell.s === 'string' ? this.drawing.styleById(cell.s) : cell.s;
    if (!given) return;
    const block = { top: row, left: column, bottom: row, right: column };
    this.model.changeFormat(sheet, block, (format) => editedFormat(format, given));
  }
}

type Sizes = number | Readonly<Record<number, number | null | undefined>>;

/** What a person entered, as typed; undefined when the contents were not touched. */
function inputOf(cell: Nullable<ICellData>): string | number | boolean | undefined {
  if (!cell) return '';
  if (typeof cell.f === 'string' && cell.f !== '') return cell.f;
  if (cell.p) return (cell.p.body?.dataStream ?? '').replace(/\r\n$/, '').replace(/\r/g, '\n');
  if (cell.v === undefined) return undefined;
  if (cell.v === null) return '';
  return cell.t === CellValueType.FORCE_STRING && typeof cell.v === 'string' ? `'${cell.v}` : cell.v;
}
