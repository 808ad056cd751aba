import type { AttendanceKind } from '../../facts/attendance';
import { decimalOf, type Decimal } from '../../facts/decimal';
import { readDuration } from '../values/duration';
import { cleanText, memoText } from '../values/text';

/** One thing that a result cell says happened. */
export interface Happening {
  readonly kind: AttendanceKind;
  /** 上班 or 下班 (with the number where the text has one). */
  readonly slot?: string;
  readonly minutes?: Decimal;
  readonly days?: Decimal;
  readonly leaveType?: string;
  /** What the sheet says cancels it, as a code. */
  readonly cancelled?: string;
}

/** Everything a result text says. */
export interface ResultReading {
  readonly happenings: readonly Happening[];
  /** Nothing to charge although a shift was expected: 正常, 休息. */
  readonly normal: boolean;
  /** The text as a whole undoes what was recorded: 补卡审批通过, 管理员…改为正常. */
  readonly cancels?: string;
  /** Parts that are not understood. */
  readonly unknown: readonly string[];
}

const KINDS: Readonly<Record<string, AttendanceKind>> = {
  旷工迟到: 'absent_late',
  严重迟到: 'severe_late',
  迟到: 'late',
  早退: 'early_leave',
  缺卡: 'missing_punch',
  未打卡: 'missing_punch',
  漏打卡: 'missing_punch',
  忘打卡: 'missing_punch',
  忘记打卡: 'missing_punch',
  漏卡: 'missing_punch',
  缺勤: 'absent',
  旷工: 'absent',
  脱岗: 'off_post',
  离岗: 'off_post',
  空岗: 'off_post',
};

/** Words that undo an event, with their code. */
const CANCELS: readonly (readonly [RegExp, string])[] = [
  [
    /补卡(?:审批|申请)?(?:已)?(?:通过|同意|成功)|(?:审批|申请)通过|正常[(]补卡[)]|已补卡|补卡正常/,
    'CANCELLED_PUNCH_APPROVED',
  ],
  [/(?:改|更正|调整|修改|校准)(?:为|成)正常/, 'CANCELLED_BY_ADMIN'],
  [
    /不计(?:入)?(?:迟到|早退|缺卡|旷工|考勤|考核|次数)?|免计|免考核|不算(?:迟到|早退|旷工|缺卡)|免(?:迟到|扣)|(?:已|主管|领导|经理)批准|特批|已豁免|excused/i,
    'CANCELLED_NOT_COUNTED',
  ],
];
const REFUSED =
  /未(?:经|获|被|得到)?[^,;()]{0,6}(?:批准|同意|通过)|不(?:予)?(?:批准|同意|通过)|驳回|拒绝|审批中|待审批/;
const NORMAL =
  /^(?:正常|休息|公休|正常班|正常出勤|出勤|正常[(]休息[)]|休息并打卡|休息打卡|不在考勤组|未排班|无需打卡|不打卡|节假日|法定节假日|放假|无排班|未入职|已离职|离职|正常打卡|外勤|外勤打卡|外勤正常|补卡|加班打卡|上午|下午|全天|normal|rest|off|自由工时|范围外|地点异常|打卡无效.{0,20}|无效打卡|无效|重复打卡)$/i;
const EVENT =
  /^(上班|下班|签到|签退|上午|下午)?(?:打卡)?([1-9])?(旷工迟到|严重迟到|迟到|早退|缺卡|未打卡|漏打卡|忘记打卡|忘打卡|漏卡|旷工|缺勤|脱岗|离岗|空岗)(.{0,24})$/;
const LEAVE =
  /(年休假|陪产假|育儿假|工伤假|哺乳假|探亲假|产检假|护理假|事假|病假|年假|调休|公假|婚假|产假|丧假|例假|补休|年休|公休假|请假|休假)/;
const LEAVE_SPAN = /(\d{1,2}-\d{1,2})[^到至~]{0,12}(?:到|至|~)\s*(\d{1,2}-\d{1,2})/;

/** Splits at separators outside brackets. */
export function splitParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length && parts.length < 60; i += 1) {
    const char = text[i]!;
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[,;、\n|]/.test(char)) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Whether a text says that something was not approved. */
export function isRefused(text: string): boolean {
  return REFUSED.test(text);
}

/** The code of what undoes an event in this text, or undefined. */
export function cancelCode(text: string): string | undefined {
  if (REFUSED.test(text)) return undefined;
  return CANCELS.find(([pattern]) => pattern.test(text))?.[1];
}

/** What a result cell says: `上班迟到14分钟`, `外勤,迟到`, `事假10-09 09:00到10-09 18:00 1天,下班缺卡`, `正常(07:52),缺卡(-)`. */
export const readResult = memoText((raw: string): ResultReading => {
  const text = cleanText(raw);
  const happenings: Happening[] = [];
  const unknown: string[] = [];
  let normal = false;
  let cancels: string | undefined;
  let punches = 0;
  for (const part of splitParts(text)) {
    const found = readPart(part, punches);
    if (found === undefined) unknown.push(part.slice(0, 40));
    else if (found === 'normal') normal = true;
    else if (typeof found === 'string') cancels = found;
    else if (found !== null) happenings.push(found);
    if (found === 'normal' || (typeof found === 'object' && found !== null && found.kind !== 'leave'))
      punches += 1;
  }
  return { happenings, normal, unknown, ...(cancels === undefined ? {} : { cancels }) };
});

/** `'normal'`, a cancelling code, a happening, null for nothing said, undefined for not understood. */
function readPart(
  part: string,
  position: number,
): Happening | 'normal' | `CANCELLED_${string}` | null | undefined {
  const bare = part.replace(/\s+/g, '');
  if (/^[-—–_/]+(?:[(][^()]*[)])?$/.test(bare)) return null;
  const outer = bare.replace(/[(][^()]{0,60}[)]/g, '');
  const inner = bare.slice(outer.length);
  if (NORMAL.test(bare) || (outer !== '' && NORMAL.test(outer) && cancelCode(bare) === undefined))
    return 'normal';
  const event = EVENT.exec(outer);
  if (event !== null) return happeningOf(event, bare, inner, position);
  const cancel = cancelCode(bare);
  if (cancel !== undefined) return cancel as `CANCELLED_${string}`;
  const leave = LEAVE.exec(bare);
  if (leave !== null) return leaveOf(part, bare, leave[1]!);
  if (bare.startsWith('出差')) return { kind: 'business_trip', ...lengthOf(bare) };
  if (bare.startsWith('外出')) return { kind: 'outing', ...lengthOf(bare) };
  if (bare.startsWith('加班')) return { kind: 'overtime', ...lengthOf(bare) };
  if (bare.startsWith('补卡') && REFUSED.test(bare))
    return /审批中|待审批/.test(bare) ? undefined : { kind: 'missing_punch' };
  if (bare.startsWith('补卡') || /^\d{1,2}:\d{2}(?::\d{2})?$/.test(bare)) return null;
  return undefined;
}

function happeningOf(
  match: RegExpExecArray,
  bare: string,
  inner: string,
  position: number,
): Happening | undefined {
  const word = match[3]!;
  const kind = KINDS[word]!;
  const rest = (match[4] ?? '').replace(/^[:：共计约]+/, '');
  const side =
    match[1] === '签到' || match[1] === '上午'
      ? '上班'
      : match[1] === '签退' || match[1] === '下午'
        ? '下班'
        : match[1];
  const cancelled = cancelCode(bare);
  const length = readLength(rest) ?? readLength(inner.replace(/^[(]|[)]$/g, ''));
  if (
    rest !== '' &&
    readLength(rest) === undefined &&
    !/^(?:[1-9]次|半天|全天|一天)$/.test(rest) &&
    cancelled === undefined
  )
    return undefined;
  const half =
    rest === '半天'
      ? { days: { digits: 5n, scale: 1 } }
      : rest === '全天' || rest === '一天'
        ? { days: decimalOf(1) }
        : {};
  const guessed =
    kind === 'missing_punch' && side === undefined && /[(]/.test(bare)
      ? position === 0
        ? '上班'
        : '下班'
      : undefined;
  const slot = side ?? guessed;
  return {
    kind,
    ...(slot === undefined ? {} : { slot: `${slot}${match[2] ?? ''}` }),
    ...length,
    ...half,
    ...(cancelled === undefined ? {} : { cancelled }),
  };
}

function readLength(text: string): { minutes?: Decimal; days?: Decimal } | undefined {
  if (text === '' || !/[分时天小hm]/i.test(text)) return undefined;
  const found = readDuration(text.replace(/^[(]|[)]$/g, ''));
  if (found === undefined) return undefined;
  return {
    ...(found.minutes === undefined ? {} : { minutes: found.minutes }),
    ...(found.days === undefined ? {} : { days: found.days }),
  };
}

const TAIL_LENGTH = /(\d{1,3}(?:\.\d{1,2})?(?:天|小时|分钟))(?:[)]|$)/;

function lengthOf(bare: string): { minutes?: Decimal; days?: Decimal } {
  const match = TAIL_LENGTH.exec(bare);
  return match === null ? {} : (readLength(match[1]!) ?? {});
}

function leaveOf(part: string, bare: string, found: string): Happening {
  const type = found === '请假' || found === '休假' ? LEAVE.exec(bare.replace(found, ''))?.[1] : found;
  let length = lengthOf(bare);
  if (length.days === undefined && length.minutes === undefined) {
    if (bare.includes('全天')) length = { days: decimalOf(1) };
    else if (/上午|下午|半天/.test(bare)) length = { days: { digits: 5n, scale: 1 } };
  }
  const span = LEAVE_SPAN.exec(part);
  // A request over several days stands in the cell of each of them.
  if (span !== null && span[1] !== span[2]) length = {};
  return { kind: 'leave', ...(type === undefined ? {} : { leaveType: type }), ...length };
}
