import type { Day } from '../facts/date';
import type { Clause } from '../rulebook/clause';
import { clauseOn, isInForce, revisionsAround, ruleChanges } from '../rulebook/effective';
import type { Effect } from '../rulebook/effects';
import type { Rulebook } from '../rulebook/rulebook';

/** A clause as it stands in one version, with what is asked of every record looked up once. */
export interface RuleClause {
  readonly clause: Clause;
  /** Position in the rulebook. */
  readonly order: number;
  readonly flags: ReadonlySet<string>;
  /** The revision by which it stands so, and the next one after it. */
  readonly revisions: ReturnType<typeof revisionsAround>;
  /** Repeats within the month matter under some version of the clause. */
  readonly repeats: boolean;
  /** A state of the same version that its records contradict. */
  readonly contradicts: boolean;
  /** Effects that any record of the rulebook may bring by a flag. */
  readonly general: readonly {
    readonly clause: string;
    readonly flag: string;
    readonly effects: readonly Effect[];
  }[];
}

/** Index of the stretch between rising days that a day lies in; a stretch begins with its day. */
export function stretchOf(day: Day, changes: readonly Day[]): number {
  let index = 0;
  while (index < changes.length && changes[index]! <= day) index += 1;
  return index;
}

/** The clauses of a rulebook by day. No setting has a part in them, so they are worked out once for a rulebook. */
export class RulebookVersions {
  /** Days on which a rule changes, rising. */
  readonly changes: readonly Day[];
  private readonly versions = new Map<number, ReadonlyMap<string, RuleClause>>();

  constructor(private readonly rulebook: Rulebook) {
    this.changes = ruleChanges(rulebook);
  }

  /** All clauses in force on a day, by id. */
  clausesOn(day: Day): ReadonlyMap<string, RuleClause> {
    const version = stretchOf(day, this.changes);
    let known = this.versions.get(version);
    if (known === undefined) {
      known = rulesOn(this.rulebook, day);
      this.versions.set(version, known);
    }
    return known;
  }
}

const known = new WeakMap<Rulebook, RulebookVersions>();

export function versionsOf(rulebook: Rulebook): RulebookVersions {
  let versions = known.get(rulebook);
  if (versions === undefined) {
    versions = new RulebookVersions(rulebook);
    known.set(rulebook, versions);
  }
  return versions;
}

function rulesOn(rulebook: Rulebook, day: Day): ReadonlyMap<string, RuleClause> {
  const clauses = isInForce(rulebook, day) ? rulebook.clauses : [];
  const inForce = clauses.flatMap((clause, order) => {
    const current = clauseOn(clause, day);
    return current === undefined ? [] : [{ clause: current, order }];
  });
  const general = inForce.flatMap(({ clause }) =>
    clause.count.mode === 'flag_on_any_record'
      ? [{ clause: clause.id, flag: clause.count.flag, effects: clause.effects }]
      : [],
  );
  const conflicting = new Set(
    inForce.map(({ clause: { count } }) => (count.mode === 'state' ? count.conflict?.clause : undefined)),
  );
  return new Map(
    inForce.map(({ clause, order }): [string, RuleClause] => {
      const generalHere = clause.count.mode === 'flag_on_any_record' ? [] : general;
      const written = rulebook.clauses[order]!;
      const rule: RuleClause = {
        clause,
        order,
        general: generalHere,
        flags: knownFlags(clause, generalHere),
        revisions: revisionsAround(written, day),
        repeats: hasRepeats(written),
        contradicts: conflicting.has(clause.id),
      };
      return [clause.id, rule];
    }),
  );
}

function hasRepeats(clause: Clause): boolean {
  return [clause, ...(clause.revisions ?? [])].some(({ escalation }) => Boolean(escalation));
}

/** Flags that a record of the clause may carry; any other is refused. */
function knownFlags(clause: Clause, general: readonly { readonly flag: string }[]): ReadonlySet<string> {
  const flags = new Set<string>(general.map((rule) => rule.flag));
  for (const effect of [...clause.effects, ...(clause.escalation?.effects ?? [])]) {
    if (effect.when?.flag !== undefined) flags.add(effect.when.flag);
    if (effect.when?.flag_not !== undefined) flags.add(effect.when.flag_not);
  }
  if (clause.multiplier !== undefined) {
    flags.add(clause.multiplier.flag);
    clause.multiplier.parts?.flags.forEach((flag) => flags.add(flag));
  }
  if (clause.escalation?.orFlag !== undefined) flags.add(clause.escalation.orFlag);
  if (clause.exemption?.flag !== undefined) flags.add(clause.exemption.flag);
  if (clause.excusable === true) flags.add('excused');
  if (clause.count.mode === 'rate_below') flags.add('cause_confirmed');
  if (clause.count.mode === 'flag_on_any_record') flags.add(clause.count.flag);
  return flags;
}
