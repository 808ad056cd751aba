import type { Day } from '../../facts/date';
import type { WorkCalendar } from '../../facts/workdays';
import type { Rulebook } from '../rulebook';
import { readingsInForce } from '../settings';
import { shippedCalendar } from '../shippedCalendar';
import { amountUnset } from './checks/amountUnset';
import { baseUnset } from './checks/baseUnset';
import { bonusPointless } from './checks/bonusPointless';
import { calendarMissing } from './checks/calendarMissing';
import { catchAllMisplaced } from './checks/catchAllMisplaced';
import { datesBroken } from './checks/datesBroken';
import { duplicateTitle } from './checks/duplicateTitle';
import { heavierCostsLess } from './checks/heavierCostsLess';
import { minimumOpen } from './checks/minimumOpen';
import { moneyClause } from './checks/moneyClause';
import { rangeOpen } from './checks/rangeOpen';
import { rankingCircular } from './checks/rankingCircular';
import { referenceLoop } from './checks/referenceLoop';
import { sameEvent } from './checks/sameEvent';
import { statementDiffers } from './checks/statementDiffers';
import { subjectMixed } from './checks/subjectMixed';
import { thresholdsGap } from './checks/thresholdsGap';
import { thresholdsOverlap } from './checks/thresholdsOverlap';
import { unreachable } from './checks/unreachable';
import { unusedDeclaration } from './checks/unusedDeclaration';
import type { LintCheck, LintContext, LintFinding } from './finding';
import { clauseStates } from './states';

/** Every check, errors first. To add one, add a file and a line. */
export const LINT_CHECKS: readonly LintCheck[] = [
  statementDiffers,
  referenceLoop,
  unreachable,
  amountUnset,
  baseUnset,
  minimumOpen,
  rangeOpen,
  thresholdsOverlap,
  thresholdsGap,
  heavierCostsLess,
  sameEvent,
  catchAllMisplaced,
  subjectMixed,
  rankingCircular,
  bonusPointless,
  calendarMissing,
  datesBroken,
  duplicateTitle,
  unusedDeclaration,
  moneyClause,
];

export interface LintOptions {
  readonly today: Day;
  /** Absent = the calendars that come with the product. */
  readonly calendar?: WorkCalendar | undefined;
}

/**
 * What an experienced administrator would point out about a rulebook, check by check and in the order of the
 * clauses. Faults that keep a rulebook from loading are not among them.
 */
export function lintRulebook(rulebook: Rulebook, { today, calendar }: LintOptions): LintFinding[] {
  const context: LintContext = {
    rulebook,
    states: clauseStates(rulebook),
    readings: readingsInForce(rulebook),
    calendar: calendar ?? shippedCalendar(),
    today,
  };
  const seen = new Set<string>();
  return LINT_CHECKS.flatMap(({ check, severity, look }) =>
    [...look(context)].flatMap(({ clause, params = {} }): LintFinding[] => {
      const key = JSON.stringify([check, clause, params]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ check, severity, ...(clause === undefined ? {} : { clause }), params }];
    }),
  );
}

export type { LintCheck, LintFinding, Severity } from './finding';
