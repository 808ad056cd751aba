import type { AmountEffect, AmountType, DisciplineEffect, Effect } from '../effects';
import { choice } from './phrase';
import { sayWhen } from './conditions';
import { listed, readListed } from './lists';
import type { Label } from './labels';

/** Verb and measure of an amount: `扣…分`, `罚款…元`. */
const AMOUNTS: Readonly<
  Record<string, { readonly verb: string; readonly measure: string; readonly open: string }>
> = {
  'points.deduct': { verb: '扣', measure: '分', open: '扣分，分值待定' },
  'points.add': { verb: '加', measure: '分', open: '加分，分值待定' },
  'fine_yuan.deduct': { verb: '罚款', measure: '元', open: '罚款，数额待定' },
  'fine_yuan.add': { verb: '奖励', measure: '元', open: '奖励，数额待定' },
  'performance_pct.deduct': { verb: '扣当月绩效', measure: '%', open: '扣当月绩效，比例待定' },
  'performance_pct.add': { verb: '加当月绩效', measure: '%', open: '加当月绩效，比例待定' },
  'performance_pct.set': { verb: '当月绩效按', measure: '%发放', open: '当月绩效按比例发放，比例待定' },
};

/** Amounts without a number, by their words. */
export const OPEN_AMOUNTS = choice(
  Object.fromEntries(Object.entries(AMOUNTS).map(([key, { open }]) => [key, open])),
);

/**
 * An amount of the data: `每次扣2分`, `客户抱怨的，每次至少扣10分`.
 * @param unit what is counted; undefined for amounts that come once
 * @param set the value given for an amount that the rulebook leaves open
 */
export function sayAmount(effect: AmountEffect, unit: string | undefined, set?: string): string {
  const { verb, measure, open } = AMOUNTS[`${effect.type}.${effect.dir}`] ?? {
    verb: '',
    measure: '',
    open: '',
  };
  const each = unit === undefined || effect.dir === 'set' ? '' : `每${unit}`;
  const amount = {
    exact: () => `${verb}${effect.kind === 'exact' ? effect.value : ''}${measure}`,
    min: () => `至少${verb}${effect.kind === 'min' ? effect.min : ''}${measure}`,
    range: () =>
      effect.kind === 'range' ? `${verb}${effect.min}${rangeSign(effect.type)}${effect.max}${measure}` : '',
    unset: () => (set === undefined ? open : `${verb}${set}${measure}`),
  }[effect.kind]();
  return `${conditionOf(effect)}${each}${amount}`;
}

const rangeSign = (type: AmountType): string => (type === 'performance_pct' ? '%至' : '至');

const conditionOf = (effect: Effect): string =>
  effect.when === undefined ? '' : `${sayWhen(effect.when)}的，`;

type Consequence = Exclude<Effect, AmountEffect>;

/** How a choice among sanctions is said; `*` stands for the sanctions. */
const CHOICES: Readonly<Record<DisciplineEffect['choice'], readonly [string, string]>> = {
  fixed: ['', ''],
  up_to: ['直至', ''],
  one_of: ['', '，选一种'],
  one_or_more: ['', '，可选几种'],
  discretionary: ['可视情给予', ''],
};

/** An effect without an amount, and the label its line has. */
export function sayConsequence(effect: Consequence): { label: Label; words: string } {
  const condition = conditionOf(effect);
  if (effect.type === 'discipline') {
    const [before, after] = CHOICES[effect.choice];
    const open = effect.open_list === true ? '等' : '';
    return { label: 'sanction', words: `${condition}${before}${listed(effect.options)}${open}${after}` };
  }
  const bearer =
    effect.type === 'liability' && effect.bearer !== undefined ? `（${BEARERS.say(effect.bearer)}）` : '';
  return { label: effect.type, words: `${condition}${effect.text}${bearer}` };
}

export const BEARERS = choice({ vendor: '由供应商承担', person: '由个人承担' });

/** The sanctions that the words of a line give, its condition taken off. */
export function readDiscipline(words: string): DisciplineEffect | undefined {
  const text = words.trim();
  const entries = Object.entries(CHOICES) as [DisciplineEffect['choice'], readonly [string, string]][];
  const plain = (sign: string): RegExp => new RegExp(sign.replace('，', '[,，]'));
  const [kind, [before, after]] = entries.find(
    ([, [start, end]]) =>
      `${start}${end}` !== '' &&
      (start === '' || text.startsWith(start)) &&
      (end === '' || new RegExp(`${plain(end).source}$`).test(text)),
  ) ?? ['fixed', ['', '']];
  let names = text.slice(before.length, text.length - after.length).trim();
  const isOpen = names.endsWith('等');
  if (isOpen) names = names.slice(0, -1);
  const options = readListed(names);
  if (options.length === 0) return undefined;
  return { type: 'discipline', choice: kind, options, ...(isOpen ? { open_list: true } : {}) };
}
