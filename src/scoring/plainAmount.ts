import { parseDecimal } from '../facts/decimal';
import type { Incident } from '../facts/incident';
import type { Clause } from '../rulebook/clause';
import { countingKindOf } from '../rulebook/counting';
import { isByReading } from '../rulebook/primitives';
import type { RuleVersion } from './dayIndex';
import type { Entry } from './entry';
import { chargeRecords } from './month';
import type { RecordKind } from './recordShape';
import type { RuleClause, Ruleset } from './ruleset';

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

/** Amounts of clauses that no setting touches, which are the same under every ruleset. */
const settled = new WeakMap<Clause, Map<number, PlainAmount | undefined>>();

/** What a bare record of a kind brings per unit, undefined where that cannot be said of a record alone. */
export function plainAmount(
  kind: RecordKind,
  version: RuleVersion,
  ruleset: Ruleset,
): PlainAmount | undefined {
  const rule = ruleset.clausesOn(ruleset.ruleDay(version.day, version.month)).get(kind.clause);
  if (kind.inFull || rule === undefined || !standsAlone(rule, ruleset)) return undefined;
  const { clause } = rule;
  if (rule.general.length > 0) return chargedAmount(kind, rule, version, ruleset);
  let amounts = settled.get(clause);
  if (amounts === undefined && !hasSettings(clause)) {
    amounts = new Map<number, PlainAmount | undefined>();
    settled.set(clause, amounts);
  }
  if (amounts?.has(kind.shape) === true) return amounts.get(kind.shape);
  const amount = chargedAmount(kind, rule, version, ruleset);
  amounts?.set(kind.shape, amount);
  return amount;
}

/** Whether something in a clause is left to a reading or a parameter. */
function hasSettings(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if (isByReading(part) || (part as { kind?: unknown }).kind === 'unset') return true;
  return Object.values(part).some(hasSettings);
}

/**
 * The amount as charging one such record gives it, so that no amount is computed in a second way. Undefined
 * where the record is refused or brings more than numbers.
 */
function chargedAmount(
  kind: RecordKind,
  rule: RuleClause,
  version: RuleVersion,
  ruleset: Ruleset,
): PlainAmount | undefined {
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
function standsAlone(rule: RuleClause, ruleset: Ruleset): boolean {
  const { clause } = rule;
  if (!countingKindOf(clause.count).plain || rule.repeats) return false;
  if (clause.sameDay !== undefined && ruleset.resolve(clause.sameDay) === 'once') return false;
  return !rule.contradicts;
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
    many?.deducted === one.deducted * times &&
    many.added === one.added * times &&
    many.fine === one.fine * times &&
    many.pct === one.pct * times
  );
}
