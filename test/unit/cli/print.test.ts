import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qascore-print-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function qascore(...args: string[]): { exit: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [join(root, 'bin/qascore.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { exit: run.status, out: run.stdout, err: run.stderr };
}

test('a rulebook as text, read again by the draft command', () => {
  const { exit, out, err } = qascore('rulebook', 'SVC', '--text', '--on', '2026-10-31');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain('第十二条（SVC-12）');

  const file = join(folder, 'svc.txt');
  writeFileSync(file, out);
  const draft = qascore('draft', file, '--json');
  const { clauses } = JSON.parse(draft.out) as { clauses: { id: string; points: number; unit: string }[] };
  expect(clauses).toHaveLength(17);
  expect(clauses.find(({ id }) => id === 'SVC-12')).toMatchObject({ points: 6, unit: '单' });
});

test('as one document, with settings of the user', () => {
  const settings = join(folder, 'settings.json');
  writeFileSync(settings, JSON.stringify({ base: '120', params: { 'QA-01': '3' } }));
  const { exit, out } = qascore(
    'rulebook',
    'QA',
    '--text',
    '--on',
    '2026-10-31',
    '--settings',
    settings,
    '--json',
  );
  expect(exit).toBe(0);
  const { id, day, text } = JSON.parse(out) as Record<string, string>;
  expect([id, day]).toEqual(['QA', '2026-10-31']);
  expect(text).toContain('基本分：120分。');
  expect(text).toContain('标准：每次扣3分。');
});

test('a day that is none', () => {
  const { exit, out, err } = qascore('rulebook', 'QA', '--text', '--on', '2026-02-30');
  expect([exit, out]).toEqual([1, '']);
  expect(err).toContain('2026-02-30');
});
