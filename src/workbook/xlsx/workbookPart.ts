import { ProblemError } from '../../facts/problem';
import { contentType, partsOfType } from './contentTypes';
import { corrupt } from './failures';
import { STRICT, TRANSITIONAL, type Namespaces } from './namespaces';
import type { OpcPackage, XmlPart } from './opcPackage';
import { partKey } from './partNames';
import { readRelationships, type Relationship } from './relationships';
import { attribute, booleanAttribute, child, childrenNamed, type XmlElement } from './xml';

const SHEET_MAIN = /(?:spreadsheetml|ms-excel)\.(?:sheet|template|addin)\.(?:macroEnabled\.)?main\+xml$/i;
const BINARY_MAIN = /ms-excel\.sheet\.binary/i;

export interface DefinedName {
  readonly name: string;
  /** Position of the sheet the name is local to; undefined for the whole workbook. */
  readonly sheet: number | undefined;
  readonly hidden: boolean;
  /** The formula without `=`, for example `'质检'!$A$1:$F$9`. */
  readonly value: string;
  readonly element: XmlElement;
}

export interface SheetEntry {
  readonly name: string;
  readonly sheetId: number;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Undefined when the sheet's part cannot be found. */
  readonly part: string | undefined;
  /** `worksheet`, `chartsheet`, `dialogsheet` ... */
  readonly type: string;
  readonly element: XmlElement;
}

/** The workbook part as it stands, with positions for changing it. */
export interface WorkbookPart extends XmlPart {
  readonly name: string;
  readonly namespaces: Namespaces;
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: readonly DefinedName[];
  readonly relationships: readonly Relationship[];
}

/** Finds the workbook by relationships, whatever its name. Throws `NOT_XLSX` (with `found`) or `CORRUPT`. */
export function readWorkbookPart(pkg: OpcPackage): WorkbookPart {
  const name = findWorkbook(pkg);
  const { text, root } = pkg.xml(name);
  if (root.name !== 'workbook') throw new ProblemError('NOT_XLSX', { found: 'zip' });
  const namespaces = root.namespace === STRICT.main ? STRICT : TRANSITIONAL;
  const relationships = readRelationships(pkg, name);
  const properties = child(root, 'workbookPr');
  return {
    name,
    text,
    root,
    namespaces,
    relationships,
    date1904: properties ? booleanAttribute(properties, 'date1904') : false,
    sheets: childrenNamed(child(root, 'sheets'), 'sheet').map((e) => readSheet(e, namespaces, relationships)),
    definedNames: childrenNamed(child(root, 'definedNames'), 'definedName').map(readDefinedName),
  };
}

function findWorkbook(pkg: OpcPackage): string {
  if (!pkg.has('[Content_Types].xml')) throw new ProblemError('NOT_XLSX', { found: describePackage(pkg) });
  const main = readRelationships(pkg, '').find((r) => r.type === 'officeDocument' && !r.external)?.target;
  const name = main !== undefined && pkg.has(main) ? main : partsOfType(pkg, SHEET_MAIN)[0];
  if (name === undefined)
    throw main === undefined
      ? new ProblemError('NOT_XLSX', { found: describePackage(pkg) })
      : corrupt(main, 'missing');
  if (!pkg.has(name)) throw corrupt(name, 'missing');
  const type = contentType(pkg, name) ?? '';
  if (BINARY_MAIN.test(type) || /\.bin$/i.test(name)) throw new ProblemError('NOT_XLSX', { found: 'xlsb' });
  if (/wordprocessingml|ms-word/.test(type)) throw new ProblemError('NOT_XLSX', { found: 'docx' });
  if (/presentationml|ms-powerpoint/.test(type)) throw new ProblemError('NOT_XLSX', { found: 'pptx' });
  return name;
}

function describePackage(pkg: OpcPackage): string {
  const names = pkg.names().map(partKey);
  if (names.includes('mimetype') && names.includes('content.xml')) return 'ods';
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  return 'zip';
}

function readSheet(
  element: XmlElement,
  namespaces: Namespaces,
  relationships: readonly Relationship[],
): SheetEntry {
  const id =
    attribute(element, 'id', namespaces.relationships) ??
    attribute(element, 'id', TRANSITIONAL.relationships);
  const relationship = relationships.find((r) => r.id === id && !r.external);
  const state = attribute(element, 'state');
  return {
    name: attribute(element, 'name') ?? '',
    sheetId: Number(attribute(element, 'sheetId') ?? 0),
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    part: relationship?.target,
    type: relationship?.type ?? 'worksheet',
    element,
  };
}

function readDefinedName(element: XmlElement): DefinedName {
  const sheet = attribute(element, 'localSheetId');
  return {
    name: attribute(element, 'name') ?? '',
    sheet: sheet === undefined ? undefined : Number(sheet),
    hidden: booleanAttribute(element, 'hidden'),
    value: element.text,
    element,
  };
}
