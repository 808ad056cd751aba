import { isCellError, type CellValue } from '../../workbook/grid';
import type { Block } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { ChartShape } from './chartShape';

const COLORS = ['#2F6F9F', '#C55A11', '#5B8F3A', '#7F6AA8', '#B8860B'];
const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = { top: 34, right: 14, bottom: 24, left: 12 };
const LABEL_ROOM = 64;
const TICKS = 4;

/** A plain picture of a chart with the values its cells have now. Sizes are pixels. */
export function chartPicture(sheet: Sheet, chart: ChartShape, width: number, height: number): SVGSVGElement {
  const svg = make('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': chart.title,
  });
  svg.append(
    make('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: '#fff', stroke: '#d0d3d8' }),
  );
  svg.append(
    text(chart.title, { x: width / 2, y: 21, 'text-anchor': 'middle', 'font-size': 14, fill: '#333' }),
  );
  const labels = valuesOf(sheet, chart.categories).map(label);
  const series = chart.series.map(({ values }) => valuesOf(sheet, values).map(number));
  const all = series.flat();
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all, low1(all))];
  const sideways = chart.type === 'bar';
  const area = {
    left: MARGIN.left + (sideways ? LABEL_ROOM : 28),
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
  };
  const along = (value: number): number =>
    sideways
      ? area.left + ((value - low) / (high - low)) * (area.right - area.left)
      : area.bottom - ((value - low) / (high - low)) * (area.bottom - area.top);
  drawTicks(svg, { low, high, sideways, along, area });
  const step = (sideways ? area.bottom - area.top : area.right - area.left) / Math.max(1, labels.length);
  labels.forEach((name, i) => {
    const middle = (sideways ? area.top : area.left) + step * (i + 0.5);
    const at = sideways
      ? { x: area.left - 5, y: middle + 4, 'text-anchor': 'end' }
      : { x: middle, y: area.bottom + 15, 'text-anchor': 'middle' };
    const every = Math.ceil(40 / step);
    if (sideways || i % every === 0)
      svg.append(text(name, { ...at, 'font-size': Math.min(11, step), fill: '#555' }));
  });
  series.forEach((values, s) => {
    const color = COLORS[s % COLORS.length]!;
    if (chart.type === 'line') {
      const points = values.map((value, i) => `${area.left + step * (i + 0.5)},${along(value)}`).join(' ');
      svg.append(make('polyline', { points, fill: 'none', stroke: color, 'stroke-width': 2 }));
      return;
    }
    const thick = (step * 0.7) / series.length;
    values.forEach((value, i) => {
      const start = (sideways ? area.top : area.left) + step * (i + 0.15) + thick * s;
      const [from, to] = [along(0), along(value)].sort((a, b) => a - b) as [number, number];
      const box = sideways
        ? { x: from, y: start, width: to - from, height: thick }
        : { x: start, y: from, width: thick, height: to - from };
      svg.append(make('rect', { ...box, fill: color }));
    });
  });
  return svg;
}

function drawTicks(
  svg: SVGSVGElement,
  scale: {
    low: number;
    high: number;
    sideways: boolean;
    along: (value: number) => number;
    area: { left: number; right: number; top: number; bottom: number };
  },
): void {
  const { low, high, sideways, along, area } = scale;
  for (let i = 0; i <= TICKS; i++) {
    const value = low + ((high - low) * i) / TICKS;
    const at = along(value);
    const line = sideways
      ? { x1: at, x2: at, y1: area.top, y2: area.bottom }
      : { x1: area.left, x2: area.right, y1: at, y2: at };
    svg.append(make('line', { ...line, stroke: '#e3e5e8' }));
    const place = sideways
      ? { x: at, y: area.bottom + 15, 'text-anchor': 'middle' }
      : { x: area.left - 4, y: at + 4, 'text-anchor': 'end' };
    svg.append(text(String(Math.round(value * 10) / 10), { ...place, 'font-size': 10, fill: '#777' }));
  }
}

/** Charts of nothing but zeros still need a scale. */
const low1 = (values: readonly number[]): number => (values.every((value) => value === 0) ? 1 : 0);

function valuesOf(sheet: Sheet, { top, left, bottom, right }: Block): CellValue[] {
  const values: CellValue[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) values.push(sheet.value(row, column));
  }
  return values;
}

const number = (value: CellValue): number => (typeof value === 'number' ? value : 0);
const label = (value: CellValue): string =>
  value === null ? '' : isCellError(value) ? value.error : String(value);

function make<K extends 'svg' | 'rect' | 'line' | 'polyline' | 'text'>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

function text(content: string, attributes: Readonly<Record<string, string | number>>): SVGTextElement {
  const element = make('text', attributes);
  element.textContent = content;
  return element;
}
