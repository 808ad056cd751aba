import fc from 'fast-check';
import type { Incident } from '../../../src/facts/incident';
import { formatScaled, POINT_SCALE } from '../../../src/facts/decimal';
import type { RulebookSettings } from '../../../src/rulebook/settings';
import { SHIPPED_IDS } from '../../../src/rulebook/shipped';
import type { Scorecard } from '../../../src/scoring/scorecard';
import type { MonthScore } from '../../../src/scoring/scoreMonth';
import { incidentsOf, settingsOf } from '../../support/arbitraries';
import { cardOf, day, record, score, shipped } from '../../support/scoring';

const RUNS = { numRuns: Number(process.env.QASCORE_RUNS ?? 40) };

const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

/** Everything a card says, without the order in which things were found. */
const essence = (card: Scorecard, rename: (name: string) => string = (name) => name) => ({
  subject: rename(card.subject),
  state: card.state,
  deducted: card.deducted,
  deductedByCategory: card.deductedByCategory,
  added: card.added,
  bonus: card.bonus,
  score: card.score,
  fine: card.fine,
  performanceDeduct: card.performanceDeduct,
  performance: card.performance,
  tier: card.tier,
  discipline: sorted(card.discipline),
  liability: sorted(card.liability),
  obligations: sorted(card.obligations),
  refusals: sorted(card.refusals.map(({ code, clause, date }) => `${clause} ${date} ${code}`)),
  entries: sorted(
    card.entries.map(({ clause, origin, date, charged, deducted, added, bonus, fine, pct }) =>
      JSON.stringify([clause, origin, date, charged, deducted, added, bonus, fine, pct]),
    ),
  ),
});

const essences = (scored: MonthScore, rename?: (name: string) => string) =>
  Object.fromEntries(
    scored.cards.map((card) => [rename?.(card.subject) ?? card.subject, essence(card, rename)]),
  );

/** The numbers and lists without what says that something is missing. */
const numbers = (scored: MonthScore) =>
  Object.fromEntries(
    scored.cards.map((card) => {
      const { state: _state, refusals: _refusals, ...rest } = essence(card);
      return [card.subject, rest];
    }),
  );

const inRows = (incidents: readonly Incident[], sheet: (index: number) => string): Incident[] =>
  incidents.map((incident, index) => ({ ...incident, source: { sheet: sheet(index), row: index + 2 } }));

/**
 * Records that say the same where only one of them can be heard: one choice for a clause, one kind, level
 * and head for a case, one quantity for a day.
 */
function agreeing(incidents: readonly Incident[]): Incident[] {
  const first = <K extends keyof Incident>(key: (incident: Incident) => string, fields: readonly K[]) => {
    const known = new Map<string, Incident>();
    return (incident: Incident): Incident => {
      const like = known.get(key(incident)) ?? incident;
      known.set(key(incident), like);
      const { ...copy } = incident;
      for (const field of fields) {
        if (like[field] === undefined) Reflect.deleteProperty(copy, field);
        else Reflect.set(copy, field, like[field]);
      }
      return copy;
    };
  };
  const byClause = first((i) => i.clause, ['chosenPoints', 'chosenPct', 'chosenDiscipline']);
  const byCase = first(
    (i) => i.eventId ?? `${i.subject} ${i.clause}`,
    ['kind', 'level', 'head', 'headDiscipline'],
  );
  // Where a choice is missing the later of two is set aside, and within a day the later one is that further down.
  const byDay = first(
    (i) => `${i.subject} ${i.clause} ${i.date}`,
    ['qty', 'triggersHit', 'flags', 'exemptReason'],
  );
  return incidents.map((incident) => byDay(byCase(byClause(incident))));
}

const propertyOf = (
  id: string,
  predicate: (incidents: Incident[], settings: RulebookSettings) => void,
): void => {
  fc.assert(fc.property(incidentsOf(id), settingsOf(id), predicate), RUNS);
};

describe.each(SHIPPED_IDS)('%s', (id) => {
  it('gives the same whatever the order of the records', () => {
    fc.assert(
      fc.property(
        incidentsOf(id).chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        settingsOf(id),
        ([list, shuffled], settings) => {
          expect(essences(score(id, shuffled, settings))).toEqual(essences(score(id, list, settings)));
        },
      ),
      RUNS,
    );
  });

  it('gives the same when the records of one sheet are spread over two', () => {
    fc.assert(
      fc.property(
        incidentsOf(id),
        settingsOf(id),
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        (list, settings, second) => {
          const records = agreeing(list);
          const one = score(
            id,
            inRows(records, () => '质检'),
            settings,
          );
          const two = score(
            id,
            inRows(records, (index) => (second[index] === true ? '考勤' : '质检')),
            settings,
          );
          expect(essences(two)).toEqual(essences(one));
        },
      ),
      RUNS,
    );
  });

  it('has cards that are the sums of their entries, in whole units', () => {
    propertyOf(id, (list, settings) => {
      const { score: rules } = shipped(id);
      for (const card of score(id, list, settings).cards) {
        const sum = (field: 'deducted' | 'added' | 'bonus' | 'fine' | 'pct') =>
          card.entries.reduce((total, entry) => total + entry[field], 0);
        const all = (field: 'discipline' | 'liability' | 'obligations') =>
          sorted(card.entries.flatMap((entry) => entry[field]));
        expect([card.deducted, card.added, card.bonus, card.fine]).toEqual([
          sum('deducted'),
          sum('added'),
          sum('bonus'),
          sum('fine'),
        ]);
        expect(card.performanceDeduct).toBe(Math.min(sum('pct'), 10_000));
        expect(card.performance).toBe(rules.paysPerformance ? 10_000 - card.performanceDeduct : undefined);
        expect(card.deductedByCategory.reduce((a, b) => a + b, 0)).toBe(card.deducted);
        expect([sorted(card.discipline), sorted(card.liability), sorted(card.obligations)]).toEqual([
          all('discipline'),
          all('liability'),
          all('obligations'),
        ]);
        for (const entry of card.entries) {
          const amounts = [entry.deducted, entry.added, entry.bonus, entry.fine, entry.pct];
          expect(amounts.every(Number.isSafeInteger)).toBe(true);
          if (!entry.charged) expect([...amounts, entry.units.digits]).toEqual([0, 0, 0, 0, 0, 0n]);
        }
      }
    });
  });

  it('never counts a refused record', () => {
    propertyOf(id, (list, settings) => {
      const all = score(id, list, settings);
      const refused = new Set(
        all.refusals.flatMap(({ record: at, subject }) =>
          at !== undefined && list[at]?.subject === subject ? [at] : [],
        ),
      );
      const subjects = all.cards.map((card) => card.subject);
      const kept = score(
        id,
        list.filter((_, index) => !refused.has(index)),
        { ...settings, subjects },
      );
      expect(numbers(kept)).toEqual(numbers(all));
      for (const card of all.cards) {
        expect(card.state).toBe(card.refusals.length === 0 ? 'complete' : 'incomplete');
        const counted = card.entries.flatMap((entry) => (entry.origin === 'record' ? [entry.record] : []));
        expect(counted.filter((at) => at !== undefined && refused.has(at))).toEqual([]);
      }
    });
  });

  it('gives the same under other names', () => {
    const names: Readonly<Record<string, string>> = {
      张三: '赵六',
      赵六: '王五',
      王五: '欧阳',
      王主任: '张三',
    };
    const rename = (name: string): string => names[name] ?? name;
    propertyOf(id, (list, settings) => {
      const known = inRows(list, () => '质检').map((incident) =>
        // 张三 is both a person and a head in the records; the names must stay one to one
        incident.head === '张三' ? { ...incident, head: '李四' } : incident,
      );
      const renamed = known.map((incident) => ({
        ...incident,
        subject: rename(incident.subject),
        ...(incident.head === undefined ? {} : { head: rename(incident.head) }),
      }));
      expect(essences(score(id, renamed, settings))).toEqual(essences(score(id, known, settings), rename));
    });
  });

  it('changes nobody else when one person gets a record', () => {
    propertyOf(id, (list, settings) => {
      const [added, ...rest] = list;
      if (added === undefined) return;
      const touched = new Set([
        added.subject,
        ...list.flatMap(({ head }) => (head === undefined ? [] : [head])),
      ]);
      const others = (scored: MonthScore) =>
        scored.cards.filter((card) => !touched.has(card.subject)).map((card) => essence(card));
      const byName = (cards: ReturnType<typeof others>) =>
        [...cards].sort((a, b) => (a.subject < b.subject ? -1 : 1));
      expect(byName(others(score(id, list, settings)))).toEqual(byName(others(score(id, rest, settings))));
    });
  });

  it('is not moved by records of other months', () => {
    // Far enough for a reading that looks at the month before; deadlines reach forward by their nature.
    const spanning = new Set(
      shipped(id).clauses.flatMap(({ id: clause, count }) =>
        count.mode === 'deadline_dom' || count.mode === 'deadline_workdays' ? [clause] : [],
      ),
    );
    fc.assert(
      fc.property(
        incidentsOf(id),
        incidentsOf(id),
        settingsOf(id),
        fc.boolean(),
        (list, moved, settings, later) => {
          const date = day(later ? '2026-12-08' : '2026-07-08');
          const elsewhere = moved
            .filter(({ clause }) => later || !spanning.has(clause))
            .map((incident) => ({ ...incident, date, verifiedOn: date }));
          const subjects = [...new Set([...list, ...elsewhere].map(({ subject }) => subject))];
          const alone = score(id, list, { ...settings, subjects });
          const together = score(id, [...elsewhere, ...list], { ...settings, subjects });
          expect(essences(together)).toEqual(essences(alone));
        },
      ),
      RUNS,
    );
  });
});

describe('exactness', () => {
  it('adds tenths of a point over many records as whole numbers do', () => {
    const tenths = new Map(
      shipped('OUT').clauses.flatMap(({ id, count, effects }) => {
        const [effect] = effects;
        const exact = count.mode === 'occurrence' && effect?.type === 'points' && effect.kind === 'exact';
        return exact ? [[id, Math.round(Number(effect.value) * 10)] as const] : [];
      }),
    );
    expect(tenths.get('OUT-2.1')).toBe(2);
    const records = fc.array(
      fc.record({ clause: fc.constantFrom(...tenths.keys()), qty: fc.integer({ min: 1, max: 99 }) }),
      { minLength: 50, maxLength: 400 },
    );
    fc.assert(
      fc.property(records, (list) => {
        const total = list.reduce((sum, { clause, qty }) => sum + (tenths.get(clause) ?? 0) * qty, 0);
        const scored = score(
          'OUT',
          list.map((fields) => record(fields)),
          { base: '1000000' },
        );
        expect(formatScaled(cardOf(scored).deducted, POINT_SCALE)).toBe(
          total % 10 === 0 ? String(total / 10) : `${Math.floor(total / 10)}.${total % 10}`,
        );
      }),
      { numRuns: 20 },
    );
  });
});
