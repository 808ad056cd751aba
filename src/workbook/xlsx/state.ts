import { readCustomXml } from './customXml';
import { corrupt } from './failures';
import { OpcPackage } from './opcPackage';
import { addRelationship } from './relationships';
import { readWorkbookPart, type WorkbookPart } from './workbookPart';
import { sameJson, STATE_NAMESPACE, stateXml } from '../stateDocument';

const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Identifies the part to programs that list custom documents. */
const ITEM_ID = '{5B1E7C0A-6A53-4E0E-9B0D-9A5C0DE57A7E}';

/**
 * The state document of a workbook as parsed JSON, undefined when it has none. Throws what opening a workbook
 * throws, and `CORRUPT` `{part, reason: 'xml'}` when the document is not JSON.
 */
export function readStatePart(bytes: Uint8Array): unknown {
  const pkg = OpcPackage.open(bytes);
  const found = findState(pkg, readWorkbookPart(pkg));
  if (!found) return undefined;
  try {
    return JSON.parse(found.json);
  } catch {
    throw corrupt(found.part, 'xml');
  }
}

/** Stores the state; an equal one is left untouched. Adds the content types of new parts to `contentTypes`. */
export function writeState(
  pkg: OpcPackage,
  workbook: WorkbookPart,
  state: unknown,
  contentTypes: Map<string, string>,
): void {
  const found = findState(pkg, workbook);
  if (found) {
    if (!sameJson(found.json, state)) pkg.set(found.part, stateXml(state));
    return;
  }
  const stem = workbook.namespaces.relationships;
  const part = pkg.freeName('customXml/item', '.xml');
  const properties = pkg.freeName('customXml/itemProps', '.xml');
  pkg.set(part, stateXml(state));
  pkg.set(properties, propertiesXml());
  addRelationship(pkg, part, { stem, type: 'customXmlProps', target: properties });
  addRelationship(pkg, workbook.name, { stem, type: 'customXml', target: part });
  contentTypes.set(part, 'application/xml').set(properties, PROPERTIES_TYPE);
}

function findState(pkg: OpcPackage, workbook: WorkbookPart): { part: string; json: string } | undefined {
  const found = readCustomXml(pkg, workbook).find((custom) => custom.namespace === STATE_NAMESPACE);
  return found && { part: found.part, json: found.root.text };
}

function propertiesXml(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
    `<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${PROPERTIES_NAMESPACE}">` +
    `<ds:schemaRefs><ds:schemaRef ds:uri="${STATE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`
  );
}
