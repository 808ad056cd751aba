import { lastDay } from '../../src/facts/date';
import { formatDecimal, parseDecimal, type Decimal } from '../../src/facts/decimal';
import { PLAIN_WEEKDAYS, type WorkCalendar } from '../../src/facts/workdays';
import { countingKindOf, countSchema, type CountContext } from '../../src/rulebook/counting';
import type { ReadingValue } from '../../src/rulebook/primitives';
import { month, record } from './scoring';

export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(`no decimal ${text}`);
  return parsed;
}

export interface Circumstances {
  readonly month?: string;
  readonly readings?: Readonly<Record<string, ReadingValue>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly calendar?: WorkCalendar;
  /** What earlier records of the same day or month measure. */
  readonly prior?: string;
  /** Units that these count. */
  readonly priorUnits?: string;
  /** False: the record names another behaviour than the measured one. */
  readonly measuredTrigger?: boolean;
}

function contextOf(circumstances: Circumstances): CountContext {
  const {
    readings = {},
    params = {},
    calendar = PLAIN_WEEKDAYS,
    prior = '0',
    priorUnits = '0',
  } = circumstances;
  const key = month(circumstances.month ?? '2026-10');
  return {
    month: key,
    monthEnd: lastDay(key),
    readings,
    calendar,
    param: (id) => (Object.hasOwn(params, id) ? decimal(params[id]!) : undefined),
    prior: decimal(prior),
    priorUnits: decimal(priorUnits),
    measuredTrigger: circumstances.measuredTrigger ?? true,
  };
}

/** Units and reason code that a way of counting gives one record of 2026-10-08. */
export function counted(
  count: unknown,
  fields: Readonly<Record<string, unknown>>,
  circumstances: Circumstances = {},
): { readonly units: string; readonly code: string } {
  const spec = countSchema.parse(count);
  const incident = record({ clause: 'A', ...fields });
  const result = countingKindOf(spec).count?.(
    spec,
    incident,
    incident.qty ?? decimal('1'),
    contextOf(circumstances),
  );
  if (result === undefined) throw new Error(`${spec.mode} counts no records`);
  return { units: formatDecimal(result.units), code: result.reason.code };
}

/** The code with which a way of counting refuses a record, undefined when it takes it. */
export function refusedBy(count: unknown, fields: Readonly<Record<string, unknown>>): string | undefined {
  const spec = countSchema.parse(count);
  return countingKindOf(spec).check?.(spec, record({ clause: 'A', ...fields }), contextOf({}))?.code;
}
