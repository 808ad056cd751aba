import { execFileSync } from 'node:child_process';
import path from 'node:path';

interface Snippet {
  readonly file: string;
  readonly code: string;
  /** The rule that must speak, and part of what it says; absent where the snippet is allowed. */
  readonly rule?: string;
  readonly says?: string;
}

const boundary = 'qascore/boundaries';
const globals = 'no-restricted-globals';
const syntax = 'no-restricted-syntax';
const ours = [boundary, globals, syntax, 'parser'];

const forbidden: Snippet[] = [
  // up the arrows
  { file: 'src/facts/a.ts', code: "import { a } from '../rulebook/schema';", rule: boundary },
  { file: 'src/workbook/a.ts', code: "import type { A } from '../rulebook/clause';", rule: boundary },
  { file: 'src/facts/a.ts', code: "import type { A } from '../workbook/grid';", rule: boundary },
  { file: 'src/rulebook/a.ts', code: "import { a } from '../scoring/score';", rule: boundary },
  { file: 'src/rulebook/effects/a.ts', code: "import type { A } from '../../intake/a';", rule: boundary },
  { file: 'src/reports/a.ts', code: "import { a } from '../month/store';", rule: boundary },
  { file: 'src/month/a.ts', code: "import { a } from '../cli/main';", rule: boundary },
  { file: 'src/month/a.ts', code: "export { a } from '../taskpane/a';", rule: boundary },
  { file: 'src/month/a.ts', code: "export * from '../functions';", rule: boundary },
  { file: 'src/scoring/a.ts', code: "type A = import('../month/a').A;", rule: boundary },
  { file: 'src/scoring/a.ts', code: "const a = await import('../month/a');", rule: boundary },
  { file: 'src/scoring/a.ts', code: "const a = require('../month/a');", rule: boundary },

  // between siblings
  { file: 'src/casework/a.ts', code: "import { a } from '../rulebook/schema';", rule: boundary },
  { file: 'src/intake/a.ts', code: "import { a } from '../scoring/a';", rule: boundary },
  { file: 'src/draft/a.ts', code: "import { a } from '../intake/a';", rule: boundary },
  { file: 'src/cli/a.ts', code: "import { a } from '../functions/a';", rule: boundary },
  { file: 'src/commands/a.ts', code: "import { a } from '../taskpane/a';", rule: boundary },

  // sentences are made at the edge
  { file: 'src/scoring/a.ts', code: "import { t } from '../i18n';", rule: boundary },
  { file: 'src/i18n/a.ts', code: "import type { A } from '../rulebook/schema';", rule: boundary },
  {
    file: 'src/i18n/a.ts',
    code: "import { a } from '../facts/problem';",
    rule: boundary,
    says: 'only types',
  },

  // the adapters
  { file: 'src/month/a.ts', code: "import { a } from '../workbook/excel/port';", rule: boundary },
  { file: 'src/month/a.ts', code: "import { a } from '../workbook/xlsx';", rule: boundary },
  { file: 'src/workbook/a.ts', code: "import { a } from './excel/port';", rule: boundary },
  { file: 'src/workbook/excel/a.ts', code: "import { a } from '../xlsx/read';", rule: boundary },
  { file: 'src/workbook/xlsx/a.ts', code: "import { a } from '../../month/month';", rule: boundary },
  { file: 'src/workbench/a.ts', code: "import { a } from '../taskpane/a';", rule: boundary },
  { file: 'src/workbench/host/a.ts', code: "import { a } from '../../month/month';", rule: boundary },

  // packages and Node
  { file: 'src/reports/a.ts', code: "import { useState } from 'react';", rule: boundary, says: 'React' },
  {
    file: 'src/functions/a.ts',
    code: "import { a } from 'react-dom/client';",
    rule: boundary,
    says: 'React',
  },
  { file: 'src/cli/a.ts', code: "import { a } from '@fluentui/react-components';", rule: boundary },
  { file: 'src/month/a.ts', code: "import '@microsoft/office-js';", rule: boundary },
  { file: 'src/intake/a.ts', code: "import { a } from 'fflate';", rule: boundary, says: 'pure' },
  { file: 'src/intake/a.ts', code: "import fs from 'node:fs';", rule: boundary, says: 'Node' },
  { file: 'src/month/a.ts', code: "import path from 'path';", rule: boundary, says: 'Node' },
  { file: 'src/taskpane/a.ts', code: "import fs from 'fs/promises';", rule: boundary, says: 'Node' },
  { file: 'src/workbook/xlsx/a.ts', code: "import fs from 'node:fs';", rule: boundary, says: 'Node' },
  { file: 'src/workbook/xlsx/a.ts', code: "import { a } from './file.node';", rule: boundary, says: 'Node' },
  { file: 'src/workbench/a.ts', code: "import { a } from '../workbook/xlsx/file.node';", rule: boundary },

  // outside and nowhere
  { file: 'src/scoring/a.ts', code: "import { a } from '../support/a';", rule: boundary },
  { file: 'src/util/a.ts', code: "import { a } from './b';", rule: boundary, says: 'no layer' },
  { file: 'src/scoring/a.ts', code: "import { a } from '../util/b';", rule: boundary, says: 'no layer' },

  // without an import
  { file: 'src/month/a.ts', code: 'Excel.run(() => undefined);', rule: globals, says: 'Office.js' },
  { file: 'src/workbook/a.ts', code: 'export type A = Excel.Range;', rule: syntax, says: 'Office.js' },
  { file: 'src/cli/a.ts', code: 'Office.onReady();', rule: globals, says: 'Office.js' },
  { file: 'src/workbook/xlsx/a.ts', code: 'CustomFunctions.associate();', rule: globals },
  { file: 'src/workbook/xlsx/a.ts', code: 'export const a = Buffer.from("");', rule: globals },
  { file: 'src/scoring/a.ts', code: 'export const a = process.env;', rule: globals },
  { file: 'src/month/a.ts', code: 'export const a = globalThis.Excel;', rule: syntax },
  { file: 'src/taskpane/a.ts', code: "void fetch('/');", rule: globals, says: 'leaves the workbook' },
  { file: 'src/month/a.ts', code: 'export const a = Date.now();', rule: syntax, says: 'clock' },
  { file: 'src/reports/a.ts', code: 'export const a = new Date();', rule: syntax, says: 'clock' },
  { file: 'src/facts/a.ts', code: 'export const a = Date();', rule: syntax, says: 'clock' },
  { file: 'src/intake/a.ts', code: 'export const a = Math.random();', rule: syntax, says: 'chance' },
];

const allowed: Snippet[] = [
  { file: 'src/rulebook/effects/a.ts', code: "import { a } from '../schema';" },
  { file: 'src/rulebook/a.ts', code: "import gm from '../../rulesets/GM.json';\nexport { gm };" },
  { file: 'src/rulebook/a.ts', code: "import { z } from 'zod';" },
  {
    file: 'src/scoring/a.ts',
    code: "import { a } from '../rulebook/schema';\nimport { b } from '../casework/b';",
  },
  { file: 'src/intake/a.ts', code: "import type { Grid } from '../workbook/grid';" },
  { file: 'src/reports/a.ts', code: "import { a } from '../scoring/a';\nimport { t } from '../i18n';" },
  { file: 'src/month/a.ts', code: "import { a } from '../reports/a';\nimport { b } from '../draft/b';" },
  { file: 'src/i18n/a.ts', code: "import type { Problem } from '../facts/problem';" },
  { file: 'src/cli/main.ts', code: "import fs from 'node:fs';\nimport { a } from '../month/a';" },
  {
    file: 'src/cli/a.ts',
    code: "import { a } from '../workbook/xlsx';\nimport { b } from '../workbook/xlsx/b.node';",
  },
  { file: 'src/cli/a.ts', code: 'export const a = new Date();\nconsole.log(process.argv);' },
  {
    file: 'src/workbook/excel/a.ts',
    code: "import type { A } from '../sheetPlan';\nvoid Excel.run(() => a);",
  },
  { file: 'src/workbook/xlsx/a.ts', code: "import { zipSync } from 'fflate';\nimport { a } from '../grid';" },
  {
    file: 'src/workbook/xlsx/a.node.ts',
    code: "import fs from 'node:fs';\nexport const a = Buffer.from('');",
  },
  { file: 'src/functions/a.ts', code: "import { a } from '../month/a';\nCustomFunctions.associate('A', a);" },
  { file: 'src/taskpane/a.tsx', code: "import { useState } from 'react';\nimport { a } from '../month/a';" },
  { file: 'src/taskpane/a.ts', code: "import { a } from '../workbook/excel/port';" },
  { file: 'src/workbench/a.tsx', code: "import 'react';\nimport { a } from '../workbook/xlsx/read';" },
  {
    file: 'src/workbench/host/a.ts',
    code: "import { a } from '../model';\nimport type { B } from '../../workbook/grid';",
  },
  { file: 'src/month/a.ts', code: 'export const a = (day: string) => new Date(day);' },
];

function lint(snippets: readonly Snippet[]): string[][] {
  const script = path.join(__dirname, '../support/lintSnippets.mjs');
  const input = JSON.stringify(snippets.map(({ file, code }) => ({ file, code })));
  const found: string[][] = JSON.parse(execFileSync(process.execPath, [script], { input, encoding: 'utf8' }));
  return found.map((messages) => messages.filter((message) => ours.includes(message.split(': ')[0] ?? '')));
}

describe('import boundaries', () => {
  let found: string[][] = [];
  beforeAll(() => {
    found = lint([...forbidden, ...allowed]);
  }, 60_000);

  test.each(forbidden.map((snippet, index) => ({ ...snippet, index })))(
    '$file may not: $code',
    ({ index, rule = '', says = '' }) => {
      expect(found[index]).toEqual([expect.stringMatching(new RegExp(`^${rule}: .*${says}`))]);
    },
  );

  test.each(allowed.map((snippet, index) => ({ ...snippet, index: forbidden.length + index })))(
    '$file may: $code',
    ({ index }) => {
      expect(found[index]).toEqual([]);
    },
  );
});
