import { formatDay } from '../../../../src/facts/date';
import { formatDecimal } from '../../../../src/facts/decimal';
import type { SheetEvent, SheetFacts, SheetMetric } from '../../../../src/intake/types';

/** One event in one line: `周晓兰 2026-10-09 late 14 上班1`. */
export function eventLine(event: SheetEvent): string {
  return [
    event.who.name || event.who.id,
    formatDay(event.day),
    event.kind,
    event.leaveType,
    event.minutes === undefined ? undefined : `${formatDecimal(event.minutes)}min`,
    event.days === undefined ? undefined : `${formatDecimal(event.days)}d`,
    event.slot,
    event.shift,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

export function metricLine(metric: SheetMetric): string {
  return [
    metric.who?.name ?? metric.team ?? '*',
    metric.name,
    metric.day === undefined ? `month ${metric.month}` : formatDay(metric.day),
    metric.number === undefined ? undefined : formatDecimal(metric.number),
    metric.on === undefined ? undefined : formatDay(metric.on),
    metric.at === undefined ? undefined : `${formatDay(metric.at.day)}+${metric.at.second}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Header -> field of the columns in use. */
export function fieldsOf(facts: SheetFacts): Record<string, string> {
  return Object.fromEntries(
    facts.reading.columns.flatMap(({ header, field }) => (field === undefined ? [] : [[header, field]])),
  );
}

export const codes = (rows: readonly { readonly code: string }[]): string[] => rows.map((row) => row.code);
