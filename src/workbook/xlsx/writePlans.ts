import { ProblemError } from '../../facts/problem';
import type { SheetPlan } from '../sheetPlan';
import { updateContentTypes } from './contentTypes';
import { OpcPackage } from './opcPackage';
import { partsOwnedBy } from './ownedParts';
import { folderOf } from './partNames';
import { readPlanMarks } from './planMarks';
import { addRelationship, removeRelationships } from './relationships';
import { draftOfPlan, type SheetDraft } from '../sheetDraft';
import { checkSheetName, freeSheetName } from '../sheetNames';
import { writeState } from './state';
import { EMPTY_STYLE_SHEET, STYLES_TYPE } from './styleParts';
import { StyleSheet } from './styleSheet';
import { writeTab } from './tabWriter';
import { workbookWithTabs, type PlacedTab } from './workbookEdit';
import { readWorkbookPart, type WorkbookPart } from './workbookPart';
import { decodeXml } from './xmlBytes';
import { parseXml } from './xml';

export interface WriteOptions {
  /** A JSON document to carry in the workbook; left out = whatever is there stays. */
  readonly state?: unknown;
}

export interface WrittenTab {
  readonly planId: string;
  /** The name the tab has; not the planned one where that was taken by a tab that is not ours. */
  readonly name: string;
  /** True when an earlier tab of the plan was made anew. */
  readonly replaced: boolean;
}

export interface WriteResult {
  readonly bytes: Uint8Array;
  /** In the order of the plans. */
  readonly tabs: readonly WrittenTab[];
}

/**
 * A copy of a workbook with the planned tabs added, or made anew where a tab of the same plan is there already (it
 * keeps its place and name). All other sheets and parts are copied byte for byte. Throws what `readWorkbook`
 * throws, `DUPLICATE_PLAN` `{id}`, `BAD_SHEET_NAME`, and what `checkDraft` refuses; nothing is written then.
 */
export function writePlans(
  bytes: Uint8Array,
  plans: readonly SheetPlan[],
  options: WriteOptions = {},
): WriteResult {
  const pkg = OpcPackage.open(bytes);
  const workbook = readWorkbookPart(pkg);
  const places = placePlans(workbook, plans);
  const contentTypes = new Map<string, string>();
  const removed = releaseOldTabs(pkg, workbook, places);

  const drafts = places.map(({ plan, name }) =>
    draftOfPlan(plan, name, (link) => linkedSheet(link, workbook, places)),
  );
  writeTabs(
    pkg,
    workbook,
    places.map((place, i) => ({ draft: drafts[i]!, replaces: place.position })),
    contentTypes,
  );
  if (options.state !== undefined) writeState(pkg, workbook, options.state, contentTypes);
  updateContentTypes(
    pkg,
    contentTypes,
    removed.filter((part) => !pkg.has(part)),
  );

  const tabs = places.map(({ plan, name, position }) => ({
    planId: plan.id,
    name,
    replaced: position !== undefined,
  }));
  return { bytes: pkg.save(), tabs };
}

interface Place {
  readonly plan: SheetPlan;
  readonly name: string;
  /** Position of the tab that is made anew. */
  readonly position: number | undefined;
}

function placePlans(workbook: WorkbookPart, plans: readonly SheetPlan[]): Place[] {
  const { sheets } = workbook;
  const marks = readPlanMarks(workbook.definedNames);
  const seen = new Set<string>();
  const taken = sheets.map((sheet) => sheet.name);
  return plans.map((plan) => {
    if (seen.has(plan.id)) throw new ProblemError('DUPLICATE_PLAN', { id: plan.id });
    seen.add(plan.id);
    checkSheetName(plan.name);
    const own = [...marks].filter(
      ([at, id]) => id === plan.id && sheets[at]?.type === 'worksheet' && sheets[at].part,
    );
    // a copy a user made of our tab carries the mark too: the tab of the planned name is the original
    const position = (own.find(([at]) => sheets[at]?.name === plan.name) ?? own[0])?.[0];
    const name = position === undefined ? freeSheetName(plan.name, taken) : sheets[position]!.name;
    if (position === undefined) taken.push(name);
    return { plan, name, position };
  });
}

/** A user's tab of that name comes first, then the tab made from the plan of that name or id. */
function linkedSheet(
  link: { readonly sheet: string; readonly plan?: string },
  workbook: WorkbookPart,
  places: readonly Place[],
): string {
  const byId = places.find(({ plan }) => plan.id === link.plan);
  if (byId) return byId.name;
  const marked = readPlanMarks(workbook.definedNames);
  const isUsers = workbook.sheets.some((sheet, i) => sheet.name === link.sheet && !marked.has(i));
  return isUsers ? link.sheet : (places.find(({ plan }) => plan.name === link.sheet)?.name ?? link.sheet);
}

/** Removes what only the tabs to be made anew lead to, and returns the names of the parts removed. */
function releaseOldTabs(pkg: OpcPackage, workbook: WorkbookPart, places: readonly Place[]): string[] {
  const parts = places.flatMap(({ position }) =>
    position === undefined ? [] : [workbook.sheets[position]!.part!],
  );
  const removed = partsOwnedBy(pkg, parts);
  for (const part of removed) pkg.remove(part);

  // the calculation chain names cells with formulas; Excel rebuilds it, but complains about cells that lost theirs
  const chain = workbook.relationships.find((r) => r.type === 'calcChain' && !r.external)?.target;
  if (chain !== undefined && parts.some((part) => pkg.has(part) && holdsFormula(pkg.bytes(part)))) {
    pkg.remove(chain);
    removeRelationships(pkg, workbook.name, chain);
    removed.push(chain);
  }
  return removed;
}

function holdsFormula(sheet: Uint8Array): boolean {
  return /<(?:\w+:)?f[\s/>]/.test(decodeXml(sheet));
}

/** A tab to write, with the position of the tab whose place it takes. */
export interface TabToWrite {
  readonly draft: SheetDraft;
  readonly replaces?: number | undefined;
}

/** Writes tabs, the styles they need and their entries in the workbook part. */
export function writeTabs(
  pkg: OpcPackage,
  workbook: WorkbookPart,
  tabs: readonly TabToWrite[],
  contentTypes: Map<string, string>,
): void {
  const { namespaces, relationships, sheets } = workbook;
  const stem = namespaces.relationships;
  const stylePart = relationships.find(
    (r) => r.type === 'styles' && !r.external && pkg.has(r.target),
  )?.target;
  const styles = new StyleSheet(stylePart === undefined ? emptyStyles(namespaces.main) : pkg.xml(stylePart));
  let position = sheets.length;
  const placed = tabs.map(({ draft, replaces }): PlacedTab => {
    const old = replaces === undefined ? undefined : sheets[replaces];
    const part = old?.part ?? pkg.freeName(`${folderOf(workbook.name)}worksheets/sheet`, '.xml');
    writeTab(pkg, draft, { part, namespaces, styles, contentTypes, selected: !old && position === 0 });
    if (old) return { draft, position: replaces! };
    const relationshipId = addRelationship(pkg, workbook.name, { stem, type: 'worksheet', target: part });
    return { draft, position: position++, relationshipId };
  });
  if (stylePart !== undefined) {
    pkg.set(stylePart, styles.toString());
  } else {
    const usual = `${folderOf(workbook.name)}styles.xml`;
    const part = pkg.has(usual) ? pkg.freeName(`${folderOf(workbook.name)}styles`, '.xml') : usual;
    pkg.set(part, styles.toString());
    contentTypes.set(part, STYLES_TYPE);
    addRelationship(pkg, workbook.name, { stem, type: 'styles', target: part });
  }
  pkg.set(workbook.name, workbookWithTabs(workbook, placed));
}

function emptyStyles(namespace: string): { text: string; root: ReturnType<typeof parseXml> } {
  const text = EMPTY_STYLE_SHEET.replace('NAMESPACE', namespace);
  return { text, root: parseXml(text, 'styles') };
}
