import type { AmountType } from '../effects';
import { THOUSAND } from './amounts';

/** An amount that a statement names, in thousandths. */
export interface StatedAmount {
  readonly type: AmountType;
  readonly amount: number;
  /** By the verb before it; absent = mentioned without one. */
  readonly dir?: 'deduct' | 'add';
}

const DIGITS: Readonly<Record<string, number>> = {
  半: 0.5,
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const NUMBER = String.raw`\d+(?:\.\d+)?|[半一两二三四五六七八九十]`;
const ZH = new RegExp(
  String.raw`(${NUMBER})\s*(?:[%元分]?\s*[-~至到]\s*(${NUMBER}))?\s*(%|元|分(?![钟之局别公部单类秒]))`,
  'gu',
);
const EN =
  /(\d+(?:\.\d+)?)(?:\s*%?\s*(?:to|and|-|–)\s*(\d+(?:\.\d+)?))?\s*(%|points?\b|yuan\b)|(?:CNY|RMB)\s*(\d+(?:\.\d+)?)/gi;
const VERBS = /[扣减罚]|加(?![班强入重盟急倍])|奖(?![金惩罚])/g;
/** The number after these bounds something; it is not charged. */
const BOUND_BEFORE = /(达到?|满|超过?|低于|不足|代替|剩|基准|起算|总分)[^\d扣减罚加奖]*$/;
const ENGLISH_BOUND_BEFORE = /(reach(es|ed)?|more than|over|below|exceed(s|ed)?|total of)\s*$/i;

const typeOf = (unit: string): AmountType =>
  unit === '%' ? 'performance_pct' : unit === '元' || /yuan/i.test(unit) ? 'fine_yuan' : 'points';

function scaled(text: string): number {
  return Math.round((DIGITS[text] ?? Number(text)) * THOUSAND);
}

/** Amounts in a Chinese statement; those of a range are two. */
export function amountsInChinese(statement: string): StatedAmount[] {
  return statement
    .normalize('NFKC')
    .split(/[,;。、()()]/)
    .flatMap((part) =>
      [...part.matchAll(ZH)].flatMap((match) => {
        const before = part.slice(0, match.index);
        if (BOUND_BEFORE.test(before)) return [];
        const written = [match[1], match[2]].filter((text) => text !== undefined);
        const dir = direction(before);
        const type = typeOf(match[3]!);
        return written.map((text) => ({ type, amount: scaled(text), ...(dir === undefined ? {} : { dir }) }));
      }),
    );
}

/** By the last verb before the amount. */
function direction(before: string): 'deduct' | 'add' | undefined {
  const verb = before.match(VERBS)?.at(-1);
  if (verb === undefined) return undefined;
  return verb === '加' || verb === '奖' ? 'add' : 'deduct';
}

/** Amounts in an English statement, without their direction. */
export function amountsInEnglish(statement: string): StatedAmount[] {
  return [...statement.matchAll(EN)].flatMap((match) => {
    if (ENGLISH_BOUND_BEFORE.test(statement.slice(0, match.index))) return [];
    const type = match[4] === undefined ? typeOf(match[3]!) : 'fine_yuan';
    const written = [match[1], match[2], match[4]].filter((text) => text !== undefined);
    return written.map((text) => ({ type, amount: scaled(text) }));
  });
}
