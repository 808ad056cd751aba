import {
  FORM_CHANNELS,
  formChannel,
  hasReached,
  parseIssueId,
  readTimeLimit,
  type ServiceIssue,
  type TypedRow,
} from '../casework';
import { t, type Language } from '../i18n';
import type { Grid } from '../workbook/grid';
import type { SheetPlan } from '../workbook/sheetPlan';
import { heightOfLines, wrappedLines } from '../workbook/textSize';
import { readDay } from './caseColumns';
import { shownCustomer, shownPhone, type CaseReportInput } from './caseInput';
import { longDate } from './caseText';
import {
  block,
  formsPlan,
  issuesOfMonth,
  readForms,
  textRow,
  textRows,
  widthOf,
  type FormField,
  type FormRow,
  type FormTab,
} from './forms';

const TAB: FormTab = {
  id: 'order',
  name: 'tab.supervisionOrder',
  none: 'order.none',
  widths: [20, 21, 10, 13, 10, 19],
};

const LAST = TAB.widths.length - 1;

/** `督〔2026〕第012号`: one number for the order, the corrective action and the ledger. */
export function formNumber(issue: ServiceIssue, language: Language): string {
  const [, padded = ''] = issue.id.split('-');
  return t(language, 'order.number', { year: parseIssueId(issue.id)?.year ?? '', number: padded });
}

/** 督办单 (annex 1): one order an issue and page, from 督办 on. */
export function supervisionOrderPlan(input: CaseReportInput, language: Language): SheetPlan {
  const issues = issuesOfMonth(input, ({ state }) => hasReached(state, '督办'));
  const forms = issues.map((issue) => ({ issue, rows: orderRows(issue, input, language) }));
  return formsPlan(TAB, forms, input, language);
}

function orderRows(issue: ServiceIssue, input: CaseReportInput, language: Language): FormRow[] {
  const label = (from: number, to: number, key: Parameters<typeof t>[1]) =>
    block(from, to, t(language, key), 'label');
  const limit = limitBoxes(issue, input, language);
  const reported =
    issue.unread?.reportedOn ??
    (issue.reportedOn === undefined ? null : longDate(issue.reportedOn, language));
  return [
    { key: 'title', height: 44, blocks: [block(0, LAST, t(language, 'order.title'), 'title')] },
    { key: 'number', height: 22, blocks: [block(0, LAST, formNumber(issue, language), 'subtitleRight')] },
    {
      key: 'customer',
      height: 34,
      blocks: [
        label(0, 0, 'order.customer'),
        block(1, 2, shownCustomer(issue, input), 'textWrapCenter'),
        label(3, 3, 'order.phone'),
        block(4, LAST, shownPhone(issue, input), 'textWrapCenter'),
      ],
    },
    {
      key: 'reported',
      height: 34,
      blocks: [
        label(0, 0, 'order.channel'),
        block(1, 2, channelBoxes(issue, language), 'textCenter'),
        label(3, 3, 'order.reportedOn'),
        block(4, LAST, reported, 'hand'),
      ],
    },
    ...reportAndDemand(issue, language),
    {
      key: 'investigator',
      height: 40,
      blocks: [label(0, 0, 'order.investigator'), block(1, LAST, issue.investigator, 'hand')],
    },
    {
      key: 'handling',
      height: Math.max(44, heightOfLines(wrappedLines(limit, widthOf(TAB.widths, LAST, LAST)))),
      blocks: [
        label(0, 0, 'order.handlingDepartment'),
        block(1, 1, issue.handlingDepartment, 'textWrap'),
        label(2, 2, 'order.handler'),
        block(3, 3, issue.handler, 'hand'),
        label(4, 4, 'order.limit'),
        block(LAST, LAST, limit, 'textWrap'),
      ],
    },
    { key: 'head', height: 56, blocks: [label(0, 0, 'order.head'), block(1, LAST, null, 'hand')] },
  ];
}

/** Points that the two texts share on a page with the other rows. */
const TEXT_SPACE = 440;
const DEMAND_SHARE = 0.38;
const LEAST_DEMAND = 50;

/** What was reported and what is asked for fill the page together; a long report takes room from the other. */
function reportAndDemand(issue: ServiceIssue, language: Language): FormRow[] {
  const demandOf = (least: number): FormRow =>
    textRow(
      'demand',
      block(0, 0, t(language, 'order.demand'), 'label'),
      block(1, LAST, issue.demand, 'hand'),
      TAB.widths,
      least,
    );
  const reportOf = (least: number): FormRow[] =>
    textRows(
      'content',
      block(0, 0, t(language, 'order.content'), 'label'),
      block(1, LAST, issue.content, 'textWrap'),
      TAB.widths,
      least,
    );
  const heightOf = (rows: readonly FormRow[]): number => rows.reduce((sum, { height }) => sum + height, 0);
  const wanted = heightOf([demandOf(Math.round(TEXT_SPACE * DEMAND_SHARE))]);
  const report = reportOf(TEXT_SPACE - wanted);
  const left = Math.max(LEAST_DEMAND, TEXT_SPACE - heightOf(report));
  return [...report, demandOf(Math.min(wanted, left))];
}

const box = (ticked: boolean, text: string): string => `${ticked ? '☑' : '□'}${text}`;

function channelBoxes({ channel }: ServiceIssue, language: Language): string {
  const ticked = formChannel(channel);
  return FORM_CHANNELS.map((name) => box(name === ticked, t(language, `box.${name}`))).join('\u3000');
}

function limitBoxes(issue: ServiceIssue, { settings }: CaseReportInput, language: Language): string {
  const limit = issue.limit === undefined ? undefined : readTimeLimit(issue.limit, settings.dayUnit);
  const sameDay = box(limit?.type === 'same-day', t(language, 'order.sameDay'));
  const days = (): string => {
    if (limit?.type === 'until') return t(language, 'order.until', { date: longDate(limit.day, language) });
    if (limit?.type !== 'days') return t(language, 'order.blankDays');
    return t(language, limit.unit === 'working' ? 'order.withinWorkdays' : 'order.withinDays', {
      days: limit.days,
    });
  };
  const extended =
    issue.extension === undefined
      ? ''
      : t(language, 'order.extended', { date: longDate(issue.extension.to, language) });
  return `${sameDay}\u3000${box(limit?.type === 'days' || limit?.type === 'until', days())}${extended}`;
}

const FIELDS: readonly FormField[] = [
  {
    key: 'reportedOn',
    label: 'order.reportedOn',
    read: (typed) => {
      const { day, problem } = readDay(typed);
      return problem === undefined ? { fields: { reportedOn: day } } : { problem };
    },
  },
  { key: 'demand', label: 'order.demand', read: ({ text }) => ({ fields: { demand: text } }) },
  {
    key: 'investigator',
    label: 'order.investigator',
    read: ({ text }) => ({ fields: { investigator: text } }),
  },
  { key: 'handler', label: 'order.handler', read: ({ text }) => ({ fields: { handler: text } }) },
];

/** Labels that end the value of the one before them. */
const OTHER_LABELS: readonly FormField[] = (
  [
    'order.customer',
    'order.phone',
    'order.channel',
    'order.content',
    'order.handlingDepartment',
    'order.limit',
    'order.head',
  ] as const
).map((label) => ({ key: label, label, read: () => ({}) }));

/** 反映时间, 客户要求, 调查处理人 and 承办人 as people wrote them on the orders. */
export function readSupervisionOrders(grid: Grid): TypedRow[] {
  return readForms(grid, [...FIELDS, ...OTHER_LABELS]);
}
