import { checkedDay, firstDay, formatDay, lastDay, monthOfDay, type Day } from '../facts/date';
import { formatDecimal } from '../facts/decimal';
import type { Clause } from '../rulebook/clause';
import { countingKindOf, type Reason } from '../rulebook/counting';
import { isAmount, type Effect } from '../rulebook/effects';
import type { RuleClause, Ruleset } from './ruleset';

/** What was looked at: a clause as it stands on the day whose rules apply, and the day of the event. */
interface Looked {
  readonly rule: RuleClause;
  readonly ruleDay: Day;
  readonly incident: { readonly date: Day };
}

/**
 * Under which version of a clause an entry stands: the revision that applies with its reference, a revision
 * later in the month that does not apply yet, and that the month's end decided where the event's own day had
 * another version. Nothing for a clause that was never revised.
 */
export function revisionReasons({ rule, ruleDay, incident }: Looked, ruleset: Ruleset): readonly Reason[] {
  const { held, next } = rule.revisions;
  const reasons: Reason[] = [];
  if (ruleDay !== incident.date) {
    const onItsDay = ruleset.clausesOn(incident.date).get(rule.clause.id);
    if (onItsDay === undefined || onItsDay.revisions.held?.from !== held?.from)
      reasons.push({ code: 'RULE_OF_MONTH_END', params: { date: formatDay(ruleDay) } });
  }
  if (held !== undefined) {
    reasons.push({ code: 'REVISED', params: { from: held.from, reference: held.reference } });
  }
  if (next !== undefined && checkedDay(next.from) <= lastDay(monthOfDay(ruleDay))) {
    reasons.push({ code: 'REVISED_LATER', params: { from: next.from, reference: next.reference } });
  }
  return reasons;
}

/**
 * Which value of the parameters that were asked for was taken, where it changes within the month. `effects` are
 * those that apply; the parameters are known to be set.
 */
export function paramReasons(
  clause: Clause,
  effects: readonly Effect[],
  ruleDay: Day,
  ruleset: Ruleset,
): readonly Reason[] {
  const open = effects.some((effect) => isAmount(effect) && effect.kind === 'unset');
  const asked = [
    ...(open ? [clause.id] : []),
    ...(countingKindOf(clause.count).params?.(clause.count) ?? []),
  ];
  return asked.flatMap((param) => paramReason(param, ruleDay, ruleset));
}

function paramReason(param: string, ruleDay: Day, { params }: Ruleset): readonly Reason[] {
  const month = monthOfDay(ruleDay);
  const since = params.since(param, ruleDay);
  const next = params.next(param, ruleDay);
  const value = params.on(param, ruleDay)!;
  const told = (code: string, from: Day): Reason => ({
    code,
    params: { param, value: formatDecimal(value), from: formatDay(from) },
  });
  return [
    ...(since !== undefined && since.from > firstDay(month) ? [told('VALUE_SINCE', since.from)] : []),
    ...(next !== undefined && next.from <= lastDay(month) ? [told('VALUE_UNTIL', next.from)] : []),
  ];
}
