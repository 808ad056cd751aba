import { formatDay } from '../../facts/date';
import type { Incident, Source } from '../../facts/incident';
import type { Person } from '../../facts/person';
import type { ClauseMatch, Suggestion } from '../matching/evidence';
import type { Confirmation, DroppedRow, SetAsideRow, Severity } from '../types';
import { cellText } from '../values/text';
import type { Charge } from './charge';
import { confirmationKey, type RecordContext, type RecordOutput } from './context';
import { addressOf, type RecordRow } from './draft';
import type { RecordRows } from './recordRows';
import type { AppealStatus } from './status';
import { resolvePerson, resolveSubject, type SubjectRef, type SubjectResolution } from './subject';
import { Verdicts, type Verdict } from './verdict';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Params = Readonly<Record<string, string | number>>;

const shorten = (text: string): string => text.slice(0, 60);

/**
 * Turns rows into incidents, or sets them aside or drops them with the reason. What rows have in common - their words,
 * the person they name - is judged once.
 */
export class Settling {
  private readonly verdicts: Verdicts;
  /** By the numbers of the names. */
  private readonly people: (SubjectResolution | undefined)[] = [];
  /** Whether nothing but the row itself decides what becomes of it. */
  private readonly alone: boolean;

  constructor(
    private readonly rows: RecordRows,
    private readonly context: RecordContext,
    private readonly into: RecordOutput,
  ) {
    this.verdicts = new Verdicts(rows, context.matcher);
    this.alone = context.confirmations.size === 0 && context.appeals.size === 0;
  }

  /** How many wordings were judged so far; all other rows take a fraction of the time. */
  get judged(): number {
    return this.verdicts.count;
  }

  /** The incident of the record at a place; undefined where it was set aside or dropped instead. */
  settle(place: number): Incident | undefined {
    return this.plain(place) ?? this.judge(place);
  }

  /** The incident of a row that leaves nothing to decide, as most do; undefined for any other. */
  private plain(place: number): Incident | undefined {
    const { rows } = this;
    if (!this.alone) return undefined;
    const subject = this.people[rows.namesNumber(place)];
    const { day } = rows.date(place);
    if (subject?.kind !== 'subject' || subject.note !== undefined) return undefined;
    if (day === undefined || day > this.context.latest) return undefined;
    const clause = this.verdicts.of(place).plain;
    if (clause === undefined) return undefined;
    const source = { sheet: rows.words(place).sheet, row: rows.row(place) };
    const eventId = rows.eventId(place);
    return eventId === ''
      ? { date: day, subject: subject.key, clause: clause.id, source }
      : { date: day, subject: subject.key, clause: clause.id, source, eventId };
  }

  private judge(place: number): Incident | undefined {
    const { context, rows } = this;
    const record = rows.at(place);
    const { words, date } = record;
    const confirmed =
      context.confirmations.size === 0
        ? undefined
        : context.confirmations.get(confirmationKey(words.sheet, record.row));
    const verdict = this.verdicts.of(place);
    const subject = this.subject(record, rows.namesNumber(place), confirmed?.person);
    const key = subject.kind === 'subject' ? subject.key : undefined;
    if (confirmed?.clause === null) return this.drop(record, 'NOT_ASSESSED', key);
    const appeal = this.appeal(record, verdict);
    if (appeal === 'upheld') return this.drop(record, 'APPEAL_UPHELD', key);
    if (appeal === 'void')
      return this.drop(record, 'RECORD_VOID', key, { text: shorten(words.statusText || words.appealText) });
    if (verdict.approval === 'refused')
      return this.drop(record, 'RECORD_NOT_APPROVED', key, { text: shorten(words.approvalTexts.join(' ')) });
    if (date.day !== undefined && date.day > context.latest) {
      const params = { date: formatDay(date.day) };
      this.finding(record, 'warning', 'DATE_IN_FUTURE', 'date', params);
      return this.drop(record, 'DATE_IN_FUTURE', key, params);
    }
    const match = this.match(verdict, confirmed);
    const issues = context.rulebook.issues !== undefined;
    if (verdict.verified === false && (!issues || match.kind !== 'matched' || key === undefined))
      return this.drop(record, 'NOT_VERIFIED', key, { text: shorten(words.verifiedText) });
    if (date.day === undefined)
      return this.aside(record, date.dateProblem ?? 'DATE_MISSING', key, { text: date.dateText });
    if (subject.kind === 'unresolved') return this.unknownSubject(record, subject);
    if (subject.note === 'NAME_DIFFERS')
      this.finding(record, 'warning', 'PERSON_NAME_DIFFERS', 'name', {
        name: record.names.who?.name ?? '',
        person: subject.key,
      });
    if (appeal === 'partial')
      return this.aside(record, 'APPEAL_PARTIAL', subject.key, {
        text: shorten(words.appealText || words.statusText),
      });
    if (verdict.approval === 'open')
      return this.aside(record, 'APPROVAL_OPEN', subject.key, {
        text: shorten(words.approvalTexts.join(' ')),
      });
    if (verdict.verified === null)
      return this.aside(record, 'VERIFIED_UNCLEAR', subject.key, { text: shorten(words.verifiedText) });
    if (match.kind !== 'matched') return this.unmatched(record, match, verdict, subject.key);
    if (appeal === 'pending')
      this.finding(record, 'info', 'APPEAL_PENDING', 'appealStatus', { clause: match.clause.id });
    return this.build(record, verdict.charge(match), subject, verdict.verified);
  }

  private subject(record: RecordRow, naming: number, confirmed: string | undefined): SubjectResolution {
    if (confirmed !== undefined) return { kind: 'subject', key: confirmed };
    const { subjects } = this.context;
    const { names, words, date } = record;
    // A person or a customer is the same whatever else the row says; a team is not.
    const known = subjects.kind === 'team' ? undefined : this.people[naming];
    if (known !== undefined) return known;
    const ref: Mutable<SubjectRef> = { team: words.team, department: words.department };
    if (names.who !== undefined) ref.who = names.who;
    if (names.customer !== undefined) ref.customer = names.customer;
    if (date.day !== undefined) ref.day = date.day;
    const found = resolveSubject(subjects, ref);
    if (subjects.kind !== 'team') this.people[naming] = found;
    return found;
  }

  /** The appeals sheet decides over the record's own columns; an upheld appeal anywhere counts. */
  private appeal(record: RecordRow, { appeals }: Verdict): AppealStatus {
    const { context } = this;
    if (context.appeals.size > 0) {
      for (const id of record.recordIds) {
        const outcome = context.appeals.get(id);
        if (outcome === undefined) continue;
        if (appeals.includes('upheld') && outcome.status !== 'upheld') {
          this.finding(record, 'warning', 'APPEAL_CONFLICT', 'appealStatus', {
            sheet: outcome.sheet,
            row: outcome.row,
          });
        }
        return outcome.status;
      }
    }
    return appeals[0] ?? 'none';
  }

  private match(verdict: Verdict, confirmed: Confirmation | undefined): ClauseMatch {
    const clause =
      typeof confirmed?.clause === 'string' ? this.context.matcher.byId.get(confirmed.clause) : undefined;
    if (clause === undefined) return verdict.match;
    return {
      kind: 'matched',
      clause,
      by: 'known',
      score: 1,
      reason: { code: 'MATCH_CONFIRMED' },
      warnings: [],
    };
  }

  private unmatched(
    record: RecordRow,
    match: Exclude<ClauseMatch, { kind: 'matched' }>,
    verdict: Verdict,
    subject: string,
  ): undefined {
    const { words } = record;
    if (match.kind === 'absent') {
      const params = { clause: match.clause.id, element: match.element };
      return this.drop(record, 'ELEMENT_ABSENT', subject, params);
    }
    const text = shorten(words.texts[0] ?? cellText(words.codes[0] ?? null));
    const code = words.addition
      ? 'ADDITION_UNMATCHED'
      : match.kind === 'uncertain'
        ? 'CLAUSE_UNCERTAIN'
        : 'CLAUSE_UNMATCHED';
    const params: Params = { text, why: match.reason.code };
    this.finding(record, 'warning', code, 'violation', params);
    return this.aside(record, code, subject, params, verdict.suggestions);
  }

  private unknownSubject(
    record: RecordRow,
    subject: Extract<SubjectResolution, { kind: 'unresolved' }>,
  ): undefined {
    const field = subject.code.startsWith('TEAM')
      ? 'team'
      : subject.code.startsWith('CUSTOMER')
        ? 'customer'
        : 'name';
    const params: Params = { name: subject.name, suggestions: subject.suggestions.join('、') };
    this.finding(record, 'warning', subject.code, field, params);
    this.into.setAside.push({
      ...placeOf(record),
      code: subject.code,
      params,
      subjects: subject.candidates,
      dates: datesOf(record),
      suggestions: subject.suggestions.map((id) => ({ id, score: 0.5 })),
    });
  }

  private build(
    record: RecordRow,
    charge: Charge,
    subject: { readonly key: string; readonly person?: Person },
    verified: boolean | null | undefined,
  ): Incident | undefined {
    const { clause, problem } = charge;
    if (problem !== undefined)
      return this.aside(record, problem.code, subject.key, { clause: clause.id, text: problem.text });
    if (charge.none) return this.drop(record, 'QTY_ZERO', subject.key);
    for (const { severity, code, field, params } of charge.findings)
      this.finding(record, severity, code, field, params);
    if (!charge.complete) return this.aside(record, 'LOG_VALUE_MISSING', subject.key, { clause: clause.id });
    const incident: Mutable<Incident> = {
      date: record.date.day!,
      subject: subject.key,
      clause: clause.id,
      source: placeOf(record),
    };
    if (charge.more !== undefined) Object.assign(incident, charge.more);
    if (record.eventId !== '') incident.eventId = record.eventId;
    if (clause.jointLiability !== undefined) {
      const head = this.headOf(record, subject.person);
      if (head !== undefined) incident.head = head;
    }
    if (this.context.rulebook.issues !== undefined && verified !== false)
      this.missingIssueFields(record, charge, incident);
    return incident;
  }

  private headOf({ words, names, date }: RecordRow, person: Person | undefined): string | undefined {
    const { context } = this;
    if (date.day === undefined) return undefined;
    if (words.head !== undefined) return context.heads.named(words.head);
    const found =
      person !== undefined || names.who === undefined
        ? undefined
        : resolvePerson(context.subjects, names.who);
    const known = found?.kind === 'subject' ? found.person : person;
    return context.heads.of(known, words.department, date.day);
  }

  private missingIssueFields(record: RecordRow, { clause }: Charge, incident: Incident): void {
    const params = { clause: clause.id };
    if (incident.kind === undefined) this.finding(record, 'warning', 'KIND_MISSING', 'kind', params);
    else if (incident.kind === '投诉' && incident.level === undefined)
      this.finding(record, 'warning', 'LEVEL_MISSING', 'complaintLevel', params);
    if (clause.jointLiability !== undefined && incident.head === undefined)
      this.finding(record, 'warning', 'HEAD_MISSING', 'head', params);
  }

  private finding(record: RecordRow, severity: Severity, code: string, field: string, params: Params): void {
    this.into.findings.push({
      code,
      severity,
      sheet: record.words.sheet,
      address: addressOf(record, field),
      params,
    });
  }

  private drop(record: RecordRow, code: string, subject: string | undefined, params?: Params): undefined {
    const { day } = record.date;
    const row: Mutable<DroppedRow> = { sheet: record.words.sheet, row: record.row, code };
    if (record.words.column !== undefined) row.column = record.words.column;
    if (params !== undefined) row.params = params;
    if (subject !== undefined) row.subject = subject;
    if (day !== undefined) row.date = day;
    this.into.dropped.push(row);
  }

  private aside(
    record: RecordRow,
    code: string,
    subject: string | undefined,
    params: Params,
    suggestions: readonly Suggestion[] = NO_SUGGESTIONS,
  ): undefined {
    const row: Mutable<SetAsideRow> = {
      sheet: record.words.sheet,
      row: record.row,
      code,
      params,
      subjects: subject === undefined ? [] : [subject],
      dates: datesOf(record),
    };
    if (record.words.column !== undefined) row.column = record.words.column;
    if (suggestions.length > 0) row.suggestions = suggestions;
    this.into.setAside.push(row);
  }
}

const NO_SUGGESTIONS: readonly Suggestion[] = [];

function placeOf({ words, row }: RecordRow): Source {
  const { sheet, column } = words;
  return column === undefined ? { sheet, row } : { sheet, row, column };
}

const datesOf = ({ date }: RecordRow): readonly number[] => (date.day === undefined ? [] : [date.day]);
