import type { Day } from '../../facts/date';
import type { Decimal } from '../../facts/decimal';
import { cellAddress, type CellValue } from '../../workbook/grid';
import type { PersonRef, SheetRole } from '../types';

/** A quantity column: what it says, or that it cannot be read. */
export type NumberReading = Decimal | 'unreadable' | undefined;

/** What a yes/no column says; `unreadable` where it says something else. */
export type FlagReading = boolean | 'unreadable' | undefined;

/**
 * What the cells of a row say apart from whose, when and which record it is. Hundreds of rows of a log say the same,
 * so it is read once and shared by all of them.
 */
export interface RowWords {
  readonly sheet: string;
  readonly role: SheetRole;
  /** Column letters where one row holds several records. */
  readonly column?: string;
  /** Column of each field, 0-based, for the addresses of findings. */
  readonly columns: ReadonlyMap<string, number>;
  readonly team: string;
  readonly department: string;
  readonly head?: PersonRef;
  readonly codes: readonly CellValue[];
  readonly texts: readonly string[];
  readonly categories: readonly string[];
  readonly remarks: readonly string[];
  readonly qty: NumberReading;
  readonly triggersHit: NumberReading;
  readonly minutes: NumberReading;
  readonly measured: NumberReading;
  readonly points: NumberReading;
  readonly money: NumberReading;
  readonly pct: NumberReading;
  /** The amounts are given to the person, not taken: `+5`. */
  readonly addition: boolean;
  readonly chosenPoints: NumberReading;
  readonly chosenPct: NumberReading;
  readonly flags: ReadonlyMap<string, FlagReading>;
  /** Free-text flag columns (后果, 情节). */
  readonly flagTexts: readonly string[];
  readonly shift: string;
  readonly kindText: string;
  readonly levelText: string;
  /** Others held responsible beside the person, with their own shares: `孙梅:2%`. */
  readonly linked: string;
  readonly sanction: string;
  readonly headSanction: string;
  readonly verifiedText: string;
  readonly verifiedOn?: Day;
  readonly excused: FlagReading;
  readonly exempt: FlagReading;
  readonly exemptReason: string;
  readonly statusText: string;
  readonly appealText: string;
  /** States of the record's own approval, as written. */
  readonly approvalTexts: readonly string[];
  readonly settledOn?: Day;
  readonly acceptedOn?: Day;
}

/** Whom a row names. */
export interface RowNames {
  readonly who?: PersonRef;
  readonly customer?: PersonRef;
}

/** When it happened, or why that is not known. */
export interface RowDate {
  readonly day?: Day;
  /** Time of day in seconds, where the date cell has one. */
  readonly second?: number;
  /** Why there is no day. */
  readonly dateProblem?: 'DATE_MISSING' | 'DATE_UNREADABLE' | 'DATE_AMBIGUOUS';
  readonly dateText: string;
  /** The date stands as text where others are dates. */
  readonly textDate: boolean;
}

/** What is hardly ever the same in two rows. */
interface RowOwn {
  /** 1-based. */
  readonly row: number;
  readonly eventId: string;
  /** Numbers of the record itself (call, session, ticket); they tell records apart and join appeals. */
  readonly recordIds: readonly string[];
  readonly hidden: boolean;
}

/**
 * A row of a record sheet (or one criterion of it), read but not yet matched to a person or clause. Rows that say the
 * same share the very objects of its parts.
 */
export interface RecordRow extends RowOwn {
  readonly words: RowWords;
  readonly names: RowNames;
  readonly date: RowDate;
}

/** The same with everything in one place, for readers of single rows. */
export type RecordDraft = RowWords & RowNames & RowDate & RowOwn;

/** A1 address of the cell of a field, for findings; the row's first cell where the sheet has no such column. */
export function addressOf({ words, row }: RecordRow, field: string): string {
  const column = words.columns.get(field);
  return column === undefined ? `A${row}` : cellAddress(row - 1, column);
}

/** A record number as a key: text and number, upper and lower case alike. */
export const recordKey = (text: string): string =>
  isPlainKey(text) ? text : text.replace(/\s+/g, '').toUpperCase();

/** Without blanks and lower case, so that it is its own key. */
export function isPlainKey(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code >= 0x7f || (code >= 0x61 && code <= 0x7a)) return false;
  }
  return true;
}
