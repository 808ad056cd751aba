import type { Day } from '../facts/date';
import { compareDecimals, parseDecimal, type Decimal } from '../facts/decimal';
import type { Problem } from '../facts/problem';
import { needsLevel, rangeOf, type CaseClause, type CaseRules, type Range } from './caseRules';
import { proposingDepartment } from './channels';
import { responsiblePeople, type ComplaintLevel, type IssueKind, type ServiceIssue } from './issue';
import type { CaseSettings } from './settings';

/** What the assessment of a verified issue proposes for one person; decided by others. */
export interface Proposal {
  readonly issue: string;
  readonly subject: string;
  /** `head`: the department head's share in an issue of the department. */
  readonly role: 'responsible' | 'head';
  readonly clause: string;
  readonly kind: IssueKind;
  readonly level?: ComplaintLevel | undefined;
  /** What the rulebook allows. */
  readonly range: Range;
  /** Points to deduct: the chosen ones, else the minimum. */
  readonly points?: Decimal | undefined;
  readonly discipline: readonly string[];
  readonly by: string;
  readonly to: string;
}

export interface Assessment {
  readonly proposals: readonly Proposal[];
  /** What keeps the assessment from being complete; no proposal is made of what is refused. */
  readonly problems: readonly Problem[];
  /** What a person should look at although the proposals stand. */
  readonly remarks: readonly Problem[];
}

/** The day whose performance and rules an issue concerns: when it happened, else was reported, else received. */
export function eventDay(issue: ServiceIssue): Day | undefined {
  return issue.occurredOn ?? issue.reportedOn ?? issue.receivedOn;
}

/** The proposals of an issue under annex 4. Only a verified issue has any. */
export function assessIssue(issue: ServiceIssue, rules: CaseRules, settings: CaseSettings): Assessment {
  const { id, kind, verified } = issue;
  const refused = (code: string, params: Problem['params'] = {}): Assessment => ({
    proposals: [],
    problems: [{ code, params: { id, ...params } }],
    remarks: [],
  });
  if (verified !== true)
    return refused(verified === false ? 'CASE_NOT_VERIFIED' : 'CASE_VERIFICATION_REQUIRED');
  if (issue.clause === undefined) return refused('CASE_CLAUSE_REQUIRED');
  const day = eventDay(issue);
  if (day === undefined) return refused('CASE_RECEIVED_REQUIRED');
  const clause = rules.clauseOn(issue.clause, day);
  if (clause === undefined) return refused('CASE_CLAUSE_UNKNOWN', { clause: issue.clause });
  if (kind === undefined) return refused('CASE_KIND_REQUIRED');
  if (kind === '投诉' && issue.level === undefined && needsLevel(clause))
    return refused('CASE_LEVEL_REQUIRED');
  const people = clause.subject === 'department_head' ? headOf(issue) : responsiblePeople(issue);
  if (people.length === 0) {
    return refused(clause.subject === 'department_head' ? 'CASE_HEAD_REQUIRED' : 'CASE_PERSON_REQUIRED');
  }

  const subject: Context = { issue, kind, rules, settings };
  const own = propose(subject, clause, { points: issue.chosenPoints, discipline: issue.chosenDiscipline });
  const results = people.map((person): Assessment => own(person, 'responsible'));
  const head = headShare(subject, clause, people, day);
  const parts = [...results.slice(0, 1), ...head];
  return {
    proposals: [
      ...results.flatMap(({ proposals }) => proposals),
      ...head.flatMap(({ proposals }) => proposals),
    ],
    problems: parts.flatMap(({ problems }) => problems),
    remarks: parts.flatMap(({ remarks }) => remarks),
  };
}

interface Context {
  readonly issue: ServiceIssue;
  readonly kind: IssueKind;
  readonly rules: CaseRules;
  readonly settings: CaseSettings;
}

interface Chosen {
  readonly points?: string | undefined;
  readonly discipline?: string | undefined;
}

const headOf = ({ head }: ServiceIssue): readonly string[] => (head === undefined ? [] : [head]);

function propose(
  { issue, kind, rules, settings }: Context,
  clause: CaseClause,
  chosen: Chosen,
  minimum?: string,
): (subject: string, role: Proposal['role']) => Assessment {
  const stated = rangeOf(clause, kind, issue.level, rules);
  const range: Range = minimum === undefined ? stated : { minPoints: minimum };
  const points = chosenPoints(issue.id, clause.id, range, chosen.points);
  const discipline = chosenDiscipline(issue.id, clause.id, range, chosen.discipline);
  const problems = [...points.problems, ...discipline.problems];
  return (subject, role) => ({
    problems,
    remarks: [],
    proposals:
      problems.length > 0
        ? []
        : [
            {
              issue: issue.id,
              subject,
              role,
              clause: clause.id,
              kind,
              ...(issue.level === undefined ? {} : { level: issue.level }),
              range,
              ...(points.value === undefined ? {} : { points: points.value }),
              discipline: discipline.value,
              ...proposingDepartment(kind, settings),
            },
          ],
  });
}

interface Choice<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

function chosenPoints(
  id: string,
  clause: string,
  { minPoints }: Range,
  text: string | undefined,
): Choice<Decimal | undefined> {
  const minimum = minPoints === undefined ? undefined : parseDecimal(minPoints);
  if (minimum === undefined) return { value: undefined, problems: [] };
  if (text === undefined) return { value: minimum, problems: [] };
  const value = readPoints(text);
  const bad = (code: string): Choice<undefined> => ({
    value: undefined,
    problems: [{ code, params: { id, clause, found: text, min: minPoints ?? '' } }],
  });
  if (value === undefined) return bad('CASE_POINTS_UNREADABLE');
  return compareDecimals(value, minimum) < 0 ? bad('CASE_POINTS_BELOW_MINIMUM') : { value, problems: [] };
}

/** `12`, `12分`, `扣12分`, `-12`: deductions are written in many ways and always mean points to take away. */
export function readPoints(text: string): Decimal | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/[−–—]/g, '-');
  const match = /^(?:扣|减)?(-?)(\d{1,6}(?:\.\d{1,3})?)分?$/.exec(plain);
  return match === null ? undefined : parseDecimal(match[2]!);
}

function chosenDiscipline(
  id: string,
  clause: string,
  { sanctions }: Range,
  text: string | undefined,
): Choice<readonly string[]> {
  if (sanctions === undefined) return { value: [], problems: [] };
  const options = sanctions.options.join('、');
  const refuse = (code: string, found: string): Choice<readonly string[]> => ({
    value: [],
    problems: [{ code, params: { id, clause, found, options } }],
  });
  if (text === undefined) return refuse('CASE_SANCTION_REQUIRED', '');
  const found = text.split(/[、,，;；/\s]+/).filter((name) => name !== '');
  if (found.length !== 1) return refuse('CASE_ONE_SANCTION', text);
  const [name = ''] = found;
  if (!sanctions.open && !sanctions.options.includes(name)) return refuse('CASE_SANCTION_NOT_ALLOWED', name);
  return { value: [name], problems: [] };
}

/** The head's part: at least the stated points for each 抱怨, a sanction of its own where the readings ask for one. */
function headShare(context: Context, clause: CaseClause, people: readonly string[], day: Day): Assessment[] {
  const { issue, kind, rules } = context;
  return (clause.jointLiability ?? []).flatMap((joint): Assessment[] => {
    if (!joint.applies.every((setting) => rules.resolve(setting) === true)) return [];
    const sanctioned =
      kind === '投诉' && joint.sanction !== undefined && rules.resolve(joint.sanction) === 'chosen';
    if (kind !== joint.kind && !sanctioned) return [];
    const rule = rules.clauseOn(joint.clause, day);
    if (rule === undefined) return [];
    if (issue.head === undefined) {
      return [
        { proposals: [], problems: [], remarks: [{ code: 'CASE_HEAD_REQUIRED', params: { id: issue.id } }] },
      ];
    }
    if (people.includes(issue.head)) return [];
    const minimum = sanctioned ? undefined : joint.min;
    const chosen = { points: issue.headPoints, discipline: issue.headDiscipline };
    return [propose(context, rule, chosen, minimum)(issue.head, 'head')];
  });
}
