import type { SheetDraft } from '../sheetDraft';
import { absoluteReference, quoteSheet } from '../address';
import { PLAN_MARK, planMarkValue } from '../planMark';
import type { WorkbookPart } from './workbookPart';
import { child, type XmlElement } from './xml';
import { qualified, XmlEdit } from './xmlEdit';
import { escapeText } from '../xmlEscape';
import { escapeAttribute } from './xmlText';

const FILTER_NAME = '_xlnm._FilterDatabase';
const PRINT_TITLES_NAME = '_xlnm.Print_Titles';
const PRINT_AREA_NAME = '_xlnm.Print_Area';
const MAX_SHEET_ID = 65_534;

/** A tab in the workbook part: where it stands, and its relationship when it is new. */
export interface PlacedTab {
  readonly draft: SheetDraft;
  /** 0-based position among all tabs. */
  readonly position: number;
  /** Of a new tab; a tab that is made anew keeps its entry. */
  readonly relationshipId?: string;
}

interface LocalName {
  readonly name: string;
  readonly value: string;
  readonly hidden: boolean;
}

/** The workbook part with new tabs listed and the names of written tabs set; everything else as it was. */
export function workbookWithTabs(workbook: WorkbookPart, tabs: readonly PlacedTab[]): string {
  const edit = new XmlEdit(workbook.text);
  addSheets(workbook, tabs, edit);
  setNames(workbook, tabs, edit);
  return edit.toString();
}

function addSheets(workbook: WorkbookPart, tabs: readonly PlacedTab[], edit: XmlEdit): void {
  const { root, namespaces, sheets } = workbook;
  const list = child(root, 'sheets');
  const lines: string[] = [];
  const used = new Set(sheets.map((sheet) => sheet.sheetId));
  for (const { draft, relationshipId } of tabs) {
    if (relationshipId === undefined) continue;
    const sheetId = freeSheetId(used);
    used.add(sheetId);
    const state = draft.visibility && draft.visibility !== 'visible' ? ` state="${draft.visibility}"` : '';
    const bound = [...(list ?? root).scope].find(
      ([p, uri]) => p !== '' && uri === namespaces.relationships,
    )?.[0];
    const prefix = bound ?? 'r';
    const declaration = bound === undefined ? ` xmlns:r="${namespaces.relationships}"` : '';
    lines.push(
      `<${qualified(root.prefix, 'sheet')} name="${escapeAttribute(draft.name)}" sheetId="${sheetId}"${state}` +
        `${declaration} ${prefix}:id="${relationshipId}"/>`,
    );
  }
  if (lines.length === 0) return;
  if (list) edit.append(list, lines.join(''));
  else insertInOrder(root, edit, 'sheets', lines.join(''));
}

/** One more than the highest, as Excel counts, while that is a number it takes. */
function freeSheetId(used: ReadonlySet<number>): number {
  let id = Math.max(0, ...[...used].filter((n) => n < MAX_SHEET_ID)) + 1;
  if (id > MAX_SHEET_ID || used.has(id)) for (id = 1; used.has(id);) id++;
  return id;
}

function setNames(workbook: WorkbookPart, tabs: readonly PlacedTab[], edit: XmlEdit): void {
  const { root, definedNames } = workbook;
  const ours = new Set(
    [PLAN_MARK, FILTER_NAME, PRINT_TITLES_NAME, PRINT_AREA_NAME].map((name) => name.toLowerCase()),
  );
  const lines: string[] = [];
  for (const { draft, position } of tabs) {
    const wanted = localNames(draft);
    for (const { name, sheet, element } of definedNames) {
      if (sheet !== position || !ours.has(name.toLowerCase())) continue;
      const index = wanted.findIndex((w) => w.name.toLowerCase() === name.toLowerCase());
      const [replacement] = index < 0 ? [] : wanted.splice(index, 1);
      edit.replace(element.start, element.end, replacement ? nameXml(replacement, position, root) : '');
    }
    lines.push(...wanted.map((name) => nameXml(name, position, root)));
  }
  if (lines.length === 0) return;
  const list = child(root, 'definedNames');
  if (list) edit.append(list, lines.join(''));
  else insertInOrder(root, edit, 'definedNames', lines.join(''));
}

function localNames({ name, planId, filter, print }: SheetDraft): LocalName[] {
  const titles = print?.titleRows;
  return [
    ...(planId === undefined ? [] : [{ name: PLAN_MARK, value: planMarkValue(planId), hidden: true }]),
    ...(filter ? [{ name: FILTER_NAME, value: absoluteReference(name, filter), hidden: true }] : []),
    ...(titles
      ? [
          {
            name: PRINT_TITLES_NAME,
            value: `${quoteSheet(name)}!$${titles.first + 1}:$${titles.last + 1}`,
            hidden: false,
          },
        ]
      : []),
  ];
}

function nameXml({ name, value, hidden }: LocalName, position: number, root: XmlElement): string {
  const tag = qualified(root.prefix, 'definedName');
  const flag = hidden ? ' hidden="1"' : '';
  return `<${tag} name="${name}" localSheetId="${position}"${flag}>${escapeText(value)}</${tag}>`;
}

/** What stands before each list in a workbook part. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  sheets: ['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews'],
  definedNames: ['sheets', 'functionGroups', 'externalReferences'],
};

function insertInOrder(root: XmlElement, edit: XmlEdit, name: string, content: string): void {
  const before = BEFORE[name] ?? [];
  const last = root.children.filter((c) => c.namespace === root.namespace && before.includes(c.name)).at(-1);
  const tag = qualified(root.prefix, name);
  const whole = `<${tag}>${content}</${tag}>`;
  if (last) edit.insert(last.end, whole);
  else if (root.innerStart === root.end) edit.append(root, whole);
  else edit.insert(root.innerStart, whole);
}
