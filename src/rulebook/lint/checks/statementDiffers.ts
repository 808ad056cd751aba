import { checkedDecimal, scaleByUnits } from '../../../facts/decimal';
import type { Clause } from '../../clause';
import type { AmountType } from '../../effects';
import { amountsOf, boundsOf, effectsOf, isStated, shown, thousandths, type StatedEffect } from '../amounts';
import type { Found, LintCheck } from '../finding';
import { amountsInChinese, amountsInEnglish, type StatedAmount } from '../statedAmounts';

const TYPES: readonly AmountType[] = ['points', 'fine_yuan', 'performance_pct'];

/** What an effect comes to: its bounds and, where a flag multiplies, these times the factor. */
function amounts(effect: StatedEffect, { multiplier }: Clause): number[] {
  const { low, high = low } = boundsOf(effect);
  const bounds = [low, high];
  if (multiplier === undefined) return bounds;
  const times = (amount: number): number => scaleByUnits(amount, checkedDecimal(multiplier.factor));
  return [...bounds, ...bounds.map(times)];
}

/** The first amount in the words that the effects do not have, and the first of the effects that the words lack. */
function* differences(clause: Clause, stated: readonly StatedAmount[], isEnglish: boolean): Generator<Found> {
  const effects = amountsOf(effectsOf(clause));
  const shares = (clause.jointLiability ?? []).map(({ min }) => thousandths(min));
  for (const type of TYPES) {
    const ofType = effects.filter((effect) => effect.type === type);
    const ours = ofType.filter(isStated);
    if (ours.length < ofType.length) continue;
    const said = stated.filter((amount) => amount.type === type);
    const known = [
      ...ours.flatMap((effect) => amounts(effect, clause)),
      ...(type === 'points' ? shares : []),
    ];
    const list = [...new Set(known)].map(shown).join(', ') || '—';
    const wrong = said.find(({ amount, dir }) => dir !== undefined && !known.includes(amount));
    // an amount without a verb may be what the whole item is worth
    const charges = said.some(({ dir }) => isEnglish || dir !== undefined);
    const lacking = ours
      .flatMap((effect) => Object.values(boundsOf(effect)))
      .find((amount) => charges && !said.some((one) => one.amount === amount));
    const against =
      clause.direction === undefined &&
      said.some(({ amount, dir }) => {
        const same = ours.filter((effect) => amounts(effect, clause).includes(amount));
        return (
          dir !== undefined &&
          same.length > 0 &&
          same.every((effect) => effect.dir !== dir && effect.dir !== 'set')
        );
      });
    if (wrong !== undefined)
      yield { clause: clause.id, params: { stated: shown(wrong.amount), type, effect: list } };
    else if (lacking !== undefined)
      yield {
        clause: clause.id,
        params: {
          stated: [...new Set(said.map(({ amount }) => shown(amount)))].join(', '),
          type,
          effect: shown(lacking),
        },
      };
    else if (against) yield { clause: clause.id, params: { stated: '±', type, effect: list } };
  }
}

/** Words and effects of a clause that name different amounts: people read one number and are charged another. */
export const statementDiffers: LintCheck = {
  check: 'STATEMENT_DIFFERS',
  severity: 'error',
  *look({ states }) {
    for (const { clause } of states) {
      const inChinese = [...differences(clause, amountsInChinese(clause.statement.zh), false)];
      yield* inChinese.length > 0
        ? inChinese
        : differences(clause, amountsInEnglish(clause.statement.en), true);
    }
  },
};
