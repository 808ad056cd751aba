import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en, zh } from '../../../src/i18n/intake.a';

const ROOT = join(__dirname, '../../../src/intake');
const FOLDERS = ['attendance', 'recognise', 'sheets'];
// Words in capitals that are no codes of problems.
const OTHER = /^(?:[A-Z]+|HEADER_EXACT|HEADER_PART|HEADER_PATTERN)$/;

test('every code has a sentence in both languages with the same parameters', () => {
  const used = new Set<string>();
  for (const folder of FOLDERS) {
    for (const file of readdirSync(join(ROOT, folder))) {
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      for (const match of text.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g))
        if (!OTHER.test(match[1]!)) used.add(match[1]!);
    }
  }
  for (const code of ['SEVERAL_TABLES', 'FULL_MARKS_MISSING']) used.add(code);
  for (const code of ['COLUMN_HEADER_EXACT', 'COLUMN_HEADER_PART', 'COLUMN_HEADER_PATTERN', 'COLUMN_CONTENT'])
    used.add(code);
  expect([...used].filter((code) => !(`problem.${code}` in zh))).toEqual([]);
  expect(Object.keys(zh).filter((key) => !used.has(key.slice(8)))).toEqual([]);
  for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
    const params = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
    expect([key, params(en[key])]).toEqual([key, params(zh[key])]);
  }
});
