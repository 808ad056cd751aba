import { z } from 'zod';
import { absDiffPerDay } from './absDiffPerDay';
import { bonusCategory, bonusCleanMonth, process, tier, totalReached } from './computed';
import { countThreshold } from './countThreshold';
import { deadlineClock } from './deadlineClock';
import { deadlineDayOfMonth } from './deadlineDayOfMonth';
import { deadlineWorkdays } from './deadlineWorkdays';
import { excessPerDay } from './excessPerDay';
import { flagOnAnyRecord } from './flagOnAnyRecord';
import type { CountingKind } from './kind';
import { measureThreshold } from './measureThreshold';
import { occurrence } from './occurrence';
import { perHour } from './perHour';
import { quotaShortfall } from './quotaShortfall';
import { rankLast } from './rankLast';
import { rateBelow } from './rateBelow';
import { state } from './state';
import { treatAs } from './treatAs';

/** Every way of counting there is. */
const KINDS = [
  occurrence,
  measureThreshold,
  excessPerDay,
  absDiffPerDay,
  quotaShortfall,
  rateBelow,
  rankLast,
  deadlineClock,
  deadlineDayOfMonth,
  deadlineWorkdays,
  perHour,
  state,
  countThreshold,
  treatAs,
  flagOnAnyRecord,
  bonusCategory,
  bonusCleanMonth,
  totalReached,
  tier,
  process,
] as const;

export const countSchema = z.discriminatedUnion('mode', [
  occurrence.schema,
  measureThreshold.schema,
  excessPerDay.schema,
  absDiffPerDay.schema,
  quotaShortfall.schema,
  rateBelow.schema,
  rankLast.schema,
  deadlineClock.schema,
  deadlineDayOfMonth.schema,
  deadlineWorkdays.schema,
  perHour.schema,
  state.schema,
  countThreshold.schema,
  treatAs.schema,
  flagOnAnyRecord.schema,
  bonusCategory.schema,
  bonusCleanMonth.schema,
  totalReached.schema,
  tier.schema,
  process.schema,
]);

export type Count = z.infer<typeof countSchema>;

export type CountMode = Count['mode'];
export type CountOf<M extends CountMode> = Extract<Count, { mode: M }>;

const byMode = new Map<string, CountingKind<Count>>(
  KINDS.map((kind) => [kind.mode, kind as unknown as CountingKind<Count>]),
);

/** The definition of a way of counting. */
export function countingKindOf(count: Count): CountingKind<Count> {
  const kind = byMode.get(count.mode);
  if (kind === undefined) throw new Error(`no way of counting ${count.mode}`);
  return kind;
}

export type { CountContext, Counted, Reason } from './kind';
