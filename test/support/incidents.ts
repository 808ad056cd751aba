import fc from 'fast-check';
import { dayOf, type Day } from '../../src/facts/date';
import type { Decimal } from '../../src/facts/decimal';
import type { Incident } from '../../src/facts/incident';
import { PLAIN_WEEKDAYS } from '../../src/facts/workdays';
import { isAmount } from '../../src/rulebook/effects';
import { FLAGS, type ReadingValue } from '../../src/rulebook/primitives';
import type { Rulebook } from '../../src/rulebook/rulebook';
import { Ruleset } from '../../src/scoring/ruleset';

/** First month of the days that `incidents` mostly draws from; they reach into the next two. */
export const FIRST_MONTH = 2026 * 12 + 8;
export const SUBJECTS = ['王伟-001', '李娜-002', '张敏-003', '刘洋-004'];

const day = (year: number, month: number, date: number): Day => dayOf(year, month, date) ?? 0;
const START = day(2026, 9, 1);

const whole = (min: number, max: number): fc.Arbitrary<Decimal> =>
  fc.integer({ min, max }).map((n) => ({ digits: BigInt(n), scale: 0 }));
const tenths = (min: number, max: number): fc.Arbitrary<Decimal> =>
  fc.integer({ min, max }).map((n) => ({ digits: BigInt(n), scale: 1 }));
const days = fc.integer({ min: START, max: START + 90 });

/** A clause's own flags and offered sanctions come up often enough to matter. */
function clauseIncident(rulebook: Rulebook, clause: string): fc.Arbitrary<Partial<Incident>> {
  const known = rulebook.clauses.find((each) => each.id === clause);
  const text = JSON.stringify(known ?? {});
  const flags = FLAGS.filter((flag) => text.includes(`"${flag}"`));
  const sanctions = (known?.effects ?? []).flatMap((effect) =>
    !isAmount(effect) && effect.type === 'discipline' ? effect.options : [],
  );
  const triggers = (known?.triggers ?? []).map((trigger) => trigger.text.zh);
  const general = fc.constantFrom(...FLAGS, 'no_such_flag');
  const flag =
    flags.length === 0 ? general : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...flags) }, general);
  const pick = <T>(values: readonly T[], other: T): fc.Arbitrary<T> =>
    values.length === 0 ? fc.constant(other) : fc.constantFrom(...values);
  const bare = fc.record(
    {
      qty: fc.oneof(
        { weight: 6, arbitrary: whole(1, 4) },
        fc.constantFrom<Decimal>(
          { digits: 0n, scale: 0 },
          { digits: 25n, scale: 1 },
          { digits: 20n, scale: 1 },
          { digits: 256n, scale: 0 },
        ),
      ),
    },
    { requiredKeys: [] },
  );
  const flagged = fc.record({ flags: fc.array(flag, { minLength: 1, maxLength: 2 }) });
  const detailed = fc.record(
    {
      qty: whole(1, 3),
      flags: fc.array(flag, { maxLength: 2 }),
      value: tenths(0, 900),
      trigger: pick(triggers, '别的行为'),
      triggersHit: fc.integer({ min: 1, max: 3 }),
      reported: whole(0, 30),
      actual: whole(0, 30),
      collected: whole(0, 100),
      due: whole(80, 100),
      attrition: whole(0, 9),
      submittedAt: fc.record({ day: days, second: fc.integer({ min: 0, max: 86_399 }) }),
      submittedOn: days,
      replenishedOn: days,
      settledOn: days,
      acceptedOn: days,
      eventId: fc.constantFrom('e1', 'e2', 'e3'),
      exemptReason: fc.constant('暴雨'),
      shift: fc.constantFrom('早班', '夜班'),
      kind: fc.constantFrom('抱怨', '投诉'),
      level: fc.integer({ min: 1, max: 3 }),
      head: fc.constantFrom('李娜-002', '赵总'),
      chosenPoints: whole(1, 10),
      chosenPct: whole(1, 60),
      chosenDiscipline: fc.subarray(sanctions.length === 0 ? ['警告'] : sanctions, {
        minLength: 1,
        maxLength: 1,
      }),
      headDiscipline: fc.constant(['通报批评']),
      verified: fc.boolean(),
      verifiedOn: days,
      last: fc.boolean(),
      groupSize: fc.integer({ min: 1, max: 3 }),
      tied: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  /** What a complaint, a case or a deadline needs, so that more than refusals comes out. */
  const complete = fc.record({
    eventId: fc.constantFrom('e1', 'e2'),
    kind: fc.constantFrom('抱怨', '投诉'),
    level: fc.integer({ min: 1, max: 3 }),
    head: fc.constantFrom('李娜-002', '赵总'),
    headDiscipline: fc.constant(['通报批评']),
    chosenDiscipline: fc.constant(sanctions.slice(0, 1)),
    chosenPoints: whole(1, 5),
    attrition: whole(4, 9),
    value: tenths(10, 600),
  });
  return fc.oneof({ weight: 4, arbitrary: bare }, flagged, { weight: 2, arbitrary: detailed }, complete);
}

/** A record as sheets bring them: mostly bare and in season, now and then anything else. */
export function incident(rulebook: Rulebook): fc.Arbitrary<Incident> {
  const ids = rulebook.clauses.map((clause) => clause.id);
  const clause = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...ids) }, fc.constant('没有这一条'));
  const date = fc.oneof(
    { weight: 20, arbitrary: days },
    fc.constantFrom(day(1999, 12, 31), day(2000, 1, 1), day(2179, 6, 6), day(2179, 6, 7), day(2026, 1, 5)),
  );
  const source = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ sheet: fc.constantFrom('质检', '投诉'), row: fc.integer({ min: 2, max: 60 }) }),
    },
    fc.constant(undefined),
    fc.record({
      sheet: fc.constant('质检'),
      row: fc.integer({ min: 2, max: 60 }),
      column: fc.constantFrom('C', 'D'),
    }),
  );
  return fc.tuple(clause, date, fc.constantFrom(...SUBJECTS), source).chain(([id, on, subject, place]) =>
    clauseIncident(rulebook, id).map((fields) => ({
      ...fields,
      date: on,
      subject,
      clause: id,
      ...(place === undefined ? {} : { source: place }),
    })),
  );
}

/** A rulebook under random readings, parameters (some missing) and dated parameters. */
export function ruleset(rulebook: Rulebook): fc.Arbitrary<Ruleset> {
  const readings = fc.record(
    Object.fromEntries(
      rulebook.readings.map((reading) => [
        reading.id,
        fc.constantFrom<ReadingValue>(...reading.options.map((option) => option.value)),
      ]),
    ),
    { requiredKeys: [] },
  );
  const text = fc.integer({ min: 1, max: 40 }).map((n) => String(n / 2));
  const amounts = (required: boolean): fc.Arbitrary<Record<string, string>> =>
    fc
      .record(
        Object.fromEntries(rulebook.params.map((param) => [param.id, text])),
        required ? {} : { requiredKeys: [] },
      )
      .map((values) => ({ ...values }) as Record<string, string>);
  const versions = fc.array(
    fc.record({ effective: fc.integer({ min: START, max: START + 90 }), params: amounts(false) }),
    {
      maxLength: 2,
    },
  );
  return fc
    .record({
      readings,
      params: fc.oneof(amounts(true), amounts(false)),
      versions,
      base: fc.constantFrom(undefined, '100'),
    })
    .map(
      (settings) =>
        new Ruleset(
          rulebook,
          { ...settings, readings: { ...settings.readings } as Record<string, ReadingValue> },
          PLAIN_WEEKDAYS,
        ),
    );
}
