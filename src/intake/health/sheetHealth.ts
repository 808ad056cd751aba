import type { Day } from '../../facts/date';
import { formatDay } from '../../facts/date';
import type { RecordOutput } from '../records/context';
import type { RecordDraft } from '../records/draft';

/** So many findings of one kind are listed cell by cell; more are summed up at the first. */
const LISTED = 10;

/** What a record sheet's rows have in common that a person should know: hidden rows, text dates, other months. */
export function sheetHealth(
  drafts: readonly RecordDraft[],
  from: Day,
  to: Day,
  latest: Day,
  into: RecordOutput,
): void {
  const rows = onePerRow(drafts);
  const dated = rows.filter(({ day }) => day !== undefined);
  const texts = dated.filter(({ textDate }) => textDate);
  report(
    rows.filter(({ hidden }) => hidden),
    'warning',
    'HIDDEN_ROW_COUNTED',
    'violation',
    into,
    () => ({}),
  );
  if (texts.length < dated.length) {
    report(texts, 'info', 'TEXT_DATE', 'date', into, (draft) => ({ text: draft.dateText }));
  }
  const outside = dated.filter(({ day }) => day !== undefined && (day < from || day > to) && day <= latest);
  report(outside, 'info', 'DATE_OUTSIDE_MONTH', 'date', into, (draft) => ({
    date: formatDay(draft.day!),
  }));
}

/** Several drafts of one row follow one another. */
function onePerRow(drafts: readonly RecordDraft[]): RecordDraft[] {
  return drafts.filter(({ row }, i) => drafts[i - 1]?.row !== row);
}

function report(
  drafts: readonly RecordDraft[],
  severity: 'info' | 'warning',
  code: string,
  field: string,
  into: RecordOutput,
  params: (draft: RecordDraft) => Readonly<Record<string, string | number>>,
): void {
  const listed = drafts.length > LISTED ? drafts.slice(0, 1) : drafts;
  for (const draft of listed) {
    into.finding(
      severity,
      drafts.length > LISTED ? `${code}S` : code,
      { sheet: draft.sheet, address: draft.addressOf(field) },
      {
        ...params(draft),
        ...(drafts.length > LISTED ? { count: drafts.length } : {}),
      },
    );
  }
}
