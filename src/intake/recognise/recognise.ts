import { cellAddress, type Grid } from '../../workbook/grid';
import type { ColumnReading, Judged, SheetMapping, SheetReading, SheetRole } from '../types';
import { readPeriod, type Period } from '../values/period';
import { cellText, isBlank, textKey } from '../values/text';
import { assign, candidatesOf, type Candidate } from './columns';
import { allowsField } from './families';
import { fingerprintOf } from './fingerprint';
import { evidenceOf, isCriterion } from './evidence';
import { findForm } from './form';
import { findHeader, type HeaderBlock } from './headers';
import { findMachine } from './machine';
import { dayOfHeader } from './patterns';
import { EMPTY_PROFILE, profileColumn, type ColumnProfile } from './profile';
import { judgeRole } from './role';
import { scanRows, type RowKindContext } from './rowKinds';
import { stackedTables, tableBeside } from './tables';

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
  const form = findForm(grid, FORM_ROWS);
  return form ?? (yield* withHeader(grid, header, options));
}

/** A list has its labels in one or two rows; a form has some in nearly every row. */
const FORM_ROWS = 4;

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
  const stacked = yield* stackedTables(grid, header, start);
  const context = rowContext(header);
  let scan = yield* scanRows(grid, start, context, stacked.below);
  const profiles: ColumnProfile[] = [];
  for (let c = 0; c < header.texts.length; c += 1) {
    profiles.push(profileColumn(grid, c, scan.dataRows, known));
    // A column of a long sheet takes milliseconds; of a short one nothing.
    if (c % 16 === 15 || scan.dataRows.length > 5000) yield;
  }
  const all = header.texts.map((text, c) =>
    text === '' && profiles[c]!.filled === 0 ? [] : candidatesOf(header.parts[c] ?? [], profiles[c]!),
  );
  const beside = tableBeside(header, all, profiles);
  if (beside !== undefined)
    scan = yield* scanRows(grid, start, { ...context, columns: beside }, stacked.below);
  const candidates = withCustomerNumber(
    header,
    beside === undefined ? all : all.map((list, c) => (c < beside ? list : [])),
    profiles,
  );
  const others = [
    ...(beside === undefined ? [] : [cellAddress(header.bottom, beside)]),
    ...stacked.addresses,
  ];
  const fingerprint = fingerprintOf(header.parts);
  const mapping = options.mappings?.find((one) => one.fingerprint === fingerprint);
  const evidence = evidenceOf(grid, header, candidates, profiles, scan, titles);
  const judgedRole = judgeRole(evidence);
  const role: Judged<SheetRole> =
    mapping?.role === undefined
      ? judgedRole
      : { value: mapping.role, confidence: 1, reasons: [{ code: 'ROLE_CONFIRMED' }] };
  const columns = readColumns(grid, header, candidates, profiles, role.value, mapping, beside);
  return {
    name: grid.sheet,
    role,
    titleRows: titles.map((row) => row + 1),
    headerRows: [
      ...Array.from({ length: header.bottom - header.top + 1 }, (_, i) => header.top + i + 1),
      ...(header.fullMarksRow === undefined ? [] : [header.fullMarksRow + 1]),
    ],
    dataStartRow: firstFilled(grid, start, scan.end) + 1,
    dataEndRow: Math.max(start, scan.end + 1),
    columns,
    skipped: scan.skipped.filter((row) => row.row <= scan.end + 40),
    ...(period === undefined ? {} : { period }),
    ...(others.length === 0 ? {} : { otherTables: others }),
    ...(beside === undefined ? {} : { width: beside }),
    fingerprint,
  };
}

/** In a plain list of customers 编号 is the number of the customer. */
function withCustomerNumber(
  header: HeaderBlock,
  candidates: readonly (readonly Candidate[])[],
  profiles: readonly ColumnProfile[],
): readonly (readonly Candidate[])[] {
  const best = (field: string): boolean =>
    candidates.some((list) => list.some((one) => one.field === field && one.score >= 0.8));
  if (!best('customer') || ['customerId', 'date', 'name', 'violation', 'clause'].some(best))
    return candidates;
  return candidates.map((list, c) =>
    /^(?:编号|编码|代码|号码|代号)$/.test(textKey(header.leaves[c] ?? '')) &&
    (profiles[c]?.distinct ?? 0) >= 0.9
      ? [{ field: 'customerId', score: 0.9, reason: 'CONTENT' as const }, ...list]
      : list,
  );
}

/** `start`, or the first row from it on that is not blank. */
function firstFilled(grid: Grid, start: number, end: number): number {
  for (let r = start; r <= end; r += 1) if (grid.rows[r]?.some((value) => !isBlank(value)) === true) return r;
  return start;
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

function rowContext(header: HeaderBlock): RowKindContext {
  const subjectColumns: number[] = [];
  const labelColumns = new Set<number>();
  header.parts.forEach((parts, c) => {
    for (const candidate of candidatesOf(parts, EMPTY_PROFILE)) {
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
    labelColumns: [...labelColumns],
    headers: header.texts.map((text, c) =>
      [text, header.leaves[c] ?? '', header.parts[c]?.[0] ?? ''].map((part) => textKey(part)),
    ),
    daily: header.parts.filter((parts) => dayOfHeader(parts) !== undefined).length >= 5,
  };
}

function readColumns(
  grid: Grid,
  header: HeaderBlock,
  candidates: readonly (readonly Candidate[])[],
  profiles: readonly ColumnProfile[],
  role: SheetRole,
  mapping: SheetMapping | undefined,
  beside: number | undefined,
): ColumnReading[] {
  const chosen = assign(candidates, (field) => allowsField(role, field));
  const marks = header.fullMarksRow === undefined ? undefined : grid.rows[header.fullMarksRow];
  const scored = role === 'qa-scorecard' || role === 'qa-deductions';
  const corrected = new Map(
    Object.entries(mapping?.fields ?? {}).map(([key, field]) => [textKey(key), field]),
  );
  const columns: ColumnReading[] = [];
  header.texts.forEach((text, index) => {
    const profile = profiles[index]!;
    if (text === '' && profile.filled === 0) return;
    const base = { index, header: text };
    if (beside !== undefined && index >= beside) {
      columns.push({ ...base, field: undefined, confidence: 0.8, reason: { code: 'COLUMN_OTHER_TABLE' } });
      return;
    }
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
