import type { OpcPackage } from './opcPackage';
import { readRelationships } from './relationships';
import { attribute, type XmlElement } from './xml';
import type { WorkbookPart } from './workbookPart';

/** A document stored beside the workbook, for example by a document management system. */
export interface CustomXmlPart {
  readonly part: string;
  /** Namespace of its root element. */
  readonly namespace: string;
  readonly xml: string;
  readonly root: XmlElement;
}

/** All custom XML documents the workbook or the package refers to. Damaged ones throw `CORRUPT`. */
export function readCustomXml(pkg: OpcPackage, workbook: WorkbookPart): CustomXmlPart[] {
  const found = [...workbook.relationships, ...readRelationships(pkg, '')].filter(
    (r) => r.type === 'customXml' && !r.external && pkg.has(r.target),
  );
  const parts = [...new Set(found.map((r) => r.target))];
  return parts.map((part) => {
    const { text, root } = pkg.xml(part);
    return { part, namespace: root.namespace || (attribute(root, 'xmlns') ?? ''), xml: text, root };
  });
}
