import { explanation, t, type Language } from '../i18n';
import type { Clause } from '../rulebook/clause';
import type { Entry } from '../scoring/entry';
import { arithmetic } from './amounts';
import { uniqueIds } from './layout';
import type { ReportSubject } from './subjects';

/** An entry with whose it is. */
export interface SubjectEntry {
  readonly subject: ReportSubject;
  readonly entry: Entry;
}

/** Ids of entries, the same whatever else stands on the tab: from subject, clause and the record's place. */
export function entryIds(entries: readonly SubjectEntry[]): string[] {
  return uniqueIds(
    entries.map(({ subject, entry }) => {
      const { source } = entry;
      const place =
        source === undefined ? String(entry.date) : `${source.sheet}!${source.column ?? ''}${source.row}`;
      return `${subject.key}|${entry.clause}|${entry.origin}|${place}`;
    }),
  );
}

/** By date, then by the place of the record. */
export function compareEntries(a: Entry, b: Entry): number {
  return (
    a.date - b.date ||
    (a.source?.row ?? Infinity) - (b.source?.row ?? Infinity) ||
    (a.source?.sheet ?? '').localeCompare(b.source?.sheet ?? '') ||
    0
  );
}

/** Why an entry counts or not, and its arithmetic, in one line. */
export function howText(entry: Entry, clause: Clause | undefined, language: Language): string {
  const reasons = entry.reasons.map((reason) => explanation(reason, language));
  const amounts = arithmetic(entry, clause?.count.unit ?? '', language);
  return [...reasons, ...amounts].join(t(language, 'clause.separator'));
}
