import type { PlanChart, PlanRange } from '../sheetPlan';
import { absoluteReference } from '../address';
import type { Namespaces } from './namespaces';
import type { SheetDraft } from '../sheetDraft';
import { escapeText } from '../xmlEscape';

const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;
/** Blue, orange, grey, gold, light blue, green: told apart in print by their lightness. */
const COLORS = ['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'];
const TEXT_COLOR = '404040';
const LINE_COLOR = 'D9D9D9';

/** A chart part with the values it shows saved in it, so that viewers that do not calculate show them too. */
export function chartXml(chart: PlanChart, draft: SheetDraft, namespaces: Namespaces): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.drawing}" xmlns:r="${namespaces.relationships}">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraph(1400, chart.title)}</c:rich></c:tx>` +
    '<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>' +
    `<c:plotArea><c:layout/>${plotXml(chart, draft)}${axesXml(chart)}</c:plotArea>` +
    (chart.series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900)}</c:legend>`
      : '') +
    `<c:plotVisOnly val="${usesHiddenColumn(chart, draft) ? 0 : 1}"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${solid('FFFFFF')}${line(LINE_COLOR)}</c:spPr></c:chartSpace>`
  );
}

function plotXml(chart: PlanChart, draft: SheetDraft): string {
  const series = chart.series.map((_, i) => seriesXml(chart, i, draft)).join('');
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  if (chart.type === 'line') {
    return (
      `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}` +
      `<c:marker val="1"/>${axes}</c:lineChart>`
    );
  }
  return (
    `<c:barChart><c:barDir val="${chart.type === 'bar' ? 'bar' : 'col'}"/><c:grouping val="clustered"/>` +
    `<c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${axes}</c:barChart>`
  );
}

function seriesXml(chart: PlanChart, index: number, draft: SheetDraft): string {
  const { name, values } = chart.series[index]!;
  const color = COLORS[index % COLORS.length]!;
  const isLine = chart.type === 'line';
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeText(name)}</c:v></c:tx>` +
    (isLine
      ? `<c:spPr><a:ln w="28575">${solid(color)}</a:ln></c:spPr>` +
        `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${solid(color)}</c:spPr></c:marker>`
      : `<c:spPr>${solid(color)}</c:spPr><c:invertIfNegative val="0"/>`) +
    (chart.series.length === 1 ? labelsXml(isLine ? 't' : 'outEnd') : '') +
    `<c:cat><c:strRef><c:f>${reference(draft, chart.categories)}</c:f>${stringCache(draft, chart.categories)}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${reference(draft, values)}</c:f>${numberCache(draft, values)}</c:numRef></c:val>` +
    `${isLine ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

function labelsXml(position: string): string {
  return (
    `<c:dLbls><c:spPr><a:noFill/></c:spPr>${textXml(900)}<c:dLblPos val="${position}"/><c:showLegendKey val="0"/>` +
    '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>' +
    '<c:showBubbleSize val="0"/></c:dLbls>'
  );
}

/** Bars run top down in the order of the rows; the value axis stays at the bottom. */
function axesXml({ type }: PlanChart): string {
  const bar = type === 'bar';
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${bar ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${bar ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr>${line('BFBFBF')}</c:spPr>${textXml(900)}` +
    `<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>` +
    '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${bar ? 'b' : 'l'}"/><c:majorGridlines><c:spPr>${line(LINE_COLOR)}</c:spPr></c:majorGridlines>` +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textXml(900)}` +
    `<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${bar ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

function cellValues(
  draft: SheetDraft,
  { top, left, bottom, right }: PlanRange,
): (string | number | boolean | null)[] {
  const values: (string | number | boolean | null)[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      values.push(draft.rows[row]?.cells[column]?.value ?? null);
    }
  }
  return values;
}

function stringCache(draft: SheetDraft, range: PlanRange): string {
  const values = cellValues(draft, range);
  const points = values.map((value, i) =>
    value === null ? '' : `<c:pt idx="${i}"><c:v>${escapeText(String(value))}</c:v></c:pt>`,
  );
  return `<c:strCache><c:ptCount val="${values.length}"/>${points.join('')}</c:strCache>`;
}

function numberCache(draft: SheetDraft, range: PlanRange): string {
  const values = cellValues(draft, range);
  const points = values.map((value, i) =>
    typeof value === 'number' ? `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>` : '',
  );
  return (
    '<c:numCache><c:formatCode>General</c:formatCode>' +
    `<c:ptCount val="${values.length}"/>${points.join('')}</c:numCache>`
  );
}

function usesHiddenColumn(chart: PlanChart, { columns }: SheetDraft): boolean {
  return [chart.categories, ...chart.series.map((s) => s.values)].some(({ left, right }) =>
    columns.slice(left, right + 1).some((column) => column.hidden),
  );
}

function reference(draft: SheetDraft, range: PlanRange): string {
  return escapeText(absoluteReference(draft.name, range));
}

function paragraph(size: number, text: string): string {
  const look = `lang="zh-CN" sz="${size}" b="0"`;
  return (
    `<a:p><a:pPr><a:defRPr sz="${size}" b="0">${solid(TEXT_COLOR)}</a:defRPr></a:pPr>` +
    `<a:r><a:rPr ${look}>${solid(TEXT_COLOR)}</a:rPr><a:t>${escapeText(text)}</a:t></a:r></a:p>`
  );
}

function textXml(size: number): string {
  return (
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>' +
    `<a:defRPr sz="${size}">${solid(TEXT_COLOR)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
  );
}

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

function line(color: string): string {
  return `<a:ln w="9525">${solid(color)}</a:ln>`;
}
