import { formatDecimal, type Decimal } from '../../facts/decimal';
import type { Incident } from '../../facts/incident';
import type { Clause } from '../../rulebook/clause';
import { asksForChoice } from '../matching/amounts';
import type { ClauseMatch } from '../matching/evidence';
import type { Matcher } from '../matching/matcher';
import type { Severity } from '../types';
import { chosenSanctions } from './discipline';
import type { NumberReading, RowWords } from './draft';
import { exemptionOf, flagsOf, knownFlags, statesExcuse } from './flags';
import { measureOf, minutesInText, needsFacts, readTriggers, ringsInText } from './measures';
import { readKind, readLevel } from './status';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Params = Readonly<Record<string, string | number>>;

/** Something to be looked at, at the cell of a field of the row. */
export interface FieldFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly field: string;
  readonly params: Params;
}

/** What the words of a row decide of an incident, beside its clause. */
export type Stated = Omit<Incident, 'date' | 'subject' | 'clause' | 'source' | 'eventId' | 'head'>;

/** What a record of one clause takes from the words of a row. */
export interface Charge {
  readonly clause: Clause;
  /** What cannot be read although the clause needs it: the row is set aside. */
  readonly problem?: { readonly code: string; readonly text: string };
  /** The quantity is 0: nothing happened. */
  readonly none: boolean;
  /** False where the clause needs a fact that the row does not give. */
  readonly complete: boolean;
  /** What the record says beside its clause; undefined where that is nothing, as in most rows. */
  readonly more?: Stated;
  readonly findings: readonly FieldFinding[];
}

const number = (reading: NumberReading): Decimal | undefined =>
  reading === 'unreadable' ? undefined : reading;

/** Reads what the clause asks of the words. `verified`: whether the matter was found true, where that is said. */
export function chargeOf(
  words: RowWords,
  { clause, warnings }: Extract<ClauseMatch, { kind: 'matched' }>,
  verified: boolean | undefined,
  matcher: Matcher,
): Charge {
  const problem = unusable(words, clause);
  if (problem !== undefined) return { clause, problem, none: false, complete: false, findings: [] };
  if (number(words.qty)?.digits === 0n) return { clause, none: true, complete: true, findings: [] };
  const findings: FieldFinding[] = warnings.map(({ code, params }) => ({
    severity: 'warning',
    code,
    field: code === 'AMOUNT_DIFFERS' ? amountField(params?.type) : 'clause',
    params: params ?? {},
  }));
  const stated = statedOf(words, clause, verified, matcher, findings);
  if (words.linked !== '')
    findings.push({
      severity: 'warning',
      code: 'LINKED_PERSON',
      field: 'linked',
      params: { text: words.linked.slice(0, 60) },
    });
  const complete = stated !== undefined;
  const plain = stated === undefined || Object.keys(stated).length === 0;
  return { clause, none: false, complete, findings, ...(plain ? {} : { more: stated }) };
}

/** What of the row cannot be read although the clause needs it. */
function unusable(words: RowWords, clause: Clause): { code: string; text: string } | undefined {
  const { qty } = words;
  if (qty === 'unreadable') return { code: 'QTY_UNREADABLE', text: '' };
  if (qty !== undefined && (qty.digits < 0n || !isWhole(qty)))
    return { code: 'QTY_INVALID', text: formatDecimal(qty) };
  const measure = measureOf(clause);
  if (measure === 'minutes' && words.minutes === 'unreadable') return { code: 'VALUE_UNREADABLE', text: '' };
  if (measure !== 'none' && measure !== 'minutes' && words.measured === 'unreadable')
    return { code: 'VALUE_UNREADABLE', text: '' };
  if (asksForChoice(clause) && (words.chosenPoints === 'unreadable' || words.chosenPct === 'unreadable')) {
    return { code: 'CHOICE_UNREADABLE', text: '' };
  }
  return undefined;
}

function statedOf(
  words: RowWords,
  clause: Clause,
  verified: boolean | undefined,
  matcher: Matcher,
  findings: FieldFinding[],
): Stated | undefined {
  const value = valueOf(words, clause, findings);
  if (needsFacts(clause) && value === undefined) return undefined;
  const triggers = readTriggers(matcher, clause, words.texts);
  const hit = number(words.triggersHit);
  const triggersHit = hit === undefined ? triggers.hit : Number(hit.digits);
  const qty = number(words.qty);
  const issues = matcher.rulebook.issues !== undefined;
  const kind = issues ? (readKind(words.kindText) ?? readKind(words.levelText)) : undefined;
  const level = issues ? readLevel(words.levelText) : undefined;
  const discipline = chosenSanctions(clause, words.sanction);
  const headDiscipline = chosenSanctions(clause, words.headSanction);
  const stated: Mutable<Stated> = {};
  if (qty !== undefined && (qty.digits !== 1n || qty.scale !== 0)) stated.qty = qty;
  if (value !== undefined) stated.value = value;
  if (triggers.trigger !== undefined) stated.trigger = triggers.trigger;
  if (triggersHit > 1) stated.triggersHit = triggersHit;
  setFlags(words, clause, stated, findings);
  if (words.shift !== '') stated.shift = shiftName(words.shift);
  if (kind !== undefined) stated.kind = kind;
  if (level !== undefined) stated.level = level;
  setChoices(words, clause, stated);
  if (discipline.length > 0) stated.chosenDiscipline = discipline;
  if (headDiscipline.length > 0) stated.headDiscipline = headDiscipline;
  if (verified !== undefined && issues) stated.verified = verified;
  if (words.verifiedOn !== undefined) stated.verifiedOn = words.verifiedOn;
  if (words.settledOn !== undefined) stated.settledOn = words.settledOn;
  if (words.acceptedOn !== undefined) stated.acceptedOn = words.acceptedOn;
  return stated;
}

function valueOf(words: RowWords, clause: Clause, findings: FieldFinding[]): Decimal | undefined {
  const measure = measureOf(clause);
  if (measure === 'rings') return number(words.measured) ?? ringsInText(words.texts.join(';'));
  if (measure === 'other') return number(words.measured);
  if (measure !== 'minutes') return undefined;
  const column = number(words.minutes) ?? number(words.measured);
  const text = minutesInText(words.texts.join(';'));
  if (column !== undefined && text !== undefined && formatDecimal(column) !== formatDecimal(text)) {
    findings.push({
      severity: 'warning',
      code: 'VALUE_CONFLICT',
      field: 'minutes',
      params: { column: formatDecimal(column), text: formatDecimal(text) },
    });
  }
  return column ?? text;
}

function setFlags(words: RowWords, clause: Clause, stated: Mutable<Stated>, findings: FieldFinding[]): void {
  const known = knownFlags(clause);
  const read = flagsOf(words, clause, known);
  const flags: string[] = [...read.flags];
  for (const field of read.unreadable)
    findings.push({ severity: 'warning', code: 'FLAG_UNREADABLE', field, params: { clause: clause.id } });
  for (const { field, flag } of read.conflicts)
    findings.push({ severity: 'warning', code: 'FLAG_CONFLICT', field, params: { clause: clause.id, flag } });
  const exemption = known.has('exempt') ? exemptionOf(words) : { exempt: false, reason: '' };
  if (exemption.exempt) flags.push('exempt');
  const excused = words.excused === true || (words.excused === undefined && statesExcuse(words.remarks));
  if (known.has('excused') && excused) flags.push('excused');
  if (flags.length > 0) stated.flags = flags;
  if (exemption.exempt && exemption.reason !== '') stated.exemptReason = exemption.reason;
}

/** What a person chose: columns made for it, else the row's amounts where the clause leaves them open. */
function setChoices(words: RowWords, clause: Clause, stated: Mutable<Stated>): void {
  if (!asksForChoice(clause)) return;
  const points = magnitude(number(words.chosenPoints) ?? number(words.points));
  const pct = magnitude(number(words.chosenPct) ?? number(words.pct));
  if (points !== undefined) stated.chosenPoints = points;
  if (pct !== undefined) stated.chosenPct = pct;
}

const isWhole = (value: Decimal): boolean => value.digits % 10n ** BigInt(value.scale) === 0n;

function magnitude(value: Decimal | undefined): Decimal | undefined {
  return value !== undefined && value.digits < 0n ? { digits: -value.digits, scale: value.scale } : value;
}

function amountField(type: string | number | undefined): string {
  return type === 'fine_yuan' ? 'money' : type === 'performance_pct' ? 'pct' : 'points';
}

/** `早班 08:00-17:00` -> `早班`; names without one of the four shifts stay as written. */
function shiftName(text: string): string {
  return /[早中晚夜]班/.exec(text)?.[0] ?? (/^[早中晚夜]$/.test(text) ? `${text}班` : text);
}
