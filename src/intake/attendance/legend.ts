import type { AttendanceKind } from '../../facts/attendance';
import type { Grid } from '../../workbook/grid';
import { cleanText } from '../values/text';

/** What a symbol means: an event, a kind of leave, or nothing to charge. */
export interface SymbolMeaning {
  readonly word: string;
  readonly kind?: AttendanceKind;
  readonly leaveType?: string;
}

export type Legend = ReadonlyMap<string, SymbolMeaning>;

const WORDS: readonly (readonly [pattern: RegExp, kind: AttendanceKind | undefined])[] = [
  [/^(?:旷工迟到)$/, 'absent_late'],
  [/^(?:严重迟到)$/, 'severe_late'],
  [/^(?:迟到|迟)$/, 'late'],
  [/^(?:早退|早)$/, 'early_leave'],
  [/^(?:旷工|旷|缺勤)$/, 'absent'],
  [/^(?:缺卡|漏打卡|未打卡|忘打卡|漏卡)$/, 'missing_punch'],
  [/^(?:脱岗|离岗)$/, 'off_post'],
  [/^(?:出差|差)$/, 'business_trip'],
  [/^(?:外出)$/, 'outing'],
  [/^(?:加班|加)$/, 'overtime'],
  [
    /^(?:出勤|正常|上班|到岗|全勤|公休|休息|休|外勤|节假日|法定假|法定节假日|例休|轮休|值班|夜班|早班|中班|晚班|白班|正常出勤|出勤半天|离职|未入职|放假)$/,
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

/** Characters that say what they mean without a legend. */
const SELF: readonly string[] = [
  '迟',
  '旷',
  '事',
  '病',
  '年',
  '调',
  '休',
  '迟到',
  '早退',
  '旷工',
  '事假',
  '病假',
  '年假',
  '调休',
  '公假',
  '出差',
  '正常',
  '出勤',
  '休息',
  '√',
  '✓',
  '✔',
];

/** The legend of a sheet from its title rows and notes, corrected by the user; `found` tells whether it has one. */
export function readLegend(
  grid: Grid,
  rows: readonly number[],
  given: Readonly<Record<string, string>> | undefined,
): { readonly legend: Legend; readonly found: boolean } {
  const legend = new Map<string, SymbolMeaning>();
  for (const word of SELF) {
    const meaning = meaningOf(/^[√✓✔]$/.test(word) ? '出勤' : word);
    if (meaning !== undefined) legend.set(word, meaning);
  }
  let found = false;
  for (const r of rows) {
    for (const value of (grid.rows[r] ?? []).slice(0, 60)) {
      if (typeof value !== 'string') continue;
      for (const [symbol, meaning] of pairs(value.slice(0, 1000))) {
        legend.set(symbol, meaning);
        found = true;
      }
    }
  }
  for (const [symbol, word] of Object.entries(given ?? {})) {
    const meaning = meaningOf(cleanText(word));
    if (meaning !== undefined) {
      legend.set(cleanText(symbol), meaning);
      found = true;
    }
  }
  return { legend, found };
}

const SYMBOL = /^[^\p{L}\p{N}\s]{1,2}$|^\p{Script=Han}$|^[A-Za-z]{1,3}$/u;

/** `出勤√  迟到○`, `√出勤`, `○:迟到`, `SJ=事假`. */
function pairs(text: string): (readonly [string, SymbolMeaning])[] {
  const clean = cleanText(text)
    .replace(/[(][^()]*[)]/g, ' ')
    .replace(/^[^:]{0,10}(?:说明|图例|符号|备注|注)\s*:/, ' ');
  const out: (readonly [string, SymbolMeaning])[] = [];
  for (const token of clean.split(/[\s,;、。|]+/)) {
    const bit = token.replace(/[:=]/g, '').replace(/(?:为|表示|代表)/g, '');
    if (bit.length < 2 || bit.length > 10) continue;
    const pair = split(bit);
    if (pair !== undefined) out.push(pair);
  }
  return out;
}

function split(token: string): readonly [string, SymbolMeaning] | undefined {
  for (let cut = 1; cut < token.length; cut += 1) {
    const [a, b] = [token.slice(0, token.length - cut), token.slice(token.length - cut)];
    const left = meaningOf(a);
    if (left !== undefined && SYMBOL.test(b)) return [b, left];
  }
  for (let cut = 1; cut < token.length; cut += 1) {
    const [a, b] = [token.slice(0, cut), token.slice(cut)];
    const right = meaningOf(b);
    if (right !== undefined && SYMBOL.test(a)) return [a, right];
  }
  return undefined;
}
