import type { Day } from '../facts/date';
import type { ComplaintLevel, IssueKind } from './issue';

/** What assessment needs of an effect; the effects of a rulebook's clause fit. */
export interface CaseEffect {
  readonly type: string;
  readonly dir?: string | undefined;
  readonly kind?: string | undefined;
  readonly min?: string | undefined;
  readonly choice?: string | undefined;
  readonly options?: readonly string[] | undefined;
  readonly open_list?: boolean | undefined;
  readonly when?: { readonly kind?: string | undefined; readonly level?: string | undefined } | undefined;
}

/** The department head's share, as a rulebook's clause states it; `applies` and `sanction` depend on readings. */
export interface CaseJointLiability {
  readonly clause: string;
  readonly min: string;
  readonly kind: string;
  readonly applies: readonly unknown[];
  readonly sanction?: unknown;
}

/** What assessment needs of a clause; a rulebook's clause fits. */
export interface CaseClause {
  readonly id: string;
  readonly subject: string;
  readonly effects: readonly CaseEffect[];
  readonly jointLiability?: readonly CaseJointLiability[] | undefined;
}

/** The rulebook that issues are assessed by, under the readings in force. */
export interface CaseRules {
  readonly clauseOn: (id: string, day: Day) => CaseClause | undefined;
  /** A setting of the rulebook under the readings in force. */
  readonly resolve: (setting: unknown) => unknown;
  /** Whether a 投诉 costs the points of a 抱怨 besides its sanction. */
  readonly complaintCostsPoints: boolean;
}

/** The minimum of points and the sanctions to choose from that a clause gives for a kind and level. */
export interface Range {
  readonly minPoints?: string | undefined;
  readonly sanctions?: { readonly options: readonly string[]; readonly open: boolean } | undefined;
}

export function rangeOf(
  clause: CaseClause,
  kind: IssueKind,
  level: ComplaintLevel | undefined,
  rules: CaseRules,
): Range {
  const points = clause.effects.find(
    (effect) =>
      effect.type === 'points' &&
      effect.kind === 'min' &&
      ((effect.when?.kind ?? kind) === kind || (kind === '投诉' && rules.complaintCostsPoints)),
  );
  const sanctions = clause.effects.find(
    ({ type, when }) =>
      type === 'discipline' &&
      (when?.kind ?? kind) === kind &&
      (when?.level === undefined || when.level === String(level ?? '')),
  );
  return {
    ...(points?.min === undefined ? {} : { minPoints: points.min }),
    ...(sanctions?.options === undefined
      ? {}
      : { sanctions: { options: sanctions.options, open: sanctions.open_list === true } }),
  };
}

/** Whether the clause's consequence for a 投诉 depends on its level. */
export function needsLevel(clause: CaseClause): boolean {
  return clause.effects.some(({ when }) => when?.level !== undefined);
}
