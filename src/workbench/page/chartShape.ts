import type { Block } from '../model/address';
import { parseBlock, splitAddress } from '../model/address';
import type { ChartModel } from '../model/parts';
import type { Sheet } from '../model/sheet';

/** A chart of one of the kinds that are drawn and written, over cells of its own sheet. Sizes are points. */
export interface ChartShape {
  readonly type: 'bar' | 'column' | 'line';
  readonly title: string;
  readonly categories: Block;
  readonly series: readonly { readonly name: string; readonly values: Block }[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Undefined for other kinds and for charts without values or labels on their own sheet. */
export function chartShape(chart: ChartModel, sheetName: string): ChartShape | undefined {
  const type = typeOf(chart.type);
  const block = (address: string | undefined): Block | undefined => {
    if (address === undefined) return undefined;
    const { sheet, range } = splitAddress(address);
    return sheet === undefined || sheet === sheetName ? parseBlock(range) : undefined;
  };
  const categories = chart.series.map((each) => block(each.categories)).find((each) => each !== undefined);
  const series = chart.series.flatMap(({ name, values }) => {
    const found = block(values);
    return found ? [{ name, values: found }] : [];
  });
  if (!type || !categories || series.length === 0) return undefined;
  const { left, top, width, height } = chart;
  const title = chart.bag.read('Title', 'Text');
  return {
    type,
    title: typeof title === 'string' ? title : '',
    categories,
    series,
    left,
    top,
    width,
    height,
  };
}

function typeOf(type: string): ChartShape['type'] | undefined {
  if (type.startsWith('Bar')) return 'bar';
  if (type.startsWith('Column')) return 'column';
  return type.startsWith('Line') ? 'line' : undefined;
}

/** The cell at so many points from the corner of the sheet. */
export function cornerOf(
  sheet: Sheet,
  { left, top }: { readonly left: number; readonly top: number },
): { row: number; column: number } {
  return {
    row: indexAt(top, (r) => (sheet.isRowHidden(r) ? 0 : sheet.rowHeight(r))),
    column: indexAt(left, (c) => (sheet.columns[c]?.hidden === true ? 0 : sheet.columnWidth(c))),
  };
}

const FAR = 20_000;

function indexAt(points: number, sizeOf: (index: number) => number): number {
  let at = 0;
  for (let index = 0; index < FAR; index++) {
    at += sizeOf(index);
    if (at > points) return index;
  }
  return FAR;
}
