import type { DefinedName, WorkbookModel } from '../workbook';
import type { Sheet } from '../sheet';
import { cellText } from '../text';
import { Reference } from './operands';

/** A name as seen from a sheet: one of its own before one of the workbook. */
export function findName(
  workbook: WorkbookModel,
  sheet: Sheet,
  name: string,
  owner?: string,
): DefinedName | undefined {
  const key = name.toLowerCase();
  const named = workbook.names.filter((each) => each.name.toLowerCase() === key);
  const home = owner === undefined ? sheet : workbook.sheet(owner);
  return named.find((each) => each.sheet === home) ?? named.find((each) => each.sheet === undefined);
}

/** `Table`, `Table[Column]`, `Table[#All]`, `Table[[#Headers],[Column]]` and `Table[@Column]` as cells. */
export function tableReference(workbook: WorkbookModel, text: string, row: number): Reference | undefined {
  const found = /^([^[\]]+)(?:\[(.*)\])?$/s.exec(text);
  if (!found) return undefined;
  const key = found[1]!.toLowerCase();
  for (const sheet of workbook.sheets) {
    const table = sheet.tables.find((each) => each.name.toLowerCase() === key);
    if (!table) continue;
    const { block } = table;
    const body = {
      ...block,
      top: block.top + (table.showHeaders ? 1 : 0),
      bottom: block.bottom - (table.showTotals ? 1 : 0),
    };
    let area = body;
    for (const piece of (found[2] ?? '')
      .split(/\],\s*\[/)
      .map((each) => each.replace(/^\[|\]$/g, '').trim())) {
      if (piece === '') continue;
      if (/^#all$/i.test(piece)) area = { ...area, top: block.top, bottom: block.bottom };
      else if (/^#headers$/i.test(piece)) area = { ...area, top: block.top, bottom: block.top };
      else if (/^#totals$/i.test(piece)) area = { ...area, top: block.bottom, bottom: block.bottom };
      else if (/^#data$/i.test(piece)) area = { ...area, top: body.top, bottom: body.bottom };
      else {
        const here = piece.startsWith('@') || /^#this row$/i.test(piece);
        if (here) area = { ...area, top: row, bottom: row };
        const title = piece.replace(/^@/, '').replace(/^\[|\]$/g, '');
        if (title === '' || title.startsWith('#')) continue;
        const column = columnOf(sheet, block.top, block.left, block.right, title);
        if (column === undefined) return undefined;
        area = { ...area, left: column, right: column };
      }
    }
    return new Reference(sheet, area);
  }
  return undefined;
}

function columnOf(sheet: Sheet, row: number, first: number, last: number, title: string): number | undefined {
  const wanted = title.toLowerCase();
  for (let column = first; column <= last; column++) {
    if (cellText(sheet.value(row, column)).toLowerCase() === wanted) return column;
  }
  return undefined;
}
