import type { Decimal } from '../../facts/decimal';
import type { Problem } from '../../facts/problem';
import type { Clause } from '../../rulebook/clause';
import type { RowAmounts } from './amounts';
import type { Element } from './elements';

/** What a row says that helps to find its clause. */
export interface RowEvidence {
  /** Cells of clause columns: codes, or wordings standing in for one. */
  readonly codes: readonly (string | number)[];
  /** Descriptions of what happened, the telling one first. */
  readonly texts: readonly string[];
  /** Category columns, the broadest first. */
  readonly categories: readonly string[];
  readonly amounts: RowAmounts;
  readonly qty: Decimal;
  readonly shift?: string;
  readonly elements: Readonly<Partial<Record<Element, boolean>>>;
  /** The row holds a measured value (minutes, rings) of its own. */
  readonly measured?: boolean;
}

export interface Suggestion {
  readonly id: string;
  readonly score: number;
}

/** How a clause was found. */
export type MatchedBy = 'code' | 'known' | 'title' | 'category' | 'wording';

/** What the row's words come to. Only `matched` leads to a record. */
export type ClauseMatch =
  | {
      readonly kind: 'matched';
      readonly clause: Clause;
      readonly by: MatchedBy;
      readonly score: number;
      readonly runnerUp?: Suggestion;
      readonly reason: Problem;
      /** Things that do not fit but do not outweigh an explicit code. */
      readonly warnings: readonly Problem[];
    }
  /** The clause is clear, but the row denies something that it requires. */
  | { readonly kind: 'absent'; readonly clause: Clause; readonly element: Element; readonly reason: Problem }
  | { readonly kind: 'uncertain'; readonly suggestions: readonly Suggestion[]; readonly reason: Problem }
  | { readonly kind: 'unmatched'; readonly suggestions: readonly Suggestion[]; readonly reason: Problem };
