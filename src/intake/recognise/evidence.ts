import type { Grid } from '../../workbook/grid';
import { legendPairs } from '../attendance/legendText';
import { cellText } from '../values/text';
import type { Candidate } from './columns';
import type { HeaderBlock } from './headers';
import { EMPTY_PROFILE, type ColumnProfile } from './profile';
import type { Evidence } from './role';
import type { RowScan } from './rowKinds';

/** What headers and contents say, for the decision on the role. */
export function evidenceOf(
  grid: Grid,
  header: HeaderBlock,
  candidates: readonly (readonly Candidate[])[],
  profiles: readonly ColumnProfile[],
  scan: RowScan,
  titles: readonly number[],
): Evidence {
  const best = new Map<string, number>();
  candidates.forEach((list, c) =>
    list.forEach((candidate) => {
      // Columns without any content decide nothing once there are data rows, except where blank is usual.
      const score =
        profiles[c]!.filled === 0 && scan.dataRows.length > 2 ? candidate.score - 0.02 : candidate.score;
      if (score > (best.get(candidate.field) ?? 0)) best.set(candidate.field, score);
    }),
  );
  const has = (field: string): boolean => (best.get(field) ?? 0) >= 0.6;
  const fieldsOf = (test: (field: string) => boolean): number[] =>
    candidates.flatMap((list, c) => (list.some((one) => one.score >= 0.6 && test(one.field)) ? [c] : []));
  const dayColumns = fieldsOf((field) => field.startsWith('day.'));
  const resultColumns = fieldsOf((field) => /^(?:in|out)\d\.result$/.test(field));
  const timeColumns = fieldsOf((field) => /^(?:in|out)\d\.time$/.test(field));
  const share = (key: 'attendance' | 'time' | 'symbol' | 'shiftWord'): number => {
    const filled = dayColumns.reduce((sum, c) => sum + (profiles[c]?.filled ?? 0), 0);
    return filled === 0
      ? 0
      : dayColumns.reduce((sum, c) => sum + (profiles[c]?.[key] ?? 0) * (profiles[c]?.filled ?? 0), 0) /
          filled;
  };
  const criteria = header.texts.flatMap((text, c) =>
    isCriterion(text, candidates[c] ?? [], profiles[c] ?? EMPTY_PROFILE) ? [c] : [],
  );
  const names = candidates.findIndex(
    (list) => list[0] !== undefined && (list[0].field === 'name' || list[0].field === 'customer'),
  );
  const dayResult = fieldsOf((field) => field === 'dayResult');
  const around = [
    ...titles,
    ...scan.skipped.filter((row) => row.reason === 'note').map((row) => row.row - 1),
  ];
  const titleText = titles
    .flatMap((r) => (grid.rows[r] ?? []).slice(0, 40).map((value) => cellText(value)))
    .join(' ');
  return {
    has,
    count: (...fields) => fields.filter(has).length,
    dayColumns: dayColumns.length,
    days: {
      attendance: share('attendance'),
      time: share('time'),
      symbol: share('symbol'),
      shift: share('shiftWord'),
      filled: dayColumns.reduce((sum, c) => sum + (profiles[c]?.filled ?? 0), 0),
    },
    resultColumns: resultColumns.length,
    timeColumns: timeColumns.length,
    leaveColumns: fieldsOf((field) => field.startsWith('leave.')).length,
    criteria: criteria.length,
    negativeCriteria: criteria.filter((c) => (profiles[c]?.negative ?? 0) >= 0.3).length,
    fullMarks: header.fullMarksRow !== undefined,
    clauseCodes: profiles.some((profile) => profile.filled > 0 && profile.clause >= 0.6),
    shiftHours: profiles.some((profile) => profile.filled > 0 && profile.range >= 0.5),
    attendanceResult: dayResult.some((c) => (profiles[c]?.attendance ?? 0) >= 0.5),
    legend: around.some((r) => {
      const texts = rowTexts(grid, r);
      return texts.some(hasLegend) || hasLegend(texts.join(' '));
    }),
    scores: header.leaves.some((text) => SCORES.test(text)),
    references: header.texts.some((_, c) => refersToRows(grid, scan.dataRows, c)),
    distinctNames: names < 0 ? 0 : (profiles[names]?.distinct ?? 0),
    dataRows: scan.dataRows.length,
    title: `${titleText} ${grid.sheet}`,
  };
}

const SCORES = /得分|总分|绩效分|\bscore\b/i;
const REFERENCE = /^[^!]{1,33}!\$?[A-Z]{0,3}\$?\d{1,7}$/;
/** Rows looked at for references. */
const REFERENCE_ROWS = 20;

function refersToRows(grid: Grid, dataRows: readonly number[], column: number): boolean {
  let [filled, found] = [0, 0];
  for (const r of dataRows.slice(0, REFERENCE_ROWS)) {
    const value = grid.rows[r]?.[column];
    if (typeof value !== 'string' || value === '') continue;
    filled += 1;
    if (REFERENCE.test(value)) found += 1;
  }
  return found > 0 && found >= filled * 0.8;
}

const rowTexts = (grid: Grid, row: number): string[] =>
  (grid.rows[row] ?? [])
    .slice(0, 40)
    .flatMap((value) => (typeof value === 'string' && value !== '' ? [value.slice(0, 400)] : []));

const hasLegend = (text: string): boolean =>
  /符号|图例/.test(text) || (/[^\p{L}\p{N}\s]/u.test(text) && legendPairs(text).length >= 2);

/** A scored column: header of its own that the vocabulary does not know, numbers or ticks below. */
export function isCriterion(text: string, list: readonly Candidate[], profile: ColumnProfile): boolean {
  if (
    text === '' ||
    /率$|比例|占比|%/.test(text) ||
    list.some((candidate) => candidate.score >= 0.9 && candidate.field !== 'value')
  )
    return false;
  return profile.filled === 0 ? text.includes('/') : profile.number >= 0.3 || profile.yesNo >= 0.6;
}
