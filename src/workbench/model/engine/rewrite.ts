import { blockOfCell, formatBlock, parseBlock, quoteName, splitAddress, type Block } from '../address';
import type { Shift } from '../changes';
import type { Sheet } from '../sheet';
import { shiftBlock } from '../shiftCells';
import type { WorkbookModel } from '../workbook';
import { mapReferences } from './r1c1';
import { tokenise } from './tokens';

/** Formulas and names that point at moved cells follow them; those whose cells were taken out give `#REF!`. */
export function rewriteForShift(workbook: WorkbookModel, moved: Sheet, shift: Shift): void {
  rewriteAll(workbook, (formula, sheet) =>
    mapReferences(formula, (range, name) => {
      const owner = name === undefined ? sheet : workbook.sheet(name);
      const block = owner === moved ? parseBlock(range.replace(/#$/, '')) : undefined;
      if (!block) return range;
      const target = shiftBlock(block, shift);
      if (!target) return undefined;
      return target === block ? range : withDollars(range, formatBlock(target));
    }),
  );
}

/** Where a block is moved to: its first cell. */
export interface Move {
  readonly sheet: Sheet;
  readonly block: Block;
  readonly to: { readonly sheet: Sheet; readonly row: number; readonly column: number };
}

/**
 * Formulas and names that point at cells of a block follow it to its new place. Formulas inside the block go on reading
 * the same cells. Called before the cells move.
 */
export function rewriteForMove(workbook: WorkbookModel, { sheet: from, block, to }: Move): void {
  const [rows, columns] = [to.row - block.top, to.column - block.left];
  rewriteAll(workbook, (formula, sheet, cell) => {
    const home = sheet === from && cell !== undefined && covers(block, cell) ? to.sheet : sheet;
    const tokens = tokenise(formula);
    if (!tokens) return formula;
    const text = tokens.map((token) => {
      if (token.kind !== 'reference') return token.text;
      const range = token.range!;
      const owner = token.sheet === undefined ? sheet : workbook.sheet(token.sheet);
      const read = parseBlock(range.replace(/#$/, ''));
      if (!read || !owner) return token.text;
      const follows = owner === from && covers(block, read);
      const now = follows ? to.sheet : owner;
      const place = follows ? withDollars(range, formatBlock(movedBy(read, rows, columns))) : range;
      if (now === owner && token.sheet !== undefined) return `${token.text.slice(0, -range.length)}${place}`;
      return now === home ? place : `${quoteName(now.name)}!${place}`;
    });
    return `=${text.join('')}`;
  });
}

const movedBy = ({ top, left, bottom, right }: Block, rows: number, columns: number): Block => ({
  top: top + rows,
  left: left + columns,
  bottom: bottom + rows,
  right: right + columns,
});

const covers = (outer: Block, inner: Block): boolean =>
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom &&
  inner.left >= outer.left &&
  inner.right <= outer.right;

/** Formulas that name a sheet follow its new name; without one (the sheet is gone) they give `#REF!`. */
export function rewriteSheetName(workbook: WorkbookModel, before: string, after: string | undefined): void {
  const key = before.toLowerCase();
  rewriteAll(workbook, (formula) => {
    const tokens = tokenise(formula);
    if (!tokens?.some((token) => token.sheet?.toLowerCase() === key)) return formula;
    const text = tokens
      .map((token) => {
        if (token.sheet?.toLowerCase() !== key) return token.text;
        const rest = token.text.slice(token.text.lastIndexOf('!') + 1);
        return after === undefined ? '#REF!' : `${quoteName(after)}!${rest}`;
      })
      .join('');
    return `=${text}`;
  });
  if (after !== undefined) rewriteCharts(workbook, key, after);
}

/** Charts follow the name of the sheet their cells stand on. */
function rewriteCharts(workbook: WorkbookModel, before: string, after: string): void {
  const moved = (address: string): string => {
    const { sheet, range } = splitAddress(address);
    return sheet?.toLowerCase() === before ? `${quoteName(after)}!${range}` : address;
  };
  for (const series of workbook.sheets.flatMap((sheet) => sheet.charts.flatMap((chart) => chart.series))) {
    if (series.values !== undefined) series.values = moved(series.values);
    if (series.categories !== undefined) series.categories = moved(series.categories);
    if (series.bubbles !== undefined) series.bubbles = moved(series.bubbles);
    if (series.nameSource !== undefined) series.nameSource = moved(series.nameSource);
  }
}

function rewriteAll(
  workbook: WorkbookModel,
  rewrite: (formula: string, sheet: Sheet, cell?: Block) => string,
): void {
  for (const sheet of workbook.sheets) {
    for (const [row, column, cell] of sheet.cellsIn({
      top: 0,
      left: 0,
      bottom: sheet.rows.length,
      right: 16_383,
    })) {
      if (cell.formula !== undefined) cell.formula = rewrite(cell.formula, sheet, blockOfCell(row, column));
    }
  }
  const first = workbook.sheets[0];
  if (!first) return;
  for (const name of workbook.names) name.formula = rewrite(name.formula, name.sheet ?? first);
}

/** Puts the `$` of one range into another of the same form. */
function withDollars(from: string, to: string): string {
  const marks = from.split(':').map((corner) => [/^\$[A-Za-z]/.test(corner), /\$\d/.test(corner)] as const);
  return to
    .split(':')
    .map((corner, i) => {
      const [column = false, row = false] = marks[Math.min(i, marks.length - 1)] ?? [];
      return corner.replace(/^([A-Z]*)(\d*)$/, (_all, letters: string, digits: string) =>
        [letters && (column ? '$' : '') + letters, digits && (row ? '$' : '') + digits].join(''),
      );
    })
    .join(':');
}
