import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkbook } from '../../../src/workbook/xlsx';

const root = join(__dirname, '../../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qascore-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

function qascore(...args: string[]): Run {
  const run = spawnSync(process.execPath, [join(root, 'bin/qascore.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { exit: run.status, out: run.stdout, err: run.stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const facts = (extra: object): string =>
  file('facts.json', JSON.stringify({ rulebook: 'GM', month: '2026-10', settings: {}, ...extra }));

describe('rulebooks', () => {
  test('lists the eight as one document', () => {
    const { exit, out, err } = qascore('rulebooks', '--json');

    const list = JSON.parse(out) as { id: string; clauses: number }[];
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(list.map(({ id, clauses }) => [id, clauses])).toEqual([
      ['QA', 9],
      ['PM', 27],
      ['SVC', 17],
      ['GM', 19],
      ['CQ', 10],
      ['CP', 17],
      ['GAS', 55],
      ['OUT', 44],
    ]);
  });

  test('a file with a fault names the path and what to write', () => {
    const book = JSON.parse(readFileSync(join(root, 'rulesets/CP.json'), 'utf8')) as {
      clauses: { effects: { value: string }[] }[];
    };
    book.clauses[2]!.effects[0]!.value = '-10';
    const { exit, err } = qascore('rulebook', file('wrong.json', JSON.stringify(book)), '--lang', 'en');

    expect(exit).toBe(1);
    expect(err).toContain('CP.clauses[2].effects[0].value: Bad amount "-10".');
  });
});

describe('score', () => {
  test('answers with the results of a facts document', () => {
    const records = [{ date: '2026-10-08', subject: '甲', clause: 'GM-02', qty: 2 }];
    const { exit, out } = qascore('score', '--facts', facts({ records }), '--json');

    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      status: 'ok',
      results: { 甲: { pointsDeducted: '4', score: '6', fineYuan: '40', performancePct: '100' } },
    });
  });

  test('--entries adds every charge with its reason', () => {
    const records = [{ date: '2026-10-08', subject: '甲', clause: 'GM-09', value: 15 }];
    const { out } = qascore('score', '--facts', facts({ records }), '--entries', '--json', '--lang', 'en');

    const { entries } = JSON.parse(out) as {
      entries: { clause: string; charged: boolean; reason: string }[];
    };
    expect(entries.map(({ clause, charged, reason }) => [clause, charged, reason])).toEqual([
      ['GM-09', false, '15 分钟, not over 15 分钟: not charged'],
      ['GM-19', true, 'no issue this month'],
    ]);
  });

  test('a refused record refuses the answer with code and sentence', () => {
    const records = [{ date: '2026-10-08', subject: '甲', clause: 'GM-12' }];
    const { exit, out } = qascore('score', '--facts', facts({ records }), '--json');

    expect(exit).toBe(1);
    expect(JSON.parse(out)).toEqual({
      status: 'needs-input',
      code: 'CHOICE_REQUIRED',
      message: 'GM-12 需要由人选定。请在规定范围内填写分值、比例或处分。',
    });
  });

  test.each([
    ['no such file', ['score', '--facts', 'nowhere.json'], 1, '找不到文件 nowhere.json'],
    ['no file named', ['score'], 2, '用法'],
    ['an unknown option', ['score', '--fact', 'x'], 2, '用法'],
    ['an unknown command', ['scores'], 2, '用法'],
  ])('%s', (_what, args, exit, words) => {
    const run = qascore(...args);

    expect({ exit: run.exit, out: run.out }).toEqual({ exit, out: '' });
    expect(run.err).toContain(words);
  });

  test('a record that cannot be read is named by number and field', () => {
    const records = [
      { date: '2026-10-08', subject: '甲', clause: 'GM-02' },
      { date: '2026-02-30', subject: '甲', clause: 'GM-02' },
    ];
    const { exit, err } = qascore('score', '--facts', facts({ records }), '--lang', 'en');

    expect(exit).toBe(1);
    expect(err).toBe('date of record 2 cannot be read. Correct it and try again.\n');
  });
});

describe('report refuses bad input and writes nothing', () => {
  const workbook = (): string => file('empty.xlsx', createWorkbook([{ name: 'Sheet1', rows: [['a', 'b']] }]));

  test.each([
    ['no Excel file', () => file('text.xlsx', 'hello'), 'GM', '2026-10', 1, 'not an Excel workbook'],
    [
      'a cut file',
      () => file('cut.xlsx', readFileSync(workbook()).subarray(0, 400)),
      'GM',
      '2026-10',
      1,
      'incomplete',
    ],
    ['an unclear month', workbook, 'GM', 'October', 1, 'The month “October” is unclear'],
    ['an unknown rulebook', workbook, 'XX', '2026-10', 1, 'no rulebook XX'],
    ['a workbook without records', workbook, 'GM', '2026-10', 1, 'No attendance, QA or roster sheet'],
  ])('%s', (_what, input, rulebook, month, exit, words) => {
    const out = join(folder, 'out.xlsx');
    const path = input();
    const before = readdirSync(folder).sort();

    const run = qascore(
      'report',
      path,
      '--rulebook',
      rulebook,
      '--month',
      month,
      '--out',
      out,
      '--lang',
      'en',
    );

    expect(run.exit).toBe(exit);
    expect(run.err).toContain(words);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  test('the input file is never the output', () => {
    const path = workbook();
    const before = readFileSync(path);

    const run = qascore(
      'report',
      path,
      '--rulebook',
      'GM',
      '--month',
      '2026-10',
      '--out',
      path,
      '--lang',
      'en',
    );

    expect(run.exit).toBe(1);
    expect(run.err).toContain('must not be the input file');
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
