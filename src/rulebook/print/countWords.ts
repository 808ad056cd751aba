import type { Count, CountMode, CountOf } from '../counting';
import { FLAG_WORDS, TIER_WORDS } from './conditions';
import type { PrintContext } from './context';
import { readDeadline, sayDayOfMonth, sayWorkdays } from './deadlineWords';
import { readParam, sayParam, type NamedParam } from './paramWords';
import { choice, phrase } from './phrase';
import type { Resolved } from '../primitives';

/** A way of counting read from words, and the parameters that the words name. */
export interface ReadCount {
  readonly count: Count;
  readonly params?: readonly NamedParam[];
}
export type CountReader = (text: string, unit: string) => ReadCount | undefined;

const REACHED = phrase('满{value:n}{measureUnit}即计');
const EXCEEDED = phrase('超过{value:n}{measureUnit}才计');
const BAND_END = {
  true: phrase('{bound}，至{top:n}（含）为止'),
  false: phrase('{bound}，至{top:n}（不含）为止'),
};
const ALLOWED = phrase('每天允许{allowance:n}，超出的才计');
const DIFFERENCE = choice<Resolved<CountOf<'abs_diff_per_day'>['difference']>>({
  absolute: '以上报与实际之差计，多报少报都计',
  'over-report': '以上报与实际之差计，只计多报',
});
const QUOTA_ONCE = phrase('当月不足{target:n}{measureUnit}的，计一次');
const QUOTA_EACH = phrase('当月不足{target:n}{measureUnit}的，少几个计几次');
const RATE = phrase('低于{limit:n}%才计');
const RATE_CONFIRMED = phrase('低于{limit:n}%且原因经确认才计');
const LAST = choice<Resolved<CountOf<'rank_last'>['tied']>>({
  all: '排名最后的计，并列的都计',
  none: '排名最后的计，并列的都不计',
});
const ON_TIME = phrase('当日{time:time}以前，整点不算迟');
const STROKE_LATE = phrase('当日{time:time}以前，整点算迟');
const HOURS = choice<Resolved<CountOf<'per_hour'>['rounding']>>({
  floor: '不满1工时的零头不计',
  proportional: '不满1工时的按比例计',
});
const STATES = choice<Resolved<CountOf<'state'>['count']>>({
  once: '每期只计一次',
  'per-event': '有几次计几次',
});
const CONFLICTS = choice({ reject: '退回核对', allow: '都计' });
const STATE_CONFLICT = phrase('{count:part}，同期又有{clause:id}的{on:part}');
const TIMES = phrase('当期累计达到{threshold}的，计一次');
const TREATED = phrase('视同「{as}」，按{target:id}计');
const TREATED_ONLY = phrase('视同「{as}」，只登记');
const FLAGGED = phrase('任何一条的记录有「{flag}」情形时计');
const SCOPES = choice<Resolved<CountOf<'bonus_category'>['scope']>>({
  category: '本类当月没有扣分时计',
  'since-previous-bonus': '从上一条奖励之后算起，当月没有扣分时计',
  cumulative: '本条之前的各类当月都没有扣分时计',
  'previous-month': '本类上月没有扣分时计',
});
const CLEAN = choice<Resolved<CountOf<'bonus_clean_month'>['lostBy']>>({
  violation: '当月没有任何违反时计',
  deduction: '当月没有任何扣减时计',
});
const TOTAL = phrase('当月扣分合计满{points:n}分时计');
const PROCESS = phrase('流程要求，不计分');
const FOLLOWS = phrase('流程要求，不计分，接在{follows:id}之后');

const SAY: { readonly [M in CountMode]: (count: CountOf<M>, context: PrintContext) => string } = {
  occurrence: () => '',
  measure_threshold: ({ value, measureUnit, inclusive, upTo }, { resolve }) => {
    const bound = (resolve(inclusive) ? REACHED : EXCEEDED).say({ value, measureUnit });
    if (upTo === undefined) return bound;
    return BAND_END[resolve(upTo.inclusive) ? 'true' : 'false'].say({ bound, top: upTo.value });
  },
  excess_per_day: ({ allowance }) => ALLOWED.say({ allowance }),
  abs_diff_per_day: ({ difference }, { resolve }) => DIFFERENCE.say(resolve(difference)),
  quota_shortfall: ({ target, measureUnit, charge }, { resolve }) =>
    (resolve(charge) === 'once' ? QUOTA_ONCE : QUOTA_EACH).say({ target, measureUnit }),
  rate_below: ({ limit, cause }, { resolve }) =>
    (resolve(cause) === 'automatic' ? RATE : RATE_CONFIRMED).say({ limit }),
  rank_last: ({ tied }, { resolve }) => LAST.say(resolve(tied)),
  deadline_clock: ({ time, inclusive }, { resolve }) =>
    (resolve(inclusive) ? ON_TIME : STROKE_LATE).say({ time }),
  deadline_dom: sayDayOfMonth,
  deadline_workdays: sayWorkdays,
  per_hour: ({ rounding }, { resolve }) => HOURS.say(resolve(rounding)),
  state: ({ count, conflict }, { resolve }) => {
    const said = STATES.say(resolve(count));
    return conflict === undefined
      ? said
      : STATE_CONFLICT.say({ count: said, clause: conflict.clause, on: CONFLICTS.say(resolve(conflict.on)) });
  },
  count_threshold: ({ threshold }, context) => TIMES.say({ threshold: sayParam(threshold, context) }),
  treat_as: ({ as, target }, { resolve }) => {
    const clause = resolve(target);
    return clause === null ? TREATED_ONLY.say({ as }) : TREATED.say({ as, target: clause });
  },
  flag_on_any_record: ({ flag }) => FLAGGED.say({ flag: FLAG_WORDS.say(flag) }),
  bonus_category: ({ scope }, { resolve }) => SCOPES.say(resolve(scope)),
  bonus_clean_month: ({ lostBy }, { resolve }) => CLEAN.say(resolve(lostBy)),
  total_reached: ({ points }) => TOTAL.say({ points }),
  tier: ({ tier }) => `${TIER_WORDS.say(tier)}时`,
  process: ({ follows }) => (follows === undefined ? PROCESS.say({}) : FOLLOWS.say({ follows })),
};

/** How a clause counts, in words; empty where each occurrence counts once. */
export function sayCount<M extends CountMode>(count: CountOf<M>, context: PrintContext): string {
  const say = SAY[count.mode] as (count: CountOf<M>, context: PrintContext) => string;
  return say(count, context);
}

/** The names that measured units have in rulebooks; what is measured is not printed. */
const MEASURES: ReadonlyMap<string, string> = new Map([
  ['分钟', 'minutes'],
  ['小时', 'hours'],
  ['天', 'days'],
]);
const measureOf = (unit: string): string => MEASURES.get(unit) ?? unit;

/** Reads what `sayCount` says. */
export const readCount: CountReader = (text, unit) => {
  for (const read of READERS) {
    const found = read(text, unit);
    if (found !== undefined) return found;
  }
  return undefined;
};

const plain =
  (read: (text: string, unit: string) => Count | undefined): CountReader =>
  (text, unit) => {
    const count = read(text, unit);
    return count === undefined ? undefined : { count };
  };

const READERS: readonly CountReader[] = [
  plain((text, unit) => {
    const within = BAND_END.true.read(text);
    const end = within ?? BAND_END.false.read(text);
    const reached = REACHED.read(end?.bound ?? text);
    const found = reached ?? EXCEEDED.read(end?.bound ?? text);
    if (found === undefined) return undefined;
    const { value, measureUnit } = found;
    const measure = measureOf(measureUnit);
    const upTo = end === undefined ? {} : { upTo: { value: end.top, inclusive: within !== undefined } };
    const inclusive = reached !== undefined;
    return { mode: 'measure_threshold', unit, measure, measureUnit, value, inclusive, ...upTo };
  }),
  plain((text, unit) => {
    const found = ALLOWED.read(text);
    return found && { mode: 'excess_per_day', unit, measure: measureOf(unit), ...found };
  }),
  plain((text, unit) => {
    const difference = DIFFERENCE.read(text);
    return difference && { mode: 'abs_diff_per_day', unit, difference };
  }),
  plain((text, unit) => {
    const once = QUOTA_ONCE.read(text);
    const found = once ?? QUOTA_EACH.read(text);
    if (found === undefined) return undefined;
    const measure = measureOf(found.measureUnit);
    return {
      mode: 'quota_shortfall',
      unit,
      measure,
      ...found,
      charge: once === undefined ? 'per-unit' : 'once',
    };
  }),
  plain((text, unit) => {
    const confirmed = RATE_CONFIRMED.read(text);
    const found = confirmed ?? RATE.read(text);
    if (found === undefined) return undefined;
    return {
      mode: 'rate_below',
      unit,
      measure: 'rate',
      ...found,
      cause: confirmed ? 'confirmed' : 'automatic',
    };
  }),
  plain((text, unit) => {
    const tied = LAST.read(text);
    return tied && { mode: 'rank_last', unit, tied };
  }),
  plain((text, unit) => {
    const onTime = ON_TIME.read(text);
    const found = onTime ?? STROKE_LATE.read(text);
    return found && { mode: 'deadline_clock', unit, time: found.time, inclusive: onTime !== undefined };
  }),
  readDeadline,
  plain((text, unit) => {
    const rounding = HOURS.read(text);
    return rounding && { mode: 'per_hour', unit, measure: measureOf(unit), rounding };
  }),
  plain((text, unit) => {
    const count = STATES.read(text);
    if (count !== undefined) return { mode: 'state', unit, count };
    const found = STATE_CONFLICT.read(text);
    const counted = STATES.read(found?.count ?? '');
    const on = CONFLICTS.read(found?.on ?? '');
    if (found === undefined || counted === undefined || on === undefined) return undefined;
    return { mode: 'state', unit, count: counted, conflict: { clause: found.clause, on } };
  }),
  (text, unit) => {
    const threshold = readParam(TIMES.read(text)?.threshold ?? '');
    if (threshold === undefined) return undefined;
    return {
      count: { mode: 'count_threshold', unit, measure: threshold.id, threshold: threshold.id },
      params: [threshold],
    };
  },
  plain((text, unit) => {
    const found = TREATED.read(text);
    if (found !== undefined) return { mode: 'treat_as', unit, ...found };
    const only = TREATED_ONLY.read(text);
    return only && { mode: 'treat_as', unit, as: only.as, target: null };
  }),
  plain((text, unit) => {
    const flag = FLAG_WORDS.read(FLAGGED.read(text)?.flag ?? '');
    return flag && { mode: 'flag_on_any_record', unit, flag };
  }),
  plain((text, unit) => {
    const scope = SCOPES.read(text);
    return scope && { mode: 'bonus_category', unit, scope };
  }),
  plain((text, unit) => {
    const lostBy = CLEAN.read(text);
    return lostBy && { mode: 'bonus_clean_month', unit, lostBy };
  }),
  plain((text, unit) => {
    const found = TOTAL.read(text);
    return found && { mode: 'total_reached', unit, points: found.points };
  }),
  plain((text, unit) => {
    const tier = text.trim().endsWith('时') ? TIER_WORDS.read(text.trim().slice(0, -1)) : undefined;
    return tier && { mode: 'tier', unit, tier };
  }),
  plain((text, unit) => {
    if (PROCESS.read(text) !== undefined) return { mode: 'process', unit };
    const found = FOLLOWS.read(text);
    return found && { mode: 'process', unit, follows: found.follows };
  }),
];
