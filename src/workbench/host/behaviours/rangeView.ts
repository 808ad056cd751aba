import { formatAddress, type Block } from '../../model/address';
import type { Json } from '../../model/bag';
import type { Sheet } from '../../model/sheet';
import { behaviour, HostObject, type AnyBehaviour, type RangeObject } from '../hostObject';
import { makeRange } from '../ranges';
import { readCells } from '../rangeCells';

/** The rows and columns of a range that can be seen. */
interface ViewTarget {
  readonly sheet: Sheet;
  readonly block: Block;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Of a row among the rows of a view. */
  readonly index: number;
}
type ViewObject = HostObject<ViewTarget>;

/** What of a range is not hidden, as it stands now. */
export function visibleView(range: RangeObject): HostObject {
  const { sheet, block } = range.target;
  const span = (first: number, last: number): number[] =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return new HostObject<ViewTarget>(range.core, 'RangeView', range, {
    sheet,
    block: { ...block },
    rows: span(block.top, block.bottom).filter((row) => !sheet.isRowHidden(row)),
    columns: span(block.left, block.right).filter((column) => sheet.columns[column]?.hidden !== true),
    index: 0,
  });
}

const cells =
  (wire: string) =>
  (view: ViewObject): Json => {
    const { sheet, block, rows, columns } = view.target;
    const all = readCells(makeRange(view.core, sheet, block), wire) as Json[][];
    return rows.map((row) => columns.map((column) => all[row - block.top]![column - block.left]!));
  };

export const rangeViewBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  RangeView: behaviour<ViewTarget>({
    get: {
      Values: cells('Values'),
      Formulas: cells('Formulas'),
      FormulasLocal: cells('FormulasLocal'),
      FormulasR1C1: cells('FormulasR1C1'),
      Text: cells('Text'),
      ValueTypes: cells('ValueTypes'),
      NumberFormat: cells('NumberFormat'),
      RowCount: (view) => view.target.rows.length,
      ColumnCount: (view) => view.target.columns.length,
      Index: (view) => view.target.index,
      CellAddresses: ({ target: { sheet, rows, columns } }) =>
        rows.map((row) =>
          columns.map((column) =>
            formatAddress(sheet.name, { top: row, bottom: row, left: column, right: column }),
          ),
        ),
    },
    navigate: { Rows: (view) => new HostObject(view.core, 'RangeViewCollection', view, view.target) },
    call: { GetRange: (view) => makeRange(view.core, view.target.sheet, view.target.block) },
  }),
  RangeViewCollection: behaviour<ViewTarget>({
    items: (view) =>
      view.target.rows.map((row, index) => {
        const block = { ...view.target.block, top: row, bottom: row };
        const target: ViewTarget = { ...view.target, block, rows: [row], index };
        return new HostObject(view.core, 'RangeView', view, target);
      }),
  }),
};
