import { formatAddress, parseBlock, splitAddress, type Block } from '../../model/address';
import { Bag, type Json } from '../../model/bag';
import { extentOf } from '../../model/extent';
import type { ChartModel, ChartSeriesModel } from '../../model/parts';
import type { Sheet } from '../../model/sheet';
import { wireValue } from '../cellValues';
import { EventType } from '../events';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { isRange, rangeArgument } from '../ranges';
import { sheetOf } from './sheetParts';

type ChartObject = HostObject<ChartModel>;
interface SeriesTarget {
  readonly chart: ChartModel;
  readonly series: ChartSeriesModel;
}
type SeriesObject = HostObject<SeriesTarget>;

/** Points of a chart nobody has sized. */
const SIZE = { width: 360, height: 216 };

function changed(self: HostObject): void {
  self.core.workbook.emit({ kind: 'object', type: 'Chart', sheet: sheetOf(self) });
}

function chartObject(self: HostObject, chart: ChartModel): ChartObject {
  return new HostObject(self.core, 'Chart', self, chart, chart.bag);
}

function find(self: HostObject, key: Argument): HostObject | null {
  const wanted = String(key as string).toLowerCase();
  const chart = sheetOf(self).charts.find((each) => each.name.toLowerCase() === wanted || each.id.toLowerCase() === wanted);
  return chart ? chartObject(self, chart) : null;
}

/** Series of a block: each column (or row) one, headings and first column as names and categories where they are text. */
export function seriesOf(sheet: Sheet, block: Block, seriesBy: Argument): ChartSeriesModel[] {
  const byRows = seriesBy === 'Rows' || (seriesBy !== 'Columns' && block.right - block.left > block.bottom - block.top);
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
      name: name ? String(wireValue(sheet.value(name.top, name.left)) as string) : `Series${made.length + 1}`,
      ...(name && { nameSource: address(name) }),
      values: address(values),
      ...(categories && { categories: address(categories) }),
      bag: new Bag(),
    });
  }
  return made;
}

function addressOf(value: Argument): string {
  if (!isRange(value)) throw invalidArgument();
  return formatAddress(value.target.sheet.name, value.target.block);
}

function valuesAt(self: SeriesObject, text: string | undefined): Json[] {
  if (text === undefined) return [];
  const { sheet: name, range } = splitAddress(text);
  const sheet = name === undefined ? undefined : self.core.workbook.sheet(name);
  const block = parseBlock(range);
  if (!sheet || !block) return [];
  self.core.workbook.engine.calculate();
  const values: Json[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) values.push(wireValue(sheet.value(row, column)));
  }
  return values;
}

function sizeProperty(key: 'left' | 'top' | 'width' | 'height') {
  return {
    get: (self: ChartObject): Json => self.target[key],
    set: (self: ChartObject, value: Json): void => {
      if (typeof value !== 'number' || value < 0) throw invalidArgument();
      self.target[key] = value;
      changed(self);
    },
  };
}
const left = sizeProperty('left');
const top = sizeProperty('top');
const width = sizeProperty('width');
const height = sizeProperty('height');

function seriesObject(self: ChartObject | HostObject<ChartModel>, series: ChartSeriesModel): SeriesObject {
  return new HostObject(self.core, 'ChartSeries', self, { chart: self.target, series }, series.bag);
}

const source = (key: 'values' | 'categories') => (self: SeriesObject, range: Argument): null => {
  self.target.series[key] = addressOf(range);
  changed(self);
  return null;
};

export const chartBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  ChartCollection: behaviour({
    get: { Count: (self) => sheetOf(self).charts.length },
    items: (self) => sheetOf(self).charts.map((chart) => chartObject(self, chart)),
    call: {
      Add: (self, type, data, seriesBy) => {
        if (!isRange(data)) throw invalidArgument();
        const sheet = sheetOf(self);
        const number = self.core.workbook.nextId();
        const chart: ChartModel = {
          id: `{${String(number).padStart(8, '0')}-0001-0000-0000-000000000000}`,
          type: String(type as string),
          name: `Chart ${sheet.charts.length + 1}`,
          left: 0,
          top: 0,
          ...SIZE,
          series: seriesOf(data.target.sheet, data.target.block, seriesBy),
          bag: new Bag(),
        };
        sheet.charts.push(chart);
        self.core.events.emit(EventType.chartAdded, [sheet.id], { chartId: chart.id, worksheetId: sheet.id, source: 'Local' });
        changed(self);
        return chartObject(self, chart);
      },
      GetItem: (self, name) => {
        const found = find(self, name);
        if (!found) throw itemNotFound();
        return found;
      },
      GetItemOrNullObject: find,
    },
  }),
  Chart: behaviour<ChartModel>({
    get: {
      Id: (self) => self.target.id,
      Name: (self) => self.target.name,
      ChartType: (self) => self.target.type,
      Left: left.get,
      Top: top.get,
      Width: width.get,
      Height: height.get,
    },
    set: {
      Name: (self, value) => {
        self.target.name = String(value as string);
        changed(self);
      },
      ChartType: (self, value) => {
        self.target.type = String(value as string);
        changed(self);
      },
      Left: left.set,
      Top: top.set,
      Width: width.set,
      Height: height.set,
    },
    navigate: {
      Series: (self) => new HostObject(self.core, 'ChartSeriesCollection', self, self.target),
      Worksheet: (self) => self.core.worksheet(sheetOf(self)),
    },
    call: {
      Activate: () => null,
      Delete: (self) => {
        const sheet = sheetOf(self);
        const index = sheet.charts.indexOf(self.target);
        if (index < 0) throw itemNotFound();
        sheet.charts.splice(index, 1);
        self.core.events.emit(EventType.chartDeleted, [sheet.id], { chartId: self.target.id, worksheetId: sheet.id, source: 'Local' });
        changed(self);
        return null;
      },
      SetData: (self, data, seriesBy) => {
        if (!isRange(data)) throw invalidArgument();
        self.target.series.splice(0, Infinity, ...seriesOf(data.target.sheet, data.target.block, seriesBy));
        changed(self);
        return null;
      },
      SetPosition: (self, start, end) => {
        const sheet = sheetOf(self);
        const from = extentOf(sheet, rangeArgument(self.core, sheet, start).block);
        self.target.left = from.left;
        self.target.top = from.top;
        if (end !== undefined && end !== null) {
          const to = extentOf(sheet, rangeArgument(self.core, sheet, end).block);
          self.target.width = to.left + to.width - from.left;
          self.target.height = to.top + to.height - from.top;
        }
        changed(self);
        return null;
      },
    },
  }),
  ChartSeriesCollection: behaviour<ChartModel>({
    get: { Count: (self) => self.target.series.length },
    items: (self) => self.target.series.map((series) => seriesObject(self, series)),
    call: {
      Add: (self, name, index) => {
        const series: ChartSeriesModel = {
          name: typeof name === 'string' ? name : `Series${self.target.series.length + 1}`,
          bag: new Bag(),
        };
        self.target.series.splice(typeof index === 'number' ? index : self.target.series.length, 0, series);
        changed(self);
        return seriesObject(self, series);
      },
    },
  }),
  ChartSeries: behaviour<SeriesTarget>({
    get: { Name: (self) => self.target.series.name },
    set: {
      Name: (self, value) => {
        self.target.series.name = String(value as string);
        changed(self);
      },
    },
    changed,
    call: {
      SetValues: source('values'),
      SetXAxisValues: source('categories'),
      GetDimensionValues: (self, dimension) =>
        valuesAt(self, dimension === 'Categories' || dimension === 'XValues' ? self.target.series.categories : self.target.series.values),
      Delete: (self) => {
        const { chart, series } = self.target;
        chart.series.splice(chart.series.indexOf(series), 1);
        changed(self);
        return null;
      },
    },
  }),
  ChartTitle: behaviour({ changed, defaults: { Visible: true, Text: '', Overlay: false } }),
  ChartLegend: behaviour({ changed, defaults: { Visible: true, Position: 'Right', Overlay: false } }),
  ChartAxisTitle: behaviour({ changed, defaults: { Visible: false, Text: '' } }),
  ChartAxis: behaviour({ changed, defaults: { Visible: true, ReversePlotOrder: false } }),
  ChartDataLabels: behaviour({ changed, defaults: { ShowValue: true } }),
  ChartFill: behaviour({
    call: {
      SetSolidColor: (self, color) => {
        self.bag.values.set('Color', String(color as string));
        changed(self);
        return null;
      },
      Clear: (self) => {
        self.bag.values.delete('Color');
        changed(self);
        return null;
      },
    },
  }),
};
