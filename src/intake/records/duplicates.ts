import { formatDecimal } from '../../facts/decimal';
import type { Incident } from '../../facts/incident';
import { wordingKey } from '../matching/tokens';
import type { RecordOutput } from './context';
import { addressOf, type RecordRow, type RowWords } from './draft';
import { Pairs, Texts } from './pairs';
import type { RecordIds, RecordRows } from './recordRows';

/** Incidents with the records they came from, in the order of the rows. */
export class DraftedIncidents {
  readonly incidents: Incident[] = [];
  /** Places of their records among the rows. */
  private readonly places: number[] = [];

  constructor(readonly rows: RecordRows) {}

  get length(): number {
    return this.incidents.length;
  }

  add(incident: Incident, place: number): void {
    this.incidents.push(incident);
    this.places.push(place);
  }

  place(number: number): number {
    return this.places[number]!;
  }

  /** One of them with its record. */
  at(number: number): DraftedIncident {
    return { incident: this.incidents[number]!, draft: this.rows.at(this.places[number]!) };
  }
}

/** An incident with the record it came from. */
export interface DraftedIncident {
  readonly incident: Incident;
  readonly draft: RecordRow;
}

const text = (value: { digits: bigint; scale: number } | undefined): string =>
  value === undefined ? '' : formatDecimal(value);

const list = (texts: readonly string[] | undefined): string =>
  texts === undefined ? '' : texts.length === 1 ? texts[0]! : texts.join('|');

/** Whether two rows of one sheet are the same record; the running number is no part of it. */
function sameRow(a: DraftedIncident, b: DraftedIncident): boolean {
  const [x, y, i, j] = [a.draft, b.draft, a.incident, b.incident];
  return (
    x.date.second === y.date.second &&
    x.words.column === y.words.column &&
    i.eventId === j.eventId &&
    i.shift === j.shift &&
    list(x.recordIds) === list(y.recordIds) &&
    x.names.who?.name === y.names.who?.name &&
    x.names.who?.id === y.names.who?.id &&
    text(i.qty) === text(j.qty) &&
    text(i.value) === text(j.value) &&
    text(i.chosenPoints) === text(j.chosenPoints) &&
    text(i.chosenPct) === text(j.chosenPct) &&
    list(i.flags) === list(j.flags) &&
    wordingKey(list(x.words.texts)) === wordingKey(list(y.words.texts))
  );
}

/** Whether rows of two sheets tell of one event: a shared number, or the same words without contradicting numbers. */
function sameEvent(a: DraftedIncident, b: DraftedIncident): boolean {
  const shared = a.draft.recordIds.some((id) => b.draft.recordIds.includes(id));
  if (shared) return true;
  if (a.incident.eventId !== undefined && a.incident.eventId === b.incident.eventId) return true;
  if (a.draft.recordIds.length > 0 && b.draft.recordIds.length > 0) return false;
  const [left, right] = [a, b].map(({ draft }) => wordingKey(list(draft.words.texts)));
  return left !== '' && left === right;
}

/** What a key is made of beside subject, day and clause. */
const BY = { number: 0, event: 1, words: 2, wordsOfNumbered: 3 } as const;

/** Records that may be copies of one another are found under common keys, not by comparing all with all. */
class Records {
  /** `single`: all records stand on one sheet, so that numbered ones have only their numbers to share. */
  constructor(
    private readonly all: DraftedIncidents,
    private readonly single: boolean,
  ) {}

  private readonly texts = new Texts();
  /** On a single sheet: the numbers of records, and the record of each number that was met once (else -1). */
  private readonly numbers = new Texts();
  private readonly firsts: number[] = [];
  private readonly subjectClauses = new Pairs();
  private readonly happenings = new Pairs();
  private readonly keys = new Pairs();
  private readonly words = new Map<RowWords, number>();
  /** Records under each key; one alone stands for a list of it. */
  private readonly byKey: (number | number[])[] = [];

  /** An earlier record that this one repeats, -1 where there is none: then this one is kept for later ones. */
  originalOf(each: number): number {
    const { all } = this;
    const place = all.place(each);
    const ids = all.rows.ids(place);
    const numbered = ids.length > 0;
    if (this.single && numbered) return this.originalByNumber(each, ids);
    const incident = all.incidents[each]!;
    const happening = this.happeningOf(incident);
    const shared = this.sharedKeys(happening, incident, ids);
    const words = this.wordsOf(all.rows.words(place)) * 4;
    // Numbered records are never compared with one another by words.
    const looked = numbered ? [BY.words] : [BY.words, BY.wordsOfNumbered];
    for (const key of [...shared, ...looked.map((by) => this.keys.of(happening, words + by))]) {
      const found = this.repeated(key, each);
      if (found >= 0) return found;
    }
    for (const key of shared) this.keep(key, each);
    return this.keep(this.keys.of(happening, words + (numbered ? BY.wordsOfNumbered : BY.words)), each);
  }

  /** The same for a numbered record of the only sheet: nearly all numbers are met once. */
  private originalByNumber(each: number, ids: RecordIds): number {
    const { numbers, firsts } = this;
    const before = numbers.count;
    const number = numbers.of(typeof ids === 'string' ? ids : list(ids));
    if (number === before) {
      firsts.push(each);
      return -1;
    }
    const first = firsts[number]!;
    if (first >= 0) {
      this.keep(this.numberKey(first, number), first);
      firsts[number] = -1;
    }
    const key = this.numberKey(each, number);
    const found = this.repeated(key, each);
    return found >= 0 ? found : this.keep(key, each);
  }

  private numberKey(each: number, number: number): number {
    return this.keys.of(this.happeningOf(this.all.incidents[each]!), number * 4 + BY.number);
  }

  /** What joins a record with its copy on another sheet: same subject, day and clause. */
  private happeningOf({ subject, clause, date }: Incident): number {
    return this.happenings.of(this.subjectClauses.of(this.texts.of(subject), this.texts.of(clause)), date);
  }

  private sharedKeys(happening: number, { eventId }: Incident, ids: RecordIds): number[] {
    const keys: number[] = [];
    for (const id of typeof ids === 'string' ? [ids] : ids)
      keys.push(this.keys.of(happening, this.texts.of(id) * 4 + BY.number));
    if (eventId !== undefined) keys.push(this.keys.of(happening, this.texts.of(eventId) * 4 + BY.event));
    return keys;
  }

  private repeated(key: number, each: number): number {
    const known = this.byKey[key];
    if (known === undefined) return -1;
    const { all } = this;
    const one = all.at(each);
    if (!Array.isArray(known)) return repeats(all.at(known), one) ? known : -1;
    for (const other of known) if (repeats(all.at(other), one)) return other;
    return -1;
  }

  private keep(key: number, each: number): -1 {
    const known = this.byKey[key];
    if (known === undefined) this.byKey[key] = each;
    else if (!Array.isArray(known)) this.byKey[key] = [known, each];
    else if (known.length < COMPARED) known.push(each);
    return -1;
  }

  private wordsOf(said: RowWords): number {
    let number = this.words.get(said);
    if (number === undefined) {
      number = this.texts.of(wordingKey(list(said.texts)));
      this.words.set(said, number);
    }
    return number;
  }
}

const repeats = (known: DraftedIncident, each: DraftedIncident): boolean =>
  known.draft.words.sheet === each.draft.words.sheet ? sameRow(known, each) : sameEvent(known, each);

const COMPARED = 50;
/** Records between two pauses. */
const SLICE = 4000;

/** Keeps one of every set of duplicate records, the first; the others are dropped with a finding. */
export function* withoutDuplicates(
  all: DraftedIncidents,
  into: RecordOutput,
): Generator<void, DraftedIncidents> {
  const records = new Records(all, all.rows.onOneSheet);
  let kept: DraftedIncidents | undefined;
  for (let each = 0; each < all.length; each += 1) {
    if (each % SLICE === SLICE - 1) yield;
    const original = records.originalOf(each);
    if (original >= 0) {
      drop(all.at(each), all.at(original), into);
      kept ??= upTo(all, each);
    } else kept?.add(all.incidents[each]!, all.place(each));
  }
  return kept ?? all;
}

function upTo(all: DraftedIncidents, end: number): DraftedIncidents {
  const kept = new DraftedIncidents(all.rows);
  for (let each = 0; each < end; each += 1) kept.add(all.incidents[each]!, all.place(each));
  return kept;
}

function drop({ incident, draft }: DraftedIncident, original: DraftedIncident, into: RecordOutput): void {
  const params = { sheet: original.draft.words.sheet, row: original.draft.row };
  const at = { sheet: draft.words.sheet, address: addressOf(draft, 'violation') };
  into.finding('warning', 'DUPLICATE_ROW', at, params);
  if (
    text(incident.qty) !== text(original.incident.qty) ||
    text(incident.value) !== text(original.incident.value)
  ) {
    into.finding('warning', 'DUPLICATE_DIFFERS', at, params);
  }
  into.dropped.push({
    sheet: draft.words.sheet,
    row: draft.row,
    ...(draft.words.column === undefined ? {} : { column: draft.words.column }),
    code: 'DUPLICATE_ROW',
    params,
    subject: incident.subject,
    date: incident.date,
  });
}
