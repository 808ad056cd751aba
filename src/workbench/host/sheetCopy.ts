import type { Sheet } from '../model/sheet';
import { invalidArgument } from './errors';
import { HostObject, type Argument } from './hostObject';

/** Copies a sheet; the copy is called `Name (2)` and stands where `position` says, else at the end. */
export function copySheet(view: HostObject<Sheet>, position: Argument, relative: Argument): HostObject {
  const { workbook } = view.core;
  const source = view.target;
  const anchor = relative instanceof HostObject ? (relative.target as Sheet) : undefined;
  const index = placeOf(workbook.sheets, position, anchor);
  const copy = workbook.addSheet(copyName(workbook.sheets, source.name), index);
  copy.visibility = source.visibility;
  copy.tabColor = source.tabColor;
  copy.standardWidth = source.standardWidth;
  copy.format = source.format;
  copy.freeze = source.freeze;
  copy.merges = [...source.merges];
  source.columns.forEach((column, i) => {
    if (column) copy.columns[i] = { ...column };
  });
  source.rows.forEach((row, i) => {
    if (row) copy.rows[i] = { ...row, cells: row.cells.map((cell) => cell && { ...cell }) };
  });
  for (const [name, bag] of source.bag.copy().children) copy.bag.children.set(name, bag);
  copy.conditionalFormats = source.conditionalFormats.map((each) => ({
    ...each,
    blocks: [...each.blocks],
    bag: each.bag.copy(),
  }));
  copy.validations = source.validations.map((each) => ({
    ...each,
    blocks: [...each.blocks],
    bag: each.bag.copy(),
  }));
  const used = copy.usedBlock(false);
  if (used) workbook.entered(copy, used, 'addin');
  return view.core.worksheet(copy);
}

function placeOf(sheets: readonly Sheet[], position: Argument, anchor: Sheet | undefined): number {
  switch (position ?? 'None') {
    case 'None':
    case 'End':
      return sheets.length;
    case 'Beginning':
      return 0;
    default:
      if (!anchor) throw invalidArgument();
      return sheets.indexOf(anchor) + (position === 'After' ? 1 : 0);
  }
}

function copyName(sheets: readonly Sheet[], name: string): string {
  for (let n = 2; ; n++) {
    const ending = ` (${n})`;
    const candidate = name.slice(0, 31 - ending.length) + ending;
    if (!sheets.some((sheet) => sheet.name.toLowerCase() === candidate.toLowerCase())) return candidate;
  }
}
