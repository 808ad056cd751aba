import type { PlanColumn, PlanRange } from './sheetPlan';
import type { DraftRow, SheetDraft } from './sheetDraft';

const DEFAULT_WIDTH = 9;
const DEFAULT_SIZE = 11;
/** Points of a line per point of its font, as spreadsheet programs space Chinese text. */
const LINE_SPACING = 1.36;
const TALLEST = 409;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udbff]/g;

/**
 * Heights in points of the rows whose wrapped text needs more than one line, by row. Programs fit a row to its text
 * when it is edited, but not all do on opening, and none for merged cells.
 */
export function wrappedHeights(draft: SheetDraft): Map<number, number> {
  const heights = new Map<number, number>();
  const merges = new Map(draft.merges.map((merge) => [`${merge.top}:${merge.left}`, merge] as const));
  draft.rows.forEach((row, r) => {
    if (!row || row.height !== undefined) return;
    const height = neededHeight(row, r, draft.columns, merges);
    if (height !== undefined) heights.set(r, height);
  });
  return heights;
}

function neededHeight(
  row: DraftRow,
  r: number,
  columns: readonly PlanColumn[],
  merges: ReadonlyMap<string, PlanRange>,
): number | undefined {
  let needed = 0;
  row.cells.forEach((cell, c) => {
    if (!cell?.style.wrap || typeof cell.value !== 'string') return;
    const merge = merges.get(`${r}:${c}`);
    if (merge && merge.bottom > merge.top) return;
    const size = cell.style.size ?? DEFAULT_SIZE;
    let width = 0;
    for (let column = c; column <= (merge?.right ?? c); column++) {
      if (!columns[column]?.hidden) width += columns[column]?.width ?? DEFAULT_WIDTH;
    }
    const room = Math.max(1, ((width - 1) * DEFAULT_SIZE) / size);
    const lines = cell.value
      .split('\n')
      .reduce((total, paragraph) => total + Math.max(1, Math.ceil(textWidth(paragraph) / room)), 0);
    if (lines > 1) needed = Math.max(needed, lines * size * LINE_SPACING);
  });
  return needed === 0 ? undefined : Math.min(TALLEST, Math.ceil(needed + 2));
}

/** Width in digits; Chinese characters are two wide. */
function textWidth(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
