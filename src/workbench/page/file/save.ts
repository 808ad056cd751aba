import { updateContentTypes } from '../../../workbook/xlsx/contentTypes';
import { OpcPackage } from '../../../workbook/xlsx/opcPackage';
import { partsOwnedBy } from '../../../workbook/xlsx/ownedParts';
import { removeRelationships } from '../../../workbook/xlsx/relationships';
import { StyleSheet } from '../../../workbook/xlsx/styleSheet';
import { readWorkbookPart, type WorkbookPart } from '../../../workbook/xlsx/workbookPart';
import { writeTabs, type TabToWrite } from '../../../workbook/xlsx/writePlans';
import type { Sheet } from '../../model/sheet';
import type { WorkbookModel } from '../../model/workbook';
import { patchCells } from './cellPatch';
import { addCustomXml } from './customXml';
import { draftOfSheet } from './draft';
import { fileFormats } from './look';
import type { OriginalSheets } from './original';
import { arrangeWorkbook } from './workbookXml';

/**
 * The workbook as an .xlsx: the file it came from with what has changed. Parts that nothing changed in stay byte for
 * byte; in a changed sheet only the changed cells are written anew, unless rows, columns or merges changed, which
 * rewrites the sheet. New sheets are added by the project's own writer.
 */
export function saveWorkbook(model: WorkbookModel, original: OriginalSheets, bytes: Uint8Array): Uint8Array {
  const pkg = OpcPackage.open(bytes);
  const contentTypes = new Map<string, string>();
  const removed: string[] = [];
  const workbook = readWorkbookPart(pkg);
  const tabs: TabToWrite[] = [];
  const gone = new Map<string, string>();
  let formulasChanged = false;

  workbook.sheets.forEach((entry, position) => {
    const sheet = findByOriginalName(original, entry.name);
    if (!sheet || entry.part === undefined) return;
    if (sheet.deleted) {
      gone.set(entry.name, entry.part);
      return;
    }
    const { cells, reshaped } = original.changesOf(sheet);
    if (cells.length > 0 || reshaped) formulasChanged = true;
    if (reshaped) tabs.push({ draft: { ...draftOfSheet(sheet), name: entry.name }, replaces: position });
    else if (cells.length > 0) patchSheet(pkg, workbook, { sheet, part: entry.part, cells });
  });
  const owned = partsOwnedBy(pkg, [
    ...gone.values(),
    ...tabs.map(({ replaces }) => workbook.sheets[replaces!]!.part!),
  ]);
  for (const part of owned) {
    pkg.remove(part);
    removed.push(part);
  }
  for (const part of gone.values()) {
    pkg.remove(part);
    removed.push(part);
    removeRelationships(pkg, workbook.name, part);
  }
  const chain = workbook.relationships.find((each) => each.type === 'calcChain' && !each.external)?.target;
  if (formulasChanged && chain !== undefined && pkg.has(chain)) {
    // it names the cells with formulas, and programs make it anew when it is missing
    pkg.remove(chain);
    removed.push(chain);
    removeRelationships(pkg, workbook.name, chain);
  }
  for (const sheet of model.sheets) if (!original.names.has(sheet)) tabs.push({ draft: draftOfSheet(sheet) });
  if (tabs.length > 0) writeTabs(pkg, readWorkbookPart(pkg), tabs, contentTypes);
  arrangeWorkbook(pkg, model, (sheet) => original.names.get(sheet) ?? sheet.name, new Set(gone.keys()));
  addCustomXml(pkg, model, contentTypes);
  updateContentTypes(
    pkg,
    contentTypes,
    removed.filter((part) => !pkg.has(part)),
  );
  return pkg.save();
}

function findByOriginalName(original: OriginalSheets, name: string): Sheet | undefined {
  return [...original.names].find(([, known]) => known === name)?.[0];
}

function patchSheet(
  pkg: OpcPackage,
  workbook: WorkbookPart,
  { sheet, part, cells }: { sheet: Sheet; part: string; cells: readonly (readonly [number, number])[] },
): void {
  const stylePart = workbook.relationships.find((each) => each.type === 'styles' && !each.external)?.target;
  if (stylePart === undefined || !pkg.has(stylePart)) return;
  const styles = new StyleSheet(pkg.xml(stylePart));
  const text = patchCells(pkg.xml(part), sheet, cells, { formats: fileFormats(sheet), styles });
  pkg.set(part, text);
  pkg.set(stylePart, styles.toString());
}
