import type { CellValue, Grid } from '../../workbook/grid';
import { isLegendRow } from '../attendance/legendText';
import type { SkipReason, SkippedRow } from '../types';
import { cellText, compactText, isBlank, isNumbered, isPlainHan, memoText, textKey } from '../values/text';

const TOTAL =
  /^.{0,8}?(?:小计|合计|总计|共计|累计|平均|平均值|平均分|均值|合计数|汇总|subtotal|total|grandtotal|average)[:(]?.{0,6}$/i;
const TOTAL_ONLY =
  /^(?:.{0,6}(?:小计|合计|总计|共计|累计)|平均|平均值|平均分|均值|汇总|subtotal|total|grandtotal|average|sum)[:]?$/i;
const SIGNATURE =
  /^(?:[^:]{0,10})?(?:审核|审批|制表|制单|考勤员|登记|填表|填报|复核|负责人|主管|主任|经理|质检员|签字|签名|盖章|批准|确认|核对|统计|组长|店长|领导)(?:人员?|者)?(?:签字|签名|签章|意见)?[:_]/;
const NOTE =
  /^(?:[(【]?(?:注|备注|说明|附注|符号说明|图例|填表说明|填写说明|温馨提示|提示|note|notes|remark|legend)\d{0,2}[)】]?[:、.]|[※*]|本表|以上|以下空白|——|基准分)/i;

/** All of the labels, as a test of {@link labelKind} goes through their words. */
export const LABELS: readonly RegExp[] = [TOTAL, TOTAL_ONLY, SIGNATURE, NOTE];

/** What a label says of its row, by the patterns alone. */
export const labelOf = memoText((text: string): SkipReason | 'maybe-total' | undefined => {
  const compact = compactText(text);
  if (compact === '' || compact.length > 400) return undefined;
  if (compact.length <= 20 && TOTAL_ONLY.test(compact)) return 'total';
  if (SIGNATURE.test(compact)) return 'signature';
  if (NOTE.test(compact)) return 'note';
  return compact.length <= 20 && TOTAL.test(compact) ? 'maybe-total' : undefined;
});

/** Every label has one of these or a character that is neither Chinese nor a digit. */
const OF_LABELS = new Set(Array.from('计均汇本以基', (c) => c.charCodeAt(0)));

/** What a label says of its row; undefined for any other text. */
export function labelKind(text: string): SkipReason | 'maybe-total' | undefined {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const plain = (code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57);
    if (!plain || OF_LABELS.has(code)) return isNumbered(text) ? undefined : labelOf(text);
  }
  return undefined;
}

/** What decides about a row: the columns of names and dates, and the header to find its repetition. */
export interface RowKindContext {
  readonly columns: number;
  /** Columns that name the subject of a record: person, id, team, customer. */
  readonly subjectColumns: readonly number[];
  /** Columns in which a total's label may stand, from left to right: sequence, name, date, group. */
  readonly labelColumns: readonly number[];
  /** Texts of each column that a repetition of the header has there, as keys: whole, leaf and parent. */
  readonly headers: readonly (readonly string[])[];
  /** The sheet has a column a day, so a row may be the legend of its symbols. */
  readonly daily: boolean;
}

export type RowKind = 'data' | 'blank' | SkipReason;

/** What one row is. Anything that may be a record is `data`. `wide`: a cell of the row is merged over columns. */
export function rowKind(
  row: readonly CellValue[] | undefined,
  context: RowKindContext,
  wide = false,
): RowKind {
  if (row === undefined) return 'blank';
  const end = Math.min(row.length, context.columns);
  const first = nextFilled(row, 0, end);
  if (first < 0) return 'blank';
  if (context.daily && filledCells(row, end) >= 3 && isLegend(row, end)) return 'note';
  const marked = labelled(row, first, end, context);
  if (marked !== undefined) return marked;
  if (nextFilled(row, first + 1, end) < 0) {
    const text = cellText(row[first]);
    // A serial number alone, or a value in the subject column alone, may be an unfinished record.
    if (!wide && context.subjectColumns.includes(first)) return 'data';
    if (typeof row[first] === 'string' && text.length > 24) return 'note';
    if (typeof row[first] === 'string' && !/^[\d#.-]+$/.test(text)) return 'group';
  }
  return isRepeatedHeader(row, end, context) ? 'header' : 'data';
}

/** The next cell that is not blank, -1 for none. Cells beyond it are not touched: rows are many. */
function nextFilled(row: readonly CellValue[], from: number, end: number): number {
  for (let c = from; c < end; c += 1) {
    const value = row[c];
    if (value !== null && !isBlank(value)) return c;
  }
  return -1;
}

function filledCells(row: readonly CellValue[], end: number): number {
  let filled = 0;
  for (let c = 0; c < end; c += 1) if (!isBlank(row[c])) filled += 1;
  return filled;
}

/** What a label in the row makes of it: one that is the first thing in its row or stands where names and dates stand. */
function labelled(
  row: readonly CellValue[],
  first: number,
  end: number,
  context: RowKindContext,
): SkipReason | undefined {
  let label: SkipReason | undefined;
  let labelAt = -1;
  let maybe = -1;
  const { labelColumns } = context;
  // The first cell, then the columns of labels behind it.
  for (let place = -1; place < labelColumns.length && label === undefined; place += 1) {
    const c = place < 0 ? first : labelColumns[place]!;
    if (place >= 0 && (c <= first || c >= end)) continue;
    const value = row[c];
    const kind = typeof value === 'string' ? labelKind(value) : undefined;
    if (kind === undefined) continue;
    if (kind !== 'maybe-total') {
      label = kind;
      labelAt = c;
    } else if (maybe < 0) maybe = c;
  }
  if (label === undefined && maybe < 0) return undefined;
  const filled = filledCells(row, end);
  const named = context.subjectColumns.some((c) => !isBlank(row[c]) && c !== labelAt && c !== maybe);
  if (label === 'total') {
    const placed = labelAt === first || context.labelColumns.includes(labelAt);
    if (placed && (!named || context.subjectColumns.includes(labelAt))) return 'total';
  } else if (label !== undefined && labelAt === first && (filled <= 3 || !named) && filled <= 8) {
    return label;
  }
  return maybe >= 0 && maybe === first && !named ? 'total' : undefined;
}

const MARKS = /^[^\p{L}\p{N}\s]{1,3}(?:$|\p{Script=Han})|\p{Script=Han}[^\p{L}\p{N}\s]$/u;
const LABEL = /^(?:图例|符号|说明|备注|注|标记|符号说明|图例说明)[::]?$/;

/** Symbols and their words, one after the other: its first cells are marks or words, never a person. */
function isLegend(row: readonly CellValue[], end: number): boolean {
  const texts: string[] = [];
  for (let c = 0; c < end; c += 1) {
    const value = row[c];
    if (value === null || value === undefined || isBlank(value)) continue;
    if (typeof value !== 'string') return false;
    if (texts.length === 0 && !MARKS.test(value) && !LABEL.test(compactText(value)) && value.length > 12)
      return false;
    texts.push(value);
  }
  return texts.some((text) => MARKS.test(text)) && isLegendRow(texts);
}

function isRepeatedHeader(row: readonly CellValue[], end: number, context: RowKindContext): boolean {
  let same = 0;
  for (let c = 0; c < end; c += 1) {
    const value = row[c];
    if (typeof value !== 'string' || value.length > 60) continue;
    if (same === 0 && isNumbered(value)) return false;
    const key = isPlainHan(value) ? value : textKey(value);
    if (key === '') continue;
    if (context.headers[c]?.includes(key) === true) same += 1;
    // A repetition repeats from its first text on.
    else if (same === 0) return false;
  }
  return same >= 2 && same >= filledCells(row, end) * 0.6;
}

/** The rows below a header: which are data, which are not and why. Trailing blank rows are left out. */
export interface RowScan {
  /** 0-based; last data row, or `start - 1` when there is none. */
  readonly end: number;
  readonly dataRows: readonly number[];
  readonly skipped: readonly SkippedRow[];
}

export function* scanRows(
  grid: Grid,
  start: number,
  context: RowKindContext,
  limit: number = grid.rows.length,
): Generator<void, RowScan> {
  const wideRows = new Set<number>();
  for (const merge of grid.merges) {
    if (merge.right - merge.left >= 2 && merge.top === merge.bottom) wideRows.add(merge.top);
  }
  const dataRows: number[] = [];
  const skipped: SkippedRow[] = [];
  for (let r = start; r < limit; r += 1) {
    if (r % 4000 === 3999) yield;
    const row = grid.rows[r];
    const kind = rowKind(row, context, wideRows.has(r));
    if (kind === 'blank') continue;
    if (kind === 'data') dataRows.push(r);
    else {
      const text = (row ?? []).map((value) => cellText(value)).find((found) => found !== '') ?? '';
      skipped.push({ row: r + 1, reason: kind, text: text.slice(0, 60) });
    }
  }
  return { end: dataRows[dataRows.length - 1] ?? start - 1, dataRows, skipped };
}
