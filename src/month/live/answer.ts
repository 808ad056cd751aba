import { formatDay } from '../../facts/date';
import { PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../../facts/decimal';
import type { Problem } from '../../facts/problem';
import { explanation, t, type Language } from '../../i18n';
import { performancePlan } from '../../reports/performance';
import type { Rulebook } from '../../rulebook/rulebook';
import type { Entry } from '../../scoring/entry';
import { exceptions, reportInput } from '../plans';
import type { MonthReport, SubjectMonth } from '../report';
import type { Question } from './question';

/** What stands in one cell. */
export type AnswerCell = string | number;

/** `missing` shows as #N/A, `invalid` as #VALUE!, each with its sentence. */
export type Answer =
  | { readonly kind: 'value'; readonly value: AnswerCell }
  | { readonly kind: 'table'; readonly rows: readonly (readonly AnswerCell[])[] }
  | { readonly kind: 'missing' | 'invalid'; readonly problem: Problem };

const value = (of: AnswerCell): Answer => ({ kind: 'value', value: of });
const missing = (code: string, params: Problem['params'] = {}): Answer => ({
  kind: 'missing',
  problem: { code, params },
});

const percent = (scaled: number): number => scaled / PERCENT_SCALE;
const points = (scaled: number): number => scaled / POINT_SCALE;

/** Answers a question about a month from the month's report. */
export function answer(question: Question, report: MonthReport, language: Language): Answer {
  switch (question.name) {
    case 'QATABLE':
      return performanceTable(report, language);
    case 'QACHECK':
      return openFindings(report, language);
    case 'QACLAUSE':
      return clauseInWords(question.clause ?? '', report.rulebook, language);
    default:
      return aboutSubject(question, report, language);
  }
}

/** A clause's title and statement. */
export function clauseInWords(id: string, rulebook: Rulebook, language: Language): Answer {
  const clause = findClause(id, rulebook);
  return clause === undefined
    ? missing('FORMULA_UNKNOWN_CLAUSE', { clause: id, rulebook: rulebook.id })
    : value(clause.statement[language]);
}

function findClause(id: string, rulebook: Rulebook): Rulebook['clauses'][number] | undefined {
  const wanted = id.toUpperCase();
  return rulebook.clauses.find((clause) => clause.id.toUpperCase() === wanted);
}

function aboutSubject(question: Question, report: MonthReport, language: Language): Answer {
  const wanted = question.subject ?? '';
  const found = findSubjects(wanted, report.subjects);
  const [subject] = found;
  if (subject === undefined) return missing('FORMULA_UNKNOWN_SUBJECT', { subject: wanted });
  if (found.length > 1) {
    const keys = found.map(({ key }) => key).join(t(language, 'list.separator'));
    return { kind: 'invalid', problem: { code: 'FORMULA_SAME_NAME', params: { subject: wanted, keys } } };
  }
  const { card } = subject;
  switch (question.name) {
    case 'QASCORE':
      return card.score === undefined
        ? missing('FORMULA_NO_BASE', { rulebook: report.rulebook.id })
        : value(points(card.score));
    case 'QADEDUCT':
      return value(points(card.deducted));
    case 'QABONUS':
      return value(points(card.added + card.bonus));
    case 'QAFINE':
      return value(card.fine / YUAN_SCALE);
    case 'QAPERF':
      return value(percent(card.performance ?? 100 * PERCENT_SCALE - card.performanceDeduct));
    case 'QARANK':
      return subject.rank === undefined
        ? missing('FORMULA_NO_BASE', { rulebook: report.rulebook.id })
        : value(subject.rank);
    case 'QATIER':
      return value(card.tier ?? '');
    case 'QASANCTION':
      return value(card.discipline.join(t(language, 'list.separator')));
    case 'QACOUNT': {
      const clause = findClause(question.clause ?? '', report.rulebook);
      if (clause === undefined) {
        return missing('FORMULA_UNKNOWN_CLAUSE', {
          clause: question.clause ?? '',
          rulebook: report.rulebook.id,
        });
      }
      return value(card.entries.filter((entry) => entry.charged && entry.clause === clause.id).length);
    }
    default:
      return explained(subject, report, language);
  }
}

/** Subjects by key, employee id or name as people write it; several where two share a name. */
export function findSubjects(wanted: string, subjects: readonly SubjectMonth[]): readonly SubjectMonth[] {
  let index = indexes.get(subjects);
  if (index === undefined) {
    index = indexOf(subjects);
    indexes.set(subjects, index);
  }
  const text = plain(wanted);
  return index.byKey.get(text) ?? index.byName.get(text) ?? [];
}

interface SubjectIndex {
  readonly byKey: ReadonlyMap<string, readonly SubjectMonth[]>;
  readonly byName: ReadonlyMap<string, readonly SubjectMonth[]>;
}

const indexes = new WeakMap<readonly SubjectMonth[], SubjectIndex>();

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function indexOf(subjects: readonly SubjectMonth[]): SubjectIndex {
  const byKey = new Map<string, SubjectMonth[]>();
  const byName = new Map<string, SubjectMonth[]>();
  const add = (map: Map<string, SubjectMonth[]>, text: string, subject: SubjectMonth): void => {
    const list = map.get(plain(text));
    if (list === undefined) map.set(plain(text), [subject]);
    else if (!list.includes(subject)) list.push(subject);
  };
  for (const subject of subjects) {
    add(byKey, subject.key, subject);
    if (subject.id !== undefined) add(byKey, subject.id, subject);
    add(byName, subject.name, subject);
  }
  return { byKey, byName };
}

/** Signed points of an entry, thousandths. */
export const signedPoints = (entry: Entry): number => entry.added + entry.bonus - entry.deducted;

/** Clause, statement, sheet and row, amount and running score, one line an entry; then the final score. */
function explained({ card }: SubjectMonth, report: MonthReport, language: Language): Answer {
  const { rulebook } = report;
  const statements = new Map(rulebook.clauses.map((clause) => [clause.id, clause.statement[language]]));
  const header = (
    ['col.date', 'col.clause', 'explain.statement', 'explain.record', 'explain.amount'] as const
  ).map((key) => t(language, key));
  const total = card.entries.reduce((sum, entry) => sum + signedPoints(entry), 0);
  let running = card.score === undefined ? undefined : card.score - total;
  const rows: AnswerCell[][] = [
    [...header, t(language, 'explain.running')],
    ['', '', t(language, 'explain.start'), '', '', running === undefined ? '' : points(running)],
  ];
  for (const entry of card.entries) {
    if (running !== undefined) running += signedPoints(entry);
    rows.push([
      formatDay(entry.date),
      entry.clause,
      [statements.get(entry.clause) ?? '', ...entry.reasons.map((reason) => explanation(reason, language))]
        .filter((text) => text !== '')
        .join('; '),
      entry.source === undefined ? '' : `${entry.source.sheet}!${entry.source.row}`,
      amountInWords(entry, language),
      running === undefined ? '' : points(running),
    ]);
  }
  return { kind: 'table', rows };
}

/** `−2 ¥20 绩效 −5%`: everything an entry costs or brings, `0` where it is nothing. */
export function amountInWords(entry: Entry, language: Language): string {
  const signed = signedPoints(entry);
  const parts = [
    signed === 0 ? '' : t(language, 'explain.points', { points: minus(points(signed)) }),
    entry.fine === 0 ? '' : t(language, 'explain.yuan', { yuan: String(entry.fine / YUAN_SCALE) }),
    entry.pct === 0 ? '' : t(language, 'explain.percent', { percent: minus(-percent(entry.pct)) }),
    ...entry.discipline,
  ].filter((text) => text !== '');
  return parts.length === 0 ? '0' : parts.join(' ');
}

const minus = (amount: number): string => (amount < 0 ? `−${String(-amount)}` : `+${String(amount)}`);

/** Header and rows of 绩效汇总 as on the tab. */
function performanceTable(report: MonthReport, language: Language): Answer {
  const plan = performancePlan(reportInput(report, language), language);
  const { table } = plan;
  if (table === undefined) return { kind: 'table', rows: [] };
  const shown = table.columns.filter(({ hand, column }) => !hand && column !== table.idColumn);
  const rows = [table.headerRow, ...range(table.firstRow, table.lastRow)].map((row) =>
    shown.map(({ column }) => cellText(plan.rows[row]?.cells[column]?.value)),
  );
  return { kind: 'table', rows };
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

function cellText(of: string | number | boolean | null | undefined): AnswerCell {
  return typeof of === 'number' ? of : of === null || of === undefined ? '' : String(of);
}

/** Sheet, row and sentence of everything that waits for a person; one line `0` when nothing does. */
function openFindings(report: MonthReport, language: Language): Answer {
  const open = exceptions(report, language).filter(({ severity }) => severity !== 'info');
  if (open.length === 0) return value(t(language, 'check.nothing'));
  return {
    kind: 'table',
    rows: open.map((row) => [row.sheet, row.row === 0 ? '' : row.row, row.name, row.sentence]),
  };
}
