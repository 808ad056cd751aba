import type { CellValue, Grid } from '../../workbook/grid';
import { cellText, compactText, isNoData, memoText } from '../values/text';
import { readDate } from '../values/date';
import { NumberKind } from '../../workbook/grid';
import type { Period } from '../values/period';

/** Shares (0-1) of a column's filled cells that look like something; `filled` counts them. */
export interface ColumnProfile {
  readonly filled: number;
  readonly number: number;
  readonly negative: number;
  readonly date: number;
  readonly time: number;
  readonly name: number;
  readonly yesNo: number;
  readonly clause: number;
  /** `1.6`, `2.10`: numbers of clauses where the header speaks of items. */
  readonly dotted: number;
  /** The same, with numbers of such a form: under a header that names clauses `7.3` is no amount and no date. */
  readonly numbered: number;
  /** What is done to people: 警告, 记过, 通报批评. */
  readonly sanction: number;
  readonly range: number;
  readonly attendance: number;
  readonly symbol: number;
  readonly shiftWord: number;
  readonly unit: number;
  readonly long: number;
  readonly distinct: number;
}

/** Of a column without content. */
export const EMPTY_PROFILE: ColumnProfile = {
  filled: 0,
  number: 0,
  negative: 0,
  date: 0,
  time: 0,
  name: 0,
  yesNo: 0,
  clause: 0,
  dotted: 0,
  numbered: 0,
  sanction: 0,
  range: 0,
  attendance: 0,
  symbol: 0,
  shiftWord: 0,
  unit: 0,
  long: 0,
  distinct: 0,
};

const SAMPLE = 120;
const PERSON =
  /^\p{Script=Han}(?:\s?\p{Script=Han}){1,3}(?:[(].{1,10}[)])?$|^[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}$/u;
const CLAUSE =
  /^[A-Za-z]{2,4}-[A-Z]?\d{1,2}(?:\.\d{1,2})?$|^第?[\d一二三四五六七八九十]{1,4}(?:\.\d{1,2})?条(?:第?\d{0,2}[款项])?$/;
const CODE_CLAUSE = /^[A-Za-z]{2,4}-[A-Z]?\d{1,2}(?:\.\d{1,2})?$/;
const TIME = /^(?:次日)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:[\s,;]{0,3}(?:次日)?\s?\d{1,2}:\d{2}(?::\d{2})?){0,9}$/;
const DOTTED = /^\d{1,2}\.\d{1,2}$/;
const SANCTION =
  /警告|记过|批评|通报|处分|辞退|开除|解除(?:劳动)?合同|降级|降职|撤职|免职|留用察看|停职|停岗|待岗/;
const RANGE = /\d{1,2}:\d{2}\s*[-~至—–到]\s*(?:次日)?\d{1,2}:\d{2}/;
const ATTENDANCE =
  /正常|迟到|早退|缺卡|旷工|休息|请假|外勤|未打卡|事假|病假|年假|调休|出差|补卡|漏打卡|忘打卡/;
const SHIFT = /^(?:[早中晚夜白日大小]班?|[A-Za-z]\d?班?|休息?|OFF|正常班|行政班|通班|两头班|值班)$/i;
const YES_NO = /^(?:是|否|√|×|✓|✗|y|n|yes|no|有|无|0|1)$/i;
const WITH_UNIT = /^(?:扣除?|减|罚款?)?[+-]?\d+(?:\.\d+)?(?:分|元|%)$/;

type TextLook = Readonly<Record<string, boolean>>;

const lookAt = memoText((text: string): TextLook => {
  const compact = compactText(text);
  return {
    name: PERSON.test(text),
    clause: CLAUSE.test(compact),
    dotted: DOTTED.test(compact),
    time: TIME.test(text),
    range: RANGE.test(text),
    attendance: ATTENDANCE.test(text),
    symbol: [...compact].length <= 4 && compact.length > 0 && !/^\d/.test(compact),
    shiftWord: SHIFT.test(compact),
    yesNo: YES_NO.test(compact),
    unit: WITH_UNIT.test(compact),
    number: /^[+-]?\d{1,15}(?:\.\d{1,15})?%?$/.test(compact),
    negative: /^-\d/.test(compact),
    long: compact.length >= 8,
    sanction: SANCTION.test(compact),
  };
});

/** Looks at up to 120 of the given rows of one column. */
export function profileColumn(
  grid: Grid,
  column: number,
  rows: readonly number[],
  period: Period | undefined,
): ColumnProfile {
  const counts: Record<string, number> = {};
  const texts = new Set<string>();
  let filled = 0;
  let dates = 0;
  let numbers = 0;
  let negatives = 0;
  let times = 0;
  let numbered = 0;
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  for (let i = 0; i < rows.length && filled < SAMPLE; i += rows.length > SAMPLE * 4 && i > 60 ? step : 1) {
    const r = rows[i]!;
    const value: CellValue = grid.rows[r]?.[column] ?? null;
    if (isNoData(value)) continue;
    filled += 1;
    const kind = (grid.kinds[r]?.[column] ?? NumberKind.General) as NumberKind;
    if (readDate(value, kind, { period, date1904: grid.date1904 }) !== undefined) dates += 1;
    if (typeof value === 'number') {
      numbers += 1;
      if (value < 0) negatives += 1;
      if (kind !== NumberKind.Percent && kind !== NumberKind.Time && DOTTED.test(String(value)))
        numbered += 1;
      if (value === 0 || value === 1) counts.yesNo = (counts.yesNo ?? 0) + 1;
      if (kind === NumberKind.Time || (value > 0 && value < 1)) times += 1;
      texts.add(String(value));
      continue;
    }
    if (typeof value !== 'string') continue;
    const text = cellText(value).slice(0, 200);
    texts.add(text);
    const seen = lookAt(text);
    for (const key of Object.keys(seen)) if (seen[key] === true) counts[key] = (counts[key] ?? 0) + 1;
  }
  const share = (n: number | undefined): number => (filled === 0 ? 0 : (n ?? 0) / filled);
  return {
    filled,
    number: share(numbers + (counts.number ?? 0)),
    negative: share(negatives + (counts.negative ?? 0)),
    date: share(dates),
    time: share(times + (counts.time ?? 0)),
    name: share(counts.name),
    yesNo: share(counts.yesNo),
    clause: share(counts.clause),
    dotted: share(counts.dotted),
    numbered: share((counts.dotted ?? 0) + numbered),
    sanction: share(counts.sanction),
    range: share(counts.range),
    attendance: share(counts.attendance),
    symbol: share(counts.symbol),
    shiftWord: share(counts.shiftWord),
    unit: share(counts.unit),
    long: share(counts.long),
    distinct: share(texts.size),
  };
}

/** `GM-02`, `OUT-1.11`: a code that names a clause without its column's header having to say so. */
export function isClauseCode(text: string): boolean {
  return CODE_CLAUSE.test(compactText(text));
}
