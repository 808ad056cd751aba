import { parseMonth } from '../../facts/date';
import { ProblemError } from '../../facts/problem';
import { sentence, t, type Language } from '../../i18n';
import { monthPlans, reportJson } from '../../month/plans';
import { regeneratedPlans } from '../../month/regenerated';
import { reportMonth, type MonthReport } from '../../month/report';
import { subjectResult } from '../../month/results';
import { readSettings, rulebookSettings, settingsCalendar } from '../../month/settingsFormat';
import { findTab, MONTH_TABS, type MonthTab } from '../../month/tabs';
import type { RegenerateConflict } from '../../workbook/regenerate';
import { readWorkbook, writePlans, type WrittenTab } from '../../workbook/xlsx';
import { isSameFile, readBytes, readJson, writeWhole } from '../files';
import { UsageError, type Options } from '../options';
import { textTable, type Output } from '../output';
import { findRulebook } from '../rulebooks';

const SHOWN_SET_ASIDE = 10;

export function reportCommand(options: Options): Output {
  const { targets, language } = options;
  const [file] = targets;
  if (
    file === undefined ||
    targets.length > 1 ||
    options.rulebook === undefined ||
    options.month === undefined
  ) {
    throw new UsageError(language);
  }
  const month = parseMonth(options.month);
  if (month === undefined) throw new ProblemError('BAD_MONTH', { found: options.month });
  const wanted = options.tabs === undefined ? MONTH_TABS : wantedTabs(options.tabs, language);
  const rulebook = findRulebook(options.rulebook);
  const settings = readSettings(options.settings === undefined ? {} : readJson(options.settings));
  if (options.out !== undefined && isSameFile(options.out, file))
    throw new ProblemError('SAME_FILE', { file: options.out });

  const bytes = readBytes(file);
  const workbook = readWorkbook(bytes);
  const grids = workbook.sheets.filter((sheet) => sheet.hasCells).map((sheet) => workbook.grid(sheet.name));
  const report = reportMonth(grids, {
    rulebook,
    month,
    settings: rulebookSettings(settings),
    calendar: settingsCalendar(settings),
    confirmations: settings.confirm ?? [],
  });
  if (report.subjects.length === 0) throw new ProblemError('NOTHING_RECOGNISED');

  let tabs: readonly WrittenTab[] = [];
  let conflicts: readonly RegenerateConflict[] = [];
  if (options.out !== undefined) {
    const made = regeneratedPlans(monthPlans(report, language, { tabs: wanted }), grids);
    const written = writePlans(bytes, made.plans);
    writeWhole(options.out, written.bytes);
    tabs = written.tabs;
    conflicts = made.conflicts;
  }
  return {
    exit: 0,
    json: reportJson(report, language, options.entries),
    text: [reportText(report, language, options.out, tabs), ...conflictLines(conflicts, language)].join('\n'),
  };
}

/** @throws UsageError naming a tab there is none of */
function wantedTabs(names: string, language: Language): MonthTab[] {
  return names.split(/[,，、]/).map((name) => {
    const tab = findTab(name);
    if (tab !== undefined) return tab;
    const known = MONTH_TABS.map(
      ({ key, titles }) => `${key} (${titles.map((title) => t(language, title)).join(' / ')})`,
    );
    throw new UsageError(
      language,
      t(language, 'cli.usageTabs', { found: name.trim(), known: known.join(', ') }),
    );
  });
}

function conflictLines(conflicts: readonly RegenerateConflict[], language: Language): string[] {
  const lines = conflicts
    .slice(0, SHOWN_SET_ASIDE)
    .map((conflict) => `  ${conflict.sheet}!${conflict.address}: ${sentence(conflict, language)}`);
  const more = conflicts.length - lines.length;
  return more > 0 ? [...lines, `  … +${more}`] : lines;
}

function reportText(
  report: MonthReport,
  language: Language,
  out: string | undefined,
  tabs: readonly WrittenTab[],
): string {
  const header = (
    [
      'col.rank',
      'col.name',
      'col.deducted',
      'col.added',
      'col.bonus',
      'col.score',
      'col.fine',
      'col.performanceDeduct',
      'col.discipline',
      'col.state',
    ] as const
  ).map((key) => t(language, key));
  const rows = [...report.subjects]
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
    .map((subject) => {
      const result = subjectResult(subject.card, subject.rank);
      return [
        String(subject.rank ?? ''),
        subject.key,
        result.pointsDeducted,
        result.pointsAdded,
        result.bonus,
        result.score ?? '—',
        result.fineYuan,
        result.performanceDeductPct,
        result.discipline.join(t(language, 'list.separator')),
        t(language, `state.${subject.state}`),
      ];
    });
  const lines = [
    textTable([header, ...rows], [0, 2, 3, 4, 5, 6, 7]),
    '',
    t(language, 'cli.counts', report.counts),
  ];
  if (report.setAside.length > 0) {
    lines.push(t(language, 'cli.setAsideHead'));
    for (const row of report.setAside.slice(0, SHOWN_SET_ASIDE)) {
      lines.push(
        `  ${t(language, 'cli.rowAt', { sheet: row.sheet, row: row.row })}: ${sentence(row, language)}`,
      );
    }
    const more = report.setAside.length - SHOWN_SET_ASIDE;
    if (more > 0)
      lines.push(`  ${t(language, 'cli.andMore', { count: more, tab: t(language, 'tab.exceptions') })}`);
  }
  if (out !== undefined) {
    lines.push(
      t(language, 'cli.written', {
        file: out,
        tabs: tabs.map((tab) => tab.name).join(t(language, 'list.separator')),
      }),
    );
  }
  return lines.join('\n');
}
