import { dayOf, lastDay, monthOfDay, type Day, type MonthKey } from '../../facts/date';
import { formatDecimal, type Decimal } from '../../facts/decimal';
import type { Incident } from '../../facts/incident';
import type { Metric, MetricName } from '../../facts/metric';
import type { Clause, Derive } from '../../rulebook/clause';
import type { RecordContext, RecordOutput } from '../records/context';
import type { DraftedIncidents } from '../records/duplicates';
import { resolveSubject } from '../records/subject';
import type { SheetFacts } from '../types';

type FromMetric = Extract<Derive, { from: 'metric' }>;
type Field = keyof FromMetric['fields'];

/** Metrics between two pauses. */
const SLICE = 1000;

/** Metrics with their subjects found; those of nobody known are set aside. Yields between slices. */
export function* matchMetrics(
  facts: readonly SheetFacts[],
  context: RecordContext,
  into: RecordOutput,
): Generator<void, Metric[]> {
  let count = 0;
  const metrics: Metric[] = [];
  const used = new Set<MetricName>();
  for (const clause of context.rulebook.clauses) {
    for (const rule of clause.derive ?? [])
      if (rule.from === 'metric') Object.values(rule.fields).forEach((name) => used.add(name));
  }
  for (const { who, team, ...metric } of facts.flatMap((sheet) => sheet.metrics)) {
    count += 1;
    if (count % SLICE === 0) yield;
    const day = metric.day ?? lastDay(metric.month);
    const found = resolveSubject(context.subjects, {
      ...(who === undefined ? {} : { who }),
      team: team ?? '',
      department: '',
      day,
    });
    if (found.kind === 'subject') metrics.push({ ...metric, subject: found.key });
    else if (used.has(metric.name)) {
      into.setAside.push({
        ...metric.source,
        code: found.code,
        params: { name: found.name || (team ?? ''), suggestions: found.suggestions.join('、') },
        subjects: found.candidates,
        dates: [day],
        suggestions: found.suggestions.map((id) => ({ id, score: 0.5 })),
      });
    } else
      into.dropped.push({
        ...metric.source,
        code: 'METRIC_NOT_USED',
        params: { metric: metric.name },
        date: day,
      });
  }
  return metrics;
}

/** Fields without which a record cannot be made; the others may be missing (not done yet). */
const NEEDED: ReadonlySet<Field> = new Set<Field>([
  'value',
  'collected',
  'due',
  'reported',
  'actual',
  'attrition',
  'last',
]);

/**
 * Turns metrics into records. Measures of one record stand on one row, or else for the same subject, month and
 * day. Where attendance or the log gave the same record already, that one stays.
 */
export function deriveFromMetrics(
  metrics: readonly Metric[],
  logged: DraftedIncidents,
  derived: readonly Incident[],
  context: RecordContext,
  into: RecordOutput,
): Incident[] {
  if (metrics.length === 0) return [];
  const existing = new Map<string, { readonly incident: Incident; readonly log: boolean }>();
  for (const incident of derived)
    existing.set(`${incident.subject}\u0000${incident.clause}\u0000${incident.date}`, {
      incident,
      log: false,
    });
  for (const incident of logged.incidents) {
    existing.set(`${incident.subject}\u0000${incident.clause}\u0000${incident.date}`, {
      incident,
      log: true,
    });
  }
  const result: Incident[] = [];
  for (const clause of context.rulebook.clauses) {
    for (const rule of clause.derive ?? []) {
      if (rule.from !== 'metric') continue;
      for (const group of groupMetrics(rule, metrics, into)) {
        const incident = toIncident(clause, rule, group);
        if (incident === undefined) continue;
        const twin = existing.get(`${incident.subject}\u0000${incident.clause}\u0000${incident.date}`);
        if (twin === undefined) result.push(incident);
        else duplicate(incident, twin, into);
      }
    }
  }
  return result;
}

function duplicate(
  incident: Incident,
  twin: { readonly incident: Incident; readonly log: boolean },
  into: RecordOutput,
): void {
  const { source } = incident;
  const other = twin.incident.source;
  if (source === undefined || other === undefined) return;
  const at = { sheet: source.sheet, address: `${source.column ?? 'A'}${source.row}` };
  const params = { sheet: other.sheet, row: other.row };
  const [a, b] = [twin.incident.value, incident.value].map((value) =>
    value === undefined ? '' : formatDecimal(value),
  );
  if (a !== b)
    into.finding('warning', 'CONFLICTING_VALUES', at, { ...params, kept: a ?? '', other: b ?? '' });
  else into.finding('info', 'OVERLAPPING_SOURCES', at, { sheet: other.sheet });
  into.dropped.push({
    ...source,
    code: 'DUPLICATE_EVENT',
    params,
    subject: incident.subject,
    date: incident.date,
  });
}

type Group = ReadonlyMap<Field, Metric>;

function groupMetrics(rule: FromMetric, metrics: readonly Metric[], into: RecordOutput): Group[] {
  const fieldOf = new Map<MetricName, Field>(
    Object.entries(rule.fields).map(([field, name]) => [name, field as Field]),
  );
  const groups = new Map<string, Map<Field, Metric>>();
  for (const metric of metrics) {
    const field = fieldOf.get(metric.name);
    if (field === undefined) continue;
    const key = `${metric.subject}\u0000${metric.month}\u0000${metric.day ?? ''}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = new Map();
      groups.set(key, group);
    }
    const known = group.get(field);
    if (known === undefined) group.set(field, metric);
    else if (!sameValue(known, metric)) {
      const at = {
        sheet: metric.source.sheet,
        address: `${metric.source.column ?? 'A'}${metric.source.row}`,
      };
      into.finding('warning', 'CONFLICTING_VALUES', at, {
        sheet: known.source.sheet,
        row: known.source.row,
        kept: shown(known),
        other: shown(metric),
      });
      into.setAside.push({
        ...metric.source,
        code: 'CONFLICTING_VALUES',
        params: {
          sheet: known.source.sheet,
          row: known.source.row,
          kept: shown(known),
          other: shown(metric),
        },
        subjects: [metric.subject],
        dates: [metric.day ?? lastDay(metric.month)],
      });
    }
  }
  return [...groups.values()];
}

const shown = (metric: Metric): string =>
  metric.number !== undefined ? formatDecimal(metric.number) : String(metric.on ?? metric.at?.day ?? '');

const sameValue = (a: Metric, b: Metric): boolean =>
  shown(a) === shown(b) && (a.at?.second ?? -1) === (b.at?.second ?? -1);

function toIncident(clause: Clause, rule: FromMetric, group: Group): Incident | undefined {
  const fields = Object.keys(rule.fields) as Field[];
  if (fields.some((field) => NEEDED.has(field) && group.get(field) === undefined)) return undefined;
  const [first] = [...group.values()];
  if (first === undefined) return undefined;
  const number = (field: Field): Decimal | undefined => group.get(field)?.number;
  if (group.has('last') && number('last')?.digits === 0n) return undefined;
  const at = group.get('submittedAt')?.at;
  const on = group.get('submittedOn')?.on;
  const replenished = group.get('replenishedOn')?.on;
  return {
    date: dateOf(clause, first, on),
    subject: first.subject,
    clause: clause.id,
    ...(rule.trigger === undefined ? {} : { trigger: rule.trigger }),
    ...numbers(number),
    ...(at === undefined ? {} : { submittedAt: at }),
    ...(on === undefined ? {} : { submittedOn: on }),
    ...(replenished === undefined ? {} : { replenishedOn: replenished }),
    ...(group.has('last') ? { last: true } : {}),
    source: first.source,
  };
}

function numbers(number: (field: Field) => Decimal | undefined): Partial<Incident> {
  const found: Partial<Record<'value' | 'collected' | 'due' | 'reported' | 'actual' | 'attrition', Decimal>> =
    {};
  for (const field of ['value', 'collected', 'due', 'reported', 'actual', 'attrition'] as const) {
    const value = number(field);
    if (value !== undefined) found[field] = value;
  }
  return found;
}

/** The day of the measure; without one the nominal due day of a deadline, or the last day of the month. */
function dateOf(clause: Clause, metric: Metric, submitted: Day | undefined): Day {
  if (metric.day !== undefined) return metric.day;
  if (clause.count.mode !== 'deadline_dom') return lastDay(metric.month);
  const month = submitted === undefined ? metric.month : dueMonth(metric.month, submitted);
  return dayOf(Math.floor(month / 12), (month % 12) + 1, clause.count.day) ?? lastDay(month);
}

/** A report listed under a month was due in it, or in the next month where it came only then. */
function dueMonth(listed: MonthKey, submitted: Day): MonthKey {
  return monthOfDay(submitted) === listed + 1 ? listed + 1 : listed;
}
