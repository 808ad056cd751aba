import fc from 'fast-check';
import { formatDay } from '../../src/facts/date';
import type { Incident } from '../../src/facts/incident';
import type { Clause } from '../../src/rulebook/clause';
import type { Effect } from '../../src/rulebook/effects';
import type { ReadingValue } from '../../src/rulebook/primitives';
import { unsetClauses, type RulebookSettings } from '../../src/rulebook/settings';
import { PLAIN_WEEKDAYS } from '../../src/facts/workdays';
import { Ruleset } from '../../src/scoring/ruleset';
import { day, record, shipped, type Fields } from './scoring';

const PEOPLE = ['张三', '李四', '王五', '赵六'] as const;
const HEADS = ['王主任', '钱主任', '张三'] as const;

const maybe = <T>(value: fc.Arbitrary<T>, freq = 2): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq });

const daysOf = (from: string, to: string): fc.Arbitrary<string> =>
  fc.integer({ min: day(from), max: day(to) }).map(formatDay);

/** Mostly October 2026, crowded enough for records to share a day; sometimes the months around it. */
const dates: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: daysOf('2026-10-05', '2026-10-09') },
  { weight: 3, arbitrary: daysOf('2026-10-01', '2026-10-31') },
  { weight: 1, arbitrary: daysOf('2026-09-01', '2026-11-30') },
);

const whole = (max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max }).map(String);

/** Fields that a way of counting looks at, sometimes left out. */
function countFields(clause: Clause): fc.Arbitrary<Fields> {
  const { count } = clause;
  switch (count.mode) {
    case 'measure_threshold':
    case 'quota_shortfall':
      return fc.record({
        value: maybe(fc.oneof(whole(30), fc.constantFrom('60', '61', '119', '120', '121'))),
      });
    case 'excess_per_day':
      return fc.record({ value: maybe(whole(6), 5) });
    case 'abs_diff_per_day':
      return fc.record({ reported: maybe(whole(4), 6), actual: maybe(whole(4), 6) });
    case 'rate_below':
      return fc.record({ collected: maybe(whole(100), 6), due: maybe(whole(100), 6) });
    case 'rank_last':
      return fc.record({
        last: maybe(fc.boolean()),
        tied: maybe(fc.boolean()),
        groupSize: maybe(fc.integer({ min: 1, max: 4 })),
      });
    case 'deadline_clock':
      return fc.record({ submittedAt: maybe(fc.constantFrom('09:59:59', '10:00:00', '18:00:00'), 4) });
    case 'deadline_dom':
      return fc.record({ submittedOn: maybe(daysOf('2026-09-20', '2026-11-20'), 4) });
    case 'deadline_workdays':
      return fc.record({
        attrition: maybe(whole(6), 6),
        replenishedOn: maybe(daysOf('2026-10-01', '2026-11-30'), 3),
        acceptedOn: maybe(daysOf('2026-09-01', '2026-10-20')),
        settledOn: maybe(daysOf('2026-10-01', '2026-11-30')),
      });
    case 'per_hour':
      return fc.record({ value: maybe(fc.constantFrom('0', '0.5', '3', '7.25'), 5) });
    default:
      return fc.constant({});
  }
}

function choiceFields(effects: readonly Effect[]): fc.Arbitrary<Fields> {
  const options = effects.flatMap((effect) => (effect.type === 'discipline' ? effect.options : []));
  const sanctions = fc.constantFrom('罚站', ...options);
  const amounts = fc.constantFrom('1', '2', '2.5', '3', '5', '7.5', '10', '12', '20', '30');
  const percent = fc.constantFrom('5', '20', '25', '30', '50', '75', '100', '120');
  return fc.record({
    chosenPoints: maybe(amounts, 3),
    chosenPct: maybe(percent, 1),
    chosenDiscipline: maybe(
      fc.oneof(
        sanctions.map((name) => [name]),
        fc.subarray(options),
      ),
      4,
    ),
    headDiscipline: maybe(
      sanctions.map((name) => [name]),
      3,
    ),
  });
}

function clauseFields(clause: Clause, flags: readonly string[]): fc.Arbitrary<Fields> {
  const triggers = (clause.triggers ?? []).map((trigger) => trigger.id);
  const byKind = clause.effects.some((effect) => effect.when?.kind !== undefined);
  const effects = [...clause.effects, ...(clause.escalation?.effects ?? [])];
  return fc
    .tuple(
      fc.record({
        clause: fc.constant(clause.id),
        date: dates,
        subject: fc.constantFrom(...PEOPLE),
        qty: fc.oneof(
          { weight: 12, arbitrary: maybe(fc.constantFrom('1', '2', '3'), 1) },
          { weight: 1, arbitrary: fc.constantFrom('0', '-1', '1.5') },
        ),
        flags: fc.oneof(
          { weight: 10, arbitrary: fc.subarray([...flags]) },
          { weight: 1, arbitrary: fc.constant(['unheard_of']) },
        ),
        exemptReason: maybe(fc.constant('系统故障'), 3),
        shift: maybe(fc.constantFrom('早班', '夜班'), 1),
        trigger: triggers.length === 0 ? fc.constant(undefined) : maybe(fc.constantFrom(...triggers)),
        triggersHit: maybe(fc.integer({ min: 1, max: 3 }), 1),
        eventId: maybe(fc.constantFrom('E1', 'E2', 'E3')),
        kind: byKind ? maybe(fc.constantFrom('抱怨', '投诉'), 9) : fc.constant(undefined),
        level: byKind ? maybe(fc.constantFrom(1, 2, 3), 6) : fc.constant(undefined),
        head: byKind ? maybe(fc.constantFrom(...HEADS), 4) : fc.constant(undefined),
        verified: byKind ? maybe(fc.boolean(), 1) : fc.constant(undefined),
        verifiedOn: byKind ? maybe(daysOf('2026-09-20', '2026-11-10'), 1) : fc.constant(undefined),
      }),
      countFields(clause),
      choiceFields(effects),
    )
    .map(([common, counted, chosen]): Fields => ({ ...common, ...counted, ...chosen }));
}

/** A submission time of day becomes a moment on the day of the record. */
const withMoment = (fields: Fields): Fields =>
  typeof fields.submittedAt === 'string'
    ? { ...fields, submittedAt: `${String(fields.date)}T${fields.submittedAt}` }
    : fields;

/** Records as teams keep them, some of them wrong: every clause, flag and choice the rulebook knows. */
export function incidentsOf(rulebookId: string, maxLength = 14): fc.Arbitrary<Incident[]> {
  const rulebook = shipped(rulebookId);
  const rules = new Ruleset(rulebook, {}, PLAIN_WEEKDAYS).clausesOn(day('2026-10-08'));
  const known = rulebook.clauses.map((clause) =>
    clauseFields(clause, [...(rules.get(clause.id)?.flags ?? [])]),
  );
  // Repeats, overlaps and allowances need records that meet: most come from a few clauses.
  const few = fc.uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: 4 });
  const unknown = clauseFields({ ...rulebook.clauses[0]!, id: 'NO-SUCH' }, []);
  return few.chain((some) =>
    fc
      .array(
        fc.oneof(
          { weight: 12, arbitrary: fc.oneof(...some) },
          { weight: 6, arbitrary: fc.oneof(...known) },
          { weight: 1, arbitrary: unknown },
        ),
        { maxLength },
      )
      .map((list) => list.map((fields) => record(withMoment(fields)))),
  );
}

/** Any choice of readings; most parameters set. */
export function settingsOf(rulebookId: string): fc.Arbitrary<RulebookSettings> {
  const rulebook = shipped(rulebookId);
  const readings: fc.Arbitrary<Readonly<Record<string, ReadingValue>>> = fc.record(
    Object.fromEntries(
      rulebook.readings.map((reading) => [
        reading.id,
        fc.constantFrom(...reading.options.map((option) => option.value)),
      ]),
    ),
  );
  const ids = [...new Set([...rulebook.params.map((param) => param.id), ...unsetClauses(rulebook)])];
  const given = fc.array(fc.constantFrom('0', '1', '2.5', '4'), {
    minLength: ids.length,
    maxLength: ids.length,
  });
  const set = fc.array(fc.nat({ max: 9 }), { minLength: ids.length, maxLength: ids.length });
  const params = fc.tuple(given, set).map(([values, dice]): Readonly<Record<string, string>> => {
    const pairs = ids.flatMap((id, index) =>
      dice[index] === 0 ? [] : [[id, values[index] ?? '0'] as const],
    );
    return Object.fromEntries(pairs);
  });
  return fc.record({ base: fc.constantFrom('100', '50', undefined), readings, params });
}
