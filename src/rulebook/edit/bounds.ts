import type { Count } from '../counting';

/** Where a way of counting states its bound: a decimal, a whole number, or a time of day. */
const BOUNDS: Readonly<Partial<Record<Count['mode'], { key: string; kind: 'decimal' | 'whole' | 'time' }>>> =
  {
    measure_threshold: { key: 'value', kind: 'decimal' },
    excess_per_day: { key: 'allowance', kind: 'decimal' },
    quota_shortfall: { key: 'target', kind: 'decimal' },
    rate_below: { key: 'limit', kind: 'decimal' },
    total_reached: { key: 'points', kind: 'decimal' },
    deadline_clock: { key: 'time', kind: 'time' },
    deadline_dom: { key: 'day', kind: 'whole' },
    deadline_workdays: { key: 'workdays', kind: 'whole' },
  };

/** The bound of a way of counting as text, with the unit it is measured in; undefined where it has none. */
export function boundOf(
  count: Count,
): { readonly value: string; readonly unit?: string | undefined } | undefined {
  const bound = BOUNDS[count.mode];
  if (bound === undefined) return undefined;
  const value = (count as Readonly<Record<string, unknown>>)[bound.key];
  return { value: String(value), unit: 'measureUnit' in count ? count.measureUnit : undefined };
}

/** The same way of counting with another bound and unit; what the bound may be is for loading to say. */
export function withBound(count: Count, { value, unit }: { value?: string; unit?: string }): Count {
  const bound = BOUNDS[count.mode];
  const text = value?.normalize('NFKC').trim();
  return {
    ...count,
    ...(unit === undefined || unit.trim() === '' ? {} : { unit: unit.trim() }),
    ...(bound === undefined || text === undefined
      ? {}
      : { [bound.key]: bound.kind === 'whole' && /^\d+$/.test(text) ? Number(text) : text }),
  };
}
