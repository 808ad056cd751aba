import { t, type Language } from '../i18n';
import type { SheetPlan } from '../workbook/sheetPlan';
import { cell, listPlan, textCell, uniqueIds } from './layout';
import type { ReportException, ReportInput } from './subjects';

interface ExceptionRow extends ReportException {
  readonly id: string;
}

/** 异常: every row left out and every finding, with what to do about it. */
export function exceptionsPlan(input: ReportInput, language: Language): SheetPlan {
  const ids = uniqueIds(
    input.exceptions.map((row) => `${row.sheet}!${row.column ?? ''}${row.row}|${row.code}`),
  );
  const rows = input.exceptions.map((row, index) => {
    const id = ids[index] ?? '';
    return { id, row: { ...row, id } };
  });
  return listPlan<ExceptionRow>(
    input,
    language,
    'tab.exceptions',
    'exceptions',
    [
      {
        key: 'severity',
        header: 'col.severity',
        width: 9,
        cell: ({ severity }) =>
          textCell(
            t(language, `severity.${severity}`),
            severity === 'setAside' || severity === 'error' ? 'warning' : 'textCenter',
          ),
      },
      { key: 'sheet', header: 'col.sheet', width: 16, cell: ({ sheet }) => textCell(sheet, 'textWrap') },
      {
        key: 'row',
        header: 'col.row',
        width: 7,
        cell: ({ sheet, row, column }) =>
          row > 0
            ? cell(row, 'integerCenter', { sheet, address: `${column ?? 'A'}${row}` })
            : cell('', 'text'),
      },
      { key: 'date', header: 'col.date', width: 11, cell: ({ date }) => textCell(date, 'textCenter') },
      { key: 'name', header: 'col.name', width: 14, cell: ({ name }) => textCell(name, 'textCenter') },
      {
        key: 'problem',
        header: 'col.problem',
        width: 60,
        cell: ({ sentence }) => textCell(sentence, 'textWrap'),
      },
      {
        key: 'suggestions',
        header: 'col.suggestions',
        width: 18,
        cell: ({ suggestions }) => textCell(suggestions.join(t(language, 'list.separator')), 'textWrap'),
      },
      { key: 'code', header: 'col.code', width: 24, cell: ({ code }) => textCell(code) },
      { key: 'handled', header: 'col.handled', width: 18, hand: true, cell: () => cell('', 'hand') },
      { key: 'id', header: 'col.id', width: 11, cell: ({ id }) => textCell(id, 'textCenter') },
    ],
    rows,
    { frozenColumns: 3, notes: [], withdrawnIn: 'severity' },
  );
}
