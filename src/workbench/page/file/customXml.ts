import { readCustomXml } from '../../../workbook/xlsx/customXml';
import type { OpcPackage } from '../../../workbook/xlsx/opcPackage';
import { addRelationship, removeRelationships } from '../../../workbook/xlsx/relationships';
import { readWorkbookPart } from '../../../workbook/xlsx/workbookPart';
import type { WorkbookModel } from '../../model/workbook';

const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** Writes the XML documents of the workbook that the file does not hold, and takes out those that are gone. */
export function addCustomXml(pkg: OpcPackage, model: WorkbookModel, contentTypes: Map<string, string>): void {
  const workbook = readWorkbookPart(pkg);
  const wanted = model.customXml.map(({ xml }) => xml);
  for (const { part, xml } of readCustomXml(pkg, workbook)) {
    const at = wanted.indexOf(xml);
    if (at >= 0) wanted.splice(at, 1);
    else {
      pkg.remove(part);
      removeRelationships(pkg, workbook.name, part);
    }
  }
  const stem = workbook.namespaces.relationships;
  for (const xml of wanted) {
    const part = pkg.freeName('customXml/item', '.xml');
    const properties = pkg.freeName('customXml/itemProps', '.xml');
    pkg.set(part, xml);
    pkg.set(
      properties,
      '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
        `<ds:datastoreItem ds:itemID="${itemId(part)}" xmlns:ds="${PROPERTIES_NAMESPACE}"/>`,
    );
    addRelationship(pkg, part, { stem, type: 'customXmlProps', target: properties });
    addRelationship(pkg, workbook.name, { stem, type: 'customXml', target: part });
    contentTypes.set(part, 'application/xml').set(properties, PROPERTIES_TYPE);
  }
}

/** An id that differs from part to part; nothing else is asked of it. */
function itemId(part: string): string {
  const digits = [...part].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffff, 7);
  return `{${digits.toString(16).toUpperCase().padStart(8, '0')}-6A53-4E0E-9B0D-9A5C0DE57A7F}`;
}
