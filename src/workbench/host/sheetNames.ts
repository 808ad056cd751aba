import type { WorkbookModel } from '../model/workbook';
import { accessDenied, invalidArgument, itemAlreadyExists } from './errors';
import type { Sheet } from '../model/sheet';

const MAX_LENGTH = 31;

/** Throws `InvalidArgument` for a name no sheet may have, `ItemAlreadyExists` for one that another sheet has. */
export function checkSheetName(workbook: WorkbookModel, name: string, except?: Sheet): void {
  if (
    name === '' ||
    name.length > MAX_LENGTH ||
    /[\\/*?:[\]]/.test(name) ||
    name.startsWith("'") ||
    name.endsWith("'") ||
    name.toLowerCase() === 'history'
  ) {
    throw invalidArgument();
  }
  const key = name.toLowerCase();
  if (workbook.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === key)) {
    throw itemAlreadyExists();
  }
}

/** Throws `AccessDenied` when the structure of the workbook is protected. */
export function assertStructure(workbook: WorkbookModel): void {
  if (workbook.bag.read('Protection', 'Protected') === true) throw accessDenied();
}

/** `Sheet1`, `Sheet2` ...: the first that is free, counted from the number of sheets. */
export function freeSheetName(workbook: WorkbookModel): string {
  for (let n = workbook.sheets.length + 1; ; n++) {
    const name = `Sheet${n}`;
    if (!workbook.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) return name;
  }
}
