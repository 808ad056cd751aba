import { contains, intersection, type Block } from './address';

/** What is left of a block without another: up to four blocks. */
export function subtract(block: Block, without: Block): Block[] {
  const common = intersection(block, without);
  if (!common) return [block];
  const { top, left, bottom, right } = block;
  const rest: Block[] = [];
  if (common.top > top) rest.push({ top, left, bottom: common.top - 1, right });
  if (common.bottom < bottom) rest.push({ top: common.bottom + 1, left, bottom, right });
  if (common.left > left) rest.push({ top: common.top, left, bottom: common.bottom, right: common.left - 1 });
  if (common.right < right)
    rest.push({ top: common.top, left: common.right + 1, bottom: common.bottom, right });
  return rest;
}

/** Takes cells away from things that lie on blocks; those left with none go. */
export function withoutBlocks<T extends { blocks: Block[] }>(
  things: readonly T[],
  cells: readonly Block[],
): T[] {
  return things.filter((thing) => {
    for (const cell of cells) thing.blocks = thing.blocks.flatMap((block) => subtract(block, cell));
    return thing.blocks.length > 0;
  });
}

export function touches(blocks: readonly Block[], others: readonly Block[]): boolean {
  return blocks.some((block) => others.some((other) => intersection(block, other) !== undefined));
}

/** Whether all of a block lies on some blocks together. */
export function covers(blocks: readonly Block[], block: Block): boolean {
  if (blocks.some((each) => contains(each, block))) return true;
  return (
    blocks.reduce<Block[]>((rest, each) => rest.flatMap((left) => subtract(left, each)), [block]).length === 0
  );
}
