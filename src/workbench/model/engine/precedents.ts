import type { Block } from '../address';
import type { Sheet } from '../sheet';
import type { WorkbookModel } from '../workbook';
import { findName, tableReference } from './names';
import { nodesOf, parseFormula, type FormulaNode } from './parser';

/** Cells a formula reads. */
export interface Precedent {
  readonly sheet: Sheet;
  readonly block: Block;
}

const DEEPEST = 20;

/** All cells a formula names, also through names and tables; what OFFSET and INDIRECT lead to is not among them. */
export function precedentsOf(
  node: FormulaNode,
  workbook: WorkbookModel,
  sheet: Sheet,
  row: number,
  depth = 0,
): Precedent[] {
  const found: Precedent[] = [];
  for (const each of nodesOf(node)) {
    if (each.type === 'reference') {
      const owner = each.sheet === undefined ? sheet : workbook.sheet(each.sheet);
      if (owner) found.push({ sheet: owner, block: each.block });
    } else if (each.type === 'name') {
      const defined = findName(workbook, sheet, each.name, each.sheet);
      const inner = defined && depth < DEEPEST ? parseFormula(defined.formula) : undefined;
      if (inner) found.push(...precedentsOf(inner, workbook, defined?.sheet ?? sheet, row, depth + 1));
      const table = defined ? undefined : tableReference(workbook, each.name, row);
      if (table) found.push({ sheet: table.sheet, block: table.block });
    }
  }
  return found;
}
