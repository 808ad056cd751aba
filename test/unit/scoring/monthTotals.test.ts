import type { Incident } from '../../../src/facts/incident';
import { RowReader } from '../../../src/scoring/factRows';
import { FactTable } from '../../../src/scoring/factTable';
import { MonthTotals } from '../../../src/scoring/monthTotals';
import { Ruleset } from '../../../src/scoring/ruleset';
import { scoreMonth } from '../../../src/scoring/scoreMonth';
import { PLAIN_WEEKDAYS } from '../../../src/facts/workdays';
import { clause, deduct, fine, smallRulebook, text } from '../../support/smallRulebook';
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

  test('a reading that changes an amount makes one pass, one that does not makes none', () => {
    const all: Incident[] = [
      ...records(4_000),
      record({ subject: 's3', clause: 'SVC-17', flags: ['dispute'] }),
      record({ subject: 's3', clause: 'SVC-17', flags: ['downstream', 'dispute'] }),
    ];
    const totals = new MonthTotals(FactTable.from(all), SVC);
    const deducted = (readings: Readonly<Record<string, string>>): readonly [number, number] => {
      const { folded } = totals.counters;
      totals.use(new Ruleset(shipped('SVC'), { readings }, PLAIN_WEEKDAYS));
      totals.rank('s3', OCTOBER);
      return [totals.number('s3', OCTOBER, 'deducted')!, totals.counters.folded - folded];
    };
    const [either] = deducted({ conjunction: 'either' });
    expect(deducted({ conjunction: 'both' })).toEqual([either - 6_000, 4_002]);
    expect(deducted({ conjunction: 'both', floor: 'none' })).toEqual([either - 6_000, 0]);
    expect(deducted({ conjunction: 'either', floor: 'none' })).toEqual([either, 4_002]);
  });

  test('other categories make one pass', () => {
    const { totals, all } = scored(400);
    const { folded } = totals.counters;
    const rules = new Ruleset(shipped('GM'), {}, PLAIN_WEEKDAYS);
    totals.use(rules);
    expect(totals.counters.folded - folded).toBe(400);
    const { cards } = scoreMonth(all, [], OCTOBER, rules);
    cards.forEach(({ entries: _entries, ...numbers }) => {
      expect(totals.totals(numbers.subject, OCTOBER)).toEqual(numbers);
    });
  });

  test('what is kept besides the table grows once by the lists of records', () => {
    const { totals } = scored(500);
    const { bytes } = totals;
    totals.scorecard('s1', OCTOBER);
    // Four bytes a record, and a start for each of 40 subjects' 3 months, for those of none and the end.
    const lists = 4 * 500 + 4 * (40 * 3 + 2);
    expect(totals.bytes - bytes).toBe(lists);
    totals.scorecard('s2', OCTOBER);
    expect(totals.bytes - bytes).toBe(lists);
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

describe('department heads who have no record of their own', () => {
  const GAS = new Ruleset(shipped('GAS'), { base: '100' }, PLAIN_WEEKDAYS);
  const grievance = (fields: object): Incident =>
    record({ clause: 'GAS-01', kind: '抱怨', chosenPoints: '12', ...fields });
  const start = (): MonthTotals => new MonthTotals(FactTable.from([grievance({ head: '王主任' })]), GAS);

  test('have a card and numbers as long as they share in a case', () => {
    const totals = start();
    expect(totals.cards(OCTOBER).map((card) => [card.subject, card.deducted])).toEqual([
      ['张三', 12_000],
      ['王主任', 5_000],
    ]);
    expect(totals.totals('王主任', OCTOBER)?.score).toBe(95_000);
    expect(totals.number('王主任', OCTOBER, 'score')).toBe(95_000);
    expect(totals.rank('王主任', OCTOBER)).toBe(1);
    expect(totals.rank('张三', OCTOBER)).toBe(2);
    expect(totals.scorecard('王主任', OCTOBER)?.entries).toMatchObject([
      { origin: 'joint', deducted: 5_000 },
    ]);

    totals.replace(0, grievance({}));
    expect(totals.totals('王主任', OCTOBER)).toBeUndefined();
    expect(totals.number('王主任', OCTOBER, 'score')).toBeUndefined();
    expect(totals.scorecard('王主任', OCTOBER)).toBeUndefined();
    expect(totals.rank('张三', OCTOBER)).toBe(1);
  });

  test('are subjects like others once they have one', () => {
    const totals = start();
    totals.add(grievance({ subject: '王主任', date: '2026-09-08' }));
    expect(totals.number('王主任', OCTOBER, 'deducted')).toBe(5_000);
    expect(totals.number('王主任', OCTOBER - 1, 'deducted')).toBe(12_000);
    totals.replace(0, grievance({ head: '赵总' }));
    expect(totals.number('王主任', OCTOBER, 'deducted')).toBe(0);
    expect(totals.number('赵总', OCTOBER, 'deducted')).toBe(5_000);
  });
});

describe('amounts', () => {
  const doubling = (deduction: string) =>
    clause('A', {
      effects: [deduct(deduction), fine('0.15')],
      multiplier: { factor: '1.5', flag: 'aggravated', label: text('严重') },
      excusable: true,
    });
  const numbers = (deduction: string, all: readonly Incident[]): readonly (number | undefined)[] => {
    const rules = new Ruleset(smallRulebook([doubling(deduction)]), {}, PLAIN_WEEKDAYS);
    const totals = new MonthTotals(FactTable.from(all), rules);
    return (['deducted', 'fine'] as const).map((name) => totals.number('张三', OCTOBER, name));
  };
  const aggravated = (qty: string): Incident => record({ clause: 'A', qty, flags: ['aggravated'] });

  test('that are rounded are rounded a record at a time', () => {
    // 7.5 -> 8 and 15 thousandths, 22.5 -> 23 and 45 fen.
    expect(numbers('0.005', [aggravated('1'), aggravated('2')])).toEqual([23, 68]);
    // Nothing to round in points, but in money.
    expect(numbers('2', [aggravated('1'), aggravated('2')])).toEqual([9_000, 68]);
  });

  test('that come out even are the same', () => {
    const even = smallRulebook([
      clause('A', { multiplier: { factor: '1.5', flag: 'aggravated', label: text('严重') } }),
    ]);
    const totals = new MonthTotals(
      FactTable.from([aggravated('1'), aggravated('3')]),
      new Ruleset(even, {}, PLAIN_WEEKDAYS),
    );
    expect(totals.number('张三', OCTOBER, 'deducted')).toBe(12_000);
  });

  test('of an excused record are none, before and after an edit', () => {
    const rules = new Ruleset(smallRulebook([doubling('2')]), {}, PLAIN_WEEKDAYS);
    const excused = record({ clause: 'A', flags: ['excused'] });
    const totals = new MonthTotals(FactTable.from([excused, record({ clause: 'A' })]), rules);
    const deducted = (): number | undefined => totals.number('张三', OCTOBER, 'deducted');
    expect(deducted()).toBe(2_000);
    totals.replace(0, record({ clause: 'A', qty: '2' }));
    expect(deducted()).toBe(6_000);
    totals.replace(1, excused);
    expect(deducted()).toBe(4_000);
  });

  test('grow past what a number of four bytes holds', () => {
    // 2,000,000,001 thousandths still fit a column, 4,000,000,000 do not and are charged record by record.
    expect(numbers('2000000.001', [record({ clause: 'A' }), record({ clause: 'A' })])[0]).toBe(4_000_000_002);
    expect(numbers('4000000', [record({ clause: 'A' })])[0]).toBe(4_000_000_000);
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

  test('is read again as a plain record after it was none', () => {
    const totals = start();
    reader.replaceIn(totals, 0, [serial, '张三', CLAUSE, 2.5], 2);
    expect(totals.totals('张三', OCTOBER)?.state).toBe('incomplete');
    reader.replaceIn(totals, 0, [serial, '张三', CLAUSE, 2], 2);
    expect(totals.totals('张三', OCTOBER)).toMatchObject({ state: 'complete' });
    expect(totals.table.incident(0)).toEqual(
      record({ at: ['质检', 2], subject: '张三', clause: CLAUSE, qty: 2 }),
    );
  });

  test('changes nothing when it is no record', () => {
    const totals = start();
    expect(reader.replaceIn(totals, 0, ['', '', '', ''], 2)).toBe('BLANK');
    expect(reader.replaceIn(totals, 0, ['soon', '张三', CLAUSE, 1], 2)).toBe('ROW_DATE');
    expect(totals.totals('张三', OCTOBER)?.deducted).toBeGreaterThan(0);
  });
});
