import type { IDisposable } from '@univerjs/core';
import type { Sheet } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { chartPicture } from './chartPicture';
import { chartShape, cornerOf } from './chartShape';
import type { Spreadsheet } from './spreadsheet';
import { toPixels } from './units';

/** The charts of the sheet that is shown, over its cells: the component's free parts draw none. */
export class ChartLayer {
  private readonly layer: HTMLElement;
  private readonly subscriptions: IDisposable[];
  private pictures: { picture: SVGSVGElement; row: number; column: number }[] = [];
  private frame: number | undefined;

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly model: WorkbookModel,
  ) {
    this.layer = document.createElement('div');
    this.layer.className = 'charts';
    spreadsheet.container.append(this.layer);
    const { api } = spreadsheet;
    const place = (): void => this.place();
    this.subscriptions = [
      api.addEvent(api.Event.Scroll, place),
      api.addEvent(api.Event.SheetZoomChanged, place),
      api.addEvent(api.Event.ActiveSheetChanged, () => this.draw()),
    ];
    window.addEventListener('resize', place);
    this.subscriptions.push({ dispose: () => window.removeEventListener('resize', place) });
  }

  /** Draws the charts of the active sheet anew. */
  draw(): void {
    const sheet = this.model.active;
    this.pictures = sheet.charts.flatMap((chart) => {
      const shape = chartShape(chart, sheet.name);
      if (!shape) return [];
      const picture = chartPicture(sheet, shape, toPixels(shape.width), toPixels(shape.height));
      return [{ picture, ...cornerOf(sheet, shape) }];
    });
    this.layer.replaceChildren(...this.pictures.map(({ picture }) => picture));
    this.place();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.layer.remove();
  }

  /** Puts the pictures where their cells are, under the headings and the frozen panes. */
  private place(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      if (this.pictures.length > 0) this.placeNow(this.model.active);
    });
  }

  private placeNow(sheet: Sheet): void {
    const canvas = [...this.spreadsheet.container.querySelectorAll('canvas')].sort(
      (a, b) => b.clientHeight - a.clientHeight,
    )[0];
    const shown = this.spreadsheet.api.getActiveWorkbook()?.getActiveSheet();
    if (!canvas || shown?.getSheetName() !== sheet.name) return;
    const outer = this.spreadsheet.container.getBoundingClientRect();
    const box = canvas.getBoundingClientRect();
    const zoom = shown.getZoom();
    const { rows, columns } = sheet.freeze;
    const scroll = shown.getScrollState();
    // rectangles of cells are those before scrolling and zooming, from the corner of the canvas
    const cell = (row: number, column: number): DOMRect => shown.getRange(row, column).getCellRect();
    const origin = cell(rows, columns);
    const first = cell(rows + scroll.sheetViewStartRow, columns + scroll.sheetViewStartColumn);
    const scrolled = { x: first.x - origin.x + scroll.offsetX, y: first.y - origin.y + scroll.offsetY };
    const left = box.left - outer.left + origin.x * zoom;
    const top = box.top - outer.top + origin.y * zoom;
    Object.assign(this.layer.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${Math.max(0, box.right - outer.left - left)}px`,
      height: `${Math.max(0, box.bottom - outer.top - top)}px`,
    });
    for (const { picture, row, column } of this.pictures) {
      const corner = cell(row, column);
      const x = (corner.x - origin.x - scrolled.x) * zoom;
      const y = (corner.y - origin.y - scrolled.y) * zoom;
      picture.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    }
  }
}
