import { dayOf, dayOfSerial, formatDay } from '../../facts/date';
import type { CellValue } from '../../workbook/grid';
import { cellText, memoText, textKey } from '../values/text';
import { pairedHeader } from './parents';

const PUNCH = /^(上班|下班|签到|签退)(?:打卡)?([1-9])?(?:次)?(?:打卡)?(时间|结果|状态)$/;
const LEAVE =
  /^(?:请)?([^\d]{0,5}(?:事假|病假|年假|调休|公假|婚假|产假|陪产假|丧假|工伤假|哺乳假|育儿假|探亲假|例假|年休假|护理假|产检假|带薪假|无薪假|年休|工伤|路途假|其他假|其它假))(?:天数?|小时数?|次数?|时长|时|日)?$/;

/** The numbered fields: `上班1打卡时间` -> `in1.time`, `下班2打卡结果` -> `out2.result`, `事假(天)` -> `leave.事假`. */
export const patternField = memoText((key: string): string | undefined => {
  if (key.length > 24) return undefined;
  const punch = PUNCH.exec(key);
  if (punch !== null) {
    const side = punch[1] === '上班' || punch[1] === '签到' ? 'in' : 'out';
    return `${side}${punch[2] ?? '1'}.${punch[3] === '时间' ? 'time' : 'result'}`;
  }
  const leave = LEAVE.exec(key);
  return leave === null ? undefined : `leave.${leave[1]!}`;
});

const DAY_ONLY = /^(\d{1,2})(?:日|号)?(?:(?:周|星期)?[日天一二三四五六])?$/;
const MONTH_DAY = /^(\d{1,2})[-/.月](\d{1,2})[日号]?[(]?(?:(?:周|星期)?[日天一二三四五六])?[)]?$/;
const FULL_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[(]?(?:(?:周|星期)?[日天一二三四五六])?[)]?$/;

const dayOfText = memoText((text: string): string | undefined => {
  if (text.length > 24) return undefined;
  const compact = text.replace(/\s+/g, '');
  const only = DAY_ONLY.exec(compact);
  if (only !== null) return valid(1, Number(only[1])) ? String(Number(only[1])) : undefined;
  const monthDay = MONTH_DAY.exec(compact);
  if (monthDay !== null) {
    const [month, date] = [Number(monthDay[1]), Number(monthDay[2])];
    return valid(month, date) ? `${pad(month)}-${pad(date)}` : undefined;
  }
  const full = FULL_DAY.exec(compact);
  if (full === null) return undefined;
  const day = dayOf(Number(full[1]), Number(full[2]), Number(full[3]));
  return day === undefined ? undefined : formatDay(day);
});

const pad = (n: number): string => String(n).padStart(2, '0');
const valid = (month: number, date: number): boolean => month >= 1 && month <= 12 && date >= 1 && date <= 31;

/**
 * The day a column header stands for: `9`, `9 五`, `9日` -> `9`; `10-09` -> `10-09`; a date -> `2026-10-09`.
 * Undefined for any other header.
 */
export function dayHeader(value: CellValue): string | undefined {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && value >= 1 && value <= 31) return String(value);
    return Number.isInteger(value) && value >= 40_000 && value <= 60_000
      ? formatDay(dayOfSerial(value))
      : undefined;
  }
  return typeof value === 'string' ? dayOfText(cellText(value)) : undefined;
}

/** The day in header cells such as `考勤结果`, `9 五` or `9`, `五`. */
export function dayOfHeader(parts: readonly string[]): string | undefined {
  for (let i = parts.length - 1; i >= 0; i -= 1) {
    const day = dayOfText(cellText(parts[i]));
    if (day !== undefined) return day;
  }
  return undefined;
}

/** Header cells as keys, most specific first: all joined, without unit, parent's word and child, child, parent. */
export function headerKeys(parts: readonly string[]): { readonly key: string; readonly weight: number }[] {
  const header = parts.join('/');
  const child = parts[parts.length - 1] ?? '';
  const bare = (text: string): string => text.replace(/\s*[([【][^()[\]【】]{0,20}[)\]】]\s*$/, '');
  const pair = pairedHeader(parts);
  // Under a parent that decides, a general child alone is no evidence.
  const own = pair === undefined ? 1 : 0.45;
  const keys = [
    { key: textKey(header), weight: 1 },
    { key: textKey(bare(header)), weight: 0.98 },
    { key: pair ?? '', weight: 0.975 },
    { key: textKey(child), weight: 0.97 * own },
    { key: textKey(bare(child)), weight: 0.95 * own },
    { key: textKey(parts[0] ?? ''), weight: 0.6 },
  ];
  return keys.filter(({ key }, i) => key !== '' && keys.findIndex((other) => other.key === key) === i);
}
