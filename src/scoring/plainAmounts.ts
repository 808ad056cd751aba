import { countingKindOf } from '../rulebook/counting';
import type { RuleVersion } from './dayIndex';
import type { RecordKind } from './factTable';
import { plainAmount, type Tally } from './plainAmount';
import { countSpansMonths, type Ruleset } from './ruleset';

/** What may be said of a record from its kind alone. */
export const FIXED = 0;
/** Never charged. */
export const CHECKED = 3;
/** Must be looked at with the other such records of its subject's month. */
export const OPEN = 1;
/** Open, and may matter in other months than that of its date. */
export const ROAMING = 2;

/** Whether records of a state are charged with others rather than summed up. */
export function isOpenState(state: number | undefined): boolean {
  return state !== FIXED && state !== CHECKED;
}

/** Whether records of a clause may matter in months other than their own under some version of the rules. */
function roams(clauseId: string, ruleset: Ruleset): boolean {
  const days = [(ruleset.changes[0] ?? 1) - 1, ...ruleset.changes];
  return days.some((day) => {
    const count = ruleset.clausesOn(day).get(clauseId)?.clause.count;
    return count === undefined || countingKindOf(count).source === 'computed' || countSpansMonths(count);
  });
}

/** Amounts of every kind under every version of the rules, as columns for the fold. */
export interface PlainAmounts {
  readonly kindCount: number;
  readonly versionCount: number;
  /** `FIXED`, `CHECKED`, `OPEN` or `ROAMING`. Index = version * kindCount + kind, in all columns. */
  readonly state: Uint8Array;
  readonly points: Float64Array;
  /** Position in a slot of sums that the points belong to. */
  readonly pointsPlace: Uint16Array;
  /** Position in a slot of sums that counts the record. */
  readonly tallyPlace: Uint16Array;
  readonly fine: Float64Array;
  readonly pct: Float64Array;
  readonly hasMoney: boolean;
}

/** Where the sums of a slot stand: deductions by category first, then these. */
export interface SlotPlaces {
  readonly added: number;
  readonly tally: Readonly<Record<Tally, number>>;
}

export function compileAmounts(
  kinds: readonly RecordKind[],
  versions: readonly RuleVersion[],
  places: SlotPlaces,
  ruleset: Ruleset,
): PlainAmounts {
  const size = kinds.length * versions.length;
  const amounts = {
    kindCount: kinds.length,
    versionCount: versions.length,
    state: new Uint8Array(size).fill(OPEN),
    points: new Float64Array(size),
    pointsPlace: new Uint16Array(size),
    tallyPlace: new Uint16Array(size),
    fine: new Float64Array(size),
    pct: new Float64Array(size),
    hasMoney: false,
  };
  const roaming = new Map<string, boolean>();
  const roamsCached = (clause: string): boolean => {
    const known = roaming.get(clause) ?? roams(clause, ruleset);
    roaming.set(clause, known);
    return known;
  };
  versions.forEach((version, v) => {
    kinds.forEach((kind, k) => {
      const at = v * kinds.length + k;
      if (roamsCached(kind.clause)) {
        amounts.state[at] = ROAMING;
        return;
      }
      const amount = plainAmount(kind, version, ruleset);
      if (amount === undefined) return;
      amounts.state[at] = amount.charged ? FIXED : CHECKED;
      amounts.points[at] = amount.points;
      amounts.pointsPlace[at] = amount.adds ? places.added : amount.category;
      amounts.tallyPlace[at] = places.tally[amount.tally];
      amounts.fine[at] = amount.fine;
      amounts.pct[at] = amount.pct;
      amounts.hasMoney ||= amount.fine !== 0 || amount.pct !== 0;
    });
  });
  return amounts;
}
