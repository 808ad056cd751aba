import { intersection, type Block } from '../model/address';
import { withoutBlocks } from '../model/blocks';
import type { Sheet } from '../model/sheet';
import type { HostCore } from './hostCore';
import type { Argument, RangeTarget } from './hostObject';

/**
 * Merges, conditional formats, validations and links of copied cells; those of the cells they are copied over go.
 * `rows` and `columns` say how far the copy is from its source.
 */
export function copyParts(
  core: HostCore,
  source: RangeTarget,
  sheet: Sheet,
  rows: number,
  columns: number,
  type: Argument,
): void {
  const moved = (block: Block): Block => ({
    top: block.top + rows,
    left: block.left + columns,
    bottom: block.bottom + rows,
    right: block.right + columns,
  });
  const within = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((block) => {
      const common = intersection(block, source.block);
      return common ? [moved(common)] : [];
    });
  const target = moved(source.block);
  const from = source.sheet;
  core.workbook.unmerge(sheet, target);
  for (const merge of from.merges.filter((each) => intersection(each, source.block))) {
    core.workbook.merge(sheet, moved(merge), 'addin');
  }
  const formats = from.conditionalFormats.map((each) => ({ ...each, blocks: within(each.blocks) }));
  const validations = from.validations.map((each) => ({ ...each, blocks: within(each.blocks) }));
  sheet.conditionalFormats = withoutBlocks(sheet.conditionalFormats, [target]);
  for (const format of formats) {
    if (format.blocks.length === 0) continue;
    sheet.conditionalFormats.push({ ...format, id: `{${core.workbook.nextId()}}`, bag: format.bag.copy() });
  }
  if (type !== 'All') return;
  sheet.validations = withoutBlocks(sheet.validations, [target]);
  for (const validation of validations) {
    if (validation.blocks.length > 0) sheet.validations.push({ ...validation, bag: validation.bag.copy() });
  }
  const links = sheet.bag.child('Hyperlinks').values;
  for (const [key, link] of [...from.bag.child('Hyperlinks').values]) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const at = { top: row, left: column, bottom: row, right: column };
    if (intersection(at, source.block)) links.set(`${row + rows},${column + columns}`, link);
  }
  core.workbook.emit({ kind: 'object', type: 'ConditionalFormat', sheet });
}
