import type { OpcPackage } from './opcPackage';
import { partKey } from './partNames';
import { attribute, childrenNamed } from './xml';
import { qualified, XmlEdit } from './xmlEdit';
import { escapeAttribute } from './xmlText';

const PART = '[Content_Types].xml';

/** Content type of a part by its own entry or its extension; undefined when neither is given. */
export function contentType(pkg: OpcPackage, part: string): string | undefined {
  const { root } = pkg.xml(PART);
  const key = partKey(part);
  const own = childrenNamed(root, 'Override').find((o) => partKey(attribute(o, 'PartName') ?? '') === key);
  if (own) return attribute(own, 'ContentType');
  const extension = /\.([^./]+)$/.exec(key)?.[1];
  const shared = childrenNamed(root, 'Default').find(
    (d) => attribute(d, 'Extension')?.toLowerCase() === extension,
  );
  return shared && attribute(shared, 'ContentType');
}

/** Names of the parts that have an entry of their own with a content type matching a pattern. */
export function partsOfType(pkg: OpcPackage, pattern: RegExp): string[] {
  return childrenNamed(pkg.xml(PART).root, 'Override')
    .filter((entry) => pattern.test(attribute(entry, 'ContentType') ?? ''))
    .map((entry) => (attribute(entry, 'PartName') ?? '').replace(/^\//, ''));
}

/** Sets the content types of new parts and drops the entries of parts that are gone. */
export function updateContentTypes(
  pkg: OpcPackage,
  added: ReadonlyMap<string, string>,
  removed: readonly string[],
): void {
  const gone = new Set(removed.map(partKey));
  const missing = new Map([...added].filter(([part, type]) => contentType(pkg, part) !== type));
  const replaced = new Set([...missing.keys()].map(partKey));
  const { text, root } = pkg.xml(PART);
  const edit = new XmlEdit(text);
  for (const entry of childrenNamed(root, 'Override')) {
    const key = partKey(attribute(entry, 'PartName') ?? '');
    if (gone.has(key) || replaced.has(key)) edit.remove(entry);
  }
  for (const [part, type] of missing) {
    const name = escapeAttribute(`/${encodeURI(part)}`);
    edit.append(
      root,
      `<${qualified(root.prefix, 'Override')} PartName="${name}" ContentType="${escapeAttribute(type)}"/>`,
    );
  }
  if (edit.changed) pkg.set(PART, edit.toString());
}
