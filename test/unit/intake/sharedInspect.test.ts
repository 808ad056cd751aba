import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectCommand } from '../../../src/cli/commands/inspect';
import { readOptions } from '../../../src/cli/options';
import type { WorkbookInspection } from '../../../src/intake';
import { createWorkbook } from '../../../src/workbook/xlsx';
import { sharedSheets, type SharedSheet } from './support/grids';

const ROLES: Readonly<Record<string, RegExp>> = {
  attendance: /^(?:attendance-|approvals$)/,
  qa: /^qa-/,
  complaints: /^complaint-/,
};
const sheets = Object.keys(ROLES).flatMap((folder) =>
  sharedSheets(folder).map((sheet) => [sheet.id, folder, sheet] as const),
);
const maybe = sheets.length === 0 ? describe.skip : describe;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qascore-inspect-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The document that `qascore inspect FILE --json` prints for a file with the one sheet. */
function inspected(shared: SharedSheet, name: string): WorkbookInspection['sheets'][number] {
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(
    path,
    createWorkbook([
      {
        name: shared.sheet ?? 'Sheet1',
        rows: shared.grid.map((row) =>
          row.map((value) => (value === '' || typeof value === 'object' ? null : value)),
        ),
        merges: [...(shared.merges ?? [])],
      },
    ]),
  );
  const { exit, json } = inspectCommand(readOptions(['inspect', path, '--json'], 'zh'));
  expect(exit).toBe(0);
  const document = JSON.parse(JSON.stringify(json)) as WorkbookInspection;
  expect(document.sheets).toHaveLength(1);
  return document.sheets[0]!;
}

type Expected = Readonly<Record<string, unknown>> & {
  readonly name?: string;
  readonly date?: string;
  readonly record?: string;
  readonly events?: readonly Readonly<Record<string, unknown>>[];
};

/** The figures of an expectation in the words of `inspect`. */
function wanted(expected: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { note: _note, events: _events, qa_points: points, ...rest } = expected;
  return points === undefined ? rest : { ...rest, points };
}

maybe('real layouts as files', () => {
  it.each(sheets)('%s', (id, kind, shared) => {
    const sheet = inspected(shared, id);
    expect(sheet.role).toMatch(ROLES[kind]!);
    expect([sheet.headerRows, sheet.dataStartRow]).toEqual([shared.header_rows, shared.data_start_row]);
    const expectations = ((shared.expect ?? []) as readonly Expected[]).filter(
      ({ name }) => name !== undefined,
    );
    for (const expected of expectations) {
      const found = sheet.events.filter(
        ({ name, date, record }) =>
          name === expected.name &&
          (expected.date === undefined || date === expected.date) &&
          (expected.record === undefined || record === expected.record),
      );
      const list = expected.events ?? [expected];
      expect(found).toHaveLength(list.length);
      list.forEach((one, i) => {
        expect(found[i]).toMatchObject(wanted(one));
      });
    }
  });
});

describe('what inspect says to people', () => {
  it.each(['zh', 'en'] as const)(
    'a table of the sheets, columns with their meaning, findings: %s',
    (language) => {
      const path = join(folder, 'table.xlsx');
      writeFileSync(
        path,
        createWorkbook([
          {
            name: '质检记录',
            rows: [
              ['日期', '姓名', '问题描述', '扣分', '自定义'],
              ['13月40日', '何佳', '漏单', 2, 'x'],
            ],
          },
          {
            name: '考勤',
            rows: [
              ['姓名', 1, 2, 3, 4, 5, 6],
              ['何佳', '√', '迟到', '√', '√', '√', '√'],
            ],
          },
        ]),
      );
      const { text = '' } = inspectCommand(readOptions(['inspect', path], language));
      const lines = text.split('\n');
      expect(lines[1]).toMatch(
        language === 'zh' ? /^质检记录\s+质检记录\s+\d+%\s+1\s+2\s+1\s+1$/ : /^质检记录\s+QA log\s/,
      );
      expect(text).toMatch(language === 'zh' ? /B {2}姓名\s+姓名/ : /B {2}姓名\s+Name/);
      expect(text).toMatch(/! A2 /);
      expect(text).toMatch(/B-G {2}1 - 6/);
      expect(text).toMatch(language === 'zh' ? /未使用的列:自定义/ : /Columns not used: 自定义/);
    },
  );
});
