import type { Incident } from '../../../src/facts/incident';
import { RowReader } from '../../../src/scoring/factRows';
import { FactTable } from '../../../src/scoring/factTable';
import { MonthTotals } from '../../../src/scoring/monthTotals';
import { Ruleset } from '../../../src/scoring/ruleset';
import { scoreMonth } from '../../../src/scoring/scoreMonth';
import { PLAIN_WEEKDAYS } from '../../../src/facts/workdays';
import { day, month, record, shipped } from '../../support/scoring';

const OCTOBER = month('2026-10');
const SVC = new Ruleset(shipped('SVC'), {}, PLAIN_WEEKDAYS);
const CLAUSE = 'SVC-01';

/** Plain records of many subjects over three months. */
function records(count: number): Incident[] {
  return Array.from({ length: count }, (_, i) => ({
    date: day('2026-09-01') + ((i * 37) % 91),
    subject: `s${i % 40}`,
    clause: CLAUSE,
  }));
}

function scored(count: number): { totals: MonthTotals; all: Incident[] } {
  const all = records(count);
  const totals = new MonthTotals(FactTable.from(all), SVC);
  for (const key of totals.recordedMonths)
    totals.cards(key).forEach((card) => totals.rank(card.subject, key));
  return { totals, all };
}

describe('work', () => {
  /** Records touched, passes over all records and cards finished by an edit and the look at what it changed. */
  function editing(count: number): object {
    const { totals, all } = scored(count);
    const before = { ...totals.counters };
    totals.replace(7, { ...all[7]!, subject: 's9' });
    totals.totals('s7', OCTOBER);
    totals.totals('s9', OCTOBER);
    const { touched, folded, finished } = totals.counters;
    return {
      touched: touched - before.touched,
      folded: folded - before.folded,
      finished: finished - before.finished,
    };
  }

  test('an edit costs the same however many records there are', () => {
    const small = editing(400);
    expect(small).toMatchObject({ touched: 2, folded: 0 });
    expect(editing(4_000)).toEqual(small);
    expect(editing(40_000)).toEqual(small);
  });

  test('looks at everything after an edit make no pass over the records', () => {
    const { totals } = scored(4_000);
    const { folded } = totals.counters;
    totals.replace(0, { ...records(1)[0]!, clause: 'SVC-02' });
    for (const key of totals.recordedMonths) {
      for (let i = 0; i < 40; i += 1) {
        totals.totals(`s${i}`, key);
        totals.rank(`s${i}`, key);
      }
    }
    expect(totals.counters.folded).toBe(folded);
  });

  test('a change of rules makes one pass', () => {
    const { totals } = scored(4_000);
    const { folded } = totals.counters;
    totals.use(new Ruleset(shipped('SVC'), { readings: { floor: 'none' } }, PLAIN_WEEKDAYS));
    totals.cards(OCTOBER);
    totals.rank('s3', OCTOBER);
    expect(totals.counters.folded - folded).toBe(4_000);
  });

  test('records that must be charged together are listed once and then kept', () => {
    const all = Array.from({ length: 300 }, (_, i) => ({
      ...records(300)[i]!,
      ...(i % 10 === 0 ? { eventId: 'e' } : {}),
    }));
    const totals = new MonthTotals(FactTable.from(all), SVC);
    totals.cards(OCTOBER);
    const { folded } = totals.counters;
    totals.replace(0, { ...all[1]!, eventId: 'e' });
    totals.cards(OCTOBER);
    totals.scorecard('s1', OCTOBER);
    expect(totals.counters.folded).toBe(folded);
  });
});

describe('what an edit brings that the table did not know', () => {
  function expectCurrent(totals: MonthTotals, all: readonly Incident[]): void {
    for (const key of [...totals.recordedMonths, OCTOBER + 9]) {
      const { cards } = scoreMonth(all, totals.table.subjectKeys, key, SVC);
      for (const card of cards) {
        expect(totals.scorecard(card.subject, key)).toEqual(card);
        expect(totals.number(card.subject, key, 'score')).toBe(card.score);
      }
    }
  }

  test.each<[string, Partial<Incident>]>([
    ['a month', { date: day('2027-03-04') }],
    ['a month before all others', { date: day('2011-01-31') }],
    ['a day beyond the columns', { date: day('1999-01-01') }],
    ['a subject', { subject: 'new' }],
    ['a clause', { clause: 'SVC-05' }],
    ['a clause no rulebook has', { clause: 'nowhere' }],
  ])('%s', (_what, fields) => {
    const { totals, all } = scored(500);
    all[4] = { ...all[4]!, ...fields };
    totals.replace(4, all[4]);
    expectCurrent(totals, all);
    all.push({ ...all[4], source: { sheet: 'A', row: 9 } });
    totals.add(all.at(-1)!);
    expectCurrent(totals, all);
    all[4] = { ...records(5)[4]! };
    totals.replace(4, all[4]);
    expectCurrent(totals, all);
  });

  test('the first month, where no record had one', () => {
    const all: Incident[] = [{ ...records(1)[0]!, date: day('1999-12-31') }];
    const totals = new MonthTotals(FactTable.from(all), SVC);
    all[0] = records(1)[0]!;
    totals.replace(0, all[0]);
    all.push({ ...all[0], date: day('2027-05-01') });
    totals.add(all[1]!);
    expectCurrent(totals, all);
  });

  test('many subjects, one after the other', () => {
    const { totals, all } = scored(200);
    for (let i = 0; i < 60; i += 1) {
      all[i] = { ...all[i]!, subject: `new${i}` };
      totals.replace(i, all[i]!);
    }
    expectCurrent(totals, all);
  });

  test('a subject without records is known and ranked', () => {
    const { totals } = scored(100);
    totals.table.addSubject('nobody');
    expect(totals.totals('nobody', OCTOBER)?.deducted).toBe(0);
    expect(totals.rank('nobody', OCTOBER)).toBe(1);
    expect(totals.totals('stranger', OCTOBER)).toBeUndefined();
    expect(totals.rank('stranger', OCTOBER)).toBeUndefined();
    expect(totals.scorecard('stranger', OCTOBER)).toBeUndefined();
  });
});

describe('a row read anew', () => {
  const columns = { date: 0, subject: 1, clause: 2, quantity: 3 };
  const reader = new RowReader('质检', columns);
  const serial = 46_303; // 2026-10-08
  const start = (): MonthTotals => {
    const table = new FactTable();
    reader.addTo(
      table,
      [
        [serial, '张三', CLAUSE, 1],
        [serial, '李四', CLAUSE, 1],
      ],
      2,
    );
    return new MonthTotals(table, SVC);
  };

  test.each([2, 2.5])('takes the place of the record: quantity %d', (quantity) => {
    const totals = start();
    totals.totals('张三', OCTOBER);
    expect(reader.replaceIn(totals, 0, [serial, '李四', CLAUSE, quantity], 2)).toBeUndefined();
    const all = [
      record({ at: ['质检', 2], subject: '李四', clause: CLAUSE, qty: quantity }),
      record({ at: ['质检', 3], subject: '李四', clause: CLAUSE, qty: 1 }),
    ];
    const { cards } = scoreMonth(all, ['张三', '李四'], OCTOBER, SVC);
    cards.forEach((card) => {
      expect(totals.scorecard(card.subject, OCTOBER)).toEqual(card);
    });
  });

  test('changes nothing when it is no record', () => {
    const totals = start();
    expect(reader.replaceIn(totals, 0, ['', '', '', ''], 2)).toBe('BLANK');
    expect(reader.replaceIn(totals, 0, ['soon', '张三', CLAUSE, 1], 2)).toBe('ROW_DATE');
    expect(totals.totals('张三', OCTOBER)?.deducted).toBeGreaterThan(0);
  });
});
