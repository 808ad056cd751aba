import type { RuleVersion } from './dayIndex';
import { plainAmount, type PlainAmount, type Tally } from './plainAmount';
import type { RecordKind } from './recordShape';
import { countSpansMonths, type Ruleset } from './ruleset';

/** In place of a tally: bare records of the kind are never charged. */
export const CHECKED = 0xffff;
/** Must be looked at with the other such records of its subject's month. */
export const OPEN = 0xfffe;
/** Open, and may matter in other months than that of its date. */
export const ROAMING = 0xfffd;

/** Whether records with this in place of a tally are charged with others rather than summed up. */
export function isOpenPlace(tallyPlace: number | undefined): boolean {
  return tallyPlace === undefined || tallyPlace === OPEN || tallyPlace === ROAMING;
}

/** Whether records of a clause may matter in months other than their own under some version of the rules. */
function roams(clauseId: string, ruleset: Ruleset): boolean {
  const days = [(ruleset.changes[0] ?? 1) - 1, ...ruleset.changes];
  return days.some((day) => {
    const count = ruleset.clausesOn(day).get(clauseId)?.clause.count;
    return count !== undefined && countSpansMonths(count);
  });
}

/** Amounts of every kind under every version of the rules, as columns for the fold. */
export interface PlainAmounts {
  readonly kindCount: number;
  readonly versionCount: number;
  /** Per unit. Index = version * kindCount + kind, in all columns. */
  readonly points: Int32Array;
  /** Position in a slot of sums that the points belong to. */
  readonly pointsPlace: Uint16Array;
  /** Position in a slot of sums that counts the record; `CHECKED`, `OPEN` or `ROAMING` where it is not summed up. */
  readonly tallyPlace: Uint16Array;
  readonly fine: Int32Array;
  readonly pct: Int32Array;
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
    points: new Int32Array(size),
    pointsPlace: new Uint16Array(size),
    tallyPlace: new Uint16Array(size).fill(OPEN),
    fine: new Int32Array(size),
    pct: new Int32Array(size),
    hasMoney: false,
  };
  const roaming = new Map<string, boolean>();
  for (const { clause } of kinds) if (!roaming.has(clause)) roaming.set(clause, roams(clause, ruleset));
  versions.forEach((version, v) => {
    kinds.forEach((kind, k) => {
      const at = v * kinds.length + k;
      if (roaming.get(kind.clause) === true) {
        amounts.tallyPlace[at] = ROAMING;
        return;
      }
      const amount = plainAmount(kind, version, ruleset);
      if (amount === undefined || !fitsColumns(amount)) return;
      amounts.points[at] = amount.points;
      amounts.pointsPlace[at] = amount.adds ? places.added : amount.category;
      amounts.tallyPlace[at] = amount.charged ? places.tally[amount.tally] : CHECKED;
      amounts.fine[at] = amount.fine;
      amounts.pct[at] = amount.pct;
      amounts.hasMoney ||= amount.fine !== 0 || amount.pct !== 0;
    });
  });
  return amounts;
}

/** Whether records of all kinds bring the same under both. */
export function isSameAmounts(a: PlainAmounts, b: PlainAmounts): boolean {
  const columns = ['points', 'pointsPlace', 'tallyPlace', 'fine', 'pct'] as const;
  return (
    a.kindCount === b.kindCount &&
    a.versionCount === b.versionCount &&
    columns.every((column) => isSameList(a[column], b[column]))
  );
}

export function isSameList<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

function fitsColumns({ points, fine, pct }: PlainAmount): boolean {
  return [points, fine, pct].every((amount) => (amount | 0) === amount);
}
