import type { Day } from '../../facts/date';
import type { Decimal } from '../../facts/decimal';
import type { CellValue } from '../../workbook/grid';
import type { PersonRef, SheetRole } from '../types';

/** A quantity column: what it says, or that it cannot be read. */
export type NumberReading = Decimal | 'unreadable' | undefined;

/** What a yes/no column says; `unreadable` where it says something else. */
export type FlagReading = boolean | 'unreadable' | undefined;

/** A row of a record sheet (or one criterion of it), read but not yet matched to a person or clause. */
export interface RecordDraft {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** Column letters where one row holds several records. */
  readonly column?: string;
  readonly role: SheetRole;
  /** A1 address of the cell of a field, for findings. */
  readonly addressOf: (field: string) => string;
  readonly who?: PersonRef;
  readonly team: string;
  readonly department: string;
  readonly customer?: PersonRef;
  readonly head?: PersonRef;
  readonly day?: Day;
  /** Time of day in seconds, where the date cell has one. */
  readonly second?: number;
  /** Why there is no day. */
  readonly dateProblem?: 'DATE_MISSING' | 'DATE_UNREADABLE' | 'DATE_AMBIGUOUS';
  readonly dateText: string;
  /** The date stands as text where others are dates. */
  readonly textDate: boolean;
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
  readonly eventId: string;
  /** Numbers of the record itself (call, session, ticket); they tell records apart and join appeals. */
  readonly recordIds: readonly string[];
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
  readonly hidden: boolean;
}

/** A record number as a key: text and number, upper and lower case alike. */
export const recordKey = (text: string): string => text.replace(/\s+/g, '').toUpperCase();
