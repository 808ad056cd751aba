import { parseMonth } from '../../facts/date';
import { ProblemError, type Problem } from '../../facts/problem';
import { sentence, t, type Language } from '../../i18n';
import { buildMonth } from '../../month/build';
import { chosenRulebook } from '../../month/chosenRulebook';
import { reportJson } from '../../month/plans';
import type { MonthReport } from '../../month/report';
import { subjectResult } from '../../month/results';
import {
  bulletinRules,
  caseOptions,
  readSettings,
  rulebookSettings,
  settingsCalendar,
  settingsOver,
} from '../../month/settingsFormat';
import { findTab, MONTH_TABS, type MonthTab } from '../../month/tabs';
import { readWorkbookSettings, settingsOf, type WorkbookSettings } from '../../month/workbookSettings';
import type { Rulebook } from '../../rulebook/rulebook';
import { readStatePart, readWorkbook, writePlans, type WrittenTab } from '../../workbook/xlsx';
import { isSameFile, readBytes, readJson, writeWhole } from '../files';
import { UsageError, type Options } from '../options';
import { textTable, type Output } from '../output';
import { findRulebook } from '../rulebooks';
import { todayOf } from '../today';

const SHOWN_SET_ASIDE = 10;

export function reportCommand(options: Options): Output {
  const { targets, language } = options;
  const [file] = targets;
  if (file === undefined || targets.length > 1 || options.month === undefined) {
    throw new UsageError(language);
  }
  const month = parseMonth(options.month);
  if (month === undefined) throw new ProblemError('BAD_MONTH', { found: options.month });
  const wanted = options.tabs === undefined ? undefined : wantedTabs(options.tabs, language);
  const given = readSettings(options.settings === undefined ? {} : readJson(options.settings));
  if (options.out !== undefined && isSameFile(options.out, file))
    throw new ProblemError('SAME_FILE', { file: options.out });

  const bytes = readBytes(file);
  const workbook = readWorkbook(bytes);
  const grids = workbook.sheets.filter((sheet) => sheet.hasCells).map((sheet) => workbook.grid(sheet.name));
  const state = readStatePart(bytes);
  const carried = readWorkbookSettings(state);
  const rulebook = wantedRulebook(carried, options.rulebook);
  const settings = settingsOver(settingsOf(carried, rulebook.id), given);
  const { report, plans, conflicts, stateText } = buildMonth(
    grids,
    state === undefined ? undefined : JSON.stringify(state),
    {
      rulebook,
      month,
      language,
      today: todayOf(options),
      settings: rulebookSettings(settings),
      calendar: settingsCalendar(settings),
      confirmations: settings.confirm ?? [],
      mappings: carried.mappings,
      knownWordings: carried.wordings[rulebook.id] ?? {},
      tabs: wanted,
      bulletin: bulletinRules(settings),
      cases: caseOptions(settings),
    },
  );
  if (report.subjects.length === 0) throw new ProblemError('NOTHING_RECOGNISED');

  let tabs: readonly WrittenTab[] = [];
  if (options.out !== undefined) {
    const newState = stateText === undefined ? undefined : (JSON.parse(stateText) as unknown);
    const written = writePlans(bytes, plans, { state: newState });
    writeWhole(options.out, written.bytes);
    tabs = written.tabs;
  }
  return {
    exit: 0,
    json: reportJson(report, language, options.entries),
    text: [
      reportText(report, language, options.out, tabs),
      ...findingLines(report.findings ?? [], language),
      ...(options.out === undefined ? [] : findingLines(conflicts, language)),
    ].join('\n'),
  };
}

/** The one named, by id or file; else the one that the workbook carries. */
function wantedRulebook(carried: WorkbookSettings, named: string | undefined): Rulebook {
  if (named === undefined) return chosenRulebook(carried) ?? findRulebook(carried.rulebook?.id ?? '');
  return chosenRulebook(carried, named) ?? findRulebook(named);
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

/** What stands on the made tabs and could not be taken over, with its cell. */
function findingLines(
  findings: readonly (Problem & { readonly sheet: string; readonly address: string })[],
  language: Language,
): string[] {
  const lines = findings
    .slice(0, SHOWN_SET_ASIDE)
    .map((found) => `  ${found.sheet}!${found.address}: ${sentence(found, language)}`);
  const more = findings.length - lines.length;
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
