import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpcPackage } from '../../../src/workbook/xlsx/opcPackage';
import { readStatePart, readWorkbook, writePlans } from '../../../src/workbook/xlsx';
import { typeIntoFile } from '../../support/typeIntoFile';

const root = join(__dirname, '../../..');
const SAMPLE = join(root, 'assets/sample.xlsx');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qascore-report-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Report {
  readonly results: readonly {
    readonly name: string;
    readonly id?: string;
    readonly pointsDeducted: string;
  }[];
  readonly setAside: readonly { readonly sheet: string; readonly row: number }[];
  readonly entries: readonly {
    readonly name: string;
    readonly clause: string;
    readonly sheet?: string;
    readonly row?: number;
    readonly points: string;
    readonly charged: boolean;
  }[];
}

function run(input: string, out: string, ...more: string[]): Report {
  const args = ['report', input, '--rulebook', 'GM', '--month', '2026-10', '--today', '2026-10-31'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin/qascore.mjs'), ...args, '--out', out, '--json', '--entries', ...more],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as Report;
}

const path = (name: string): string => join(folder, name);
const deducted = (report: Report, name: string): string | undefined =>
  report.results.find((result) => result.name === name)?.pointsDeducted;

function row(bytes: Uint8Array, sheet: string, id: string): Readonly<Record<string, unknown>> {
  const { rows } = readWorkbook(bytes).grid(sheet);
  const header = rows.find((cells) => cells.includes('编号'))!;
  const found = rows.find((cells) => cells.includes(id))!;
  return Object.fromEntries(
    header.map((name, column) => [typeof name === 'string' ? name : '', found[column] ?? null]),
  );
}

describe('a month of the sample workbook, twice, with entries in between', () => {
  test('tabs appear, entries stay and count, and a run without changes writes the same file', () => {
    const first = run(SAMPLE, path('first.xlsx'));
    const made = readFileSync(path('first.xlsx'));
    expect(
      readWorkbook(made)
        .sheets.filter(({ madeBy }) => madeBy !== undefined)
        .map(({ name }) => name),
    ).toEqual(['台账', '考核意见', '绩效汇总', '扣分明细', '考核标准', '通报', '员工单', '异常', '说明 (2)']);
    expect(readStatePart(made)).toMatchObject({ cases: { last: { '2026': 12 } } });
    expect(deducted(first, '段弘毅')).toBe('2');

    // the customer who waited two days for the change of his name, 11 October, row 9 of the complaint sheet
    const ordered = typeIntoFile(made, '台账', '2026-007', {
      '抱怨/投诉': '抱怨',
      状态: '督办',
      承办部门: '客服部',
      处理时限: '3日内',
      备注: '已电话说明',
    });
    writeFileSync(
      path('typed.xlsx'),
      typeIntoFile(ordered, '考核意见', '2026-007', { 考核条款: 'GM-02', 处理决定: '同意' }),
    );
    const second = run(path('typed.xlsx'), path('second.xlsx'));
    const settled = readFileSync(path('second.xlsx'));

    expect(row(settled, '台账', '2026-007')).toMatchObject({
      客户姓名: '尹女士',
      承办部门: '客服部',
      处理时限: '3日内',
      备注: '已电话说明',
      状态: '督办',
      // 31 October and three days
      时限: 46_329,
    });
    expect(row(settled, '考核意见', '2026-007')).toMatchObject({
      责任人: '段弘毅',
      考核条款: 'GM-02',
      考核意见: '段弘毅 每次罚款 20 元；每次扣 2 分',
      处理决定: '同意',
    });
    expect(readWorkbook(settled).sheets.map(({ name }) => name)).toContain('督办单');
    expect(second.entries.filter(({ sheet }) => sheet === '投诉登记')).toMatchObject([
      { name: '段弘毅', clause: 'GM-02', row: 9, points: '-2', charged: true },
    ]);
    expect(deducted(second, '段弘毅')).toBe('4');
    expect(
      second.results.filter(({ name }) => name !== '段弘毅').map(({ pointsDeducted }) => pointsDeducted),
    ).toEqual(
      first.results.filter(({ name }) => name !== '段弘毅').map(({ pointsDeducted }) => pointsDeducted),
    );

    run(path('second.xlsx'), path('third.xlsx'));
    expect(readFileSync(path('third.xlsx')).equals(settled)).toBe(true);
  });

  test('the sheets of the team stay byte for byte', () => {
    const source = OpcPackage.open(readFileSync(SAMPLE));
    const made = OpcPackage.open(readFileSync(path('second.xlsx')));
    for (const part of source.names().filter((name) => name.startsWith('xl/worksheets/'))) {
      expect([part, Buffer.from(made.bytes(part)).equals(Buffer.from(source.bytes(part)))]).toEqual([
        part,
        true,
      ]);
    }
  });

  test('what the workbook carries is settled, and --settings wins over it', () => {
    const state = { version: 1, settings: { GM: { bulletin: { criticiseFrom: '6' } } }, other: [1] };
    writeFileSync(path('carried.xlsx'), writePlans(readFileSync(SAMPLE), [], { state }).bytes);
    writeFileSync(path('ten.json'), JSON.stringify({ bulletin: { criticiseFrom: '10' } }));
    const criticised = (file: string): unknown[] =>
      readWorkbook(readFileSync(path(file)))
        .grid('通报')
        .rows.flatMap((cells) => (/达到 \d+ 分/.test(JSON.stringify(cells[6])) ? [cells[1]] : []));

    run(path('carried.xlsx'), path('six.xlsx'));
    run(path('carried.xlsx'), path('ten.xlsx'), '--settings', path('ten.json'));
    expect([criticised('six.xlsx'), criticised('ten.xlsx')]).toEqual([['骆宁', '殷若溪'], ['骆宁']]);
    expect(readStatePart(readFileSync(path('six.xlsx')))).toMatchObject({ ...state, cases: { version: 1 } });
  });

  test('--tabs makes what is asked for, and settings say whom the bulletin names', () => {
    const settings = path('settings.json');
    writeFileSync(settings, JSON.stringify({ bulletin: { criticiseFrom: '6', praiseRanks: 0 } }));
    run(SAMPLE, path('some.xlsx'), '--tabs', '通报,orders', '--settings', settings);
    const made = readFileSync(path('some.xlsx'));

    const file = readWorkbook(made);
    expect(file.sheets.filter(({ madeBy }) => madeBy !== undefined).map(({ name }) => name)).toEqual([
      '督办单',
      '通报',
    ]);
    const { rows } = file.grid('通报');
    const named = rows.flatMap((cells) =>
      cells[0] === '批评' && JSON.stringify(cells[6]).includes('达到 6 分') ? [cells[1]] : [],
    );
    expect(named).toEqual(['骆宁', '殷若溪']);
    expect(readStatePart(made)).toBeUndefined();
  });
});

test('the rulebook and its settings may come from the workbook itself', () => {
  const state = {
    version: 1,
    rulebook: { id: 'GM' },
    settings: { GM: { readings: { warningBreaksCleanMonth: false } } },
  };
  writeFileSync(path('carried.xlsx'), writePlans(readFileSync(SAMPLE), [], { state }).bytes);
  const call = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [join(root, 'bin/qascore.mjs'), 'report', ...args, '--month', '2026-10', '--json'],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      },
    );
  const carried = JSON.parse(call(path('carried.xlsx')).stdout) as {
    results: { name: string; score: string }[];
  };
  const plain = JSON.parse(call(SAMPLE, '--rulebook', 'GM').stdout) as typeof carried;
  expect(carried.results.map(({ name }) => name).sort()).toEqual(
    plain.results.map(({ name }) => name).sort(),
  );
  // 岑默 has a warning and no deduction: under this reading the month is clean, which brings 5 points
  const scoreOf = ({ results }: typeof carried) => results.find(({ name }) => name === '岑默')?.score;
  expect([scoreOf(plain), scoreOf(carried)]).toEqual(['10', '15']);

  const without = call(SAMPLE);
  expect(without.status).toBe(1);
  expect(without.stderr + without.stdout).toContain('--rulebook');
});
