import type { Clause } from '../../rulebook/clause';
import { isAmount } from '../../rulebook/effects';
import { amountsInChinese } from '../../rulebook/lint/statedAmounts';
import { question } from '../question';
import type { Question } from '../types';
import { numbersOf } from './toDraft';

const THOUSAND = 1000;

/** Amounts that the statement charges and no line does: somebody changed one of the two. */
export function statementQuestions(clause: Clause): Question[] {
  const effects = [...clause.effects, ...(clause.escalation?.effects ?? [])].filter(isAmount);
  const shares = (clause.jointLiability ?? []).map(({ min }) => Number(min));
  const factor = Number(clause.multiplier?.factor ?? 1);
  const asked: Question[] = [];
  for (const type of ['points', 'fine_yuan', 'performance_pct'] as const) {
    const own = effects.filter((effect) => effect.type === type);
    if (own.some(({ kind }) => kind === 'unset')) continue;
    const once = own.flatMap(numbersOf);
    const known = [...once, ...once.map((amount) => amount * factor), ...(type === 'points' ? shares : [])];
    const said = amountsInChinese(clause.statement.zh).filter((amount) => amount.type === type);
    const wrong = said.find(({ amount, dir }) => dir !== undefined && !known.includes(amount / THOUSAND));
    if (wrong === undefined) continue;
    const effect = [...new Set(once)].join('、');
    asked.push(
      question('STATEMENT_DIFFERS', {
        stated: wrong.amount / THOUSAND,
        effect: effect === '' ? '—' : effect,
      }),
    );
  }
  return asked;
}
