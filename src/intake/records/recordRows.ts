import type { RecordRow, RowDate, RowNames, RowWords } from './draft';

/** Numbers of a record: hardly a row has more than one, which then needs no list. */
export type RecordIds = string | readonly string[];

/** The numbers of a record without any. */
export const NO_IDS: readonly string[] = [];

/**
 * The rows of all record sheets in columns, a hundred thousand of them without an object each. What rows have in common
 * - their words, the people they name, their day - is entered once and has a number, counted from 0.
 */
export class RecordRows {
  private readonly rowOf: number[] = [];
  private readonly wordsOf: number[] = [];
  private readonly namesOf: number[] = [];
  private readonly dateOf: number[] = [];
  private readonly idsOf: RecordIds[] = [];
  private readonly events = new Map<number, string>();
  private readonly hiddenRows = new Set<number>();

  private readonly knownWords: RowWords[] = [];
  private readonly counts: number[] = [];
  private readonly knownNames: RowNames[] = [];
  /** Place of the first row with each names. */
  private readonly firsts: number[] = [];
  private readonly knownDates: RowDate[] = [];

  get length(): number {
    return this.rowOf.length;
  }

  enterWords(words: RowWords): number {
    this.counts.push(0);
    return this.knownWords.push(words) - 1;
  }

  enterNames(names: RowNames): number {
    this.firsts.push(-1);
    return this.knownNames.push(names) - 1;
  }

  enterDate(date: RowDate): number {
    return this.knownDates.push(date) - 1;
  }

  /** Adds a record. `row` is 1-based; the others are numbers given by the methods above. */
  add(
    row: number,
    words: number,
    names: number,
    date: number,
    ids: RecordIds,
    eventId: string,
    hidden: boolean,
  ): void {
    const place = this.rowOf.push(row) - 1;
    this.wordsOf.push(words);
    this.namesOf.push(names);
    this.dateOf.push(date);
    this.idsOf.push(ids);
    if (eventId !== '') this.events.set(place, eventId);
    if (hidden) this.hiddenRows.add(place);
    this.counts[words]! += 1;
    if (this.firsts[names]! < 0) this.firsts[names] = place;
  }

  /** One record, put together. */
  at(place: number): RecordRow {
    const ids = this.idsOf[place]!;
    return {
      row: this.rowOf[place]!,
      words: this.words(place),
      names: this.names(place),
      date: this.date(place),
      eventId: this.eventId(place),
      recordIds: typeof ids === 'string' ? [ids] : ids,
      hidden: this.isHidden(place),
    };
  }

  *[Symbol.iterator](): Generator<RecordRow> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place);
  }

  /** 1-based. */
  row(place: number): number {
    return this.rowOf[place]!;
  }

  words(place: number): RowWords {
    return this.knownWords[this.wordsOf[place]!]!;
  }

  names(place: number): RowNames {
    return this.knownNames[this.namesOf[place]!]!;
  }

  date(place: number): RowDate {
    return this.knownDates[this.dateOf[place]!]!;
  }

  ids(place: number): RecordIds {
    return this.idsOf[place]!;
  }

  /** '' where there is none. */
  eventId(place: number): string {
    return this.events.size === 0 ? '' : (this.events.get(place) ?? '');
  }

  isHidden(place: number): boolean {
    return this.hiddenRows.size > 0 && this.hiddenRows.has(place);
  }

  /** Numbers of what the record has in common with others. */
  wordsNumber(place: number): number {
    return this.wordsOf[place]!;
  }

  namesNumber(place: number): number {
    return this.namesOf[place]!;
  }

  /** All the different words, in the order of the rows, with the number of records that say so. */
  *said(): Generator<readonly [RowWords, number]> {
    for (const [number, words] of this.knownWords.entries()) yield [words, this.counts[number]!];
  }

  /** The first record with each of the different names, in the order of the rows. */
  *named(): Generator<RecordRow> {
    for (const place of this.firsts) if (place >= 0) yield this.at(place);
  }

  /** Whether all of them stand on one sheet. */
  get onOneSheet(): boolean {
    const sheet = this.knownWords[0]?.sheet;
    return this.knownWords.every((words) => words.sheet === sheet);
  }
}
