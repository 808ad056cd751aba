import type { PlanChart } from '../sheetPlan';
import type { Namespaces } from './namespaces';
import { escapeAttribute } from './xmlText';

export interface PlacedChart {
  readonly chart: PlanChart;
  /** Relationship id of the chart part. */
  readonly id: string;
}

/** A drawing part: every chart over its block of cells. */
export function drawingXml(charts: readonly PlacedChart[], namespaces: Namespaces): string {
  const anchors = charts.map(({ chart, id }, i) => anchorXml(chart, id, i + 1, namespaces));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<xdr:wsDr xmlns:xdr="${namespaces.sheetDrawing}" xmlns:a="${namespaces.drawing}">${anchors.join('')}</xdr:wsDr>`
  );
}

function anchorXml({ anchor, title }: PlanChart, id: string, number: number, namespaces: Namespaces): string {
  const corner = (name: string, column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return (
    '<xdr:twoCellAnchor>' +
    corner('from', anchor.left, anchor.top) +
    corner('to', anchor.right + 1, anchor.bottom + 1) +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    `<xdr:cNvPr id="${number + 1}" name="Chart ${number}" descr="${escapeAttribute(title)}"/><xdr:cNvGraphicFramePr/>` +
    '</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${namespaces.chart}">` +
    `<c:chart xmlns:c="${namespaces.chart}" xmlns:r="${namespaces.relationships}" r:id="${id}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}
