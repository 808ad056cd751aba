import { hasReached, type ServiceIssue, type TextField, type TypedRow } from '../casework';
import { t, type Language, type TextKey } from '../i18n';
import type { Grid } from '../workbook/grid';
import type { SheetPlan } from '../workbook/sheetPlan';
import { shownCustomer, shownPhone, type CaseReportInput } from './caseInput';
import {
  block,
  formsPlan,
  issuesOfMonth,
  readForms,
  textRow,
  textRows,
  type FormField,
  type FormRow,
  type FormTab,
} from './forms';
import { formNumber } from './supervisionOrder';

const TAB: FormTab = {
  id: 'correction',
  name: 'tab.correctiveAction',
  none: 'correction.none',
  widths: [18, 22, 52],
};

const LAST = TAB.widths.length - 1;

/** 纠正措施 (annex 2): one form an issue and page, once the responsible department handles it. */
export function correctiveActionPlan(input: CaseReportInput, language: Language): SheetPlan {
  const issues = issuesOfMonth(input, ({ state }) => hasReached(state, '处理'));
  const forms = issues.map((issue) => ({ issue, rows: correctionRows(issue, input, language) }));
  return formsPlan(TAB, forms, input, language);
}

function correctionRows(issue: ServiceIssue, input: CaseReportInput, language: Language): FormRow[] {
  const label = (key: TextKey, column = 0) => block(column, column, t(language, key), 'label');
  const line = (key: string, name: TextKey, value: string | undefined): FormRow => ({
    key,
    height: 32,
    blocks: [label(name), block(1, LAST, value, 'textWrap')],
  });
  return [
    { key: 'title', height: 44, blocks: [block(0, LAST, t(language, 'correction.title'), 'title')] },
    { key: 'number', height: 22, blocks: [block(0, LAST, formNumber(issue, language), 'subtitleRight')] },
    line('customer', 'correction.customer', shownCustomer(issue, input)),
    line('phone', 'correction.phone', shownPhone(issue, input)),
    line('address', 'correction.address', issue.address),
    ...textRows(
      'summary',
      label('correction.summary'),
      block(1, LAST, issue.content, 'textWrap'),
      TAB.widths,
      130,
    ),
    textRow(
      'handling',
      label('correction.handling'),
      block(1, LAST, issue.handling, 'hand'),
      TAB.widths,
      170,
    ),
    textRow(
      'measures',
      label('correction.measures'),
      block(1, LAST, issue.measures, 'hand'),
      TAB.widths,
      170,
    ),
    {
      key: 'note',
      height: 48,
      spans: 2,
      blocks: [
        label('correction.noteAndSignature'),
        label('correction.note', 1),
        block(LAST, LAST, issue.correctionNote, 'hand'),
      ],
    },
    {
      key: 'signed',
      height: 48,
      blocks: [block(0, 0, null, 'label'), label('correction.signed', 1), block(LAST, LAST, null, 'hand')],
    },
  ];
}

const field = (key: TextField, label: TextKey): FormField => ({
  key,
  label,
  read: ({ text }) => ({ fields: { [key]: text } }),
});

const FIELDS: readonly FormField[] = [
  field('handling', 'correction.handling'),
  field('measures', 'correction.measures'),
  field('correctionNote', 'correction.note'),
];

/** 处理情况, 纠正措施 and 备注 as the responsible department wrote them. */
export function readCorrectiveActions(grid: Grid): TypedRow[] {
  return readForms(grid, FIELDS);
}
