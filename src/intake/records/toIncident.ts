import { formatDay } from '../../facts/date';
import { formatDecimal, type Decimal } from '../../facts/decimal';
import type { Incident } from '../../facts/incident';
import type { Person } from '../../facts/person';
import type { Clause } from '../../rulebook/clause';
import { asksForChoice } from '../matching/amounts';
import { ELEMENTS, type Element } from '../matching/elements';
import type { ClauseMatch, RowEvidence, Suggestion } from '../matching/evidence';
import { matchClause } from '../matching/matchClause';
import { cellText } from '../values/text';
import { confirmationKey, type RecordContext, type RecordOutput } from './context';
import { chosenSanctions } from './discipline';
import type { NumberReading, RecordDraft } from './draft';
import { exemptionOf, flagsOf, knownFlags, statesExcuse } from './flags';
import { measureOf, minutesInText, needsFacts, readTriggers, ringsInText } from './measures';
import { readApproval, readKind, readLevel, readStatus, readVerified, type AppealStatus } from './status';
import { resolvePerson, resolveSubject, type SubjectRef, type SubjectResolution } from './subject';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Params = Readonly<Record<string, string | number>>;

const ELEMENT_FIELDS: Readonly<Record<Element, string>> = {
  dispute: 'flag.dispute',
  downstream: 'flag.downstream',
  validComplaint: 'flag.validComplaint',
};

const ONE: Decimal = { digits: 1n, scale: 0 };

const number = (reading: NumberReading): Decimal | undefined =>
  reading === 'unreadable' ? undefined : reading;
const shorten = (text: string): string => text.slice(0, 60);

/** Turns one row into an incident, or sets it aside or drops it with the reason. Exactly one of the three happens. */
export function settleDraft(draft: RecordDraft, context: RecordContext, into: RecordOutput): void {
  new Settling(draft, context, into).run();
}

class Settling {
  private readonly at: { readonly sheet: string; readonly row: number; readonly column?: string };

  constructor(
    private readonly draft: RecordDraft,
    private readonly context: RecordContext,
    private readonly into: RecordOutput,
  ) {
    const { sheet, row, column } = draft;
    this.at = { sheet, row, ...(column === undefined ? {} : { column }) };
  }

  run(): void {
    const { draft, context } = this;
    const confirmed =
      context.confirmations.size === 0
        ? undefined
        : context.confirmations.get(confirmationKey(draft.sheet, draft.row));
    const subject = this.subject(confirmed?.person);
    const key = subject.kind === 'subject' ? subject.key : undefined;
    if (confirmed?.clause === null) return this.drop('NOT_ASSESSED', key);
    const appeal = this.appeal();
    if (appeal === 'upheld') return this.drop('APPEAL_UPHELD', key);
    if (appeal === 'void')
      return this.drop('RECORD_VOID', key, { text: shorten(draft.statusText || draft.appealText) });
    const approval = readApproval(draft.approvalTexts);
    if (approval === 'refused')
      return this.drop('RECORD_NOT_APPROVED', key, { text: shorten(draft.approvalTexts.join(' ')) });
    if (draft.day !== undefined && draft.day > context.latest) {
      this.finding('warning', 'DATE_IN_FUTURE', 'date', { date: formatDay(draft.day) });
      return this.drop('DATE_IN_FUTURE', key, { date: formatDay(draft.day) });
    }
    const verified = readVerified(draft.verifiedText);
    const match = this.match(confirmed?.clause);
    const issues = context.rulebook.issues !== undefined;
    if (verified === false && (!issues || match.kind !== 'matched' || key === undefined)) {
      return this.drop('NOT_VERIFIED', key, { text: shorten(draft.verifiedText) });
    }
    if (draft.day === undefined)
      return this.aside(draft.dateProblem ?? 'DATE_MISSING', key, { text: draft.dateText });
    if (subject.kind === 'unresolved') return this.unknownSubject(subject);
    if (subject.note === 'NAME_DIFFERS')
      this.finding('warning', 'PERSON_NAME_DIFFERS', 'name', {
        name: draft.who?.name ?? '',
        person: subject.key,
      });
    if (appeal === 'partial')
      return this.aside('APPEAL_PARTIAL', subject.key, {
        text: shorten(draft.appealText || draft.statusText),
      });
    if (approval === 'open')
      return this.aside('APPROVAL_OPEN', subject.key, { text: shorten(draft.approvalTexts.join(' ')) });
    if (verified === null)
      return this.aside('VERIFIED_UNCLEAR', subject.key, { text: shorten(draft.verifiedText) });
    if (match.kind !== 'matched') return this.unmatched(match, subject.key);
    if (appeal === 'pending')
      this.finding('info', 'APPEAL_PENDING', 'appealStatus', { clause: match.clause.id });
    this.build(match, subject, verified);
  }

  private subject(confirmed: string | undefined): SubjectResolution {
    const { draft, context } = this;
    if (confirmed !== undefined) return { kind: 'subject', key: confirmed };
    const ref: Mutable<SubjectRef> = { team: draft.team, department: draft.department };
    if (draft.who !== undefined) ref.who = draft.who;
    if (draft.customer !== undefined) ref.customer = draft.customer;
    if (draft.day !== undefined) ref.day = draft.day;
    return resolveSubject(context.subjects, ref);
  }

  /** The appeals sheet decides over the record's own columns; an upheld appeal anywhere counts. */
  private appeal(): AppealStatus {
    const { draft, context } = this;
    const own = [draft.appealText, draft.statusText].map(readStatus).filter((status) => status !== 'none');
    for (const id of draft.recordIds) {
      const outcome = context.appeals.get(id);
      if (outcome === undefined) continue;
      if (own.includes('upheld') && outcome.status !== 'upheld') {
        this.finding('warning', 'APPEAL_CONFLICT', 'appealStatus', {
          sheet: outcome.sheet,
          row: outcome.row,
        });
      }
      return outcome.status;
    }
    return own[0] ?? 'none';
  }

  private match(confirmed: string | null | undefined): ClauseMatch {
    const { draft, context } = this;
    if (typeof confirmed === 'string') {
      const clause = context.matcher.byId.get(confirmed);
      if (clause !== undefined) {
        return {
          kind: 'matched',
          clause,
          by: 'known',
          score: 1,
          reason: { code: 'MATCH_CONFIRMED' },
          warnings: [],
        };
      }
    }
    return matchClause(context.matcher, evidenceOf(draft));
  }

  private unmatched(match: Exclude<ClauseMatch, { kind: 'matched' }>, subject: string): void {
    const text = shorten(this.draft.texts[0] ?? cellText(this.draft.codes[0] ?? null));
    if (match.kind === 'absent') {
      return this.drop('ELEMENT_ABSENT', subject, { clause: match.clause.id, element: match.element });
    }
    const code = this.draft.addition
      ? 'ADDITION_UNMATCHED'
      : match.kind === 'uncertain'
        ? 'CLAUSE_UNCERTAIN'
        : 'CLAUSE_UNMATCHED';
    const params: Params = { text, why: match.reason.code };
    this.finding('warning', code, 'violation', params);
    this.aside(code, subject, params, match.suggestions);
  }

  private unknownSubject(subject: Extract<SubjectResolution, { kind: 'unresolved' }>): void {
    const field = subject.code.startsWith('TEAM')
      ? 'team'
      : subject.code.startsWith('CUSTOMER')
        ? 'customer'
        : 'name';
    const params: Params = { name: subject.name, suggestions: subject.suggestions.join('、') };
    this.finding('warning', subject.code, field, params);
    this.into.setAside.push({
      ...this.at,
      code: subject.code,
      params,
      subjects: subject.candidates,
      dates: this.draft.day === undefined ? [] : [this.draft.day],
      suggestions: subject.suggestions.map((id) => ({ id, score: 0.5 })),
    });
  }

  private build(
    match: Extract<ClauseMatch, { kind: 'matched' }>,
    subject: { readonly key: string; readonly person?: Person },
    verified: boolean | undefined,
  ): void {
    const { draft, context } = this;
    const { clause } = match;
    const problem = this.unusable(clause);
    if (problem !== undefined)
      return this.aside(problem.code, subject.key, { clause: clause.id, text: problem.text });
    if (number(draft.qty)?.digits === 0n) return this.drop('QTY_ZERO', subject.key);
    for (const warning of match.warnings) {
      this.finding(
        'warning',
        warning.code,
        warning.code === 'AMOUNT_DIFFERS' ? amountField(warning.params?.type) : 'clause',
        warning.params ?? {},
      );
    }
    const incident = this.incident(clause, subject.key, verified, this.headOf(clause, subject.person));
    if (draft.linked !== '')
      this.finding('warning', 'LINKED_PERSON', 'linked', { text: shorten(draft.linked) });
    if (incident !== undefined) this.into.incidents.push(incident);
    else this.aside('LOG_VALUE_MISSING', subject.key, { clause: clause.id });
    if (context.rulebook.issues !== undefined && incident !== undefined && verified !== false)
      this.missingIssueFields(clause, incident);
  }

  /** What of the row cannot be read although the clause needs it. */
  private unusable(clause: Clause): { code: string; text: string } | undefined {
    const { draft } = this;
    const qty = draft.qty;
    if (qty === 'unreadable') return { code: 'QTY_UNREADABLE', text: '' };
    if (qty !== undefined && (qty.digits < 0n || !isWhole(qty)))
      return { code: 'QTY_INVALID', text: formatDecimal(qty) };
    const measure = measureOf(clause);
    if (measure === 'minutes' && draft.minutes === 'unreadable')
      return { code: 'VALUE_UNREADABLE', text: '' };
    if (measure !== 'none' && measure !== 'minutes' && draft.measured === 'unreadable')
      return { code: 'VALUE_UNREADABLE', text: '' };
    if (asksForChoice(clause) && (draft.chosenPoints === 'unreadable' || draft.chosenPct === 'unreadable')) {
      return { code: 'CHOICE_UNREADABLE', text: '' };
    }
    return undefined;
  }

  private incident(
    clause: Clause,
    subject: string,
    verified: boolean | undefined,
    head: string | undefined,
  ): Incident | undefined {
    const { draft, context } = this;
    const value = this.value(clause);
    if (needsFacts(clause) && value === undefined) return undefined;
    const triggers = readTriggers(context.matcher, clause, draft.texts);
    const hit = number(draft.triggersHit);
    const triggersHit = hit === undefined ? triggers.hit : Number(hit.digits);
    const qty = number(draft.qty);
    const issues = context.rulebook.issues !== undefined;
    const kind = issues ? (readKind(draft.kindText) ?? readKind(draft.levelText)) : undefined;
    const level = issues ? readLevel(draft.levelText) : undefined;
    const discipline = chosenSanctions(clause, draft.sanction);
    const headDiscipline = chosenSanctions(clause, draft.headSanction);
    const incident: Mutable<Incident> = { date: draft.day!, subject, clause: clause.id, source: this.at };
    if (qty !== undefined && (qty.digits !== 1n || qty.scale !== 0)) incident.qty = qty;
    if (value !== undefined) incident.value = value;
    if (triggers.trigger !== undefined) incident.trigger = triggers.trigger;
    if (triggersHit > 1) incident.triggersHit = triggersHit;
    if (draft.eventId !== '') incident.eventId = draft.eventId;
    this.setFlags(clause, incident);
    if (draft.shift !== '') incident.shift = shiftName(draft.shift);
    if (kind !== undefined) incident.kind = kind;
    if (level !== undefined) incident.level = level;
    if (head !== undefined) incident.head = head;
    this.setChoices(clause, incident);
    if (discipline.length > 0) incident.chosenDiscipline = discipline;
    if (headDiscipline.length > 0) incident.headDiscipline = headDiscipline;
    if (verified !== undefined && issues) incident.verified = verified;
    if (draft.verifiedOn !== undefined) incident.verifiedOn = draft.verifiedOn;
    if (draft.settledOn !== undefined) incident.settledOn = draft.settledOn;
    if (draft.acceptedOn !== undefined) incident.acceptedOn = draft.acceptedOn;
    return incident;
  }

  private value(clause: Clause): Decimal | undefined {
    const { draft } = this;
    const measure = measureOf(clause);
    if (measure === 'rings') return number(draft.measured) ?? ringsInText(draft.texts.join(';'));
    if (measure === 'other') return number(draft.measured);
    if (measure !== 'minutes') return undefined;
    const column = number(draft.minutes) ?? number(draft.measured);
    const words = minutesInText(draft.texts.join(';'));
    if (column !== undefined && words !== undefined && formatDecimal(column) !== formatDecimal(words)) {
      this.finding('warning', 'VALUE_CONFLICT', 'minutes', {
        column: formatDecimal(column),
        text: formatDecimal(words),
      });
    }
    return column ?? words;
  }

  private setFlags(clause: Clause, incident: Mutable<Incident>): void {
    const { draft } = this;
    const known = knownFlags(clause);
    const read = flagsOf(draft, clause, known);
    const flags: string[] = [...read.flags];
    for (const field of read.unreadable)
      this.finding('warning', 'FLAG_UNREADABLE', field, { clause: clause.id });
    for (const { field, flag } of read.conflicts)
      this.finding('warning', 'FLAG_CONFLICT', field, { clause: clause.id, flag });
    const exemption = known.has('exempt') ? exemptionOf(draft) : { exempt: false, reason: '' };
    if (exemption.exempt) flags.push('exempt');
    const excused = draft.excused === true || (draft.excused === undefined && statesExcuse(draft.remarks));
    if (known.has('excused') && excused) flags.push('excused');
    if (flags.length > 0) incident.flags = flags;
    if (exemption.exempt && exemption.reason !== '') incident.exemptReason = exemption.reason;
  }

  /** What a person chose: columns made for it, else the row's amounts where the clause leaves them open. */
  private setChoices(clause: Clause, incident: Mutable<Incident>): void {
    const { draft } = this;
    if (!asksForChoice(clause)) return;
    const points = magnitude(number(draft.chosenPoints) ?? number(draft.points));
    const pct = magnitude(number(draft.chosenPct) ?? number(draft.pct));
    if (points !== undefined) incident.chosenPoints = points;
    if (pct !== undefined) incident.chosenPct = pct;
  }

  private headOf(clause: Clause, person: Person | undefined): string | undefined {
    const { draft, context } = this;
    if (clause.jointLiability === undefined || draft.day === undefined) return undefined;
    if (draft.head !== undefined) return context.heads.named(draft.head);
    const known = person ?? (draft.who === undefined ? undefined : personOf(context, draft));
    return context.heads.of(known, draft.department, draft.day);
  }

  private missingIssueFields(clause: Clause, incident: Incident): void {
    if (incident.kind === undefined) this.finding('warning', 'KIND_MISSING', 'kind', { clause: clause.id });
    else if (incident.kind === '投诉' && incident.level === undefined)
      this.finding('warning', 'LEVEL_MISSING', 'complaintLevel', { clause: clause.id });
    if (clause.jointLiability !== undefined && incident.head === undefined)
      this.finding('warning', 'HEAD_MISSING', 'head', { clause: clause.id });
  }

  private finding(severity: 'warning' | 'info', code: string, field: string, params: Params): void {
    this.into.finding(
      severity,
      code,
      { sheet: this.draft.sheet, address: this.draft.addressOf(field) },
      params,
    );
  }

  private drop(code: string, subject: string | undefined, params?: Params): void {
    this.into.dropped.push({
      ...this.at,
      code,
      ...(params === undefined ? {} : { params }),
      ...(subject === undefined ? {} : { subject }),
      ...(this.draft.day === undefined ? {} : { date: this.draft.day }),
    });
  }

  private aside(
    code: string,
    subject: string | undefined,
    params: Params,
    suggestions: readonly Suggestion[] = [],
  ): void {
    this.into.setAside.push({
      ...this.at,
      code,
      params,
      subjects: subject === undefined ? [] : [subject],
      dates: this.draft.day === undefined ? [] : [this.draft.day],
      ...(suggestions.length === 0 ? {} : { suggestions: suggestions.slice(0, 5) }),
    });
  }
}

function personOf(context: RecordContext, draft: RecordDraft) {
  const found = draft.who === undefined ? undefined : resolvePerson(context.subjects, draft.who);
  return found?.kind === 'subject' ? found.person : undefined;
}

/** What the row says that helps to find its clause. */
export function evidenceOf(draft: RecordDraft): RowEvidence {
  const elements: Partial<Record<Element, boolean>> = {};
  for (const element of ELEMENTS) {
    const flag = draft.flags.get(ELEMENT_FIELDS[element]);
    if (typeof flag === 'boolean') elements[element] = flag;
  }
  const [points, fine, pct] = [number(draft.points), number(draft.money), number(draft.pct)];
  return {
    codes: draft.codes.filter(
      (code): code is string | number => typeof code === 'string' || typeof code === 'number',
    ),
    texts: draft.texts,
    categories: draft.categories,
    amounts: {
      ...(points === undefined ? {} : { points }),
      ...(fine === undefined ? {} : { fine_yuan: fine }),
      ...(pct === undefined ? {} : { performance_pct: pct }),
      ...(draft.addition ? { given: true } : {}),
    },
    qty: number(draft.qty) ?? ONE,
    ...(draft.shift === '' ? {} : { shift: draft.shift }),
    elements,
    measured: number(draft.measured) !== undefined || number(draft.minutes) !== undefined,
  };
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
