import { resolveSwitch } from '../../primitives';
import type { Clause } from '../../clause';
import type { Effect, When } from '../../effects';
import { cheaperTypes, leastTaken } from '../amounts';
import { bandFamilies, fallsShort, neighbours, type Band } from '../bands';
import type { FindingParams, Found, LintCheck, LintContext } from '../finding';
import { heaviestSanction } from '../sanctions';

type What = 'level' | 'kind' | 'flag' | 'repeat' | 'measure';
type Less = (
  clause: Clause,
  what: What,
  heavy: readonly Effect[],
  light: readonly Effect[],
) => Generator<Found>;

const AGGRAVATING: readonly When['flag'][] = [
  'aggravated',
  'serious',
  'loss',
  'bad_influence',
  'bad_consequence',
  'valid_complaint',
];

/** A level, kind, flag, repeat or measure that weighs more and takes less. */
export const heavierCostsLess: LintCheck = {
  check: 'HEAVIER_COSTS_LESS',
  severity: 'warning',
  *look(context) {
    for (const { clause } of context.states) {
      yield* levels(clause);
      yield* kinds(clause);
      yield* flags(clause);
      yield* repeats(clause, context);
    }
    for (const bands of bandFamilies(context)) yield* measures(bands);
  },
};

const compare: Less = function* (clause, what, heavy, light) {
  for (const { type, ...amounts } of cheaperTypes(leastTaken(heavy), leastTaken(light))) {
    const params: FindingParams = { what, type, ...amounts };
    yield { clause: clause.id, params };
  }
  const [grave, mild] = [heaviestSanction(heavy), heaviestSanction(light)];
  if (grave !== undefined && mild !== undefined && grave.weight < mild.weight) {
    yield { clause: clause.id, params: { what, type: 'discipline', heavy: grave.name, light: mild.name } };
  }
};

/** Level 1 weighs most. */
function* levels(clause: Clause): Generator<Found> {
  const at = (level: string): Effect[] => clause.effects.filter((effect) => effect.when?.level === level);
  yield* compare(clause, 'level', at('1'), at('2'));
  yield* compare(clause, 'level', at('2'), at('3'));
  yield* compare(clause, 'level', at('1'), at('3'));
}

/** A 投诉 weighs more than a 抱怨. */
function* kinds(clause: Clause): Generator<Found> {
  const of = (kind: When['kind']): Effect[] =>
    clause.effects.filter(({ when }) => when?.kind === kind && when?.level === undefined);
  yield* compare(clause, 'kind', of('投诉'), of('抱怨'));
}

/** What an aggravating flag puts in the place of the usual amount. */
function* flags(clause: Clause): Generator<Found> {
  for (const flag of AGGRAVATING) {
    const usual = clause.effects.filter(({ when }) => when?.flag_not === flag);
    yield* compare(
      clause,
      'flag',
      clause.effects.filter(({ when }) => when?.flag === flag),
      usual,
    );
  }
}

/** What replaces the amounts of repeated occurrences takes less than these together. */
function* repeats(clause: Clause, { readings }: LintContext): Generator<Found> {
  const { escalation } = clause;
  if (escalation === undefined || resolveSwitch(escalation.mode, readings) !== 'replace') return;
  const count = resolveSwitch(escalation.minCount, readings);
  const usual = clause.effects.filter(({ when }) => when?.flag === undefined);
  const single = leastTaken(usual);
  const together = new Map([...single].map(([type, amount]) => [type, amount * count]));
  for (const { type, heavy, light } of cheaperTypes(leastTaken(escalation.effects), together)) {
    yield { clause: clause.id, params: { what: 'repeat', type, heavy, light } };
  }
}

/** The higher of two bands takes less, or the lower one where falling short is what costs. */
function* measures(bands: readonly Band[]): Generator<Found> {
  const below = fallsShort(bands);
  for (const [lower, upper] of neighbours(bands)) {
    const [heavy, light] = below ? [lower, upper] : [upper, lower];
    yield* compare(heavy.state.clause, 'measure', plain(heavy), plain(light));
  }
}

const plain = ({ state }: Band): Effect[] => state.clause.effects.filter(({ when }) => when === undefined);
