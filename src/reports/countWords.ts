import { formatDecimal } from '../facts/decimal';
import { t } from '../i18n';
import type { Count, CountMode, CountOf } from '../rulebook/counting';
import { flagWords, unitWords, type WordContext } from './effectWords';

type Words<M extends CountMode> = (count: CountOf<M>, context: WordContext) => readonly string[];

/** How a clause counts, where that is more than once for each record. */
export function countPhrases(count: Count, context: WordContext): readonly string[] {
  const words = WORDS[count.mode] as (count: Count, context: WordContext) => readonly string[];
  return words(count, context);
}

const WORDS: { readonly [M in CountMode]: Words<M> } = {
  occurrence: () => [],
  measure_threshold: ({ value, measureUnit, inclusive, upTo }, { ruleset, language }) => {
    const unit = unitWords(measureUnit, language);
    const from = ruleset.resolve(inclusive) ? 'count.reached' : 'count.exceeded';
    if (upTo === undefined) return [t(language, from, { value, unit })];
    const to = ruleset.resolve(upTo.inclusive) ? 'count.within' : 'count.below';
    return [t(language, from, { value, unit }), t(language, to, { value: upTo.value, unit })];
  },
  excess_per_day: ({ allowance, unit }, { language }) => [
    t(language, 'count.allowance', { value: allowance, unit: unitWords(unit, language) }),
  ],
  abs_diff_per_day: ({ difference, unit }, { ruleset, language }) => [
    t(language, ruleset.resolve(difference) === 'absolute' ? 'count.difference' : 'count.overReport', {
      unit: unitWords(unit, language),
    }),
  ],
  quota_shortfall: ({ target, measureUnit, charge }, { ruleset, language }) => [
    t(language, ruleset.resolve(charge) === 'once' ? 'count.quotaOnce' : 'count.quotaEach', {
      value: target,
      unit: unitWords(measureUnit, language),
    }),
  ],
  rate_below: ({ limit, cause }, { ruleset, language }) => [
    t(language, ruleset.resolve(cause) === 'automatic' ? 'count.rate' : 'count.rateConfirmed', {
      value: limit,
    }),
  ],
  rank_last: ({ tied }, { ruleset, language }) => [
    t(language, ruleset.resolve(tied) === 'all' ? 'count.rankAll' : 'count.rankNone'),
  ],
  deadline_clock: ({ time, inclusive }, { ruleset, language }) => [
    t(language, ruleset.resolve(inclusive) ? 'count.clockIncluded' : 'count.clockExcluded', { time }),
  ],
  deadline_dom: ({ day, shift, lateDays }, { ruleset, language }) => [
    t(language, 'count.dayOfMonth', { day }),
    t(language, `count.shift.${ruleset.resolve(shift)}`),
    t(language, `count.lateDays.${ruleset.resolve(lateDays)}`),
  ],
  deadline_workdays: ({ workdays, trigger, lateDays, charge }, context) => [
    trigger.event === 'acceptance'
      ? t(context.language, 'count.acceptance')
      : attritionWords(trigger, context),
    t(context.language, 'count.workdays', { days: workdays }),
    ...(charge === 'per-day'
      ? [t(context.language, `count.lateDays.${context.ruleset.resolve(lateDays)}`)]
      : []),
  ],
  per_hour: ({ rounding }, { ruleset, language }) => [
    t(language, ruleset.resolve(rounding) === 'floor' ? 'count.hours' : 'count.hoursShare'),
  ],
  state: ({ count }, { ruleset, language }) => [
    t(language, ruleset.resolve(count) === 'once' ? 'count.state' : 'count.stateEach'),
  ],
  count_threshold: ({ threshold }, context) => [
    t(context.language, 'count.threshold', { value: paramWords(threshold, context) }),
  ],
  treat_as: ({ as, target }, { ruleset, language }) => {
    const clause = ruleset.resolve(target);
    return [t(language, 'count.treatAs', { as, target: clause ?? t(language, 'count.recordOnly') })];
  },
  flag_on_any_record: ({ flag }, { language }) => [
    t(language, 'count.anyRecord', { flag: flagWords(flag, language) }),
  ],
  bonus_category: (_count, { language }) => [t(language, 'count.cleanCategory')],
  bonus_clean_month: (_count, { language }) => [t(language, 'count.cleanMonth')],
  total_reached: ({ points }, { language }) => [t(language, 'count.total', { value: points })],
  tier: ({ tier }, { ruleset, language }) => [
    t(language, 'count.tier', { tier: ruleset.rulebook.tiers?.[tier].title[language] ?? tier }),
  ],
  process: (_count, { language }) => [t(language, 'count.process')],
};

type AttritionTrigger = Extract<CountOf<'deadline_workdays'>['trigger'], { event: 'attrition' }>;

function attritionWords({ quota, excess, inclusive }: AttritionTrigger, context: WordContext): string {
  const { ruleset, language } = context;
  return t(language, ruleset.resolve(inclusive) ? 'count.attrition' : 'count.attritionOver', {
    quota: paramWords(quota, context),
    excess,
  });
}

/** The value of a parameter on the day, or that it is not set. */
export function paramWords(id: string, { ruleset, day, language }: WordContext): string {
  const value = ruleset.param(id, day);
  return value === undefined ? t(language, 'param.unset') : formatDecimal(value);
}
