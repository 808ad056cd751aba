import { formatMonth } from '../facts/date';
import { explanation, sentence, t, type Language } from '../i18n';
import { detailsPlan } from '../reports/details';
import { exceptionsPlan } from '../reports/exceptions';
import { performancePlan } from '../reports/performance';
import type { ReportException, ReportInput } from '../reports/subjects';
import type { SheetPlan } from '../workbook/sheetPlan';
import { entryJson } from './entryJson';
import type { MonthReport, SetAside } from './report';
import { subjectResult } from './results';

const ROW_OF_ADDRESS = /(\d+)$/;

/** The tabs of a month, in the order in which they stand in the workbook. */
export function monthPlans(report: MonthReport, language: Language): SheetPlan[] {
  const input: ReportInput = {
    rulebook: report.rulebook,
    month: report.month,
    subjects: report.subjects,
    exceptions: exceptions(report, language),
  };
  return [performancePlan, detailsPlan, exceptionsPlan].map((make) => make(input, language));
}

function exceptions(report: MonthReport, language: Language): ReportException[] {
  const names = new Map(report.subjects.map((subject) => [subject.key, subject.name]));
  const setAside = report.setAside.map(
    (row): ReportException => ({
      sheet: row.sheet,
      row: row.row,
      column: row.column,
      code: row.code,
      severity: 'setAside',
      name: row.subjects.map((key) => names.get(key) ?? key).join(t(language, 'list.separator')),
      date: row.date,
      sentence: sentence(row, language),
      suggestions: row.suggestions,
    }),
  );
  const findings = report.reading.findings.map((finding): ReportException => {
    const row = ROW_OF_ADDRESS.exec(finding.address)?.[1];
    return {
      sheet: finding.sheet,
      row: row === undefined ? 0 : Number(row),
      column: row === undefined ? undefined : finding.address.slice(0, -row.length),
      code: finding.code,
      severity: finding.severity,
      name: '',
      sentence: sentence(finding, language),
      suggestions: [],
    };
  });
  return [...setAside, ...findings];
}

/** The month as other programs read it (`qascore report --json`). */
export function reportJson(report: MonthReport, language: Language, withEntries: boolean) {
  return {
    rulebook: report.rulebook.id,
    month: formatMonth(report.month),
    results: report.subjects.map((subject) => ({
      name: subject.name,
      ...(subject.id === undefined ? {} : { id: subject.id }),
      ...(subject.team === undefined ? {} : { team: subject.team }),
      key: subject.key,
      state: subject.state,
      ...subjectResult(subject.card, subject.rank),
    })),
    setAside: report.setAside.map((row) => setAsideJson(row, language)),
    counts: report.counts,
    ...(withEntries
      ? {
          entries: report.subjects.flatMap((subject) =>
            subject.card.entries.map((entry) =>
              entryJson(entry, { name: subject.name, id: subject.id }, (reason) => explanation(reason, language)),
            ),
          ),
        }
      : {}),
  };
}

function setAsideJson(row: SetAside, language: Language) {
  return {
    sheet: row.sheet,
    row: row.row,
    ...(row.column === undefined ? {} : { column: row.column }),
    code: row.code,
    message: sentence(row, language),
    subjects: row.subjects,
    ...(row.suggestions.length === 0 ? {} : { suggestions: row.suggestions }),
  };
}
