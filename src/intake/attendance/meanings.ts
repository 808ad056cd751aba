import type { AttendanceKind } from '../../facts/attendance';

/** What a symbol means: an event, a kind of leave, or nothing to charge. */
export interface SymbolMeaning {
  readonly word: string;
  readonly kind?: AttendanceKind;
  readonly leaveType?: string;
}

const WORDS: readonly (readonly [pattern: RegExp, kind: AttendanceKind | undefined])[] = [
  [/^(?:旷工迟到)$/, 'absent_late'],
  [/^(?:严重迟到)$/, 'severe_late'],
  [/^(?:迟到|迟)$/, 'late'],
  [/^(?:早退|早)$/, 'early_leave'],
  [/^(?:旷工|旷|缺勤)$/, 'absent'],
  [/^(?:缺卡|漏打卡|未打卡|忘打卡|漏卡)$/, 'missing_punch'],
  [/^(?:脱岗|离岗)$/, 'off_post'],
  [/^(?:出差|差)$/, 'business_trip'],
  [/^(?:外出|公出|外出办事)$/, 'outing'],
  [/^(?:加班|加)$/, 'overtime'],
  [
    /^(?:出勤|勤|正常|上班|到岗|全勤|公休|休息|休|外勤|节假日|法定假|法定节假日|例休|轮休|值班|夜班|早班|中班|晚班|白班|正常出勤|出勤半天|离职|未入职|放假|培训|学习|会议|开会|支援|在岗|上岗|补休日|周末|双休|正休|上半天班)$/,
    undefined,
  ],
];
const LEAVES =
  /^(?:事假|病假|年假|年休假|年休|调休|补休|公假|婚假|产假|陪产假|丧假|例假|工伤假?|哺乳假|育儿假|探亲假|护理假|产检假|请假|事|病|年|调)$/;
const SHORT_LEAVE: Readonly<Record<string, string>> = { 事: '事假', 病: '病假', 年: '年假', 调: '调休' };

/** The meaning of a word of a legend; undefined for any other word. */
export function meaningOf(word: string): SymbolMeaning | undefined {
  if (LEAVES.test(word)) return { word, kind: 'leave', leaveType: SHORT_LEAVE[word] ?? word };
  const found = WORDS.find(([pattern]) => pattern.test(word));
  return found === undefined ? undefined : { word, ...(found[1] === undefined ? {} : { kind: found[1] }) };
}
