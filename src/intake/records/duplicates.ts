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

const list = (texts: readonly string[] | undefined): string => (texts === undefined ? '' : texts.join('|'));

/** Whether two rows of one sheet are the same record; the running number is no part of it. */
function sameRow(a: DraftedIncident, b: DraftedIncident): boolean {
  const [x, y, i, j] = [a.draft, b.draft, a.incident, b.incident];
  return (
    x.second === y.second &&
    x.column === y.column &&
    i.eventId === j.eventId &&
    i.shift === j.shift &&
    list(x.recordIds) === list(y.recordIds) &&
    x.who?.name === y.who?.name &&
    x.who?.id === y.who?.id &&
    text(i.qty) === text(j.qty) &&
    text(i.value) === text(j.value) &&
    text(i.chosenPoints) === text(j.chosenPoints) &&
    text(i.chosenPct) === text(j.chosenPct) &&
    list(i.flags) === list(j.flags) &&
    wordingKey(list(x.texts)) === wordingKey(list(y.texts))
  );
}

/** What joins a record with its copy on another sheet: same subject, day and clause. */
const eventKey = ({ incident }: DraftedIncident): string =>
  `${incident.subject}\u0001${incident.date}\u0001${incident.clause}`;

/** Whether rows of two sheets tell of one event: a shared number, or the same words without contradicting numbers. */
function sameEvent(a: DraftedIncident, b: DraftedIncident): boolean {
  const shared = a.draft.recordIds.some((id) => b.draft.recordIds.includes(id));
  if (shared) return true;
  if (a.incident.eventId !== undefined && a.incident.eventId === b.incident.eventId) return true;
  if (a.draft.recordIds.length > 0 && b.draft.recordIds.length > 0) return false;
  const [left, right] = [wordingKey(a.draft.texts.join('|')), wordingKey(b.draft.texts.join('|'))];
  return left !== '' && left === right;
}

/** Records that may be copies of one another are found under common keys, not by comparing all with all. */
class Records {
  /** `single`: all records stand on one sheet, so that numbered ones have only their numbers to share. */
  constructor(private readonly single: boolean) {}

  private readonly byKey = new Map<string, DraftedIncident[]>();

  /** An earlier record that this one repeats. */
  original(each: DraftedIncident): DraftedIncident | undefined {
    for (const key of this.keys(each, true)) {
      const found = this.byKey
        .get(key)
        ?.find((other) =>
          other.draft.sheet === each.draft.sheet ? sameRow(other, each) : sameEvent(other, each),
        );
      if (found !== undefined) return found;
    }
    return undefined;
  }

  add(each: DraftedIncident): void {
    for (const key of this.keys(each, false)) {
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, [each]);
      else if (known.length < COMPARED) known.push(each);
    }
  }

  /** Its numbers, and its words: with `+` where it has numbers, `-` where not; numbered ones are never compared by words. */
  private keys(each: DraftedIncident, looking: boolean): string[] {
    const event = eventKey(each);
    const { recordIds, texts } = each.draft;
    if (this.single && recordIds.length > 0) return [`${event}\u0001#${list(recordIds)}`];
    const keys = recordIds.map((id) => `${event}\u0001#${id}`);
    if (each.incident.eventId !== undefined) keys.push(`${event}\u0001@${each.incident.eventId}`);
    const words = `${event}\u0001${wordingKey(list(texts))}\u0001`;
    const numbered = recordIds.length > 0;
    if (!looking) keys.push(words + (numbered ? '+' : '-'));
    else if (numbered) keys.push(`${words}-`);
    else keys.push(`${words}-`, `${words}+`);
    return keys;
  }
}

const COMPARED = 50;

/** Keeps one of every set of duplicate records, the first; the others are dropped with a finding. */
export function* withoutDuplicates(
  all: readonly DraftedIncident[],
  into: RecordOutput,
): Generator<void, DraftedIncident[]> {
  const [first] = all;
  const records = new Records(all.every(({ draft }) => draft.sheet === first?.draft.sheet));
  const kept: DraftedIncident[] = [];
  let count = 0;
  for (const each of all) {
    count += 1;
    if (count % 2000 === 0) yield;
    const original = records.original(each);
    if (original === undefined) {
      kept.push(each);
      records.add(each);
    } else drop(each, original, into);
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
