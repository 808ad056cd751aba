import type { OpcPackage } from '../../../workbook/xlsx/opcPackage';
import { readWorkbookPart } from '../../../workbook/xlsx/workbookPart';
import { child } from '../../../workbook/xlsx/xml';
import { qualified, XmlEdit } from '../../../workbook/xlsx/xmlEdit';
import { escapeAttribute } from '../../../workbook/xlsx/xmlText';
import { escapeText } from '../../../workbook/xmlEscape';
import type { Sheet } from '../../model/sheet';
import type { DefinedName, WorkbookModel } from '../../model/workbook';

const STATES = { Visible: undefined, Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/**
 * Brings order, names and visibility of the tabs, the defined names and the active tab to what the workbook
 * has. `gone` are the names in the file of sheets that were deleted.
 */
export function arrangeWorkbook(
  pkg: OpcPackage,
  model: WorkbookModel,
  nameInFile: (sheet: Sheet) => string,
  gone: ReadonlySet<string>,
): void {
  const { name: part, text, root, sheets, definedNames } = readWorkbookPart(pkg);
  const edit = new XmlEdit(text);
  const list = child(root, 'sheets')!;
  const positions = new Map<number, number>();
  const lines: string[] = [];
  const keep = sheets.map((entry, position) => ({
    entry,
    position,
    sheet: model.sheets.find((sheet) => nameInFile(sheet) === entry.name),
    isGone: gone.has(entry.name),
  }));
  // sheets without cells (charts and the like) are not in the model: they stay behind the others
  const ordered = [
    ...model.sheets.flatMap((sheet) => keep.filter((each) => each.sheet === sheet)),
    ...keep.filter((each) => !each.sheet && !each.isGone),
  ];
  ordered.forEach(({ entry, position, sheet }, index) => {
    positions.set(position, index);
    let line = text.slice(entry.element.start, entry.element.end);
    if (sheet) {
      line = setAttribute(line, 'name', sheet.name);
      line = setAttribute(line, 'state', STATES[sheet.visibility]);
    }
    lines.push(line);
  });
  const before = text.slice(list.innerStart, list.innerEnd);
  const after = lines.join('');
  if (before !== after) edit.replace(list.innerStart, list.innerEnd, after);

  for (const { element, name, sheet } of definedNames) {
    const isOwn = /^_xl(?:nm|fn|pm)\./i.test(name);
    const still = model.names.some((each) => sameName(each, name, sheet, keep));
    const index = sheet === undefined ? undefined : positions.get(sheet);
    if ((sheet !== undefined && index === undefined) || (!isOwn && !still)) edit.remove(element);
    else if (index !== undefined && index !== sheet)
      edit.setAttribute(element, 'localSheetId', String(index));
  }
  const added = model.names.filter(
    (each) => !definedNames.some(({ name, sheet }) => sameName(each, name, sheet, keep)),
  );
  const tag = qualified(root.prefix, 'definedName');
  const xml = added.map(({ name, formula, visible, sheet }) => {
    const scope = sheet ? ` localSheetId="${model.sheets.indexOf(sheet)}"` : '';
    const hidden = visible ? '' : ' hidden="1"';
    return `<${tag} name="${escapeAttribute(name)}"${scope}${hidden}>${escapeText(formula.replace(/^=/, ''))}</${tag}>`;
  });
  const names = child(root, 'definedNames');
  if (xml.length > 0) {
    const group = qualified(root.prefix, 'definedNames');
    if (names) edit.append(names, xml.join(''));
    else edit.insert(list.end, `<${group}>${xml.join('')}</${group}>`);
  }
  const view = child(root, 'bookViews')?.children[0];
  if (view) edit.setAttribute(view, 'activeTab', String(Math.max(0, model.sheets.indexOf(model.active))));
  if (edit.changed) pkg.set(part, edit.toString());
}

function sameName(
  { name, sheet }: DefinedName,
  fileName: string,
  position: number | undefined,
  tabs: readonly { readonly position: number; readonly sheet: Sheet | undefined }[],
): boolean {
  if (name.toLowerCase() !== fileName.toLowerCase()) return false;
  return (
    sheet === (position === undefined ? undefined : tabs.find((tab) => tab.position === position)?.sheet)
  );
}

/** The text of an empty element with an attribute set, or without it. */
function setAttribute(element: string, name: string, value: string | undefined): string {
  const pattern = new RegExp(`(\\s${name}=)(?:"[^"]*"|'[^']*')`);
  if (value === undefined) return element.replace(pattern, '');
  const escaped = escapeAttribute(value);
  if (pattern.test(element)) return element.replace(pattern, (_all, head: string) => `${head}"${escaped}"`);
  return element.replace(/\s*\/?>/, (end) => ` ${name}="${escaped}"${end.trim()}`);
}
