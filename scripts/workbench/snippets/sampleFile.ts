import fs from 'node:fs';
import path from 'node:path';

/** One public sample: its script, its page and what it asks of Excel. */
export interface Sample {
  /** Folder and file name: `42-range/used-range`. */
  readonly name: string;
  /** TypeScript, as the page would run it. */
  readonly script: string;
  readonly html: string;
  /** Requirement set version of ExcelApi that the sample asks for; empty when it says none. */
  readonly apiVersion: string;
}

/** All samples below a folder, by name. Files without a script are passed over. */
export function samplesIn(folder: string): Sample[] {
  return yamlFiles(folder)
    .map((file) => readSample(fs.readFileSync(file, 'utf8'), nameOf(folder, file)))
    .filter((sample) => sample.script !== '');
}

function nameOf(folder: string, file: string): string {
  return path
    .relative(folder, file)
    .replaceAll(path.sep, '/')
    .replace(/\.yaml$/, '');
}

function yamlFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) return yamlFiles(full);
      return entry.name.endsWith('.yaml') ? [full] : [];
    })
    .sort();
}

/** Reads what is needed of a sample's YAML: two block texts and the requirement set. */
export function readSample(text: string, name: string): Sample {
  const lines = text.split(/\r?\n/);
  const version = /^\s+ExcelApi:\s*['"]?([\d.]+|[\w ]+)/m.exec(text)?.[1] ?? '';
  return {
    name,
    script: blockText(lines, 'script'),
    html: blockText(lines, 'template'),
    apiVersion: version,
  };
}

/** The block text `content` of a key at the left margin. */
function blockText(lines: readonly string[], key: string): string {
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (at < 0) return '';
  const content = lines.findIndex((line, i) => i > at && /^\s+content:/.test(line));
  const next = lines.findIndex((line, i) => i > at && /^\S/.test(line));
  if (content < 0 || (next >= 0 && content > next)) return '';
  const depth = indentOf(lines[content]!);
  const body: string[] = [];
  for (const line of lines.slice(content + 1)) {
    if (line.trim() !== '' && indentOf(line) <= depth) break;
    body.push(line);
  }
  const margin = Math.min(...body.filter((line) => line.trim() !== '').map(indentOf));
  return body
    .map((line) => line.slice(margin))
    .join('\n')
    .trim();
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
