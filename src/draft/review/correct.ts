import { compareDecimals, parseDecimal, toScaled } from '../../facts/decimal';
import type { Clause } from '../../rulebook/clause';
import {
  effectFields,
  effectsOf,
  type AmountFields,
  type EffectFields,
} from '../../rulebook/edit/effectForm';
import { attendanceKindsOf, takesAttendance, withAttendance } from './attendance';
import { UNKNOWN_UNIT } from '../countOf';
import { findItem, replaceItem, type Review } from './review';

/** A band as a person types it; `isInclusive`, `isEndInclusive`: the number itself belongs to it. */
export interface BoundForm {
  readonly unit: string;
  readonly value: string;
  readonly isInclusive: boolean;
  /** '' = no upper end. */
  readonly upTo: string;
  readonly isEndInclusive: boolean;
}

/** A clause as a person corrects it. */
export interface ClauseForm {
  readonly title: string;
  readonly statement: string;
  readonly category: string;
  /** '' = the text does not say. */
  readonly unit: string;
  /** What it brings. An exact amount without a number is still open. */
  readonly effects: readonly EffectFields[];
  /** From where to where it counts, where something is measured. */
  readonly bound?: BoundForm | undefined;
  /** Whether events of attendance sheets are counted by themselves; undefined where the words speak of none. */
  readonly takesAttendance?: boolean | undefined;
}

/** Fields of a form that cannot be taken. */
export type FormFault =
  'title' | 'statement' | 'category' | 'unit' | 'amount' | 'range' | 'sanctions' | 'bound';

export function formOf(clause: Clause): ClauseForm {
  const { count } = clause;
  return {
    title: clause.title.zh,
    statement: clause.statement.zh,
    category: clause.category,
    unit: count.unit === UNKNOWN_UNIT ? '' : count.unit,
    effects: clause.effects.map((effect) => opened(effectFields(effect))),
    bound: boundOf(count),
    takesAttendance: attendanceKindsOf(clause).length > 0 ? takesAttendance(clause) : undefined,
  };
}

function boundOf(count: Clause['count']): BoundForm | undefined {
  if (count.mode !== 'measure_threshold' || typeof count.inclusive !== 'boolean') return undefined;
  const { measureUnit: unit, value, inclusive, upTo } = count;
  const isEndInclusive = upTo === undefined || upTo.inclusive === true;
  return { unit, value, isInclusive: inclusive, upTo: upTo?.value ?? '', isEndInclusive };
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();

/** An open amount waits for its number in the field of an exact one. */
const opened = (fields: EffectFields): EffectFields =>
  fields.is === 'amount' && fields.kind === 'unset' ? { ...fields, kind: 'exact' } : fields;

const closed = (fields: EffectFields): EffectFields =>
  fields.is === 'amount' && fields.kind === 'exact' && plain(fields.low) === ''
    ? { ...fields, kind: 'unset' }
    : fields;

function effectFault(fields: EffectFields): FormFault | undefined {
  if (fields.is === 'other') return undefined;
  if (fields.is === 'sanction') return fields.options.trim() === '' ? 'sanctions' : undefined;
  const { kind, low, high } = closed(fields) as AmountFields;
  const [from, to] = [plain(low), plain(high)];
  if (kind === 'unset') return undefined;
  if (!isAmountText(from) || (kind === 'range' && !isAmountText(to))) return 'amount';
  return kind === 'range' && (toScaled(from, 1000) ?? 0) >= (toScaled(to, 1000) ?? 0) ? 'range' : undefined;
}

const isAmountText = (text: string): boolean => {
  const scaled = toScaled(text, 1000);
  return scaled !== undefined && scaled >= 0 && !text.startsWith('+');
};

/** What of a form cannot be taken, in the order of its fields; none = it can. */
export function formFaults(form: ClauseForm): FormFault[] {
  const faults: FormFault[] = (['title', 'statement', 'category', 'unit'] as const).filter(
    (field) => plain(form[field]) === '',
  );
  faults.push(...form.effects.map(effectFault).filter((fault) => fault !== undefined));
  if (form.bound !== undefined && !isBand(form.bound)) faults.push('bound');
  return faults;
}

function isBand({ value, upTo }: BoundForm): boolean {
  const [low, high] = [parseDecimal(plain(value)), parseDecimal(plain(upTo))];
  if (low === undefined) return false;
  return plain(upTo) === '' || (high !== undefined && compareDecimals(low, high) <= 0);
}

/**
 * The clause with what a person typed. Conditions of an amount stay as they were read.
 * @throws Error for a form with faults
 */
export function clauseWith(clause: Clause, form: ClauseForm): Clause {
  if (formFaults(form).length > 0) throw new Error('a form with faults');
  const { bound } = form;
  const counted = { ...clause.count, unit: plain(form.unit) };
  const text = (was: Clause['title'], now: string): Clause['title'] =>
    was.zh === now.trim() ? was : { zh: now.trim(), en: now.trim() };
  const corrected: Clause = {
    ...clause,
    title: text(clause.title, form.title),
    statement: text(clause.statement, form.statement),
    category: plain(form.category),
    count: bound === undefined ? counted : withBound(counted, bound),
    effects: effectsOf(form.effects.map(closed)),
  };
  return withAttendance(corrected, form.takesAttendance === true);
}

function withBound(count: Clause['count'], bound: BoundForm): Clause['count'] {
  if (count.mode !== 'measure_threshold') return count;
  const { upTo: _upTo, ...open } = count;
  const from = { ...open, value: plain(bound.value), inclusive: bound.isInclusive };
  const end = plain(bound.upTo);
  return end === '' ? from : { ...from, upTo: { value: end, inclusive: bound.isEndInclusive } };
}

/** Takes a person's correction: it answers whatever was asked, and accepts the clause. */
export function correctItem(review: Review, id: string, form: ClauseForm): Review {
  const item = findItem(review, id);
  if (item === undefined) return review;
  const clause = clauseWith(item.clause, form);
  return replaceItem(review, id, [{ ...item, clause, questions: [], confidence: 1, decision: 'accepted' }]);
}
