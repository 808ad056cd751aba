import type { Day } from '../facts/date';
import type { Decimal } from '../facts/decimal';
import type { Source } from '../facts/incident';
import type { Reason } from '../rulebook/counting';

/**
 * The atom of every number: one clause looked at for one subject. Score, fine, performance percent,
 * sanctions and ranks are folds over entries and nothing else.
 */
export interface Entry {
  readonly subject: string;
  readonly date: Day;
  readonly clause: string;
  readonly category: string;
  /**
   * `record`: from a record. `joint`: the department head's share in another's record. `repeat`: what repeats
   * within the month bring. `bonus`: category and clean-month bonuses. `total`: a threshold on the month's
   * total. `tier`: what a tier brings.
   */
  readonly origin: 'record' | 'joint' | 'repeat' | 'bonus' | 'total' | 'tier';
  /** False: the clause was checked and costs nothing; `reasons` say why. */
  readonly charged: boolean;
  readonly units: Decimal;
  /** Thousandths of a point. */
  readonly deducted: number;
  /** Thousandths of a point, by records. */
  readonly added: number;
  /** Thousandths of a point, by bonus clauses. */
  readonly bonus: number;
  /** Fen. */
  readonly fine: number;
  /** Hundredths of a percent of performance pay taken. */
  readonly pct: number;
  readonly discipline: readonly string[];
  readonly liability: readonly string[];
  readonly obligations: readonly string[];
  /** Benefits and restrictions of a tier. */
  readonly privileges: readonly string[];
  /** Why it counts, or why not, in the order in which it was decided. */
  readonly reasons: readonly Reason[];
  readonly source?: Source | undefined;
  /** Position of the record in the input, for finding it again. */
  readonly record?: number | undefined;
}

/** The amounts and consequences part of an entry. */
export type Consequences = Pick<
  Entry,
  'deducted' | 'added' | 'bonus' | 'fine' | 'pct' | 'discipline' | 'liability' | 'obligations' | 'privileges'
>;

export const NO_CONSEQUENCES: Consequences = {
  deducted: 0,
  added: 0,
  bonus: 0,
  fine: 0,
  pct: 0,
  discipline: [],
  liability: [],
  obligations: [],
  privileges: [],
};
