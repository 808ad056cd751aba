import { formatAddress, parseBlock, splitAddress, type Block } from '../../model/address';
import { Bag, type Json } from '../../model/bag';
import { extentOf } from '../../model/extent';
import type { ChartModel, ChartSeriesModel } from '../../model/parts';
import type { Sheet } from '../../model/sheet';
import type { WorkbookModel } from '../../model/workbook';
import { wireValue } from '../cellValues';
import { EventType } from '../events';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { isRange, rangeArgument } from '../ranges';
import { sheetOf } from './sheetParts';
import { asText } from '../arguments';

type ChartObject = HostObject<ChartModel>;
export interface SeriesTarget {
  readonly chart: ChartModel;
  readonly series: ChartSeriesModel;
}
export type SeriesObject = HostObject<SeriesTarget>;

/** Points of a chart nobody has sized. */
const SIZE = { width: 360, height: 216 };

export function chartChanged(view: HostObject): void {
  view.core.workbook.emit({ kind: 'object', type: 'Chart', sheet: sheetOf(view) });
}

function chartObject(view: HostObject, chart: ChartModel): ChartObject {
  return new HostObject(view.core, 'Chart', view, chart, chart.bag);
}

function find(view: HostObject, key: Argument): HostObject | null {
  const wanted = asText(key).toLowerCase();
  const chart = sheetOf(view).charts.find(
    (each) => each.name.toLowerCase() === wanted || each.id.toLowerCase() === wanted,
  );
  return chart ? chartObject(view, chart) : null;
}

/** Series of a block: each column (or row) one, headings and first column as names and categories where they are text. */
export function seriesOf(sheet: Sheet, block: Block, seriesBy: Argument): ChartSeriesModel[] {
  const byRows =
    seriesBy === 'Rows' || (seriesBy !== 'Columns' && block.right - block.left > block.bottom - block.top);
  const isText = (row: number, column: number): boolean => typeof sheet.value(row, column) !== 'number';
  const hasCorner = block.bottom > block.top && block.right > block.left;
  const headings = hasCorner && isText(block.top, block.right);
  const labels = hasCorner && isText(block.bottom, block.left);
  const body: Block = { ...block, top: block.top + (headings ? 1 : 0), left: block.left + (labels ? 1 : 0) };
  const address = (part: Block): string => formatAddress(sheet.name, part);
  const made: ChartSeriesModel[] = [];
  const [first, last] = byRows ? [body.top, body.bottom] : [body.left, body.right];
  for (let i = first; i <= last; i++) {
    const values = byRows ? { ...body, top: i, bottom: i } : { ...body, left: i, right: i };
    const name = byRows
      ? labels && { top: i, bottom: i, left: block.left, right: block.left }
      : headings && { top: block.top, bottom: block.top, left: i, right: i };
    const categories = byRows
      ? headings && { ...body, top: block.top, bottom: block.top }
      : labels && { ...body, left: block.left, right: block.left };
    made.push({
      name: name ? asText(wireValue(sheet.value(name.top, name.left))) : `Series${made.length + 1}`,
      ...(name && { nameSource: address(name) }),
      values: address(values),
      ...(categories && { categories: address(categories) }),
      bag: new Bag(),
    });
  }
  return made;
}

export function addressOf(value: Argument): string {
  if (!isRange(value)) throw invalidArgument();
  return formatAddress(value.target.sheet.name, value.target.block);
}

export function valuesAt(view: SeriesObject, text: string | undefined): Json[] {
  if (text === undefined) return [];
  const { sheet: name, range } = splitAddress(text);
  const sheet = name === undefined ? undefined : view.core.workbook.sheet(name);
  const block = parseBlock(range);
  if (!sheet || !block) return [];
  view.core.workbook.engine.calculate();
  const values: Json[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++)
      values.push(wireValue(sheet.value(row, column)));
  }
  return values;
}

function sizeProperty(key: 'left' | 'top' | 'width' | 'height') {
  return {
    get: (view: ChartObject): Json => view.target[key],
    set: (view: ChartObject, value: Json): void => {
      if (typeof value !== 'number' || value < 0) throw invalidArgument();
      view.target[key] = value;
      chartChanged(view);
    },
  };
}
const left = sizeProperty('left');
const top = sizeProperty('top');
const width = sizeProperty('width');
const height = sizeProperty('height');

function seriesObject(view: ChartObject | HostObject<ChartModel>, series: ChartSeriesModel): SeriesObject {
  return new HostObject(view.core, 'ChartSeries', view, { chart: view.target, series }, series.bag);
}

const activeCharts = new WeakMap<WorkbookModel, ChartObject>();

function activate(view: ChartObject): null {
  const before = activeCharts.get(view.core.workbook);
  if (before?.target === view.target) return null;
  const emit = (type: number, chart: ChartObject): void => {
    const sheet = sheetOf(chart);
    view.core.events.emit(type, [chart.target.id, 'Workbook', sheet.id], {
      chartId: chart.target.id,
      worksheetId: sheet.id,
    });
  };
  if (before) emit(EventType.chartDeactivated, before);
  activeCharts.set(view.core.workbook, view);
  emit(EventType.chartActivated, view);
  return null;
}

/** The table of data below a chart; it is there with every chart, and seen when it is switched on. */
function dataTable(view: ChartObject): HostObject {
  return new HostObject(view.core, 'ChartDataTable', view, undefined, view.bag.child('DataTable'));
}

const source =
  (key: 'values' | 'categories' | 'bubbles') =>
  (view: SeriesObject, range: Argument): null => {
    view.target.series[key] = addressOf(range);
    chartChanged(view);
    return null;
  };

/** Where the values of a dimension stand. */
function dimensionOf({ target: { series } }: SeriesObject, dimension: Argument): string | undefined {
  if (dimension === 'Categories' || dimension === 'XValues') return series.categories;
  if (dimension === 'BubbleSizes') return series.bubbles;
  return series.values;
}

export const chartBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  ChartCollection: behaviour({
    get: { Count: (view) => sheetOf(view).charts.length },
    items: (view) => sheetOf(view).charts.map((chart) => chartObject(view, chart)),
    call: {
      Add: (view, type, data, seriesBy) => {
        if (!isRange(data)) throw invalidArgument();
        const sheet = sheetOf(view);
        const number = view.core.workbook.nextId();
        const chart: ChartModel = {
          id: `{${asText(number).padStart(8, '0')}-0001-0000-0000-000000000000}`,
          type: asText(type),
          name: `Chart ${sheet.charts.length + 1}`,
          left: 0,
          top: 0,
          ...SIZE,
          series: seriesOf(data.target.sheet, data.target.block, seriesBy),
          bag: new Bag(),
        };
        sheet.charts.push(chart);
        view.core.events.emit(EventType.chartAdded, [sheet.id], {
          chartId: chart.id,
          worksheetId: sheet.id,
          source: 'Local',
        });
        chartChanged(view);
        return chartObject(view, chart);
      },
      GetItem: (view, name) => {
        const found = find(view, name);
        if (!found) throw itemNotFound();
        return found;
      },
      GetItemOrNullObject: find,
    },
  }),
  Chart: behaviour<ChartModel>({
    get: {
      Id: (view) => view.target.id,
      Name: (view) => view.target.name,
      ChartType: (view) => view.target.type,
      Left: left.get,
      Top: top.get,
      Width: width.get,
      Height: height.get,
    },
    set: {
      Name: (view, value) => {
        view.target.name = asText(value);
        chartChanged(view);
      },
      ChartType: (view, value) => {
        view.target.type = asText(value);
        chartChanged(view);
      },
      Left: left.set,
      Top: top.set,
      Width: width.set,
      Height: height.set,
    },
    navigate: {
      Series: (view) => new HostObject(view.core, 'ChartSeriesCollection', view, view.target),
      Worksheet: (view) => view.core.worksheet(sheetOf(view)),
    },
    call: {
      Activate: activate,
      GetDataTable: dataTable,
      GetDataTableOrNullObject: dataTable,
      Delete: (view) => {
        const sheet = sheetOf(view);
        const index = sheet.charts.indexOf(view.target);
        if (index < 0) throw itemNotFound();
        sheet.charts.splice(index, 1);
        view.core.events.emit(EventType.chartDeleted, [sheet.id], {
          chartId: view.target.id,
          worksheetId: sheet.id,
          source: 'Local',
        });
        chartChanged(view);
        return null;
      },
      SetData: (view, data, seriesBy) => {
        if (!isRange(data)) throw invalidArgument();
        view.target.series.splice(0, Infinity, ...seriesOf(data.target.sheet, data.target.block, seriesBy));
        chartChanged(view);
        return null;
      },
      SetPosition: (view, start, end) => {
        const sheet = sheetOf(view);
        const from = extentOf(sheet, rangeArgument(view.core, sheet, start).block);
        view.target.left = from.left;
        view.target.top = from.top;
        if (end !== undefined && end !== null) {
          const to = extentOf(sheet, rangeArgument(view.core, sheet, end).block);
          view.target.width = to.left + to.width - from.left;
          view.target.height = to.top + to.height - from.top;
        }
        chartChanged(view);
        return null;
      },
    },
  }),
  ChartSeriesCollection: behaviour<ChartModel>({
    get: { Count: (view) => view.target.series.length },
    items: (view) => view.target.series.map((series) => seriesObject(view, series)),
    call: {
      Add: (view, name, index) => {
        const series: ChartSeriesModel = {
          name: typeof name === 'string' ? name : `Series${view.target.series.length + 1}`,
          bag: new Bag(),
        };
        view.target.series.splice(typeof index === 'number' ? index : view.target.series.length, 0, series);
        chartChanged(view);
        return seriesObject(view, series);
      },
    },
  }),
  ChartSeries: behaviour<SeriesTarget>({
    get: {
      Name: (view) => view.target.series.name,
      ChartType: (view) => view.bag.values.get('ChartType') ?? view.target.chart.type,
    },
    defaults: { AxisGroup: 'Primary', Filtered: false, HasDataLabels: false },
    navigate: {
      Points: (view) =>
        new HostObject(view.core, 'ChartPointsCollection', view, view.target, view.bag.child('Points')),
    },
    set: {
      Name: (view, value) => {
        view.target.series.name = asText(value);
        chartChanged(view);
      },
    },
    changed: chartChanged,
    call: {
      SetValues: source('values'),
      SetXAxisValues: source('categories'),
      SetBubbleSizes: source('bubbles'),
      GetDimensionValues: (view, dimension) => valuesAt(view, dimensionOf(view, dimension)),
      GetDimensionDataSourceString: (view, dimension) => {
        const address = dimensionOf(view, dimension);
        if (address === undefined) throw invalidArgument();
        return address;
      },
      GetDimensionDataSourceType: (view, dimension) =>
        dimensionOf(view, dimension) === undefined ? 'Unknown' : 'LocalRange',
      Delete: (view) => {
        const { chart, series } = view.target;
        chart.series.splice(chart.series.indexOf(series), 1);
        chartChanged(view);
        return null;
      },
    },
  }),
};
