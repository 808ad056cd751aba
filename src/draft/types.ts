import type { Clause } from '../rulebook/clause';
import type { Rulebook } from '../rulebook/rulebook';

/** Which way a clause moves the score: `none` = a rule without a score of its own. */
export type Direction = 'deduct' | 'bonus' | 'score_tier' | 'none';

/** One amount, both ends of a range, or several amounts in the order of the text. */
export type Amount = number | readonly number[];

/** Something a careful reader would ask; the sentence comes from the i18n table (`draft.<code>`). */
export interface Question {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A rule found in a text. Offsets are those of the text that was handed in. */
export interface DraftClause {
  /** The words of the source, as they stand there. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly category: string;
  readonly direction: Direction;
  readonly points: Amount | null;
  /** The points are the least that is taken; more is possible. */
  readonly minimum?: true;
  /** What is counted; null where the text does not say. */
  readonly unit: string | null;
  readonly money: Amount | null;
  readonly percent: Amount | null;
  readonly percent_of?: string;
  readonly wage_days?: number;
  readonly wage_hours?: number;
  readonly money_per_point?: number;
  readonly threshold: string | null;
  readonly per_step?: string;
  readonly multiplier: number | null;
  readonly cap: string | null;
  readonly consequence: string | null;
  readonly who?: string;
  readonly discretion?: true;
  readonly section?: string;
  /** Where an amount that is not in the clause stands. */
  readonly inherited?: string;
  /** The range that a run of digits without its hyphen probably was. */
  readonly lost_hyphen?: string;
  /** An amount the source leaves to be filled in. */
  readonly placeholder?: true;
  /** The id that an article has in brackets after its number. */
  readonly id?: string;
  readonly title?: string;
  /** What repeats bring, in the words of the text. */
  readonly escalation?: string;
  /** The clause as the labelled lines under an article state it; the fields above sum it up. */
  readonly stated?: Clause;
  readonly confidence: number;
  readonly questions: readonly Question[];
}

/** A stretch of the text that no clause covers, and why. */
export interface Unread {
  readonly start: number;
  readonly end: number;
  readonly reason: UnreadReason;
}
export type UnreadReason =
  'heading' | 'no_score' | 'unclear_amount' | 'flattened_table' | 'page_break' | 'appendix';

export interface Draft {
  /** Clauses that move a score, or cost or bring money, in the order of the text. */
  readonly clauses: readonly DraftClause[];
  /** Rules without a score of their own: sanctions, conversions, definitions. */
  readonly consequences: readonly DraftClause[];
  readonly unread: readonly Unread[];
  /** Points every subject starts with, where the text says so. */
  readonly base: number | null;
  readonly title: string | null;
  /** What a regulation with labelled articles says about itself; clauses aside. */
  readonly book?: DraftBook;
  /** Characters looked at, all passes together: what the running time is made of. */
  readonly work: number;
}

/** Parts of a rulebook that the head, the chapters and the general rules of a regulation give. */
export type DraftBook = Partial<Omit<Rulebook, 'clauses' | 'score' | 'title'>> & {
  readonly score?: Partial<Rulebook['score']>;
};
