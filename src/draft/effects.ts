import { toScaled } from '../facts/decimal';
import type { Effect } from '../rulebook/effects';
import type { Amount, DraftClause } from './types';

const DISCIPLINE =
  /通报批评|严重警告|书面警告|口头警告|警告|记大过|记小过|记过|降级|降职|降薪|撤职|待岗|停职|停岗|留用察看|辞退|开除|除名|解除劳动(?:合同|关系)|解聘|劝退|书面检讨|检讨/g;
const LIABILITY = /赔偿|责任|司法/;

/** What a draft clause brings; amounts that are missing or unsure stay unset. */
export function effectsOf(clause: DraftClause): Effect[] {
  const dir = clause.direction === 'bonus' ? 'add' : 'deduct';
  const effects: Effect[] = [];
  const unsure = clause.lost_hyphen !== undefined;
  const open = clause.questions.some((question) =>
    ['AMOUNT_MISSING', 'AMOUNT_OPEN', 'PLACEHOLDER', 'RANGE_REVERSED'].includes(question.code),
  );
  if (clause.points !== null)
    effects.push({ type: 'points', dir, ...amountOf(clause.points, clause.minimum === true, unsure) });
  if (clause.money !== null)
    effects.push({ type: 'fine_yuan', dir, ...amountOf(clause.money, clause.minimum === true, unsure) });
  const ofPerformance = clause.percent_of?.includes('绩效') === true;
  if (clause.percent_of !== undefined && ofPerformance) {
    effects.push({ type: 'performance_pct', dir, ...amountOf(clause.percent, false, unsure) });
  } else if (clause.percent_of !== undefined) {
    const percent = clause.percent === null ? '' : `${[clause.percent].flat().join('-')}%`;
    effects.push({
      type: 'obligation',
      text: `${dir === 'add' ? '发放' : '扣除'}${clause.percent_of}${percent}`,
    });
  } else if (effects.length === 0 && open) {
    effects.push({ type: 'points', dir, kind: 'unset', value: null });
  }
  const sanctions = clause.consequence ?? '';
  const options = [...new Set([...sanctions.matchAll(DISCIPLINE)].map((match) => match[0]))];
  if (options.length > 0)
    effects.push({ type: 'discipline', choice: options.length > 1 ? 'one_or_more' : 'fixed', options });
  for (const part of sanctions.split(';')) {
    if (part === '' || [...part.matchAll(DISCIPLINE)].length > 0) continue;
    effects.push({ type: LIABILITY.test(part) ? 'liability' : 'obligation', text: part });
  }
  return effects;
}

type Stated =
  | { kind: 'exact'; value: string }
  | { kind: 'min'; min: string }
  | { kind: 'range'; min: string; max: string }
  | { kind: 'unset'; value: null };

const UNSET: Stated = { kind: 'unset', value: null };

function amountOf(amount: Amount | null, minimum: boolean, unsure: boolean): Stated {
  if (amount === null || unsure) return UNSET;
  if (typeof amount === 'number') {
    const value = amountText(amount);
    if (value === null) return UNSET;
    return minimum ? { kind: 'min', min: value } : { kind: 'exact', value };
  }
  const [low, high] = amount.map(amountText);
  if (amount.length !== 2 || !low || !high || Number(low) >= Number(high)) return UNSET;
  return { kind: 'range', min: low, max: high };
}

/** An amount as rulebooks write it; null where there is none or it has too many places. */
export function amountText(amount: number | null): string | null {
  if (amount === null) return null;
  const text = String(amount);
  const scaled = toScaled(text, 1000);
  return scaled === undefined || scaled < 0 ? null : text;
}
