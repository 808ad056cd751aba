import type { Day } from '../../facts/date';
import { formatDay } from '../../facts/date';
import type { RecordOutput } from '../records/context';
import { addressOf, type RecordRow } from '../records/draft';

/** So many findings of one kind are listed cell by cell; more are summed up at the first. */
const LISTED = 10;

/** What a record sheet's rows have in common that a person should know: hidden rows, text dates, other months. */
export function* sheetHealth(
  drafts: readonly RecordRow[],
  from: Day,
  to: Day,
  latest: Day,
  into: RecordOutput,
): Generator<void> {
  const hidden: RecordRow[] = [];
  const texts: RecordRow[] = [];
  const outside: RecordRow[] = [];
  let dated = 0;
  for (let i = 0; i < drafts.length; i += 1) {
    if (i % 4000 === 3999) yield;
    const draft = drafts[i]!;
    // Several drafts of one row follow one another.
    if (drafts[i - 1]?.row === draft.row) continue;
    if (draft.hidden) hidden.push(draft);
    const { day, textDate } = draft.date;
    if (day === undefined) continue;
    dated += 1;
    if (textDate) texts.push(draft);
    if ((day < from || day > to) && day <= latest) outside.push(draft);
  }
  report(hidden, 'warning', 'HIDDEN_ROW_COUNTED', 'violation', into, () => ({}));
  if (texts.length < dated) {
    report(texts, 'info', 'TEXT_DATE', 'date', into, (draft) => ({ text: draft.date.dateText }));
  }
  report(outside, 'info', 'DATE_OUTSIDE_MONTH', 'date', into, (draft) => ({
    date: formatDay(draft.date.day!),
  }));
}

function report(
  drafts: readonly RecordRow[],
  severity: 'info' | 'warning',
  code: string,
  field: string,
  into: RecordOutput,
  params: (draft: RecordRow) => Readonly<Record<string, string | number>>,
): void {
  const listed = drafts.length > LISTED ? drafts.slice(0, 1) : drafts;
  for (const draft of listed) {
    into.finding(
      severity,
      drafts.length > LISTED ? `${code}S` : code,
      { sheet: draft.words.sheet, address: addressOf(draft, field) },
      {
        ...params(draft),
        ...(drafts.length > LISTED ? { count: drafts.length } : {}),
      },
    );
  }
}
