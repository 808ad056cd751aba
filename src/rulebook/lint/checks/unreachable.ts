import { compareDecimals, parseDecimal } from '../../../facts/decimal';
import type { Clause } from '../../clause';
import type { Found, LintCheck } from '../finding';
import type { Rulebook } from '../../rulebook';

/** Cut-offs the wrong way round, tiers without a book of tiers, effects for a tier or issue that never comes. */
export const unreachable: LintCheck = {
  check: 'UNREACHABLE',
  severity: 'error',
  *look({ rulebook, states }) {
    yield* cutOffs(rulebook);
    for (const { clause } of states) {
      for (const problem of new Set(neverMet(clause, rulebook)))
        yield { clause: clause.id, params: { problem } };
    }
  },
};

/** The suggested cut-offs leave no middle or cross. */
function* cutOffs({ tiers, params }: Rulebook): Generator<Found> {
  if (tiers === undefined) return;
  const suggested = (id: string): string => params.find((param) => param.id === id)?.suggested ?? '';
  const high = parseDecimal(suggested(tiers.high.param));
  const low = parseDecimal(suggested(tiers.low.param));
  const crossed = high !== undefined && low !== undefined && compareDecimals(high, low) <= 0;
  if (crossed || tiers.high.param === tiers.low.param) yield { params: { problem: 'cut-offs' } };
}

function neverMet({ count, effects }: Clause, { tiers, clauses }: Rulebook): string[] {
  const tier = count.mode === 'tier' ? count.tier : undefined;
  const problems: string[] = tier !== undefined && tiers === undefined ? ['no-tiers'] : [];
  for (const { when } of effects) {
    if (when?.tier !== undefined && when.tier !== tier) problems.push('other-tier');
    if (when?.kind !== undefined && tier !== undefined) problems.push('no-issue');
  }
  if (count.mode === 'total_reached' && !clauses.some((clause) => takesPoints(clause)))
    problems.push('no-total');
  return problems;
}

const takesPoints = ({ effects, escalation, direction, count }: Clause): boolean =>
  count.mode === 'treat_as' ||
  direction !== undefined ||
  [...effects, ...(escalation?.effects ?? [])].some(
    (effect) => effect.type === 'points' && effect.dir === 'deduct',
  );
