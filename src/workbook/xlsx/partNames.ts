/** Names of parts inside a package, written without a leading slash. */

/** Parts are the same whatever their case and slashes. */
export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/** Folder of a part with its slash; empty at the root. */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** `xl/workbook.xml` -> `xl/_rels/workbook.xml.rels`; the empty name is the package itself. */
export function relationshipsPart(source: string): string {
  const folder = folderOf(source);
  return `${folder}_rels/${source.slice(folder.length)}.rels`;
}

/** Target of a relationship as a part name. */
export function resolveTarget(source: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/[#?].*$/, '');
  const full = path.startsWith('/') ? path : folderOf(source) + path;
  const steps: string[] = [];
  for (const step of full.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const name = steps.join('/');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Target from one part to another, relative as Excel writes it. */
export function relativeTarget(source: string, part: string): string {
  const from = folderOf(source).split('/').slice(0, -1);
  const to = part.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].map(encodeURI).join('/');
}
