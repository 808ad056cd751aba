import { MAX_COLUMNS, MAX_ROWS, type Block } from '../../model/address';
import type { Sheet } from '../../model/sheet';
import { accessDenied, invalidArgument, invalidOperation, itemNotFound } from '../errors';
import { behaviour, type AnyBehaviour, type Argument, type HostObject } from '../hostObject';
import { rangeArgument } from '../ranges';
import { toJson } from '../objectModel';

/** The sheet a part of one belongs to. */
export function sheetOf(object: HostObject): Sheet {
  for (let each: HostObject | undefined = object; each; each = each.parent) {
    if (each.type === 'Worksheet') return each.target as Sheet;
  }
  throw invalidArgument();
}

function count(value: Argument): number {
  if (value === undefined || value === null) return 1;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw invalidArgument();
  return value;
}

function frozen(view: HostObject): HostObject | null {
  const sheet = sheetOf(view);
  const { rows, columns } = sheet.freeze;
  if (rows === 0 && columns === 0) return null;
  const block: Block = {
    top: 0,
    left: 0,
    bottom: (rows === 0 ? MAX_ROWS : rows) - 1,
    right: (columns === 0 ? MAX_COLUMNS : columns) - 1,
  };
  return view.core.range(sheet, block);
}

export const sheetPartBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  WorksheetFreezePanes: behaviour({
    call: {
      FreezeRows: (view, rows) => {
        view.core.workbook.setFreeze(sheetOf(view), { rows: count(rows), columns: 0 });
        return null;
      },
      FreezeColumns: (view, columns) => {
        view.core.workbook.setFreeze(sheetOf(view), { rows: 0, columns: count(columns) });
        return null;
      },
      /** The range is the part that stays: from the first cell of the sheet. */
      FreezeAt: (view, range) => {
        const sheet = sheetOf(view);
        const { block } = rangeArgument(view.core, sheet, range);
        view.core.workbook.setFreeze(sheet, {
          rows: block.bottom === MAX_ROWS - 1 ? 0 : block.bottom + 1,
          columns: block.right === MAX_COLUMNS - 1 ? 0 : block.right + 1,
        });
        return null;
      },
      Unfreeze: (view) => {
        view.core.workbook.setFreeze(sheetOf(view), { rows: 0, columns: 0 });
        return null;
      },
      GetLocation: (view) => {
        const range = frozen(view);
        if (!range) throw itemNotFound();
        return range;
      },
      GetLocationOrNullObject: (view) => frozen(view),
    },
  }),

  WorksheetProtection: behaviour({
    get: {
      Protected: (view) => sheetOf(view).protection !== undefined,
      Options: (view) => toJson((sheetOf(view).protection?.options ?? null) as Argument),
    },
    call: {
      Protect: (view, options, password) => {
        const sheet = sheetOf(view);
        if (sheet.protection) throw invalidOperation();
        sheet.protection = {
          options: (toJson(options) ?? {}) as Record<string, unknown>,
          ...(typeof password === 'string' && password !== '' && { password }),
        };
        view.core.workbook.emit({ kind: 'protection', sheet });
        return null;
      },
      Unprotect: (view, password) => {
        const sheet = sheetOf(view);
        const expected = sheet.protection?.password;
        if (expected !== undefined && expected !== password) throw accessDenied();
        sheet.protection = undefined;
        view.core.workbook.emit({ kind: 'protection', sheet });
        return null;
      },
    },
  }),
};
