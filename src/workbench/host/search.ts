import { blockOfCell, type Block } from '../model/address';
import type { Sheet } from '../model/sheet';
import { cellText } from '../model/text';
import { invalidArgument } from './errors';
import type { HostCore } from './hostCore';
import type { Argument, HostObject, RangeObject } from './hostObject';
import { assertEditable, makeAreas } from './ranges';

interface Criteria {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
  readonly backwards: boolean;
}

function criteriaOf(given: Argument): Criteria {
  const { completeMatch, matchCase, searchDirection } = (given ?? {}) as Record<string, unknown>;
  return {
    completeMatch: completeMatch === true,
    matchCase: matchCase === true,
    backwards: searchDirection === 'Backwards',
  };
}

function pattern(text: Argument, { completeMatch, matchCase }: Criteria): RegExp {
  if (typeof text !== 'string' || text === '') throw invalidArgument();
  const body = text.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\/]/g, (found, literal: string | undefined) => {
    if (literal !== undefined) return `\\${literal}`;
    return found === '*' ? '[^]*?' : found === '?' ? '[^]' : `\\${found}`;
  });
  return new RegExp(completeMatch ? `^(?:${body})$` : body, matchCase ? 'g' : 'gi');
}

/** Cells whose shown text (or formula) has the text, row by row. */
function matches(sheet: Sheet, block: Block, wanted: RegExp): Block[] {
  const found: Block[] = [];
  for (const [row, column, cell] of sheet.cellsIn(block)) {
    const text = cell.formula ?? cellText(cell.value, sheet.formatAt(row, column).numberFormat);
    wanted.lastIndex = 0;
    if (text !== '' && wanted.test(text)) found.push(blockOfCell(row, column));
  }
  return found;
}

/** The first cell of a range that matches; null when there is none. */
export function find(view: RangeObject, text: Argument, given: Argument): HostObject | null {
  const criteria = criteriaOf(given);
  const found = matches(view.target.sheet, view.target.block, pattern(text, criteria));
  const block = criteria.backwards ? found.at(-1) : found[0];
  return block ? view.core.range(view.target.sheet, block) : null;
}

/** All cells of a sheet that match; null when there are none. */
export function findAll(view: HostObject<Sheet>, text: Argument, given: Argument): HostObject | null {
  const used = view.target.usedBlock(true);
  const found = used ? matches(view.target, used, pattern(text, criteriaOf(given))) : [];
  return found.length > 0 ? makeAreas(view.core, view.target, found) : null;
}

/** Replaces the text in every cell; how many replacements were made. */
export function replaceAll(
  core: HostCore,
  sheet: Sheet,
  block: Block,
  text: Argument,
  replacement: Argument,
  given: Argument,
): number {
  if (typeof replacement !== 'string') throw invalidArgument();
  const wanted = pattern(text, criteriaOf(given));
  let count = 0;
  for (const at of matches(sheet, block, wanted)) {
    assertEditable(sheet, at);
    const cell = sheet.cell(at.top, at.left)!;
    const before = cell.formula ?? cellText(cell.value, sheet.formatAt(at.top, at.left).numberFormat);
    const after = before.replace(wanted, () => {
      count++;
      return replacement;
    });
    core.workbook.enter(sheet, at.top, at.left, after);
    core.workbook.entered(sheet, at, 'addin');
  }
  return count;
}
