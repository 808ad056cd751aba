import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { t, TEXT_KEYS } from '../../src/i18n';
import { VERSION } from '../../src/taskpane/version';
import { FIELDS } from '../../src/intake/recognise/fields';

const root = join(__dirname, '../../src/taskpane');

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, source: readFileSync(join(root, name), 'utf8') }));

/** Attributes whose text people see or hear. */
const SPOKEN = new Set(['aria-label', 'title', 'label', 'placeholder', 'alt', 'hint', 'validationMessage']);
const WORDS = /\p{L}/u;

function literals({ name, source }: (typeof files)[number]): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORDS.test(node.text)) found.push(`${name}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText())) {
      const value = node.initializer;
      if (value !== undefined && ts.isStringLiteral(value) && WORDS.test(value.text))
        found.push(`${name}: ${node.name.getText()}="${value.text}"`);
    }
    if (ts.isJsxExpression(node) && node.expression !== undefined && ts.isStringLiteral(node.expression)) {
      const isChild = ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);
      if (isChild && WORDS.test(node.expression.text)) found.push(`${name}: {${node.expression.text}}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test('no component holds a text of its own', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(literals)).toEqual([]);
  expect(files.filter(({ source }) => /[\u3400-\u9fff]/.test(source)).map(({ name }) => name)).toEqual([]);
});

test('text of the workbook never becomes markup', () => {
  const unsafe = /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write/;
  expect(files.filter(({ source }) => unsafe.test(source)).map(({ name }) => name)).toEqual([]);
});

test('every field that a column can mean has a word in both languages', () => {
  const keys = new Set<string>(TEXT_KEYS);
  const fields = Object.keys(FIELDS).filter((field) => !field.startsWith('flag.'));

  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter((field) => !keys.has(`pane.field.${field}`))).toEqual([]);
});

test('one key stands in one table', () => {
  const folder = join(__dirname, '../../src/i18n');
  const tables = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  const places = new Map<string, string[]>();
  for (const table of tables) {
    const source = readFileSync(join(folder, table), 'utf8');
    const zh = source.slice(source.indexOf('export const zh'), source.indexOf('export const en'));
    for (const [, key = ''] of zh.matchAll(/^ {2}'?([\w.\-\u3400-\u9fff]+)'?:/gm)) {
      places.set(key, [...(places.get(key) ?? []), table]);
    }
  }

  expect(places.size).toBeGreaterThan(500);
  expect([...places].filter(([, found]) => found.length > 1)).toEqual([]);
});

test('the version shown is that of the package', () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  expect(VERSION).toBe(version);
});

test('the pane names a month as its language does', () => {
  expect(t('zh', 'pane.monthOf', { year: 2026, month: 9 })).toBe('2026年9月');
});
