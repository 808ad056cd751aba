import { parseDecimal } from '../facts/decimal';
import type { Incident } from '../facts/incident';
import { countingKindOf } from '../rulebook/counting';
import type { RuleVersion } from './dayIndex';
import type { Entry } from './entry';
import type { RecordKind } from './factTable';
import { chargeRecords } from './month';
import { countSpansMonths, type RuleClause, type Ruleset } from './ruleset';

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

/** How a charged record is counted: by whether it costs points, money or pay. */
export type Tally = 'costly' | 'free';

/** What a bare record of a kind brings per unit. */
export interface PlainAmount {
  readonly points: number;
  readonly adds: boolean;
  readonly fine: number;
  readonly pct: number;
  /** Position in `Ruleset.categories`. */
  readonly category: number;
  readonly charged: boolean;
  readonly tally: Tally;
}

/**
 * What a bare record of a kind brings per unit: worked out by charging one, so that no amount is computed in a
 * second way. Undefined where it depends on other records, is refused or brings more than numbers.
 */
export function plainAmount(kind: RecordKind, version: RuleVersion, ruleset: Ruleset): PlainAmount | undefined {
  const rule = ruleset.clausesOn(ruleset.ruleDay(version.day, version.month)).get(kind.clause);
  if (kind.inFull || rule === undefined || !standsAlone(rule, version, ruleset)) return undefined;
  const one = chargeBare(kind, 1n, version, ruleset);
  if (one === undefined || (one.deducted !== 0 && one.added !== 0)) return undefined;
  const factor = parseDecimal(rule.clause.multiplier?.factor ?? '1');
  if (factor !== undefined && factor.scale > 0 && kind.flags.length > 0) {
    const many = 10n ** BigInt(factor.scale);
    // A factor that leaves part of the smallest unit is rounded once a record and not once a unit.
    if (!isMultiple(chargeBare(kind, many, version, ruleset), one, Number(many))) return undefined;
  }
  return {
    points: one.deducted + one.added,
    adds: one.added !== 0,
    fine: one.fine,
    pct: one.pct,
    category: ruleset.categories.indexOf(one.category),
    charged: one.charged,
    tally: one.deducted > 0 || one.fine > 0 || one.pct > 0 ? 'costly' : 'free',
  };
}

/** Whether bare records of a clause count for themselves, whatever else happened in the month. */
function standsAlone(rule: RuleClause, version: RuleVersion, ruleset: Ruleset): boolean {
  const { clause } = rule;
  if (!countingKindOf(clause.count).plain || clause.escalation !== undefined) return false;
  if (clause.sameDay !== undefined && ruleset.resolve(clause.sameDay) === 'once') return false;
  const rules = ruleset.clausesOn(ruleset.ruleDay(version.day, version.month));
  for (const { clause: other } of rules.values()) {
    if (other.count.mode === 'state' && other.count.conflict?.clause === clause.id) return false;
  }
  return true;
}

function chargeBare(
  kind: RecordKind,
  units: bigint,
  version: RuleVersion,
  ruleset: Ruleset,
): Entry | undefined {
  const incident: Incident = {
    date: version.day,
    subject: '',
    clause: kind.clause,
    qty: { digits: units, scale: 0 },
    flags: kind.flags,
  };
  const { entries, refusals } = chargeRecords([{ incident, index: 0 }], version.month, ruleset);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1 || refusals.length > 0) return undefined;
  const lists = [entry.discipline, entry.liability, entry.obligations, entry.privileges];
  return lists.some((list) => list.length > 0) ? undefined : entry;
}

function isMultiple(many: Entry | undefined, one: Entry, times: number): boolean {
  return (
    many !== undefined &&
    many.deducted === one.deducted * times &&
    many.added === one.added * times &&
    many.fine === one.fine * times &&
    many.pct === one.pct * times
  );
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
