import { ProblemError } from '../../facts/problem';
import type { SheetPlan } from '../sheetPlan';
import { updateContentTypes } from './contentTypes';
import { draftOfLiteral, type LiteralSheet } from './literalSheet';
import { CONTENT_TYPES, PACKAGE_RELATIONSHIPS, TRANSITIONAL } from './namespaces';
import { OpcPackage } from './opcPackage';
import { draftOfPlan } from '../sheetDraft';
import { checkSheetName } from '../sheetNames';
import { writeState } from './state';
import { readWorkbookPart } from './workbookPart';
import { writeTabs } from './writePlans';

export interface CreateOptions {
  /** A JSON document to carry in the workbook. */
  readonly state?: unknown;
  /** Serial dates count from 1904-01-01. */
  readonly date1904?: boolean;
}

/**
 * A new workbook. Plans become marked tabs, literal sheets ordinary ones. The same input gives the same bytes.
 * Throws `NO_SHEETS`, `BAD_SHEET_NAME`, `DUPLICATE_SHEET` `{sheet}`, and what `checkDraft` refuses.
 */
export function createWorkbook(
  sheets: readonly (SheetPlan | LiteralSheet)[],
  options: CreateOptions = {},
): Uint8Array {
  if (sheets.length === 0) throw new ProblemError('NO_SHEETS');
  checkNames(sheets.map((sheet) => sheet.name));
  const pkg = emptyPackage(options.date1904 ?? false);
  const contentTypes = new Map<string, string>();
  const plans = sheets.filter(isPlan);
  const drafts = sheets.map((sheet) =>
    isPlan(sheet)
      ? draftOfPlan(
          sheet,
          sheet.name,
          (link) => plans.find((plan) => plan.id === link.plan)?.name ?? link.sheet,
        )
      : draftOfLiteral(sheet, options.date1904 ?? false),
  );
  writeTabs(
    pkg,
    readWorkbookPart(pkg),
    drafts.map((draft) => ({ draft })),
    contentTypes,
  );
  if (options.state !== undefined) writeState(pkg, readWorkbookPart(pkg), options.state, contentTypes);
  updateContentTypes(pkg, contentTypes, []);
  return pkg.save();
}

function isPlan(sheet: SheetPlan | LiteralSheet): sheet is SheetPlan {
  return 'id' in sheet;
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    checkSheetName(name);
    if (seen.has(name.toLowerCase())) throw new ProblemError('DUPLICATE_SHEET', { sheet: name });
    seen.add(name.toLowerCase());
  }
}

function emptyPackage(date1904: boolean): OpcPackage {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const pkg = OpcPackage.empty();
  pkg.set(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="${CONTENT_TYPES}">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  );
  pkg.set(
    '_rels/.rels',
    `${declaration}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"><Relationship Id="rId1" ` +
      `Type="${TRANSITIONAL.relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  pkg.set(
    'xl/workbook.xml',
    `${declaration}<workbook xmlns="${TRANSITIONAL.main}" xmlns:r="${TRANSITIONAL.relationships}">` +
      `<workbookPr${date1904 ? ' date1904="1"' : ''}/><bookViews><workbookView activeTab="0"/></bookViews><sheets/></workbook>`,
  );
  return pkg;
}
