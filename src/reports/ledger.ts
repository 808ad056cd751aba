import { knownDueDay, overdueDays, type CaseFinding, type ServiceIssue } from '../casework';
import { t, type Language } from '../i18n';
import { cellAddress, type Grid } from '../workbook/grid';
import type { SheetPlan } from '../workbook/sheetPlan';
import {
  dayCell,
  dayColumn,
  kindColumn,
  levelColumn,
  readDay,
  stateColumn,
  textColumn,
  unreadCell,
  type CaseColumn,
} from './caseColumns';
import { ledgerIssues, shownCustomer, shownPhone, type CaseReportInput } from './caseInput';
import { caseTabPlan, readCaseTab, type CaseTab, type TabReading } from './caseTab';
import { cell } from './layout';

export type { CaseReportInput } from './caseInput';
export { withoutTyped } from './caseTab';

/** 时限: the due day; another date typed over it is an extension. */
const dueColumn: CaseColumn = {
  key: 'due',
  header: 'ledger.due',
  width: 11,
  hand: true,
  cell: (issue, { settings }) =>
    unreadCell(issue, 'due') ?? dayCell(knownDueDay(issue, settings), 'handDate'),
  read: (typed) => {
    const { day, problem } = readDay(typed);
    return problem === undefined ? { due: day } : { problem };
  },
};

const overdueColumn: CaseColumn = {
  key: 'overdue',
  header: 'ledger.overdue',
  width: 6,
  hand: false,
  cell: (issue, { today, settings }) => {
    const days = overdueDays(issue, today, settings);
    return cell(days > 0 ? days : null, 'integer');
  },
};

/** Annex 3 in its own order, then what the procedure needs besides. */
const LEDGER: CaseTab = {
  id: 'ledger',
  name: 'tab.ledger',
  title: 'ledger.title',
  frozen: 'customer',
  withdrawnIn: 'overdue',
  notes: ['ledger.handNote'],
  columns: [
    {
      key: 'seq',
      header: 'ledger.seq',
      width: 6,
      hand: false,
      cell: (_issue, _input, _language, position) => cell(position + 1, 'integer'),
    },
    textColumn('receivedBy', 'ledger.receivedBy', 9, { style: 'textWrapCenter' }),
    dayColumn('receivedOn', 'ledger.receivedOn', 11),
    textColumn('customer', 'ledger.customer', 10, { style: 'textWrapCenter', shown: shownCustomer }),
    textColumn('phone', 'ledger.phone', 13, { style: 'textWrapCenter', shown: shownPhone }),
    textColumn('address', 'ledger.address', 16),
    textColumn('content', 'ledger.content', 30),
    textColumn('accused', 'ledger.accused', 14),
    textColumn('handlingDepartment', 'ledger.handlingDepartment', 12, { hand: true }),
    textColumn('limit', 'ledger.limit', 10, { hand: true }),
    textColumn('result', 'ledger.result', 20, { hand: true }),
    textColumn('satisfaction', 'ledger.satisfaction', 11, {
      hand: true,
      list: (language) =>
        (['satisfied', 'fairly', 'dissatisfied', 'none'] as const).map((name) =>
          t(language, `case.satisfaction.${name}`),
        ),
    }),
    textColumn('note', 'ledger.note', 14, { hand: true }),
    {
      key: 'id',
      header: 'ledger.id',
      width: 10,
      hand: false,
      cell: ({ id, missing }) => cell(id, missing === true ? 'warning' : 'textCenter'),
    },
    kindColumn(10),
    levelColumn(8),
    dueColumn,
    stateColumn(10),
    overdueColumn,
    dayColumn('closedOn', 'ledger.closedOn', 11, { hand: true }),
  ],
};

const OVERDUE_STYLE = { color: '9C0006', fill: 'FFC7CE' } as const;

/** 台账: one line an issue of the year, with what is still open of earlier years. */
export function ledgerPlan(input: CaseReportInput, language: Language): SheetPlan {
  const issues = ledgerIssues(input);
  const overdue = LEDGER.columns.indexOf(overdueColumn);
  return caseTabPlan(LEDGER, issues, input, language, {
    notes: issues.some(({ missing }: ServiceIssue) => missing === true) ? ['ledger.missingNote'] : [],
    conditionalFormats: (first, last) => [
      {
        range: { top: first, left: overdue, bottom: last, right: overdue },
        rule: { type: 'greaterThan', value: 0 },
        style: OVERDUE_STYLE,
      },
    ],
  });
}

export interface LedgerReading extends TabReading {
  readonly findings: readonly CaseFinding[];
}

/** The ledger as people left it, for `applyRows`: found by header names and numbers, whatever was moved or sorted. */
export function readLedger(grid: Grid): LedgerReading {
  const reading = readCaseTab(LEDGER, grid);
  const at = { sheet: grid.sheet, address: cellAddress(0, 0) } as const;
  if (!reading.header) {
    const problem = { code: 'CASE_NO_HEADER', params: { sheet: grid.sheet } };
    return { ...reading, findings: [{ ...problem, ...at, severity: 'error' }] };
  }
  const findings = reading.missing
    .filter(({ read, key }) => read !== undefined || key === 'id')
    .map(({ header: name }): CaseFinding => ({
      code: 'CASE_COLUMN_MISSING',
      params: { column: t('zh', name) },
      severity: 'warning',
      ...at,
    }));
  return { ...reading, findings };
}
