import { readFileSync } from 'node:fs';
import { parseDay, parseMonth } from '../../../src/facts/date';
import type { Answer } from '../../../src/month/live/answer';
import { LiveFormulas } from '../../../src/month/live/liveFormulas';
import { MonthStore } from '../../../src/month/live/monthStore';
import type { FormulaName, Question } from '../../../src/month/live/question';
import { reportMonth } from '../../../src/month/report';
import { finish } from '../../../src/month/report';
import { shippedRulebook } from '../../../src/rulebook/shipped';
import { readWorkbook } from '../../../src/workbook/xlsx';
import type { CellValue, Grid } from '../../../src/workbook/grid';

const file = readWorkbook(readFileSync('assets/sample.xlsx'));
const grids = file.sheets.filter(({ hasCells }) => hasCells).map(({ name }) => file.grid(name));
const MONTH = parseMonth('2026-10')!;
const rulebook = shippedRulebook('GM')!;
const report = reportMonth(grids, { rulebook, month: MONTH, settings: {} });
const person = report.subjects.find(({ card }) => card.deducted > 0)!;

function open(): { store: MonthStore; formulas: LiveFormulas } {
  const store = new MonthStore(() => parseDay('2026-11-02')!, 'zh');
  store.load({
    sheets: grids.map((grid, index) => ({ id: `s${index}`, grid })),
    state: { version: 1, rulebook: { id: 'GM' } },
  });
  return { store, formulas: new LiveFormulas(store, 'zh') };
}

function ask(name: FormulaName, more: Partial<Question> = {}): Answer[] {
  const { formulas } = open();
  const heard: Answer[] = [];
  formulas.subscribe({ name, subject: person.name, month: MONTH, ...more }, (found) => heard.push(found));
  expect(finish(formulas.refresh())).toBe(true);
  return heard;
}

test('numbers are those of the scorecard', () => {
  const { card } = person;
  expect(ask('QASCORE')).toEqual([{ kind: 'value', value: (card.score ?? NaN) / 1000 }]);
  expect(ask('QADEDUCT')).toEqual([{ kind: 'value', value: card.deducted / 1000 }]);
  expect(ask('QABONUS')).toEqual([{ kind: 'value', value: (card.added + card.bonus) / 1000 }]);
  expect(ask('QAFINE')).toEqual([{ kind: 'value', value: card.fine / 100 }]);
  expect(ask('QAPERF')).toEqual([{ kind: 'value', value: 100 - card.performanceDeduct / 100 }]);
  expect(ask('QARANK')).toEqual([{ kind: 'value', value: person.rank }]);
});

test('a person is found by key, id and name in any spelling', () => {
  const expected = ask('QASCORE');
  expect(ask('QASCORE', { subject: ` ${person.name} ` })).toEqual(expected);
  expect(ask('QASCORE', { subject: person.key })).toEqual(expected);
  if (person.id !== undefined) expect(ask('QASCORE', { subject: person.id })).toEqual(expected);
});

test('who is not there is #N/A with a sentence, a clause that is not there too', () => {
  expect(ask('QASCORE', { subject: '查无此人' })).toEqual([
    { kind: 'missing', problem: { code: 'FORMULA_UNKNOWN_SUBJECT', params: { subject: '查无此人' } } },
  ]);
  expect(ask('QACOUNT', { clause: 'GM-99' })).toEqual([
    {
      kind: 'missing',
      problem: { code: 'FORMULA_UNKNOWN_CLAUSE', params: { clause: 'GM-99', rulebook: 'GM' } },
    },
  ]);
  expect(ask('QASCORE', { rulebook: 'XX' })).toEqual([
    { kind: 'missing', problem: { code: 'UNKNOWN_RULEBOOK', params: { rulebook: 'XX' } } },
  ]);
});

test('the explanation ends at the score', () => {
  const [found] = ask('QAEXPLAIN');
  expect(found?.kind).toBe('table');
  if (found?.kind !== 'table') return;
  expect(found.rows.at(-1)?.at(-1)).toBe((person.card.score ?? NaN) / 1000);
  expect(found.rows).toHaveLength(2 + person.card.entries.length);
});

test('the table has everybody once, best first', () => {
  const [found] = ask('QATABLE');
  if (found?.kind !== 'table') throw new Error('no table');
  expect(found.rows).toHaveLength(1 + report.subjects.length);
  const names = found.rows[0]?.indexOf('姓名') ?? -1;
  expect(
    found.rows
      .slice(1)
      .map((row) => row[names])
      .sort(),
  ).toEqual(report.subjects.map(({ name }) => name).sort());
});

test('counts charged entries of a clause', () => {
  const clause = person.card.entries.find((entry) => entry.charged)!.clause;
  const times = person.card.entries.filter((entry) => entry.charged && entry.clause === clause).length;
  expect(ask('QACOUNT', { clause: clause.toLowerCase() })).toEqual([{ kind: 'value', value: times }]);
});

/** The sheet with the value of one cell replaced. */
function edited(grid: Grid, row: number, column: number, value: CellValue): Grid {
  return {
    ...grid,
    rows: grid.rows.map((cells, r) =>
      r === row ? cells.map((old, c) => (c === column ? value : old)) : cells,
    ),
  };
}

test('one edit: one month worked out again, only the answers that differ are pushed', () => {
  const { store, formulas } = open();
  const heard = new Map<string, Answer[]>();
  for (const { key } of report.subjects) {
    heard.set(key, []);
    formulas.subscribe({ name: 'QASCORE', subject: key, month: MONTH }, (found) =>
      heard.get(key)?.push(found),
    );
  }
  expect(finish(formulas.refresh())).toBe(true);
  expect(store.worked).toBe(1);
  expect(formulas.pushed).toBe(report.subjects.length);

  // one record of a person is taken away by clearing its row
  const entry = person.card.entries.find(
    ({ charged, source, deducted }) => charged && source && deducted > 0,
  )!;
  const at = grids.findIndex(({ sheet }) => sheet === entry.source!.sheet);
  const grid = grids[at]!;
  const row = entry.source!.row - 1;
  const cleared = { ...grid, rows: grid.rows.map((cells, r) => (r === row ? [] : cells)) };
  expect(store.update([{ id: `s${at}`, grid: cleared }])).toBe(true);
  expect(finish(formulas.refresh())).toBe(true);
  expect(store.worked).toBe(2);

  const after = reportMonth([...grids.slice(0, at), cleared, ...grids.slice(at + 1)], {
    rulebook,
    month: MONTH,
    settings: {},
  });
  const changed = after.subjects.filter(
    ({ key, card }) => card.score !== report.subjects.find((before) => before.key === key)?.card.score,
  );
  expect(changed.map(({ key }) => key)).toContain(person.key);
  for (const [key, answers] of heard) {
    expect(answers).toHaveLength(changed.some((subject) => subject.key === key) ? 2 : 1);
  }
});

test('a sheet read again that says the same changes nothing', () => {
  const { store, formulas } = open();
  formulas.subscribe({ name: 'QASCORE', subject: person.key, month: MONTH }, () => undefined);
  finish(formulas.refresh());
  const grid = grids[0]!;
  expect(store.update([{ id: 's0', grid: edited(grid, 0, 0, grid.rows[0]![0]!) }])).toBe(false);
  finish(formulas.refresh());
  expect(store.worked).toBe(1);
  expect(formulas.pushed).toBe(1);
});

test('formulas that ask the same share one answer; nobody asks, nobody is told', () => {
  const { formulas } = open();
  const question: Question = { name: 'QASCORE', subject: person.key, month: MONTH };
  let heard = 0;
  const stops = Array.from({ length: 5 }, () => formulas.subscribe({ ...question }, () => (heard += 1)));
  expect(formulas.size).toBe(1);
  finish(formulas.refresh());
  expect(heard).toBe(5);
  for (const stop of stops) stop();
  expect(formulas.size).toBe(0);
});

test('without a rulebook every formula says what to do', () => {
  const store = new MonthStore(() => 0, 'zh');
  store.load({ sheets: [], state: undefined });
  const formulas = new LiveFormulas(store, 'zh');
  const heard: Answer[] = [];
  formulas.subscribe({ name: 'QASCORE', subject: '王芳', month: MONTH }, (found) => heard.push(found));
  finish(formulas.refresh());
  expect(heard).toEqual([{ kind: 'missing', problem: { code: 'NO_RULEBOOK', params: {} } }]);
});

test('settings of a newer version are left alone', () => {
  const store = new MonthStore(() => 0, 'zh');
  expect(() => store.load({ sheets: [], state: { version: 2 } })).toThrow('BAD_STATE');
});
