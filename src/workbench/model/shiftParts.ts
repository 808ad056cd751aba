import type { Block } from './address';
import type { Shift } from './changes';
import { shiftBlock } from './shiftCells';
import type { Sheet } from './sheet';

/** Tables, filters, rules and links of a sheet move with its cells; those whose cells are gone go too. */
export function shiftParts(sheet: Sheet, shift: Shift): void {
  const moveAll = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((block) => {
      const moved = shiftBlock(block, shift);
      return moved ? [moved] : [];
    });
  for (let i = sheet.tables.length - 1; i >= 0; i--) {
    const table = sheet.tables[i]!;
    const moved = shiftBlock(table.block, shift);
    if (moved) table.block = moved;
    else sheet.tables.splice(i, 1);
  }
  for (const rule of [...sheet.conditionalFormats, ...sheet.validations]) rule.blocks = moveAll(rule.blocks);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((rule) => rule.blocks.length > 0);
  sheet.validations = sheet.validations.filter((rule) => rule.blocks.length > 0);
  sheet.comments = sheet.comments.filter((comment) => {
    const moved = shiftBlock(comment.block, shift);
    if (moved) comment.block = moved;
    return moved !== undefined;
  });
  if (sheet.autoFilter) {
    const moved = shiftBlock(sheet.autoFilter.block, shift);
    if (moved) sheet.autoFilter.block = moved;
    else sheet.autoFilter = undefined;
  }
  const links = sheet.bag.child('Hyperlinks').values;
  const before = [...links];
  links.clear();
  for (const [key, link] of before) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const moved = shiftBlock({ top: row, left: column, bottom: row, right: column }, shift);
    if (moved) links.set(`${moved.top},${moved.left}`, link);
  }
}
