import type { Json } from '../../model/bag';
import { asText } from '../arguments';
import { invalidArgument } from '../errors';
import { behaviour, HostObject, type AnyBehaviour } from '../hostObject';
import { addItem } from '../objectModel';
import { addressOf, chartChanged, valuesAt, type SeriesObject, type SeriesTarget } from './charts';

interface PointTarget extends SeriesTarget {
  readonly index: number;
}
type PointObject = HostObject<PointTarget>;

/** Points of a series: as many as it has values. */
function pointsOf(view: SeriesObject): PointObject[] {
  return valuesAt(view, view.target.series.values).map(
    (_, index) =>
      new HostObject(view.core, 'ChartPoint', view, { ...view.target, index }, view.bag.child(String(index))),
  );
}

/** Keeps what a method without a getter of its own sets, under the name of its property. */
const keep =
  (wire: string) =>
  (view: HostObject, value: unknown): null => {
    view.bag.values.set(wire, value as Json);
    chartChanged(view);
    return null;
  };

/** Titles, axes, legends, labels, points and lines of charts: kept as they are set. */
export const chartPartBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  ChartTitle: behaviour({
    changed: chartChanged,
    defaults: { Visible: true, Text: '', Overlay: false },
    call: {
      SetFormula: keep('Formula'),
      GetSubstring: (view, start, length) => {
        const from = Number(start);
        const text = asText(view.bag.values.get('Text') ?? '');
        if (from < 0 || Number(length) < 0 || from > text.length) throw invalidArgument();
        const part = view.bag.child(`Substring ${from} ${Number(length)}`);
        return new HostObject(view.core, 'ChartFormatString', view, undefined, part);
      },
    },
  }),
  ChartLegend: behaviour({
    changed: chartChanged,
    defaults: { Visible: true, Position: 'Right', Overlay: false },
  }),
  ChartAxisTitle: behaviour({
    changed: chartChanged,
    defaults: { Visible: false, Text: '' },
    call: { SetFormula: keep('Formula') },
  }),
  ChartAxis: behaviour({
    changed: chartChanged,
    defaults: { Visible: true, ReversePlotOrder: false },
    call: {
      SetCategoryNames: (view, range) => {
        view.bag.values.set('CategoryNames', addressOf(range));
        chartChanged(view);
        return null;
      },
      SetPositionAt: (view, value) => {
        view.bag.values.set('Position', 'Custom');
        return keep('PositionAt')(view, value);
      },
      SetCrossesAt: (view, value) => {
        view.bag.values.set('Crosses', 'Custom');
        return keep('CrossesAt')(view, value);
      },
      SetCustomDisplayUnit: (view, value) => {
        view.bag.values.set('DisplayUnit', 'Custom');
        return keep('CustomDisplayUnit')(view, value);
      },
    },
  }),
  ChartDataLabels: behaviour({ changed: chartChanged, defaults: { ShowValue: true } }),
  ChartDataTable: behaviour({
    changed: chartChanged,
    defaults: {
      Visible: false,
      ShowLegendKey: true,
      ShowHorizontalBorder: true,
      ShowVerticalBorder: true,
      ShowOutlineBorder: true,
    },
  }),
  ChartPointsCollection: behaviour<SeriesTarget>({
    get: { Count: (view) => pointsOf(view).length },
    items: pointsOf,
  }),
  ChartPoint: behaviour<PointTarget>({
    changed: chartChanged,
    get: { Value: (view) => valuesAt(view, view.target.series.values)[view.target.index] ?? null },
    defaults: { HasDataLabel: false },
  }),
  ChartTrendlineCollection: behaviour({
    call: {
      Add: (view, type) =>
        addItem(view, { Type: type === undefined || type === null ? 'Linear' : asText(type) }),
      GetItem: (view, index) => {
        const bag = view.bag.items[Number(index)];
        if (!bag) throw invalidArgument();
        return new HostObject(view.core, 'ChartTrendline', view, undefined, bag);
      },
    },
  }),
  ChartTrendline: behaviour({
    changed: chartChanged,
    defaults: { ShowEquation: false, ShowRSquared: false, ForwardPeriod: 0, BackwardPeriod: 0 },
  }),
  ChartFill: behaviour({
    call: {
      SetSolidColor: (view, color) => keep('Color')(view, asText(color)),
      Clear: (view) => {
        view.bag.values.delete('Color');
        chartChanged(view);
        return null;
      },
    },
  }),
};
