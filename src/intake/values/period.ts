import { calendarDate, dayOf, firstDay, lastDay, type Day } from '../../facts/date';
import { cleanText, memoText } from './text';

/** A span of days, both inclusive. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const RANGE =
  /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*(?:至|到|~|-{1,2}|—{1,2}|–)\s*(?:(\d{4})\s*[-/.年]\s*)?(?:(\d{1,2})\s*[-/.月]\s*)?(\d{1,2})\s*日?/;
const COMPACT_RANGE = /(?<!\d)(\d{4})(\d{2})(\d{2})\s*(?:至|到|~|-|—|–|_)\s*(\d{4})(\d{2})(\d{2})(?!\d)/;
const FULL_DATE = /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;
const MONTH = /(?<!\d)(\d{4})\s*[-/.年_]\s*(\d{1,2})(?!\d)/;
const COMPACT_MONTH = /(?<!\d)(20\d{2})(0[1-9]|1[0-2])(?!\d)/;
const SHORT_YEAR = /(?<!\d)(\d{2})年(\d{1,2})月/;
const YEAR = /(?<!\d)(20\d{2})\s*年/;
const BARE_MONTH = /(?<![\d年.])(1[0-2]|0?[1-9])\s*月(?!\s*\d)/;
const CHINESE_MONTH = /(?<![十])(十[一二]?|[一二三四五六七八九])月(?!\s*\d)/;
const CHINESE_MONTHS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
// When the sheet was made says nothing about the period it covers.
const MADE_AT = /(?:报表|导出|打印|制表|生成|制单|填表|更新)(?:生成)?(?:时间|日期)\s*:?.*$/;

const periodWithYear = memoText((text: string): Period | undefined => {
  const range = RANGE.exec(text);
  if (range !== null) {
    const [year, month, date] = [Number(range[1]), Number(range[2]), Number(range[3])];
    const endMonth = range[5] === undefined ? month : Number(range[5]);
    const endYear = range[4] === undefined ? (endMonth < month ? year + 1 : year) : Number(range[4]);
    const found = span(dayOf(year, month, date), dayOf(endYear, endMonth, Number(range[6])));
    if (found !== undefined) return found;
  }
  const compact = COMPACT_RANGE.exec(text);
  if (compact !== null) {
    const n = compact.slice(1).map(Number) as [number, number, number, number, number, number];
    const found = span(dayOf(n[0], n[1], n[2]), dayOf(n[3], n[4], n[5]));
    if (found !== undefined) return found;
  }
  const full = FULL_DATE.exec(text);
  if (full !== null) {
    const day = dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
    if (day !== undefined) return { from: day, to: day };
  }
  const month = MONTH.exec(text) ?? COMPACT_MONTH.exec(text);
  if (month !== null) {
    const found = wholeMonth(Number(month[1]), Number(month[2]));
    if (found !== undefined) return found;
  }
  const short = SHORT_YEAR.exec(text);
  if (short !== null) return wholeMonth(2000 + Number(short[1]), Number(short[2]));
  return undefined;
});

function span(from: Day | undefined, to: Day | undefined): Period | undefined {
  return from === undefined || to === undefined || to < from || to - from > 800 ? undefined : { from, to };
}

function wholeMonth(year: number, month: number): Period | undefined {
  if (year < 1990 || year > 2100 || month < 1 || month > 12) return undefined;
  const key = year * 12 + month - 1;
  return { from: firstDay(key), to: lastDay(key) };
}

/**
 * The days a title, sheet name or file name speaks of: `统计日期:2026-09-01 至 2026-09-30`, `2026年9月`,
 * `2026/10/01 ~ 10/31`, `20210901-20210925`. A bare `9月` takes its year from `near`, a bare `2026年` is that year.
 */
export function readPeriod(input: string, near?: Period): Period | undefined {
  const text = cleanText(input.length > 400 ? input.slice(0, 400) : input).replace(MADE_AT, '');
  const found = periodWithYear(text);
  if (found !== undefined) return found;
  const month = monthNumber(text);
  const year = YEAR.exec(text);
  if (year !== null) {
    if (month !== undefined) return wholeMonth(Number(year[1]), month);
    return span(dayOf(Number(year[1]), 1, 1), dayOf(Number(year[1]), 12, 31));
  }
  if (month === undefined || near === undefined) return undefined;
  const day = nearestYear(month, 1, near);
  return day === undefined ? undefined : wholeMonth(calendarDate(day).year, month);
}

function monthNumber(text: string): number | undefined {
  const bare = BARE_MONTH.exec(text);
  if (bare !== null) return Number(bare[1]);
  const chinese = CHINESE_MONTH.exec(text);
  return chinese === null ? undefined : CHINESE_MONTHS.indexOf(chinese[1]!) + 1;
}

/** How far outside the period a date may lie to belong to the neighbouring year (12.28 on a January sheet). */
const TURN_OF_YEAR = 45;

/**
 * The date `month`-`date` in the year of a period. Only around the turn of the year is it taken from the year
 * before or after; undefined when there is no such date.
 */
export function nearestYear(month: number, date: number, period: Period): Day | undefined {
  const first = calendarDate(period.from).year;
  const last = calendarDate(period.to).year;
  let best: Day | undefined;
  let distance = Infinity;
  for (let year = first; year <= last; year += 1) {
    const day = dayOf(year, month, date);
    if (day !== undefined && away(day, period) < distance) [best, distance] = [day, away(day, period)];
  }
  if (distance <= TURN_OF_YEAR) return best;
  for (const year of [first - 1, last + 1]) {
    const day = dayOf(year, month, date);
    if (day !== undefined && away(day, period) <= TURN_OF_YEAR) return day;
  }
  return best;
}

function away(day: Day, period: Period): number {
  return day < period.from ? period.from - day : day > period.to ? day - period.to : 0;
}
