import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const sample = join(root, 'assets/sample.xlsx');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qascore-lint-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function qascore(...args: string[]) {
  const run = spawnSync(process.execPath, [join(root, 'bin/qascore.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { exit: run.status, out: run.stdout, err: run.stderr };
}

/** A changed copy of a shipped rulebook, as text; the words of the change must stand in it. */
function changed(id: string, from: string, to: string): string {
  const text = readFileSync(join(root, `rulesets/${id}.json`), 'utf8');
  if (!text.includes(from)) throw new Error(`${id} does not say ${from}`);
  const file = join(folder, 'changed.json');
  writeFileSync(file, text.replace(from, to));
  return file;
}

interface Findings {
  readonly findings: readonly { check: string; severity: string; clause: string | null; message: string }[];
}

test('lint of a shipped rulebook has remarks and no error', () => {
  const { exit, out } = qascore('lint', 'SVC', '--json', '--today', '2026-11-22');

  expect(exit).toBe(0);
  expect(
    (JSON.parse(out) as Findings).findings.map(({ check, severity, clause }) => [check, severity, clause]),
  ).toEqual([['CATCH_ALL', 'warning', 'SVC-11']]);
});

test('lint ends with 1 where the words and the amount of a clause differ', () => {
  const { exit, out } = qascore('lint', changed('PM', '每次扣5分', '每次扣3分'), '--json');

  const [first] = (JSON.parse(out) as Findings).findings;
  expect([exit, first?.check, first?.severity, first?.clause]).toEqual([
    1,
    'STATEMENT_DIFFERS',
    'error',
    'PM-2.1',
  ]);
});

test('a file that does not load is told as findings, by clause', () => {
  const { exit, out } = qascore(
    'lint',
    changed('PM', '"category": "考核内容一:考勤管理"', '"category": "nowhere"'),
    '--json',
  );

  const { findings } = JSON.parse(out) as Findings;
  expect([exit, findings[0]?.check, findings[0]?.clause]).toEqual([1, 'UNKNOWN_CATEGORY', 'PM-1.1']);
});

test('lint of nothing, of too much and of an unknown rulebook', () => {
  expect([qascore('lint').exit, qascore('lint', 'GM', 'QA').exit, qascore('lint', 'NONE').exit]).toEqual([
    2, 2, 1,
  ]);
});

test('replay tells the difference and writes nothing', () => {
  const files = readdirSync(folder);
  const bytes = readFileSync(sample);
  const same = qascore('replay', sample, '--rulebook', 'GM', '--month', '2026-10', '--with', 'GM', '--json');
  const other = qascore(
    'replay',
    sample,
    '--rulebook',
    'GM',
    '--month',
    '2026-10',
    '--reading',
    'floor=none',
    '--lang',
    'en',
  );

  expect([same.exit, (JSON.parse(same.out) as { isSame: boolean }).isSame]).toEqual([0, true]);
  expect([other.exit, other.out]).toEqual([0, '2026-10: exactly the results of today.\n']);
  expect(readdirSync(folder)).toEqual(files);
  expect(readFileSync(sample).equals(bytes)).toBe(true);
});

test('replay without a change, and with one that is not understood', () => {
  const of = (...more: string[]) =>
    qascore('replay', sample, '--rulebook', 'GM', '--month', '2026-10', ...more).exit;

  expect([of(), of('--param', 'x=1'), of('--reading', 'floor=cellar'), of('--with', 'NONE')]).toEqual([
    2, 1, 1, 1,
  ]);
});
