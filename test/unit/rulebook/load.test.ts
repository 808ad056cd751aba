import { z } from 'zod';
import { countingKindOf, type Count } from '../../../src/rulebook/counting';
import { formatPath, formProblems } from '../../../src/rulebook/issues';
import { loadRulebook } from '../../../src/rulebook/load';
import { SHIPPED_IDS, shippedRulebook } from '../../../src/rulebook/shipped';
import { clause, deduct, reading, rulebookJson, switched } from '../../support/smallRulebook';

const faults = (json: unknown) => {
  const result = loadRulebook(json);
  return result.ok ? [] : result.problems.map(({ path, code, params }) => ({ path, code, params }));
};

describe('loadRulebook', () => {
  it('returns the file as it is written', () => {
    const json = rulebookJson([clause('A')]);
    expect(loadRulebook(json)).toEqual({ ok: true, rulebook: json });
  });

  it('reports every fault of a file, not only the first', () => {
    const json = rulebookJson([clause('A', { effects: [deduct('-1')] }), clause('B', { subject: 'robot' })]);
    expect(faults(json).map(({ path, code }) => [path, code])).toEqual([
      ['TEAM.clauses[0].effects[0].value', 'RULEBOOK_BAD_AMOUNT'],
      ['TEAM.clauses[1].subject', 'RULEBOOK_NOT_ALLOWED'],
    ]);
  });

  it('lists what would be allowed', () => {
    expect(faults(rulebookJson([clause('A', { subject: 'robot' })]))).toEqual([
      {
        path: 'TEAM.clauses[0].subject',
        code: 'RULEBOOK_NOT_ALLOWED',
        params: { found: '"robot"', allowed: 'agent | team | customer | department | department_head | hr' },
      },
    ]);
  });

  it('shortens what was found', () => {
    const [fault] = faults(rulebookJson([clause('A', { subject: '长'.repeat(100) })]));
    expect(fault?.params?.found).toBe(`"${'长'.repeat(56)}...`);
  });

  it('names a missing way of counting', () => {
    const [fault] = faults(rulebookJson([clause('A', { count: { unit: '次' } })]));
    expect(fault).toMatchObject({ path: 'TEAM.clauses[0].count.mode', code: 'RULEBOOK_MISSING' });
  });

  it('points into the branch of a choice that the file comes closest to', () => {
    const readings = [reading('floor', 'zero', 'none')];
    const score = {
      base: '100',
      floor: switched('floor', { zero: 'zero', none: 'nothing' }),
      paysPerformance: false,
      performanceCap: '100',
      ranked: false,
    };
    expect(faults(rulebookJson([clause('A')], { score, readings }))).toEqual([
      {
        path: 'TEAM.score.floor.cases.none',
        code: 'RULEBOOK_NOT_ALLOWED',
        params: { found: '"nothing"', allowed: 'zero | none' },
      },
    ]);
  });

  it('names a key too many in a setting by reading', () => {
    const floor = { ...switched('floor', { zero: 'zero', none: 'none' }), otherwise: 'zero' };
    const score = {
      base: '100',
      floor,
      paysPerformance: false,
      performanceCap: '100',
      ranked: false,
    };
    const readings = [reading('floor', 'zero', 'none')];
    expect(faults(rulebookJson([clause('A')], { score, readings }))).toEqual([
      { path: 'TEAM.score.floor.otherwise', code: 'RULEBOOK_UNKNOWN_KEY', params: { key: 'otherwise' } },
    ]);
  });

  it('lets a bonus state exact amounts only', () => {
    const bonus = (effect: object) =>
      clause('B', {
        count: { mode: 'bonus_clean_month', unit: '月', lostBy: 'violation' },
        effects: [
          { ...deduct('3'), dir: 'add', ...effect },
          { type: 'benefit', text: '优先评优' },
        ],
      });
    expect(faults(rulebookJson([clause('A'), bonus({})]))).toEqual([]);
    expect(faults(rulebookJson([clause('A'), bonus({ kind: 'unset', value: null })]))).toMatchObject([
      { path: 'TEAM.clauses[1].effects[0]', code: 'RULEBOOK_COMPUTED_NOT_EXACT' },
    ]);
  });

  it('accepts a measured trigger of a quota and a state that follows no other', () => {
    const trigger = { id: 'few', text: { zh: '少', en: 'few' }, measured: true };
    const quota = {
      mode: 'quota_shortfall',
      unit: '次',
      measure: 'visits',
      measureUnit: '户',
      target: '15',
      charge: 'once',
    };
    const json = rulebookJson([
      clause('A', { count: quota, triggers: [trigger], derive: [{ from: 'metric', fields: {} }] }),
      clause('B', { count: { mode: 'state', unit: '期', count: 'once' } }),
      clause('C', { count: { mode: 'process', unit: '例' } }),
      clause('D', { derive: [{ from: 'attendance-count', kinds: ['late'], count: 'persons-per-day' }] }),
    ]);
    expect(faults(json)).toEqual([]);
  });

  it('refuses a derived trigger of a clause without triggers', () => {
    const derive = [{ from: 'metric', trigger: 'few', fields: {} }];
    expect(faults(rulebookJson([clause('A', { derive })]))).toMatchObject([
      { path: 'TEAM.clauses[0].derive[0].trigger', code: 'RULEBOOK_UNKNOWN_TRIGGER' },
    ]);
  });

  it('asks for the specific clause when the group keeps it without a reading', () => {
    const group = { id: 'G', title: { zh: '组', en: 'group' }, keep: 'specific' };
    expect(faults(rulebookJson([clause('A')], { overlapGroups: [group] }))).toMatchObject([
      { path: 'TEAM.overlapGroups[0].specific', code: 'RULEBOOK_MISSING' },
    ]);
    const named = { ...group, specific: 'A' };
    expect(faults(rulebookJson([clause('A')], { overlapGroups: [named] }))).toEqual([]);
  });

  it('calls a file whose id cannot name it “rulebook”', () => {
    expect(faults({ id: 'x'.repeat(41) })[0]?.path).toMatch(/^rulebook\./);
    expect(faults({ id: 5 })[0]?.path).toMatch(/^rulebook\./);
    expect(faults(undefined)).toEqual([
      { path: 'rulebook', code: 'RULEBOOK_MISSING', params: { expected: 'object' } },
    ]);
  });
});

describe('formatPath', () => {
  it.each<[readonly PropertyKey[], string]>([
    [[], 'GM'],
    [['clauses', 3, 'effects', 0, 'value'], 'GM.clauses[3].effects[0].value'],
    [['cases', 'record-date'], 'GM.cases.record-date'],
    [['cases', '2'], 'GM.cases["2"]'],
    [['cases', 'a b'], 'GM.cases["a b"]'],
    [['$schema'], 'GM.$schema'],
  ])('%j is %s', (path, expected) => {
    expect(formatPath('GM', path)).toBe(expected);
  });
});

describe('formProblems', () => {
  const problemsOf = (schema: z.ZodType, input: unknown) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? [] : formProblems(parsed.error, 'file', input);
  };

  it('takes a refinement without a code for a bad value', () => {
    const even = z.object({ n: z.number().refine((n) => n % 2 === 0) });
    expect(problemsOf(even, { n: 3 })).toEqual([
      { path: 'file.n', code: 'RULEBOOK_BAD_VALUE', params: { found: '3' } },
    ]);
  });

  it('tells a missing choice from one that is not allowed', () => {
    const choice = z.object({ pick: z.enum(['a', 'b']) });
    expect(problemsOf(choice, {})).toEqual([
      { path: 'file.pick', code: 'RULEBOOK_MISSING', params: { expected: 'a | b' } },
    ]);
    expect(problemsOf(choice, { pick: null })).toEqual([
      { path: 'file.pick', code: 'RULEBOOK_NOT_ALLOWED', params: { found: 'null', allowed: 'a | b' } },
    ]);
  });

  it('shows a value that JSON cannot write', () => {
    expect(problemsOf(z.object({ f: z.string() }), { f: Symbol('x') })[0]?.params?.found).toBe('Symbol(x)');
  });
});

describe('countingKindOf', () => {
  it('knows no way of counting that is not in the table', () => {
    expect(() => countingKindOf({ mode: 'guess', unit: '次' } as unknown as Count)).toThrow(
      'no way of counting guess',
    );
  });
});

describe('shipped rulebooks', () => {
  it('are the eight of the product', () => {
    expect(SHIPPED_IDS).toEqual(['QA', 'PM', 'SVC', 'GM', 'CQ', 'CP', 'GAS', 'OUT']);
    const counts = SHIPPED_IDS.map((id) => shippedRulebook(id)?.clauses.length);
    expect(counts).toEqual([9, 27, 17, 19, 10, 17, 55, 44]);
  });

  it('are loaded once, and no other id is', () => {
    expect(shippedRulebook('GM')).toBe(shippedRulebook('GM'));
    expect(shippedRulebook('XX')).toBeUndefined();
    expect(shippedRulebook('toString')).toBeUndefined();
  });
});
