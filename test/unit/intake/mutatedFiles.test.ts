import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { inspectCommand } from '../../../src/cli/commands/inspect';
import { readOptions } from '../../../src/cli/options';
import { ProblemError } from '../../../src/facts/problem';
import { sentence } from '../../../src/i18n';
import type { WorkbookInspection } from '../../../src/intake';
import { createWorkbook } from '../../../src/workbook/xlsx';

/** The same numbers at every run. */
class Dice {
  constructor(private state: number) {}
  below(n: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * n);
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

const PIECES = [
  '<',
  '&',
  '&#0;',
  '&bogus;',
  ']]>',
  '<!--',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '</row>',
  '<row r="0">',
  '<c r="A1" t="s"><v>999999</v></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
];
const ATTRIBUTES = ['', '0', '-1', '99999999999', 'x', '1e9', '&lt;', 'A1:B', 'ZZZZ1', '1048577'];
const CONTENTS = ['', '-1', '1e308', '999999', 'x', '26-10-40', '=1+1', '0.1e-300'];

function changedXml(text: string, dice: Dice): string {
  const replaceOne = (pattern: RegExp, change: (found: string) => string): string => {
    const all = [...text.matchAll(pattern)];
    if (all.length === 0) return text;
    const { index, 0: found } = dice.of(all);
    return text.slice(0, index) + change(found) + text.slice(index + found.length);
  };
  switch (dice.below(6)) {
    case 0: {
      const at = dice.below(text.length);
      return text.slice(0, at) + dice.of(PIECES) + text.slice(at);
    }
    case 1:
      return text.slice(0, dice.below(text.length));
    case 2:
      return replaceOne(/<\/?\w[^>]{0,80}>/g, () => '');
    case 3:
    case 4:
      return replaceOne(/="[^"]*"/g, () => `="${dice.of(ATTRIBUTES)}"`);
    default:
      return replaceOne(/>[^<>]+</g, () => `>${dice.of(CONTENTS)}<`);
  }
}

function changed(bytes: Uint8Array, dice: Dice): Uint8Array {
  const copy = bytes.slice();
  switch (dice.below(5)) {
    case 0:
      for (let n = 1 + dice.below(20); n > 0; n -= 1) copy[dice.below(copy.length)] = dice.below(256);
      return copy;
    case 1:
      return copy.slice(0, dice.below(copy.length));
    default: {
      const parts = unzipSync(copy);
      for (let n = 1 + dice.below(2); n > 0; n -= 1) {
        const name = dice.of(Object.keys(parts));
        if (dice.below(12) === 0) delete parts[name];
        else parts[name] = strToU8(changedXml(strFromU8(parts[name]!), dice));
      }
      return zipSync(parts, { level: 1 });
    }
  }
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qascore-mutated-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a damaged file is refused with one sentence, or read to a whole answer', () => {
  const sample = createWorkbook([
    {
      name: '每日统计',
      rows: [
        ['每日统计表 统计日期:2026-10-01 至 2026-10-31'],
        ['姓名', '工号', '日期', '班次', '上班1打卡时间', '上班1打卡结果', '备注'],
        ['何佳', 'K1', '2026-10-08', '早班 08:00-17:00', '08:14', '迟到', ''],
        ['马立新', 'K2', 46303, '休息', null, null, '调休'],
      ],
      merges: ['A1:G1'],
    },
    {
      name: '质检记录',
      rows: [
        ['日期', '姓名', '问题描述', '扣分', '申诉结果'],
        [46303.5, '何佳', '漏单', '2分', ''],
        ['13月40日', '马立新', '态度生硬', -5, '申诉成立'],
      ],
    },
  ]);
  const dice = new Dice(20_261_001);
  const path = join(folder, 'file.xlsx');
  let [read, refused] = [0, 0];
  for (let i = 0; i < 250; i += 1) {
    writeFileSync(path, changed(sample, dice));
    try {
      const { exit, json, text = '' } = inspectCommand(readOptions(['inspect', path], 'en'));
      read += 1;
      expect([exit, text === '']).toEqual([0, false]);
      const { sheets } = JSON.parse(JSON.stringify(json)) as {
        sheets: readonly (Omit<WorkbookInspection['sheets'][number], 'findings'> & {
          readonly findings: readonly { code: string; address: string; message: string }[];
        })[];
      };
      for (const { findings, events, dataStartRow } of sheets) {
        expect(dataStartRow).toBeGreaterThanOrEqual(1);
        for (const { address, message, code } of findings) {
          expect(address).toMatch(/^[A-Z]{1,3}\d+$/);
          expect([message === code, /undefined|\{\w+\}/.test(message)]).toEqual([false, false]);
        }
        // NaN and Infinity become null on the way through JSON.
        expect(JSON.stringify(events)).not.toContain('null');
      }
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refused += 1;
      expect(sentence(error.problem, 'zh')).not.toBe(error.problem.code);
      expect(sentence(error.problem, 'zh')).not.toContain('\n');
    }
  }
  expect([read > 20, refused > 20]).toEqual([true, true]);
});
