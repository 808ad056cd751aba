import type { Grid } from '../../workbook/grid';
import type { ColumnReading, Judged, SheetMapping, SheetReading, SheetRole } from '../types';
import { readPeriod, type Period } from '../values/period';
import { cellText, isBlank, textKey } from '../values/text';
import { assign, candidatesOf, type Candidate } from './columns';
import { allowsField } from './families';
import { fingerprintOf } from './fingerprint';
import { findForm } from './form';
import { findHeader, type HeaderBlock } from './headers';
import { findMachine } from './machine';
import { profileColumn, type ColumnProfile } from './profile';
import { judgeRole, type Evidence } from './role';
import { scanRows, type RowKindContext, type RowScan } from './rowKinds';

export interface RecogniseOptions {
  /** The month looked at: gives the year of dates and sheet names that lack one. */
  readonly period?: Period | undefined;
  readonly fileName?: string | undefined;
  readonly mappings?: readonly SheetMapping[] | undefined;
}

/** Role, header, data range and meaning of the columns of one sheet, each with confidence and reason. Never throws. */
export function recogniseSheet(grid: Grid, options: RecogniseOptions = {}): SheetReading {
  const steps = recogniseInSteps(grid, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in slices of a few milliseconds. */
export function* recogniseInSteps(grid: Grid, options: RecogniseOptions = {}): Generator<void, SheetReading> {
  if (grid.madeBy !== undefined) {
    return bare(grid, {
      value: 'made',
      confidence: 1,
      reasons: [{ code: 'ROLE_MADE_BY_US', params: { plan: grid.madeBy } }],
    });
  }
  const machine = findMachine(grid, options.period);
  if (machine !== undefined) return machine;
  const header = findHeader(grid);
  if (header === undefined) {
    return (
      findForm(grid) ?? bare(grid, { value: 'none', confidence: 0.6, reasons: [{ code: 'ROLE_NO_HEADER' }] })
    );
  }
  return yield* withHeader(grid, header, options);
}

function bare(grid: Grid, role: Judged<SheetRole>): SheetReading {
  return {
    name: grid.sheet,
    role,
    titleRows: [],
    headerRows: [],
    dataStartRow: 1,
    dataEndRow: 0,
    columns: [],
    skipped: [],
    fingerprint: fingerprintOf([]),
  };
}

function* withHeader(
  grid: Grid,
  header: HeaderBlock,
  options: RecogniseOptions,
): Generator<void, SheetReading> {
  const start = (header.fullMarksRow ?? header.bottom) + 1;
  const titles = titleRowsOf(grid, header.top);
  const period = sheetPeriod(grid, titles, options);
  const known = period ?? options.period;
  const context = rowContext(header);
  const scan = yield* scanRows(grid, start, context);
  const profiles: ColumnProfile[] = [];
  for (let c = 0; c < header.texts.length; c += 1) {
    profiles.push(profileColumn(grid, c, scan.dataRows, known));
    if (c % 16 === 15) yield;
  }
  const candidates = header.texts.map((text, c) =>
    text === '' && (profiles[c] as ColumnProfile).filled === 0
      ? []
      : candidatesOf(header.parts[c] ?? [], profiles[c] as ColumnProfile),
  );
  const fingerprint = fingerprintOf(header.parts);
  const mapping = options.mappings?.find((one) => one.fingerprint === fingerprint);
  const evidence = evidenceOf(grid, header, candidates, profiles, scan, titles);
  const judgedRole = judgeRole(evidence);
  const role: Judged<SheetRole> =
    mapping?.role === undefined
      ? judgedRole
      : { value: mapping.role, confidence: 1, reasons: [{ code: 'ROLE_CONFIRMED' }] };
  const columns = readColumns(grid, header, candidates, profiles, role.value, mapping);
  return {
    name: grid.sheet,
    role,
    titleRows: titles.map((row) => row + 1),
    headerRows: Array.from(
      { length: header.bottom - header.top + 1 + (header.fullMarksRow === undefined ? 0 : 1) },
      (_, i) => header.top + i + 1,
    ),
    dataStartRow: start + 1,
    dataEndRow: Math.max(start, scan.end + 1),
    columns,
    skipped: scan.skipped.filter((row) => row.row <= scan.end + 40),
    ...(period === undefined ? {} : { period }),
    fingerprint,
  };
}

function titleRowsOf(grid: Grid, top: number): number[] {
  const rows: number[] = [];
  for (let r = 0; r < top; r += 1) if (grid.rows[r]?.some((value) => !isBlank(value)) === true) rows.push(r);
  return rows;
}

/** From the title rows, then the sheet's name, then the file's. */
function sheetPeriod(grid: Grid, titles: readonly number[], options: RecogniseOptions): Period | undefined {
  const texts: string[] = [];
  for (const r of titles)
    for (const value of (grid.rows[r] ?? []).slice(0, 40))
      if (typeof value === 'string' && value !== '') texts.push(value);
  texts.push(grid.sheet);
  if (options.fileName !== undefined) texts.push(options.fileName);
  for (const text of texts) {
    const period = readPeriod(text, options.period);
    if (period !== undefined) return period;
  }
  return undefined;
}

const SUBJECT = new Set(['name', 'id', 'team', 'customer', 'customerId', 'userId']);
const LABEL = new Set([
  ...SUBJECT,
  'seq',
  'date',
  'department',
  'rank',
  'recordDate',
  'clause',
  'param',
  'recordId',
]);

const EMPTY: ColumnProfile = {
  filled: 0,
  number: 0,
  negative: 0,
  date: 0,
  time: 0,
  name: 0,
  yesNo: 0,
  clause: 0,
  dotted: 0,
  range: 0,
  attendance: 0,
  symbol: 0,
  shiftWord: 0,
  unit: 0,
  long: 0,
  distinct: 0,
};

function rowContext(header: HeaderBlock): RowKindContext {
  const subjectColumns: number[] = [];
  const labelColumns = new Set<number>();
  header.parts.forEach((parts, c) => {
    for (const candidate of candidatesOf(parts, EMPTY)) {
      if (candidate.score < 0.9) continue;
      if (
        candidate.field === 'name' ||
        candidate.field === 'id' ||
        candidate.field === 'customer' ||
        candidate.field === 'customerId'
      )
        subjectColumns.push(c);
      if (LABEL.has(candidate.field)) labelColumns.add(c);
    }
  });
  return {
    columns: header.texts.length,
    subjectColumns: [...new Set(subjectColumns)],
    labelColumns,
    headers: header.texts,
    leaves: header.leaves,
    parents: header.parts.map((parts) => parts[0] ?? ''),
  };
}

const LEGEND =
  /符号|图例|说明[:：].*[√○×△]|[√○△×◇].{0,4}(?:出勤|迟到|早退|旷工)|(?:出勤|迟到|早退|旷工).{0,2}[√○△×◇]/;

function evidenceOf(
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
        (profiles[c] as ColumnProfile).filled === 0 && scan.dataRows.length > 2
          ? candidate.score - 0.02
          : candidate.score;
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
    isCriterion(text, candidates[c] ?? [], profiles[c] ?? EMPTY) ? [c] : [],
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
    legend: around.some((r) =>
      (grid.rows[r] ?? [])
        .slice(0, 40)
        .some((value) => typeof value === 'string' && LEGEND.test(value.slice(0, 400))),
    ),
    distinctNames: names < 0 ? 0 : (profiles[names]?.distinct ?? 0),
    dataRows: scan.dataRows.length,
    title: `${titleText} ${grid.sheet}`,
  };
}

/** A scored column: header of its own that the vocabulary does not know, numbers or ticks below. */
function isCriterion(text: string, list: readonly Candidate[], profile: ColumnProfile): boolean {
  if (
    text === '' ||
    /率$|比例|占比|%/.test(text) ||
    list.some((candidate) => candidate.score >= 0.9 && candidate.field !== 'value')
  )
    return false;
  return profile.filled === 0
    ? text.includes('/')
    : profile.number >= 0.3 || profile.yesNo >= 0.6 || profile.symbol >= 0.6;
}

function readColumns(
  grid: Grid,
  header: HeaderBlock,
  candidates: readonly (readonly Candidate[])[],
  profiles: readonly ColumnProfile[],
  role: SheetRole,
  mapping: SheetMapping | undefined,
): ColumnReading[] {
  const chosen = assign(candidates, (field) => allowsField(role, field));
  const marks = header.fullMarksRow === undefined ? undefined : grid.rows[header.fullMarksRow];
  const scored = role === 'qa-scorecard' || role === 'qa-deductions';
  const corrected = new Map(
    Object.entries(mapping?.fields ?? {}).map(([key, field]) => [textKey(key), field]),
  );
  const columns: ColumnReading[] = [];
  header.texts.forEach((text, index) => {
    const profile = profiles[index] as ColumnProfile;
    if (text === '' && profile.filled === 0) return;
    const base = { index, header: text };
    if (corrected.has(textKey(text)) && text !== '') {
      const field = corrected.get(textKey(text)) ?? undefined;
      columns.push({ ...base, field, confidence: 1, reason: { code: 'COLUMN_CONFIRMED' } });
      return;
    }
    const full = cellText(marks?.[index]) || (/\((\d{1,3}(?:\.\d)?)分\)$/.exec(text)?.[1] ?? '');
    const found = chosen[index];
    if (found === undefined && scored && twin(header.texts, profiles, index)) {
      columns.push({ ...base, field: undefined, confidence: 0.8, reason: { code: 'COLUMN_TWIN_YES_NO' } });
    } else if (found === undefined && scored && isCriterion(text, candidates[index] ?? [], profile)) {
      columns.push({
        ...base,
        field: 'criterion',
        confidence: full === '' ? 0.6 : 0.9,
        reason: { code: 'COLUMN_CRITERION' },
        ...(full === '' ? {} : { fullMarks: full }),
      });
    } else if (found === undefined) {
      const shadowed = candidates[index]?.find((candidate) => allowsField(role, candidate.field));
      columns.push({
        ...base,
        field: undefined,
        confidence: shadowed === undefined ? 0.5 : 0.4,
        reason:
          shadowed === undefined
            ? { code: 'COLUMN_UNKNOWN' }
            : { code: 'COLUMN_SHADOWED', params: { field: shadowed.field } },
      });
    } else {
      columns.push({
        ...base,
        field: found.field,
        confidence: round(found.score),
        reason: { code: `COLUMN_${found.reason}`, params: { field: found.field } },
      });
    }
  });
  return columns;
}

/** The same header twice, here 是/否 and there a score: only the score is a criterion. */
function twin(texts: readonly string[], profiles: readonly ColumnProfile[], index: number): boolean {
  if ((profiles[index]?.yesNo ?? 0) < 0.6 || (profiles[index]?.number ?? 0) >= 0.6) return false;
  return texts.some((text, c) => c !== index && text === texts[index] && (profiles[c]?.number ?? 0) >= 0.5);
}

const round = (n: number): number => Math.round(n * 100) / 100;
