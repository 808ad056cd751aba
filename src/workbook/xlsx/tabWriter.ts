import { checkDraft } from '../checkDraft';
import { chartXml } from './chartXml';
import { drawingXml } from './drawingXml';
import type { Namespaces } from './namespaces';
import type { OpcPackage } from './opcPackage';
import { folderOf } from './partNames';
import { addRelationship } from './relationships';
import type { SheetDraft } from '../sheetDraft';
import type { StyleSheet } from './styleSheet';
import { worksheetXml } from './worksheetXml';

export const WORKSHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

export interface TabTarget {
  /** Name of the worksheet part to write. */
  readonly part: string;
  readonly namespaces: Namespaces;
  readonly styles: StyleSheet;
  readonly selected?: boolean;
  /** Content types of the parts written, by part. */
  readonly contentTypes: Map<string, string>;
}

/** Writes a worksheet with its drawing and charts into the package. Throws what `checkDraft` throws. */
export function writeTab(pkg: OpcPackage, draft: SheetDraft, target: TabTarget): void {
  checkDraft(draft);
  const { part, namespaces, styles, selected, contentTypes } = target;
  contentTypes.set(part, WORKSHEET_TYPE);
  const drawing = draft.charts.length > 0 ? writeDrawing(pkg, draft, target) : undefined;
  const options = { namespaces, styles, ...(drawing && { drawing }), ...(selected && { selected }) };
  pkg.set(part, worksheetXml(draft, options));
}

function writeDrawing(
  pkg: OpcPackage,
  draft: SheetDraft,
  { part, namespaces, contentTypes }: TabTarget,
): string {
  const stem = namespaces.relationships;
  const root = folderOf(part).replace(/[^/]+\/$/, '');
  const drawing = pkg.freeName(`${root}drawings/drawing`, '.xml');
  // taken now, so that its place in the file does not depend on what follows
  pkg.set(drawing, '<reserved/>');
  const id = addRelationship(pkg, part, { stem, type: 'drawing', target: drawing });
  const charts = draft.charts.map((chart) => {
    const name = pkg.freeName(`${root}charts/chart`, '.xml');
    pkg.set(name, chartXml(chart, draft, namespaces));
    contentTypes.set(name, CHART_TYPE);
    return { chart, id: addRelationship(pkg, drawing, { stem, type: 'chart', target: name }) };
  });
  pkg.set(drawing, drawingXml(charts, namespaces));
  contentTypes.set(drawing, DRAWING_TYPE);
  return id;
}
