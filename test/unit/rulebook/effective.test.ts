import { formatDay } from '../../../src/facts/date';
import { clauseOn, isInForce, revisionsAround, ruleChanges } from '../../../src/rulebook/effective';
import { clause, deduct, smallRulebook, text } from '../../support/smallRulebook';
import { day } from '../../support/scoring';

const repeat = (value: string) => ({ minCount: 2, mode: 'extra', effects: [deduct(value)] });
const special = { text: text('特殊情况'), flag: 'exempt' };
const double = { factor: '2', flag: 'aggravated', label: text('严重') };

const rulebook = smallRulebook([
  clause('A', {
    from: '2026-03-01',
    to: '2026-12-31',
    escalation: repeat('1'),
    exemption: special,
    revisions: [
      { from: '2026-07-01', reference: '3号通知', effects: [deduct('4')] },
      {
        from: '2026-10-15',
        reference: '5号通知',
        statement: text('新的规定'),
        escalation: null,
        multiplier: double,
        count: { mode: 'occurrence', unit: '单' },
      },
      { from: '2026-11-01', reference: '6号通知', multiplier: null, exemption: null },
    ],
  }),
  clause('B', { from: '2026-07-01' }),
  clause('C'),
]);

const a = (date: string) => {
  const [first] = rulebook.clauses;
  return first === undefined ? undefined : clauseOn(first, day(date));
};

describe('clauseOn', () => {
  it('is in force from its first to its last day', () => {
    expect(a('2026-02-28')).toBeUndefined();
    expect(a('2026-03-01')).toMatchObject({ id: 'A', effects: [{ value: '2' }] });
    expect(a('2026-12-31')).toMatchObject({ id: 'A' });
    expect(a('2027-01-01')).toBeUndefined();
  });

  it('changes on the day of a revision and keeps what the revision does not name', () => {
    expect(a('2026-06-30')).toMatchObject({ effects: [{ value: '2' }], escalation: { minCount: 2 } });
    expect(a('2026-07-01')).toMatchObject({ effects: [{ value: '4' }], escalation: { minCount: 2 } });
    expect(a('2026-10-14')?.statement.zh).toBe('rule A');
  });

  it('puts later revisions over earlier ones, in the middle of a month too', () => {
    const revised = a('2026-10-15');
    expect(revised).toMatchObject({
      effects: [{ value: '4' }],
      statement: { zh: '新的规定' },
      count: { unit: '单' },
      multiplier: { factor: '2' },
      exemption: { flag: 'exempt' },
    });
    expect(revised).not.toHaveProperty('escalation');
    expect(revised).not.toHaveProperty('reference');
  });

  it('drops what a revision ends', () => {
    const revised = a('2026-11-01');
    expect(revised).not.toHaveProperty('multiplier');
    expect(revised).not.toHaveProperty('exemption');
    expect(revised).toMatchObject({ effects: [{ value: '4' }] });
  });

  it('keeps what a revision names without a value', () => {
    const [first] = smallRulebook([
      clause('A', { revisions: [{ from: '2026-10-15', reference: '5号通知', statement: text('新') }] }),
    ]).clauses;
    const revision = { ...first!.revisions![0]!, effects: undefined };
    expect(clauseOn({ ...first!, revisions: [revision] }, day('2026-10-15'))).toMatchObject({
      statement: { zh: '新' },
      effects: [{ value: '2' }],
    });
  });

  it('does not touch the clause in the file', () => {
    a('2026-11-01');
    expect(rulebook.clauses[0]).toMatchObject({ effects: [{ value: '2' }], escalation: { minCount: 2 } });
  });

  it('is always in force without dates', () => {
    const third = rulebook.clauses[2];
    expect(third === undefined ? undefined : clauseOn(third, day('1999-01-01'))).toBe(third);
  });
});

describe('ruleChanges', () => {
  it('lists each first day of other rules once, the day after an end included', () => {
    expect(ruleChanges(rulebook).map(formatDay)).toEqual([
      rulebook.effectiveFrom,
      '2026-03-01',
      '2026-07-01',
      '2026-10-15',
      '2026-11-01',
      '2027-01-01',
    ]);
    expect(ruleChanges(smallRulebook([clause('A')])).map(formatDay)).toEqual([
      smallRulebook([clause('A')]).effectiveFrom,
    ]);
  });
});

describe('isInForce', () => {
  const ended = { ...smallRulebook([clause('A')]), effectiveFrom: '2026-03-01', effectiveTo: '2026-03-31' };
  const on = (text: string): boolean => isInForce(ended, day(text));

  it('holds from the first day to the last, both included', () => {
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('holds without end where none is written', () => {
    expect(isInForce({ ...ended, effectiveTo: undefined }, day('2099-01-01'))).toBe(true);
  });
});

describe('revisionsAround', () => {
  const [first, , third] = rulebook.clauses;
  const around = (text: string) => {
    const { held, next } = revisionsAround(first!, day(text));
    return [held?.reference, next?.reference];
  };

  it('names the one that holds and the next one', () => {
    expect(around('2026-06-30')).toEqual([undefined, '3号通知']);
    expect(around('2026-07-01')).toEqual(['3号通知', '5号通知']);
    expect(around('2026-10-31')).toEqual(['5号通知', '6号通知']);
    expect(around('2026-11-01')).toEqual(['6号通知', undefined]);
    expect(revisionsAround(third!, day('2026-11-01'))).toEqual({ held: undefined, next: undefined });
  });
});
