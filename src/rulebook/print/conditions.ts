import type { When } from '../effects';
import type { Flag } from '../primitives';
import { choice } from './phrase';

/** What a person flags on a record, in the words of the printed regulation. */
export const FLAG_WORDS = choice<Flag>({
  aggravated: '情节加重',
  downstream: '影响后序业务',
  dispute: '引起客户争议',
  serious: '情节严重',
  loss: '造成损失',
  bad_influence: '造成不良影响',
  bad_consequence: '造成不良后果',
  valid_complaint: '引起有效投诉',
  excused: '有正当理由',
  exempt: '特殊情况',
  discretionary: '酌情',
  cause_confirmed: '原因已确认',
});

export const KIND_WORDS = choice<NonNullable<When['kind']>>({ 抱怨: '客户抱怨', 投诉: '客户投诉' });
export const LEVEL_WORDS = choice<NonNullable<When['level']>>({ '1': '一级', '2': '二级', '3': '三级' });
export const TIER_WORDS = choice<NonNullable<When['tier']>>({ high: '等级为高分', low: '等级为低分' });

/** `客户投诉一级且情节严重`. */
export function sayWhen({ kind, level, flag, flag_not: flagNot, tier }: When): string {
  const issue = `${kind === undefined ? '' : KIND_WORDS.say(kind)}${level === undefined ? '' : LEVEL_WORDS.say(level)}`;
  return [
    issue,
    flag === undefined ? '' : FLAG_WORDS.say(flag),
    flagNot === undefined ? '' : `没有${FLAG_WORDS.say(flagNot)}`,
    tier === undefined ? '' : TIER_WORDS.say(tier),
  ]
    .filter((part) => part !== '')
    .join('且');
}

/** The condition that words state; undefined where a part is none of those known. */
export function readWhen(words: string): When | undefined {
  const when: { -readonly [K in keyof When]: When[K] } = {};
  for (const part of words
    .replace(/\s/g, '')
    .replace(/^属于?/, '')
    .split('且')) {
    const level = LEVEL_WORDS.read(part.slice(-2));
    const issue = KIND_WORDS.read(level === undefined ? part : part.slice(0, -2));
    const flag = FLAG_WORDS.read(part);
    const flagNot = part.startsWith('没有') ? FLAG_WORDS.read(part.slice(2)) : undefined;
    const tier = TIER_WORDS.read(part);
    if (issue !== undefined) when.kind = issue;
    else if (flag !== undefined) when.flag = flag;
    else if (flagNot !== undefined) when.flag_not = flagNot;
    else if (tier !== undefined) when.tier = tier;
    else if (level === undefined || part.length > 2) return undefined;
    if (level !== undefined) when.level = level;
  }
  return when;
}
