import { checkedDecimal, compareDecimals, subtractDecimals, type Decimal } from '../../facts/decimal';
import { resolveSwitch } from '../primitives';
import type { LintContext } from './finding';
import { coexist, isRecorded, type ClauseState } from './states';

interface Bound {
  readonly value: Decimal;
  readonly inclusive: boolean;
}

/** The measured values that a clause is about; one of the bounds is there. */
export interface Band {
  readonly state: ClauseState;
  /** What is measured; clauses of one family share it. */
  readonly family: string;
  readonly low?: Bound | undefined;
  readonly high?: Bound | undefined;
}

const UNIT = '(分钟|小时|天|日|次|人|户|声|单|件|%)';
const BETWEEN = new RegExp(`(\\d+(?:\\.\\d+)?)${UNIT}?[-~至到](\\d+(?:\\.\\d+)?)${UNIT}`);
const ABOVE = new RegExp(
  `(?<!不)(超过|大于|多于|高于)(\\d+(?:\\.\\d+)?)${UNIT}|(?:满|达到?|不少于|不低于)(\\d+(?:\\.\\d+)?)${UNIT}(?!以[内下])|(\\d+(?:\\.\\d+)?)${UNIT}\\(?(?:含\\)|及)?以上`,
);
const BELOW = new RegExp(
  `(不足|未满|不满|少于|低于|小于)(\\d+(?:\\.\\d+)?)${UNIT}|(?:不超过|不多于|不高于)(\\d+(?:\\.\\d+)?)${UNIT}|(\\d+(?:\\.\\d+)?)${UNIT}\\(?(?:含\\)|及)?(?:以内|以下|内)`,
);
const NEGATED = /不(少于|低于)$/;
/** Words between the measured thing and its bound. */
const FILLERS = /(每[次天月日]|当[月日]|累计|时间|时长|在|达|的|为|于|不)+$/;

function bound(text: string | undefined, inclusive: boolean): Bound | undefined {
  return text === undefined ? undefined : { value: checkedDecimal(text), inclusive };
}

/** The first band that a statement names, with the words before it. */
function statedBand(
  statement: string,
): { thing: string; unit: string; low?: Bound; high?: Bound } | undefined {
  const text = statement.normalize('NFKC').replace(/\s/g, '');
  const between = BETWEEN.exec(text);
  const above = ABOVE.exec(text);
  const below = BELOW.exec(text);
  const first = [between, above, below].filter((match) => match !== null).map((match) => match.index);
  if (first.length === 0) return undefined;
  const start = Math.min(...first);
  const before = text.slice(0, start).replace(/^.*[,;。:、()]/, '');
  const thing = before.replace(FILLERS, '').replace(NEGATED, '').slice(-2);
  const low = between
    ? bound(between[1], true)
    : bound(above?.[2] ?? above?.[4] ?? above?.[6], above?.[1] === undefined);
  const high = between
    ? bound(between[3], true)
    : bound(below?.[2] ?? below?.[4] ?? below?.[6], below?.[1] === undefined);
  const units = [between?.[4], above?.[3], above?.[5], above?.[7], below?.[3], below?.[5], below?.[7]];
  const unit = units.find((each) => each !== undefined)!;
  return { thing, unit, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

function bandOf(state: ClauseState, context: LintContext): Band | undefined {
  const { count, statement } = state.clause;
  const stated = statedBand(statement.zh);
  if (count.mode === 'measure_threshold') {
    const low = bound(count.value, resolveSwitch(count.inclusive, context.readings));
    const above = (high: Bound): boolean => low !== undefined && compareDecimals(high.value, low.value) > 0;
    const said = stated?.high !== undefined && above(stated.high) ? stated.high : undefined;
    const { upTo } = count;
    const end = upTo && bound(upTo.value, resolveSwitch(upTo.inclusive, context.readings));
    return { state, family: count.measure, low, high: end ?? said };
  }
  if (count.mode === 'rate_below') {
    const below = (low: Bound): boolean => compareDecimals(low.value, checkedDecimal(count.limit)) < 0;
    const low = stated?.low !== undefined && below(stated.low) ? stated.low : undefined;
    return { state, family: count.measure, low, high: bound(count.limit, false) };
  }
  if (count.mode !== 'occurrence' || stated === undefined || stated.thing.length < 2) return undefined;
  return { state, family: `${stated.thing} ${stated.unit}`, low: stated.low, high: stated.high };
}

/** From the lowest start up; without one, from the lowest end. */
function compareBands(a: Band, b: Band): number {
  if (a.low !== undefined && b.low !== undefined) {
    return compareDecimals(a.low.value, b.low.value) || Number(b.low.inclusive) - Number(a.low.inclusive);
  }
  if (a.low !== undefined || b.low !== undefined) return a.low === undefined ? -1 : 1;
  return compareDecimals(a.high!.value, b.high!.value);
}

/** Families of clauses that share a measure, each sorted from the lowest band up; clauses in one overlap group go together. */
export function bandFamilies(context: LintContext): Band[][] {
  const families = new Map<string, Band[]>();
  for (const state of context.states.filter(({ clause }) => isRecorded(clause))) {
    const band = bandOf(state, context);
    if (band !== undefined) families.set(band.family, [...(families.get(band.family) ?? []), band]);
  }
  return [...families.values()].map((bands) => bands.sort(compareBands));
}

/** Neighbours of a family that are different clauses in force together. */
export function neighbours(bands: readonly Band[]): [Band, Band][] {
  return bands.flatMap((lower, index): [Band, Band][] => {
    const upper = bands
      .slice(index + 1)
      .find(({ state }) => coexist(state, lower.state) && state.clause.id !== lower.state.clause.id);
    return upper === undefined ? [] : [[lower, upper]];
  });
}

const WHOLE = { digits: 1n, scale: 0 };

/** Whether falling short weighs more the further it goes (低于95%, 低于90%), not passing a bound. */
export function fallsShort(bands: readonly Band[]): boolean {
  const [bottom, top] = [bands[0], bands.at(-1)];
  return bottom?.low === undefined && bottom?.high?.inclusive === false && top?.high !== undefined;
}

/** How the end of one band meets the start of the next. */
export function meeting({ high }: Band, { low }: Band): 'overlap' | 'gap' | 'close' {
  if (high === undefined || low === undefined) return 'overlap';
  const side = compareDecimals(high.value, low.value);
  if (side > 0) return 'overlap';
  if (side === 0) {
    if (high.inclusive && low.inclusive) return 'overlap';
    return high.inclusive || low.inclusive ? 'close' : 'gap';
  }
  // 1–5, 6–10: whole units follow one another
  const step = compareDecimals(subtractDecimals(low.value, high.value), WHOLE);
  return high.inclusive && low.inclusive && step <= 0 ? 'close' : 'gap';
}
