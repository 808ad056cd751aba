import {
  caseSettings,
  type CaseClause,
  type CaseRules,
  type CaseSettings,
  type ServiceIssue,
} from '../../../../src/casework';
import { formatDay, parseDay, type Day } from '../../../../src/facts/date';
import { shippedCalendar } from '../../../../src/rulebook/shippedCalendar';

export function day(text: string): Day {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`no date ${text}`);
  return found;
}

export const date = (value: Day | undefined): string => (value === undefined ? '—' : formatDay(value));

export const SETTINGS: CaseSettings = caseSettings({ calendar: shippedCalendar() });
export const CONTEXT = { settings: SETTINGS };
export const TODAY = day('2026-10-15');

/** An issue with everything that any step asks for; received and ordered on Thursday 2026-10-08. */
export const COMPLETE: ServiceIssue = {
  id: '2026-012',
  state: '受理',
  receivedOn: day('2026-10-08'),
  receivedBy: '孙梅',
  customer: '王晓明',
  phone: '13912345678',
  address: '南京街12号',
  content: '窗口人员态度生硬',
  demand: '希望改进服务态度',
  accused: '营业部 周晓兰',
  handlingDepartment: '营业部',
  handler: '赵强',
  limit: '3日内',
  handling: '已向客户致歉',
  measures: '班前会重申服务规范',
  result: '客户接受',
  satisfaction: '满意',
  verified: true,
  kind: '抱怨',
  people: '周晓兰',
  clause: 'GAS-05.2',
  head: '赵强',
};

export const issue = (fields: Partial<ServiceIssue> = {}): ServiceIssue => ({ ...COMPLETE, ...fields });

/** Without some fields. */
export function without(base: ServiceIssue, ...names: (keyof ServiceIssue)[]): ServiceIssue {
  return Object.fromEntries(
    Object.entries(base).filter(([name]) => !names.includes(name as keyof ServiceIssue)),
  ) as unknown as ServiceIssue;
}

const LEVELS: Readonly<Record<string, readonly string[]>> = {
  '1': ['记大过', '解除劳动合同'],
  '2': ['警告', '记过', '记大过'],
  '3': ['通报批评', '警告', '记过'],
};

const clauseOf = (id: string, min: string, subject = 'agent'): CaseClause => ({
  id,
  subject,
  effects: [
    { type: 'points', dir: 'deduct', kind: 'min', min, when: { kind: '抱怨' } },
    ...Object.entries(LEVELS).map(([level, options]) => ({
      type: 'discipline',
      choice: 'one_of',
      options,
      when: { kind: '投诉', level },
    })),
  ],
  ...(subject === 'agent'
    ? {
        jointLiability: [
          { clause: 'GAS-16', min: '5', kind: '抱怨', applies: ['automatic'], sanction: 'sanction' },
        ],
      }
    : {}),
});

const CLAUSES: readonly CaseClause[] = [
  clauseOf('GAS-05.2', '10'),
  clauseOf('GAS-03.2', '20'),
  clauseOf('GAS-16', '5', 'department_head'),
  clauseOf('GAS-17', '10', 'department_head'),
  {
    id: 'GAS-04',
    subject: 'agent',
    effects: [
      {
        type: 'discipline',
        choice: 'one_of',
        options: ['警告', '记过', '记大过', '解除劳动合同'],
        open_list: true,
      },
    ],
  },
];

/** Rules as annex 4 states them; `automatic` and `sanction` stand for the readings. */
export function rules(
  readings: { automatic?: boolean; sanction?: string; pointsToo?: boolean } = {},
): CaseRules {
  return {
    clauseOn: (id) => CLAUSES.find((clause) => clause.id === id),
    resolve: (setting) =>
      setting === 'automatic'
        ? (readings.automatic ?? true)
        : setting === 'sanction'
          ? (readings.sanction ?? 'none')
          : setting,
    complaintCostsPoints: readings.pointsToo ?? false,
  };
}
