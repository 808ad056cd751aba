import type { OpcPackage } from './opcPackage';
import { partKey, relationshipsPart } from './partNames';
import { readRelationships } from './relationships';

/**
 * Parts that only the given sheets lead to (drawings, charts, comments ...) with their relationship parts: they go
 * when the sheets are made anew. The sheets themselves are not among them, their relationship parts are.
 */
export function partsOwnedBy(pkg: OpcPackage, sheets: readonly string[]): string[] {
  const excluded = new Set(sheets.map(partKey));
  const others = reach(pkg, [''], excluded);
  const owned: string[] = [];
  for (const part of reach(pkg, sheets, new Set()).values()) {
    if (excluded.has(partKey(part))) owned.push(relationshipsPart(part));
    else if (!others.has(partKey(part))) owned.push(part, relationshipsPart(part));
  }
  return owned.filter((part) => pkg.has(part));
}

/** Parts reached by relationships, by key; excluded ones are reached but not left again. */
function reach(pkg: OpcPackage, from: readonly string[], excluded: ReadonlySet<string>): Map<string, string> {
  const reached = new Map(from.map((part) => [partKey(part), part] as const));
  const queue = [...from];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (excluded.has(partKey(part))) continue;
    for (const { target, external } of readRelationships(pkg, part)) {
      if (external || reached.has(partKey(target)) || !pkg.has(target)) continue;
      reached.set(partKey(target), target);
      queue.push(target);
    }
  }
  return reached;
}
