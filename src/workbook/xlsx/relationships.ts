import { PACKAGE_RELATIONSHIPS } from './namespaces';
import type { OpcPackage } from './opcPackage';
import { relationshipsPart, relativeTarget, resolveTarget } from './partNames';
import { attribute, childrenNamed } from './xml';
import { qualified, XmlEdit } from './xmlEdit';
import { escapeAttribute } from './xmlText';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type, for example `worksheet`: the same in both editions. */
  readonly type: string;
  /** Part name, or the address as it stands when external. */
  readonly target: string;
  readonly external: boolean;
}

/** Relationships of a part (the empty name: of the package); none when it has no relationship part. */
export function readRelationships(pkg: OpcPackage, source: string): Relationship[] {
  const part = relationshipsPart(source);
  if (!pkg.has(part)) return [];
  return childrenNamed(pkg.xml(part).root, 'Relationship').map((element) => {
    const target = attribute(element, 'Target') ?? '';
    const external = attribute(element, 'TargetMode') === 'External';
    return {
      id: attribute(element, 'Id') ?? '',
      type: (attribute(element, 'Type') ?? '').replace(/^.*\//, ''),
      target: external ? target : resolveTarget(source, target),
      external,
    };
  });
}

/** Adds a relationship to a part of the package and returns its id. `stem` is the type without its last segment. */
export function addRelationship(
  pkg: OpcPackage,
  source: string,
  { stem, type, target }: { stem: string; type: string; target: string },
): string {
  const part = relationshipsPart(source);
  const used = new Set(readRelationships(pkg, source).map((relationship) => relationship.id));
  let n = 1;
  while (used.has(`rId${n}`)) n++;
  const id = `rId${n}`;
  const attributes =
    `Id="${id}" Type="${stem}/${type}" ` + `Target="${escapeAttribute(relativeTarget(source, target))}"`;
  if (!pkg.has(part)) {
    pkg.set(part, relationshipsXml([attributes]));
    return id;
  }
  const { text, root } = pkg.xml(part);
  const edit = new XmlEdit(text);
  edit.append(root, `<${qualified(root.prefix, 'Relationship')} ${attributes}/>`);
  pkg.set(part, edit.toString());
  return id;
}

/** Drops the relationships of a part that point to a target. */
export function removeRelationships(pkg: OpcPackage, source: string, target: string): void {
  const part = relationshipsPart(source);
  if (!pkg.has(part)) return;
  const gone = new Set(
    readRelationships(pkg, source).flatMap((r) => (!r.external && r.target === target ? r.id : [])),
  );
  const { text, root } = pkg.xml(part);
  const edit = new XmlEdit(text);
  for (const element of childrenNamed(root, 'Relationship')) {
    if (gone.has(attribute(element, 'Id') ?? '')) edit.remove(element);
  }
  if (edit.changed) pkg.set(part, edit.toString());
}

function relationshipsXml(entries: readonly string[]): string {
  const body = entries.map((entry) => `<Relationship ${entry}/>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${body}</Relationships>`
  );
}
