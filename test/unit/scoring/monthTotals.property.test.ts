import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Incident } from '../../../src/facts/incident';
import { loadRulebook } from '../../../src/rulebook/load';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import { SHIPPED_IDS, shippedRulebook } from '../../../src/rulebook/shipped';
import { FactTable } from '../../../src/scoring/factTable';
import { MonthTotals } from '../../../src/scoring/monthTotals';
import type { Ruleset } from '../../../src/scoring/ruleset';
import { rankScores } from '../../../src/scoring/scorecard';
import { scoreMonth } from '../../../src/scoring/scoreMonth';
import { FIRST_MONTH, incident, ruleset, SUBJECTS } from '../../support/incidents';

const MONTHS = [-1, 0, 1, 2, 3].map((offset) => FIRST_MONTH + offset);
const RUNS = Number(process.env.QASCORE_RUNS ?? 25);

/** Every number, list, entry and rank that the totals give is what scoring the records one by one gives. */
function expectSame(
  totals: MonthTotals,
  table: FactTable,
  records: readonly Incident[],
  rules: Ruleset,
): void {
  for (const month of [...MONTHS, ...totals.recordedMonths]) {
    const { cards } = scoreMonth(records, table.subjectKeys, month, rules);
    const ranks = rankScores(cards.map((card) => card.score));
    expect(
      totals
        .cards(month)
        .map((card) => card.subject)
        .sort(),
    ).toEqual(cards.map((card) => card.subject).sort());
    cards.forEach(({ entries, ...numbers }, index) => {
      const { subject } = numbers;
      expect(totals.totals(subject, month)).toEqual(numbers);
      expect(totals.scorecard(subject, month)).toEqual({ ...numbers, entries });
      expect(totals.rank(subject, month)).toBe(ranks[index]);
    });
  }
}

/** Changes of a sheet: another record in the place of one, one more record, other rules, a look. */
type Change =
  | { readonly kind: 'replace'; readonly at: number; readonly incident: Incident }
  | { readonly kind: 'add'; readonly incident: Incident }
  | { readonly kind: 'use'; readonly rules: Ruleset }
  | { readonly kind: 'look'; readonly subject: string; readonly month: number };

function change(rulebook: Rulebook): fc.Arbitrary<Change> {
  const newcomer = incident(rulebook).map((record) => ({ ...record, subject: '新来的' }));
  const record = fc.oneof({ weight: 8, arbitrary: incident(rulebook) }, newcomer);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), incident: record }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('add' as const), incident: record }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('use' as const), rules: ruleset(rulebook) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('look' as const),
        subject: fc.constantFrom(...SUBJECTS),
        month: fc.constantFrom(...MONTHS),
      }),
    },
  );
}

function staysEqual(rulebook: Rulebook): void {
  const scenario = fc.record({
    rules: ruleset(rulebook),
    records: fc.array(incident(rulebook), { minLength: 1, maxLength: 40 }),
    changes: fc.array(change(rulebook), { maxLength: 12 }),
  });
  fc.assert(
    fc.property(scenario, ({ rules: first, records: given, changes }) => {
      let rules = first;
      const records = [...given];
      const table = FactTable.from(records);
      table.addSubject('没有记录');
      const totals = new MonthTotals(table, rules);
      expectSame(totals, table, records, rules);
      for (const step of changes) {
        if (step.kind === 'replace') {
          const at = step.at % records.length;
          records[at] = step.incident;
          totals.replace(at, step.incident);
        } else if (step.kind === 'add') {
          records.push(step.incident);
          totals.add(step.incident);
        } else if (step.kind === 'use') {
          rules = step.rules;
          totals.use(rules);
        } else {
          totals.totals(step.subject, step.month);
          totals.rank(step.subject, step.month);
        }
      }
      expectSame(totals, table, records, rules);
    }),
    { numRuns: RUNS },
  );
}

describe.each(SHIPPED_IDS)('month totals under %s', (id) => {
  test('equal the month scored record by record, also after changes', () => {
    staysEqual(shippedRulebook(id)!);
  });
});

/** Rules that begin, end and change within a month; doubling that rounds; every bonus scope. */
function changingRulebook(from: string): Rulebook {
  const json = JSON.parse(readFileSync(`${__dirname}/../../../rulesets/${from}.json`, 'utf8')) as {
    clauses: Record<string, unknown>[];
  };
  const [first, second, third] = json.clauses;
  Object.assign(first as object, { to: '2026-10-14' });
  const repeat = {
    minCount: 2,
    mode: 'replace',
    effects: [{ type: 'fine_yuan', dir: 'deduct', kind: 'exact', value: '40' }],
  };
  Object.assign(second as object, {
    from: '2026-09-10',
    revisions: [
      { from: '2026-10-16', reference: 'decision 3', escalation: repeat },
      { from: '2026-11-16', reference: 'decision 4', escalation: null },
    ],
  });
  Object.assign(third as object, {
    multiplier: { factor: '1.2345', flag: 'serious', label: { zh: '加重', en: 'More' } },
    revisions: [
      {
        from: '2026-09-20',
        reference: 'decision 1',
        effects: [{ type: 'points', dir: 'deduct', kind: 'exact', value: '0.003' }],
      },
      {
        from: '2026-11-02',
        reference: 'decision 2',
        effects: [{ type: 'fine_yuan', dir: 'deduct', kind: 'exact', value: '7.125' }],
      },
    ],
  });
  const result = loadRulebook(json);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.rulebook;
}

describe('month totals under rules that change', () => {
  test.each(['QA', 'GM', 'OUT', 'SVC'])('%s', (id) => {
    staysEqual(changingRulebook(id));
  });
});
