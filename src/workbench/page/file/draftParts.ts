import type { PlanChart, PlanRange, PrintSetup } from '../../../workbook/sheetPlan';
import { parseBlock } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import { chartShape, cornerOf } from '../chartShape';

/** The charts of a sheet that the file writer can write. */
export function chartsOf(sheet: Sheet): PlanChart[] {
  return sheet.charts.flatMap((model) => {
    const chart = chartShape(model, sheet.name);
    if (!chart) return [];
    const { type, title, categories, series } = chart;
    const { row: top, column: left } = cornerOf(sheet, chart);
    const end = cornerOf(sheet, { left: chart.left + chart.width - 1, top: chart.top + chart.height - 1 });
    const anchor: PlanRange = { top, left, bottom: end.row, right: end.column };
    return [{ type, title, categories, series, anchor }];
  });
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
