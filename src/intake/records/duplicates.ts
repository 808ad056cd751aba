import { formatDecimal } from '../../facts/decimal';
import type { Incident } from '../../facts/incident';
import { wordingKey } from '../matching/tokens';
import type { RecordOutput } from './context';
import type { RecordDraft } from './draft';

/** An incident with the row it came from. */
export interface DraftedIncident {
  readonly incident: Incident;
  readonly draft: RecordDraft;
}

const text = (value: { digits: bigint; scale: number } | undefined): string =>
  value === undefined ? '' : formatDecimal(value);

/** Everything that makes two rows of one sheet the same record; the running number is no part of it. */
function rowKey({ incident, draft }: DraftedIncident): string {
  return [
    incident.subject,
    incident.date,
    incident.clause,
    wordingKey(draft.texts.join('|')),
    draft.second ?? '',
    draft.recordIds.join('|'),
    incident.eventId ?? '',
    text(incident.qty),
    text(incident.value),
    text(incident.chosenPoints),
    text(incident.chosenPct),
    (incident.flags ?? []).join(' '),
    incident.shift ?? '',
    draft.who?.name ?? '',
    draft.who?.id ?? '',
    draft.column ?? '',
  ].join('\u0001');
}

/** What joins a record with its copy on another sheet: same subject, day and clause. */
const eventKey = ({ incident }: DraftedIncident): string =>
  [incident.subject, incident.date, incident.clause].join('\u0001');

/** Whether rows of two sheets tell of one event: a shared number, or the same words without contradicting numbers. */
function sameEvent(a: DraftedIncident, b: DraftedIncident): boolean {
  const shared = a.draft.recordIds.some((id) => b.draft.recordIds.includes(id));
  if (shared) return true;
  if (a.incident.eventId !== undefined && a.incident.eventId === b.incident.eventId) return true;
  if (a.draft.recordIds.length > 0 && b.draft.recordIds.length > 0) return false;
  const [left, right] = [wordingKey(a.draft.texts.join('|')), wordingKey(b.draft.texts.join('|'))];
  return left !== '' && left === right;
}

/** Keeps one of every set of duplicate records, the first; the others are dropped with a finding. */
export function withoutDuplicates(all: readonly DraftedIncident[], into: RecordOutput): DraftedIncident[] {
  const rows = new Map<string, DraftedIncident>();
  const events = new Map<string, DraftedIncident[]>();
  const kept: DraftedIncident[] = [];
  for (const each of all) {
    const key = `${each.draft.sheet}\u0001${rowKey(each)}`;
    const known = events.get(eventKey(each)) ?? [];
    const original =
      rows.get(key) ??
      known.find((other) => other.draft.sheet !== each.draft.sheet && sameEvent(other, each));
    if (original === undefined) {
      rows.set(key, each);
      if (known.length === 0) events.set(eventKey(each), known);
      known.push(each);
      kept.push(each);
      continue;
    }
    drop(each, original, into);
  }
  return kept;
}

function drop({ incident, draft }: DraftedIncident, original: DraftedIncident, into: RecordOutput): void {
  const params = { sheet: original.draft.sheet, row: original.draft.row };
  const at = { sheet: draft.sheet, address: draft.addressOf('violation') };
  into.finding('warning', 'DUPLICATE_ROW', at, params);
  if (
    text(incident.qty) !== text(original.incident.qty) ||
    text(incident.value) !== text(original.incident.value)
  ) {
    into.finding('warning', 'DUPLICATE_DIFFERS', at, params);
  }
  into.dropped.push({
    sheet: draft.sheet,
    row: draft.row,
    ...(draft.column === undefined ? {} : { column: draft.column }),
    code: 'DUPLICATE_ROW',
    params,
    subject: incident.subject,
    date: incident.date,
  });
}
