import { sentence, type Language } from '../../i18n';
import type { RegenerateConflict } from '../../workbook/regenerate';
import { exceptions } from '../plans';
import type { MonthReport } from '../report';

/** Something to look at, with the cell to look at. */
export interface CheckLine {
  readonly key: string;
  readonly sheet: string;
  /** A1 address; A1 where it is about the sheet as a whole. */
  readonly address: string;
  /** 1-based, 0 = about the sheet as a whole. */
  readonly row: number;
  readonly code: string;
  readonly severity: 'setAside' | 'error' | 'warning' | 'info';
  readonly sentence: string;
}

export interface Checks {
  /** A person must do something, or should. */
  readonly open: readonly CheckLine[];
  readonly hints: readonly CheckLine[];
}

const RANK = { setAside: 0, error: 1, warning: 2, info: 3 } as const;

export function checksOf(report: MonthReport, language: Language): Checks {
  const lines = exceptions(report, language)
    .map((row, index): CheckLine => ({
      key: `${row.sheet}!${row.column ?? ''}${row.row}|${row.code}|${index}`,
      sheet: row.sheet,
      address: `${row.column ?? 'A'}${Math.max(1, row.row)}`,
      row: row.row,
      code: row.code,
      severity: row.severity,
      sentence: row.sentence,
    }))
    .sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return {
    open: lines.filter(({ severity }) => severity !== 'info'),
    hints: lines.filter(({ severity }) => severity === 'info'),
  };
}

/** Entries of people that a build could not keep where they stood. */
export function conflictLines(conflicts: readonly RegenerateConflict[], language: Language): CheckLine[] {
  return conflicts.map((conflict, index) => ({
    key: `${conflict.sheet}!${conflict.address}|${conflict.code}|${index}`,
    sheet: conflict.sheet,
    address: conflict.address,
    row: 0,
    code: conflict.code,
    severity: 'warning',
    sentence: sentence(conflict, language),
  }));
}
