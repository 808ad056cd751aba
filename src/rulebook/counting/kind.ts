import type { z } from 'zod';
import type { Day, MonthKey } from '../../facts/date';
import type { Decimal } from '../../facts/decimal';
import type { Incident } from '../../facts/incident';
import type { Problem } from '../../facts/problem';
import type { WorkCalendar } from '../../facts/workdays';
import type { ReadingValues } from '../primitives';

/** Why a record counts as it does: a code for the i18n table (`reason.<code>`) and its parameters. */
export interface Reason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What counting one record gives. Zero units = no violation, and `reason` says why. */
export interface Counted {
  readonly units: Decimal;
  readonly reason: Reason;
}

/** What a way of counting may ask about besides the record itself. */
export interface CountContext {
  readonly month: MonthKey;
  readonly monthEnd: Day;
  readonly readings: ReadingValues;
  readonly calendar: WorkCalendar;
  /** A parameter's value, undefined when it was not given. */
  readonly param: (id: string) => Decimal | undefined;
  /** Sum of `measure` over the earlier records of the same bucket (see `CountingKind.bucket`). */
  readonly prior: Decimal;
  /** Units that these records count. */
  readonly priorUnits: Decimal;
  /** Whether the record states the clause's measured behaviour, given the clause's trigger list. */
  readonly measuredTrigger: boolean;
}

/**
 * A way of counting: one file declares its schema, which records it sums up together, what it needs,
 * how it counts and why. Adding a way of counting is adding a file and a line in the table.
 */
export interface CountingKind<
  Spec extends { mode: string; unit: string },
  Schema extends z.ZodType = z.ZodType<Spec>,
> {
  readonly mode: Spec['mode'];
  readonly schema: Schema;
  /**
   * `record`: counted record by record. `computed`: worked out from the month's totals, never recorded.
   * `process`: a duty outside scoring.
   */
  readonly source: 'record' | 'computed' | 'process';
  /** True when a bare record (clause and quantity only) always counts its quantity. */
  readonly plain: boolean;
  /** Records that are looked at together: same subject and clause, and the same day or month. */
  readonly bucket?: 'day' | 'month';
  /** What a record adds to its bucket. */
  readonly measure?: (incident: Incident, quantity: Decimal) => Decimal;
  /** The quantity may be a fraction of the unit. */
  readonly divisible?: boolean;
  /** Deadline records belong to the months in which days were late, not only to the month of their date. */
  readonly spansMonths?: boolean;
  /** Ids of the parameters without which nothing can be counted; `count` is not asked where one is missing. */
  readonly params?: (spec: Spec) => readonly string[];
  /** What is missing or impossible in the record itself; `count` is not asked where something is. */
  readonly check?: (spec: Spec, incident: Incident, context: CountContext) => Problem | undefined;
  readonly count?: (spec: Spec, incident: Incident, quantity: Decimal, context: CountContext) => Counted;
}

/** Ties a definition's functions to the type of its schema. */
export function countingKind<Schema extends z.ZodType<{ mode: string; unit: string }>>(
  kind: CountingKind<z.infer<Schema>, Schema>,
): CountingKind<z.infer<Schema>, Schema> {
  return kind;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };
export const ONE: Decimal = { digits: 1n, scale: 0 };

/** A measured value below zero is a slip of the pen; it must never turn a deduction into points. */
export function isNegative(value: Decimal | undefined): boolean {
  return value !== undefined && value.digits < 0n;
}
