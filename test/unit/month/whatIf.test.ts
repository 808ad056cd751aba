import { ProblemError } from '../../../src/facts/problem';
import { readRulebookText, rulebookFileName, rulebookText } from '../../../src/month/views/rulebookFile';
import { adoption, tryOut } from '../../../src/month/views/whatIf';
import { NO_SETTINGS, type WorkbookSettings } from '../../../src/month/workbookSettings';
import { shipped } from '../../support/scoring';

const STATE: WorkbookSettings = {
  ...NO_SETTINGS,
  rulebook: { id: 'QA' },
  settings: {
    QA: {
      params: { 'QA-01': '1' },
      versions: [{ effective: '2026-10-16', params: { 'QA-01': '9', 'QA-02': '3' } }],
      confirm: [{ sheet: '质检记录', row: 3, clause: 'QA-01' }],
    },
    SVC: { confirm: [{ sheet: '质检记录', row: 3, clause: 'SVC-02' }] },
  },
  wordings: { SVC: { 态度差: 'SVC-02' } },
};

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof ProblemError ? error.problem.code : String(error);
  }
  return 'none';
};

test('a parameter is tried and adopted for the whole time; dated values of its name give way', () => {
  const tried = { kind: 'settings', readings: {}, params: { 'QA-01': ' ５ ' } } as const;
  const { before, after } = tryOut(STATE, tried);
  expect(before.settings.params).toEqual({ 'QA-01': '1' });
  expect(after.settings.params).toEqual({ 'QA-01': '5' });
  expect(after.settings.versions?.map(({ params }) => params)).toEqual([{ 'QA-02': '3' }]);
  expect(adoption(STATE, tried)(STATE).settings.QA).toEqual({
    ...STATE.settings.QA,
    params: { 'QA-01': '5' },
    versions: [{ effective: '2026-10-16', params: { 'QA-02': '3' } }],
  });
});

test('another rulebook is tried with its own confirmations and wordings, and chosen', () => {
  const tried = { kind: 'rulebook', id: 'SVC' } as const;
  const { before, after } = tryOut(STATE, tried);
  expect([before.rulebook.id, after.rulebook.id]).toEqual(['QA', 'SVC']);
  expect(before.confirmations).toEqual([{ sheet: '质检记录', row: 3, clause: 'QA-01' }]);
  expect(after.confirmations).toEqual([{ sheet: '质检记录', row: 3, clause: 'SVC-02' }]);
  expect(after.knownWordings).toEqual({ 态度差: 'SVC-02' });
  expect(adoption(STATE, tried)(STATE)).toEqual({ ...STATE, rulebook: { id: 'SVC' } });
});

test('a draft is tried and published; without one there is nothing to try', () => {
  const draft = { ...shipped('QA'), version: '2' };
  const state: WorkbookSettings = { ...STATE, rulebooks: { QA: { draft } } };
  const tried = { kind: 'draft', id: 'QA' } as const;
  expect(tryOut(state, tried).before.rulebook.version).toBe(shipped('QA').version);
  expect(tryOut(state, tried).after.rulebook.version).toBe('2');
  expect(adoption(state, tried)(state).rulebooks).toEqual({ QA: { published: draft } });
  expect(codeOf(() => tryOut(STATE, tried))).toBe('NO_DRAFT');
});

test('what cannot be tried is refused', () => {
  const settings = (readings: Record<string, string>) =>
    ({ kind: 'settings', readings, params: {} }) as const;
  expect(codeOf(() => tryOut(STATE, settings({ floor: 'sometimes' })))).toBe('BAD_READING');
  expect(codeOf(() => tryOut(STATE, settings({ nothing: '1' })))).toBe('BAD_READING');
  expect(codeOf(() => tryOut(STATE, { kind: 'rulebook', id: 'XX' }))).toBe('UNKNOWN_RULEBOOK');
  expect(codeOf(() => tryOut(NO_SETTINGS, settings({})))).toBe('NO_RULEBOOK');
});

test('a rulebook goes out as a file and comes back the same; faults have their place', () => {
  const book = shipped('OUT');
  expect(readRulebookText(`\uFEFF${rulebookText(book)}`, 'zh')).toEqual({ ok: true, rulebook: book });
  expect(rulebookFileName({ ...book, version: '2026.1/2026-11-22' }, 'json')).toBe(
    'OUT-2026.1_2026-11-22.json',
  );

  const broken = { ...book, clauses: book.clauses.map((clause) => ({ ...clause, category: 'none' })) };
  const result = readRulebookText(JSON.stringify(broken), 'en');
  const faults = result.ok ? [] : result.faults;
  expect(faults[0]).toMatch(/^OUT\.clauses\[0\]\.category: The category none is not declared/);
  // 20 of them, and how many more
  expect(faults).toHaveLength(21);
  expect(faults.at(-1)).toBe(`And ${book.clauses.length - 20} more.`);
});
