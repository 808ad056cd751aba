import { columnLetters } from '../grid';
import type { DraftRow, SheetDraft } from '../sheetDraft';
import type { CellStyle } from '../styles';

/** Excel takes address lists up to this long. */
const LIST_LENGTH = 1_000;

/** Cells of one look, as address lists for `getRanges`. */
export interface StyleAreas {
  readonly style: CellStyle;
  readonly lists: readonly string[];
}

interface Run {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  bottom: number;
}

/** The cells of a sheet grouped by look, in as few rectangles as rows of equal runs give. */
export function styleAreas(draft: SheetDraft): StyleAreas[] {
  const runs = new Map<CellStyle, Run[]>();
  let open = new Map<string, Run>();
  draft.rows.forEach((row, r) => {
    const still = new Map<string, Run>();
    for (const { style, left, right } of rowRuns(row?.cells ?? [])) {
      const list = runs.get(style) ?? [];
      runs.set(style, list);
      const key = `${left}:${right}:${styleId(style)}`;
      const above = open.get(key);
      if (above === undefined) {
        const run = { left, right, top: r, bottom: r };
        list.push(run);
        still.set(key, run);
      } else {
        above.bottom = r;
        still.set(key, above);
      }
    }
    open = still;
  });
  return [...runs].map(([style, list]) => ({ style, lists: addressLists(list) }));
}

const ids = new WeakMap<CellStyle, number>();
let lastId = 0;

function styleId(style: CellStyle): number {
  const known = ids.get(style);
  if (known !== undefined) return known;
  lastId += 1;
  ids.set(style, lastId);
  return lastId;
}

function rowRuns(cells: DraftRow['cells']): { style: CellStyle; left: number; right: number }[] {
  const runs: { style: CellStyle; left: number; right: number }[] = [];
  cells.forEach((cell, c) => {
    if (!cell || Object.keys(cell.style).length === 0) return;
    const last = runs.at(-1);
    if (last?.style === cell.style && last.right === c - 1) last.right = c;
    else runs.push({ style: cell.style, left: c, right: c });
  });
  return runs;
}

function addressLists(runs: readonly Run[]): string[] {
  const lists: string[] = [];
  for (const { left, right, top, bottom } of runs) {
    const address = `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`;
    const last = lists.at(-1);
    if (last === undefined || last.length + address.length >= LIST_LENGTH) lists.push(address);
    else lists[lists.length - 1] = `${last},${address}`;
  }
  return lists;
}
