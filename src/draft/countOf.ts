import type { Count, CountOf } from '../rulebook/counting';
import type { DraftClause } from './types';

/** Stands for what the text does not say is counted. */
export const UNKNOWN_UNIT = '未写明';
/** What most rules count by. */
export const USUAL_UNIT = '次';

type Measured = CountOf<'measure_threshold'>;

const ABOVE = /^(minutes|hours|days)(>=?)(\d+(?:\.\d+)?)$/;
const WITHIN = /^(minutes|hours|days)(<=?)(\d+(?:\.\d+)?)$/;
const BAND = /^(minutes|hours|days) in ([[(])(\d+(?:\.\d+)?),(\d+(?:\.\d+)?)([\])])$/;
const RATE = /^rate<(\d+(?:\.\d+)?)%/;
const TREATED = /^(?:直接)?(?:按照?|以|作为|作|视为|视同|视作|根据|算作?)(.+?)(?:处理|论处|计算|论|计)?$/;
const MEASURE_UNITS: Readonly<Record<string, string>> = { minutes: '分钟', hours: '小时', days: '天' };

/** How a clause of a draft counts. What the file format cannot say about a threshold counts each time. */
export function countOf(
  clause: Pick<DraftClause, 'unit' | 'direction' | 'threshold' | 'per_step' | 'consequence'>,
): Count {
  const unit = clause.unit ?? UNKNOWN_UNIT;
  if (clause.direction === 'none') {
    const as = TREATED.exec(clause.consequence ?? '')?.[1];
    if (as !== undefined) return { mode: 'treat_as', unit, as, target: null };
  }
  const threshold = clause.per_step === undefined ? (clause.threshold ?? '') : '';
  const measured = measuredBand(threshold, unit);
  if (measured !== undefined) return measured;
  const rate = RATE.exec(threshold);
  if (rate !== null) {
    return { mode: 'rate_below', unit, measure: 'rate', limit: rate[1] ?? '', cause: 'automatic' };
  }
  return { mode: 'occurrence', unit };
}

function measuredBand(threshold: string, unit: string): Measured | undefined {
  const [, name = '', sign = '', low = ''] = ABOVE.exec(threshold) ?? [];
  if (name !== '') return band(name, unit, { value: low, inclusive: sign === '>=' });
  const [, within = '', end = '', high = ''] = WITHIN.exec(threshold) ?? [];
  if (within !== '')
    return band(within, unit, { value: '0', inclusive: false }, { value: high, inclusive: end === '<=' });
  const [, measure = '', open = '', from = '', to = '', close = ''] = BAND.exec(threshold) ?? [];
  return measure === ''
    ? undefined
    : band(measure, unit, { value: from, inclusive: open === '[' }, { value: to, inclusive: close === ']' });
}

type End = NonNullable<Measured['upTo']>;

const band = (measure: string, unit: string, from: End, upTo?: End): Measured => ({
  mode: 'measure_threshold',
  unit,
  measure,
  measureUnit: MEASURE_UNITS[measure] ?? measure,
  ...from,
  ...(upTo === undefined ? {} : { upTo }),
});
