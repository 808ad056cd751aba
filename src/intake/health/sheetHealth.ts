import type { Day } from '../../facts/date';
import { formatDay } from '../../facts/date';
import type { RecordOutput } from '../records/context';
import { addressOf, type RecordRow } from '../records/draft';
import type { RecordRows } from '../records/recordRows';

/** So many findings of one kind are listed cell by cell; more are summed up at the first. */
const LISTED = 10;

/**
 * What a record sheet's rows (those from `start` to before `end`) have in common that a person should know: hidden rows,
 * text dates, other months.
 */
export function* sheetHealth(
  drafts: RecordRows,
  [start, end]: readonly [start: number, end: number],
  [from, to, latest]: readonly [from: Day, to: Day, latest: Day],
  into: RecordOutput,
): Generator<void> {
  const hidden: number[] = [];
  const texts: number[] = [];
  const outside: number[] = [];
  let dated = 0;
  for (let i = start; i < end; i += 1) {
    if (i % 8000 === 7999) yield;
    // Several drafts of one row follow one another.
    if (i > start && drafts.row(i - 1) === drafts.row(i)) continue;
    if (drafts.isHidden(i)) hidden.push(i);
    const { day, textDate } = drafts.date(i);
    if (day === undefined) continue;
    dated += 1;
    if (textDate) texts.push(i);
    if ((day < from || day > to) && day <= latest) outside.push(i);
  }
  const rowsOf = (places: readonly number[]): Listed => ({
    count: places.length,
    rows: places.slice(0, LISTED).map((place) => drafts.at(place)),
  });
  report(rowsOf(hidden), 'warning', 'HIDDEN_ROW_COUNTED', 'violation', into, () => ({}));
  if (texts.length < dated) {
    report(rowsOf(texts), 'info', 'TEXT_DATE', 'date', into, (draft) => ({ text: draft.date.dateText }));
  }
  report(rowsOf(outside), 'info', 'DATE_OUTSIDE_MONTH', 'date', into, (draft) => ({
    date: formatDay(draft.date.day!),
  }));
}

/** How many rows a finding is about, and those that may be listed. */
interface Listed {
  readonly count: number;
  readonly rows: readonly RecordRow[];
}

function report(
  { count, rows }: Listed,
  severity: 'info' | 'warning',
  code: string,
  field: string,
  into: RecordOutput,
  params: (draft: RecordRow) => Readonly<Record<string, string | number>>,
): void {
  const many = count > LISTED;
  for (const draft of many ? rows.slice(0, 1) : rows) {
    into.finding(
      severity,
      many ? `${code}S` : code,
      { sheet: draft.words.sheet, address: addressOf(draft, field) },
      {
        ...params(draft),
        ...(many ? { count } : {}),
      },
    );
  }
}
