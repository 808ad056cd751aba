import type { Day } from './date';
import type { Decimal } from './decimal';

/**
 * One event that a rulebook may charge: who, when, which clause, how many, and what a person decided.
 * A record asserts every element of its clause except measured values and the listed flags.
 */
export interface Incident {
  readonly date: Day;
  /** Key of the scored subject: a person, a team or a customer. */
  readonly subject: string;
  /** Clause id as recorded; it need not exist in the rulebook. */
  readonly clause: string;
  /** How many of the clause's unit; absent = 1. */
  readonly qty?: Decimal;
  /** The measured value in the clause's own measure: minutes, households, persons, hours. */
  readonly value?: Decimal;
  /** Which of the clause's listed behaviours. */
  readonly trigger?: string;
  /** How many of the listed behaviours one event showed. */
  readonly triggersHit?: number;
  readonly reported?: Decimal;
  readonly actual?: Decimal;
  readonly collected?: Decimal;
  readonly due?: Decimal;
  /** People lost in total, not the excess over the quota. */
  readonly attrition?: Decimal;
  /** Local time of submission. */
  readonly submittedAt?: Moment;
  readonly submittedOn?: Day;
  readonly replenishedOn?: Day;
  readonly settledOn?: Day;
  /** Completion acceptance; a working-day period starts the day after. */
  readonly acceptedOn?: Day;
  /** Joins the records of one real event. */
  readonly eventId?: string;
  readonly flags?: readonly string[];
  readonly exemptReason?: string;
  readonly shift?: string;
  /** 抱怨 or 投诉 */
  readonly kind?: string;
  /** Complaint level 1-3. */
  readonly level?: number;
  /** Key of the department head. */
  readonly head?: string;
  readonly chosenPoints?: Decimal;
  readonly chosenPct?: Decimal;
  readonly chosenDiscipline?: readonly string[];
  /** What was decided for the department head, where the reading `jointSanction` asks for it. */
  readonly headDiscipline?: readonly string[];
  /** Absent = verified. */
  readonly verified?: boolean;
  readonly verifiedOn?: Day;
  readonly last?: boolean;
  readonly groupSize?: number;
  readonly tied?: boolean;
  readonly source?: Source;
}

/** Where a record stands: sheet and 1-based row, and the column letters where one row holds several records. */
export interface Source {
  readonly sheet: string;
  readonly row: number;
  readonly column?: string;
}

/** A local clock time on a day, seconds since midnight. */
export interface Moment {
  readonly day: Day;
  readonly second: number;
}
