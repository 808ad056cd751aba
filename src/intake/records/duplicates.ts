import { formatDecimal } from '../../facts/decimal';
import type { Incident } from '../../facts/incident';
import { wordingKey } from '../matching/tokens';
import type { RecordOutput } from './context';
import { addressOf, type RecordRow, type RowWords } from './draft';
import { Pairs, Texts } from './pairs';

/** An incident with the row it came from. */
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
  constructor(private readonly single: boolean) {}

  private readonly texts = new Texts();
  /** On a single sheet: the numbers of records, and the record of each number that was met once. */
  private readonly numbers = new Texts();
  private readonly firsts: (DraftedIncident | undefined)[] = [];
  private readonly subjectClauses = new Pairs();
  private readonly happenings = new Pairs();
  private readonly keys = new Pairs();
  private readonly words = new Map<RowWords, number>();
  /** Records under each key; one alone stands for a list of it. */
  private readonly byKey: (DraftedIncident | DraftedIncident[])[] = [];
  /** An earlier record that this one repeats; where there is none, this one is kept for later ones. */
  originalOf(each: DraftedIncident): DraftedIncident | undefined {
    const { recordIds } = each.draft;
    if (this.single && recordIds.length > 0) return this.originalByNumber(each);
    const happening = this.happeningOf(each.incident);
    const shared = this.sharedKeys(happening, each);
    const words = this.wordsOf(each.draft.words) * 4;
    const numbered = recordIds.length > 0;
    // Numbered records are never compared with one another by words.
    const looked = numbered ? [BY.words] : [BY.words, BY.wordsOfNumbered];
    for (const key of [...shared, ...looked.map((by) => this.keys.of(happening, words + by))]) {
      const found = this.repeated(key, each);
      if (found !== undefined) return found;
    }
    for (const key of shared) this.keep(key, each);
    return this.keep(this.keys.of(happening, words + (numbered ? BY.wordsOfNumbered : BY.words)), each);
  }

  /** The same for a numbered record of the only sheet: nearly all numbers are met once. */
  private originalByNumber(each: DraftedIncident): DraftedIncident | undefined {
    const { numbers, firsts } = this;
    const before = numbers.count;
    const number = numbers.of(list(each.draft.recordIds));
    if (number === before) {
      firsts.push(each);
      return undefined;
    }
    const first = firsts[number];
    if (first !== undefined) {
      this.keep(this.keys.of(this.happeningOf(first.incident), number * 4 + BY.number), first);
      firsts[number] = undefined;
    }
    const key = this.keys.of(this.happeningOf(each.incident), number * 4 + BY.number);
    return this.repeated(key, each) ?? this.keep(key, each);
  }

  /** What joins a record with its copy on another sheet: same subject, day and clause. */
  private happeningOf({ subject, clause, date }: Incident): number {
    return this.happenings.of(this.subjectClauses.of(this.texts.of(subject), this.texts.of(clause)), date);
  }

  private sharedKeys(happening: number, { incident, draft }: DraftedIncident): number[] {
    const keys = draft.recordIds.map((id) => this.keys.of(happening, this.texts.of(id) * 4 + BY.number));
    if (incident.eventId !== undefined)
      keys.push(this.keys.of(happening, this.texts.of(incident.eventId) * 4 + BY.event));
    return keys;
  }

  private repeated(key: number, each: DraftedIncident): DraftedIncident | undefined {
    const known = this.byKey[key];
    if (Array.isArray(known)) return known.find((other) => repeats(other, each));
    return known !== undefined && repeats(known, each) ? known : undefined;
  }

  private keep(key: number, each: DraftedIncident): undefined {
    const known = this.byKey[key];
    if (known === undefined) this.byKey[key] = each;
    else if (!Array.isArray(known)) this.byKey[key] = [known, each];
    else if (known.length < COMPARED) known.push(each);
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

/** Keeps one of every set of duplicate records, the first; the others are dropped with a finding. */
export function* withoutDuplicates(
  all: readonly DraftedIncident[],
  into: RecordOutput,
): Generator<void, DraftedIncident[]> {
  const [first] = all;
  const records = new Records(all.every(({ draft }) => draft.words.sheet === first?.draft.words.sheet));
  const kept: DraftedIncident[] = [];
  let count = 0;
  for (const each of all) {
    count += 1;
    if (count % 2000 === 0) yield;
    const original = records.originalOf(each);
    if (original === undefined) kept.push(each);
    else drop(each, original, into);
  }
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
