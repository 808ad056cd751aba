import { parseMonth, type MonthKey } from '../../facts/date';
import { ProblemError } from '../../facts/problem';
import { t, type Language } from '../../i18n';
import { chosenRulebook } from '../../month/chosenRulebook';
import { triedSettings } from '../../month/replay/change';
import type { MonthChange, SubjectChange } from '../../month/replay/compare';
import { replay, type Replay } from '../../month/replay/replay';
import {
  caseOptions,
  readSettings,
  rulebookSettings,
  settingsCalendar,
  settingsOver,
} from '../../month/settingsFormat';
import { readWorkbookSettings, settingsOf } from '../../month/workbookSettings';
import { readStatePart, readWorkbook } from '../../workbook/xlsx';
import { readBytes, readJson } from '../files';
import { UsageError, type Options } from '../options';
import { textTable, type Output } from '../output';
import { findRulebook } from '../rulebooks';
import { todayOf } from '../today';

/** What the months of a workbook would be under a changed rulebook, reading or parameter; nothing is written. */
export function replayCommand(options: Options): Output {
  const { language, tried, targets } = options;
  const [file, ...more] = targets;
  const changes = tried.readings.length + tried.params.length + (options.changed === undefined ? 0 : 1);
  if (file === undefined || changes === 0) throw new UsageError(language);
  const months = [...options.months, ...more].map(monthOption);
  const given = readSettings(options.settings === undefined ? {} : readJson(options.settings));

  const bytes = readBytes(file);
  const workbook = readWorkbook(bytes);
  const grids = workbook.sheets.filter((sheet) => sheet.hasCells).map((sheet) => workbook.grid(sheet.name));
  const state = readStatePart(bytes);
  const carried = readWorkbookSettings(state);
  const named = options.rulebook;
  const rulebook = chosenRulebook(carried, named) ?? findRulebook(named ?? carried.rulebook?.id ?? '');
  const changed = options.changed === undefined ? rulebook : findRulebook(options.changed);
  const settings = settingsOver(settingsOf(carried, rulebook.id), given);
  const before = { rulebook, settings: rulebookSettings(settings) };
  const result = replay(
    grids,
    state === undefined ? undefined : JSON.stringify(state),
    before,
    { rulebook: changed, settings: triedSettings(before.settings, changed, tried) },
    {
      language,
      today: todayOf(options),
      months: months.length === 0 ? undefined : months,
      calendar: settingsCalendar(settings),
      confirmations: settings.confirm ?? [],
      mappings: carried.mappings,
      knownWordings: carried.wordings[rulebook.id] ?? {},
      cases: caseOptions(settings),
    },
  );
  if (result.months.every(({ totals }) => totals.before.subjects + totals.after.subjects === 0))
    throw new ProblemError('NOTHING_RECOGNISED');
  return { exit: 0, json: { rulebook: rulebook.id, ...result }, text: replayText(result, language) };
}

/** @throws ProblemError BAD_MONTH */
function monthOption(text: string): MonthKey {
  const month = parseMonth(text);
  if (month === undefined) throw new ProblemError('BAD_MONTH', { found: text });
  return month;
}

function replayText({ months, affected, isSame }: Replay, language: Language): string {
  if (isSame) return t(language, 'replay.same', { months: months.map(({ month }) => month).join(', ') });
  return [
    ...months.map((month) => monthText(month, language)),
    t(language, 'replay.affected', { affected }),
  ].join('\n\n');
}

function monthText(
  { month, subjects, ranksMoved, tiersMoved, totals }: MonthChange,
  language: Language,
): string {
  const header = (
    [
      'col.name',
      'col.deducted',
      'col.added',
      'col.score',
      'col.fine',
      'col.performanceDeduct',
      'col.rank',
      'col.state',
      'replay.clauses',
    ] as const
  ).map((key) => t(language, key));
  const { before, after } = totals;
  const sum = t(language, 'replay.totals', {
    month,
    subjects: subjects.length,
    deducted: arrow(before.pointsDeducted, after.pointsDeducted),
    added: arrow(before.pointsAdded, after.pointsAdded),
    fine: arrow(before.fineYuan, after.fineYuan),
    setAside: arrow(before.setAside, after.setAside),
    ranks: ranksMoved,
    tiers: tiersMoved,
  });
  if (subjects.length === 0) return sum;
  return [sum, textTable([header, ...subjects.map((subject) => subjectRow(subject, language))])].join('\n');
}

function subjectRow({ key, before, after, clauses }: SubjectChange, language: Language): string[] {
  const [from, to] = [before, after].map((side) => side && t(language, `state.${side.state}`));
  return [
    key,
    arrow(before?.pointsDeducted, after?.pointsDeducted),
    arrow(before?.pointsAdded, after?.pointsAdded),
    arrow(before?.score, after?.score),
    arrow(before?.fineYuan, after?.fineYuan),
    arrow(before?.performanceDeductPct, after?.performanceDeductPct),
    arrow(before?.rank, after?.rank),
    arrow(from, to),
    clauses.map(({ clause }) => clause).join(' '),
  ];
}

type Shown = string | number | null | undefined;

/** `12 → 14`, or the value alone where it stays. */
function arrow(before: Shown, after: Shown): string {
  const [from, to] = [before, after].map((value) => String(value ?? '—'));
  return from === to ? `${from}` : `${from} → ${to}`;
}
