import type { CountOf } from '../counting';
import type { Resolved } from '../primitives';
import type { PrintContext } from './context';
import type { CountReader } from './countWords';
import { sayParam, readParam } from './paramWords';
import { choice, phrase } from './phrase';

type DayOfMonth = CountOf<'deadline_dom'>;
type Workdays = CountOf<'deadline_workdays'>;

const SHIFTS = choice<Resolved<DayOfMonth['shift']>>({
  none: '遇节假日不顺延',
  holidays: '遇法定节假日顺延',
  'holidays-and-weekends': '遇节假日和周末顺延',
});
const LATE_DAYS = choice<Resolved<DayOfMonth['lateDays']>>({
  calendar: '迟期按日历天',
  working: '迟期按工作日',
});
const LATE_MONTHS = choice<Resolved<DayOfMonth['lateMonth']>>({
  split: '跨月的分月计',
  'due-month': '跨月的计入到期月',
});
const CHARGES = choice<Workdays['charge']>({ 'per-day': '逾期按天计', once: '逾期计一次' });

const OF_MONTH = phrase('每月{day:n}日以前，{shift:part}，{lateDays:part}，{lateMonth:part}');
const ACCEPTED = phrase(
  '自验收次日起{workdays:n}个工作日内，{charge:part}，{lateDays:part}，{lateMonth:part}',
);
const ATTRITION = {
  over: phrase(
    '人员流失超过{quota}多于{excess:n}人的，自次日起{workdays:n}个工作日内，{charge:part}，{lateDays:part}，{lateMonth:part}',
  ),
  from: phrase(
    '人员流失超过{quota}达{excess:n}人的，自次日起{workdays:n}个工作日内，{charge:part}，{lateDays:part}，{lateMonth:part}',
  ),
};

export function sayDayOfMonth(count: DayOfMonth, { resolve }: PrintContext): string {
  return OF_MONTH.say({
    day: String(count.day),
    shift: SHIFTS.say(resolve(count.shift)),
    lateDays: LATE_DAYS.say(resolve(count.lateDays)),
    lateMonth: LATE_MONTHS.say(resolve(count.lateMonth)),
  });
}

export function sayWorkdays({ workdays, trigger, charge, ...late }: Workdays, context: PrintContext): string {
  const words = {
    workdays: String(workdays),
    charge: CHARGES.say(charge),
    lateDays: LATE_DAYS.say(context.resolve(late.lateDays)),
    lateMonth: LATE_MONTHS.say(context.resolve(late.lateMonth)),
  };
  if (trigger.event === 'acceptance') return ACCEPTED.say(words);
  const said = context.resolve(trigger.inclusive) ? ATTRITION.from : ATTRITION.over;
  return said.say({ ...words, quota: sayParam(trigger.quota, context), excess: trigger.excess });
}

interface LateWords {
  readonly lateDays: string;
  readonly lateMonth: string;
}

function readLate({
  lateDays,
  lateMonth,
}: LateWords): Pick<DayOfMonth, 'lateDays' | 'lateMonth'> | undefined {
  const days = LATE_DAYS.read(lateDays);
  const month = LATE_MONTHS.read(lateMonth);
  return days === undefined || month === undefined ? undefined : { lateDays: days, lateMonth: month };
}

export const readDeadline: CountReader = (text, unit) => {
  const dated = OF_MONTH.read(text);
  if (dated !== undefined) {
    const shift = SHIFTS.read(dated.shift);
    const late = readLate(dated);
    return shift === undefined || late === undefined
      ? undefined
      : { count: { mode: 'deadline_dom', unit, day: Number(dated.day), shift, ...late } };
  }
  const accepted = ACCEPTED.read(text);
  const over = ATTRITION.over.read(text);
  const attrition = over ?? ATTRITION.from.read(text);
  const found = accepted ?? attrition;
  if (found === undefined) return undefined;
  const charge = CHARGES.read(found.charge);
  const late = readLate(found);
  if (charge === undefined || late === undefined) return undefined;
  const common = {
    mode: 'deadline_workdays',
    unit,
    workdays: Number(found.workdays),
    ...late,
    charge,
  } as const;
  if (attrition === undefined) return { count: { ...common, trigger: { event: 'acceptance' } } };
  const quota = readParam(attrition.quota);
  if (quota === undefined) return undefined;
  const { excess } = attrition;
  const trigger = { event: 'attrition', quota: quota.id, excess, inclusive: over === undefined } as const;
  return { count: { ...common, trigger }, params: [quota] };
};
