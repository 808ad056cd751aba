import type { Day } from '../../facts/date';
import { readDate, type DateContext } from '../values/date';
import { cleanText } from '../values/text';
import { cancelCode, readResult, splitParts, type Happening } from './words';

/** A dated remark of a hand-made sheet: `10-09 上班 迟到`, `09-17、09-18 公假`, `8号迟到47分`. */
export interface DatedRemark {
  readonly days: readonly Day[];
  readonly happenings: readonly Happening[];
  /** The remark says that it is not counted. */
  readonly cancelled?: string;
  readonly text: string;
}

const DATE = /^(?:\d{4}[-/.年])?(?:\d{1,2}[-/.月]\d{1,2}[日号]?|\d{1,2}[日号])/;
const JOIN = /^(?:、|,|和|及|与|\s)+(?=\d)/;
const RANGE = /^\s*(?:-|~|至|到|—)\s*(?=\d)/;

/** Parts of a remark that begin with a date. Parts without one are returned in `rest`. */
export function readRemark(
  raw: string,
  context: DateContext,
): { readonly dated: readonly DatedRemark[]; readonly rest: readonly string[] } {
  const dated: DatedRemark[] = [];
  const rest: string[] = [];
  for (const part of cleanText(raw)
    .slice(0, 2000)
    .split(/[;\n。]+/)) {
    for (const piece of splitDates(part.trim())) {
      const found = readPiece(piece, context);
      if (found === undefined) rest.push(piece);
      else dated.push(found);
    }
  }
  return { dated, rest };
}

/** `10-09 迟到, 10-12 早退` are two pieces, `09-17、09-18 公假` is one. */
function splitDates(part: string): string[] {
  const pieces: string[] = [];
  let pending = '';
  for (const bit of splitParts(part)) {
    const onlyDate = bit.replace(DATE, '').trim() === '' && DATE.test(bit);
    const starts = DATE.test(bit);
    if (starts && pending !== '' && !isDates(pending)) {
      pieces.push(pending);
      pending = bit;
    } else pending = pending === '' ? bit : `${pending}${onlyDate || isDates(pending) ? '、' : ','}${bit}`;
  }
  if (pending !== '') pieces.push(pending);
  return pieces;
}

function isDates(text: string): boolean {
  return text.split('、').every((bit) => DATE.test(bit) && bit.replace(DATE, '').trim() === '');
}

function readPiece(piece: string, context: DateContext): DatedRemark | undefined {
  let text = piece;
  const days: Day[] = [];
  for (let guard = 0; guard < 40; guard += 1) {
    const match = DATE.exec(text);
    if (match === null) break;
    const date = readDate(match[0], 0, context);
    if (date === undefined) return undefined;
    days.push(date.day);
    text = text.slice(match[0].length);
    const join = JOIN.exec(text);
    const range = join === null ? RANGE.exec(text) : null;
    if (join !== null && DATE.test(text.slice(join[0].length))) text = text.slice(join[0].length);
    else if (range !== null) {
      const end = DATE.exec(text.slice(range[0].length));
      const last = end === null ? undefined : readDate(end[0], 0, context);
      if (end === null || last === undefined || last.day < date.day || last.day - date.day > 31) break;
      for (let day = date.day + 1; day <= last.day; day += 1) days.push(day);
      text = text.slice(range[0].length + end[0].length);
      break;
    } else break;
  }
  if (days.length === 0) return undefined;
  const body = text.trim();
  const cancelled = cancelCode(body);
  const result = readResult(body.replace(/\s+/g, ''));
  if (result.happenings.length === 0 && cancelled === undefined) return undefined;
  return {
    days,
    happenings: result.happenings,
    text: piece,
    ...(cancelled === undefined ? {} : { cancelled }),
  };
}
