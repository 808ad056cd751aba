import type { PlanChart, PlanRange, PrintSetup } from '../../../workbook/sheetPlan';
import { parseBlock } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import { chartShape } from '../chartShape';

/** The charts of a sheet that the file writer can write. */
export function chartsOf(sheet: Sheet): PlanChart[] {
  return sheet.charts.flatMap((model) => {
    const chart = chartShape(model, sheet.name);
    if (!chart) return [];
    const { type, title, categories, series, left, top, width, height } = chart;
    const column = (at: number): number => indexAt(at, (c) => (sheet.columns[c]?.hidden ? 0 : sheet.columnWidth(c)));
    const row = (at: number): number => indexAt(at, (r) => (sheet.isRowHidden(r) ? 0 : sheet.rowHeight(r)));
    const anchor: PlanRange = {
      top: row(top),
      left: column(left),
      bottom: row(top + height - 1),
      right: column(left + width - 1),
    };
    return [{ type, title, categories, series, anchor }];
  });
}

/** Which row or column lies at so many points. */
function indexAt(points: number, sizeOf: (index: number) => number): number {
  let at = 0;
  for (let index = 0; ; index++) {
    at += sizeOf(index);
    if (at > points || index > 20_000) return index;
  }
}

/** The page set-up of a sheet; undefined where nobody set one. */
export function printOf(sheet: Sheet): PrintSetup | undefined {
  const layout = sheet.bag.children.get('PageLayout');
  if (!layout || layout.values.size === 0) return undefined;
  const zoom = layout.values.get('Zoom');
  const titles = layout.values.get('PrintTitleRows');
  const block = typeof titles === 'string' ? parseBlock(titles) : undefined;
  const part = (name: string): string => {
    const text = layout.read('HeadersFooters', 'DefaultForAllPages', `${name}Footer`);
    return typeof text === 'string' ? text : '';
  };
  const [left, center, right] = [part('Left'), part('Center'), part('Right')];
  const breaks = sheet.bag.children.get('HorizontalPageBreaks')?.items ?? [];
  const footer = [left && `&L${left}`, center && `&C${center}`, right && `&R${right}`].join('');
  return {
    orientation: layout.values.get('Orientation') === 'Landscape' ? 'landscape' : 'portrait',
    fitToWidth: typeof zoom === 'object' && zoom !== null && 'horizontalFitToPages' in zoom,
    footer,
    ...(block && { titleRows: { first: block.top, last: block.bottom } }),
    ...(breaks.length > 0 && { pageBreaks: breaks.map((each) => Number(each.values.get('RowIndex'))) }),
  };
}
