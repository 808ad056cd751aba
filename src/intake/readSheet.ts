import type { Grid } from '../workbook/grid';
import { readApprovals } from './attendance/approvals';
import { Collector } from './attendance/collector';
import { readDaily } from './attendance/daily';
import { readHandmade } from './attendance/handmade';
import { readMatrix } from './attendance/matrix';
import { readMachine, readPunches } from './attendance/punches';
import { readSymbols } from './attendance/symbols';
import type { ReadOptions } from './options';
import { recogniseInSteps } from './recognise/recognise';
import { SheetRows } from './recognise/rows';
import { readMetrics } from './sheets/metrics';
import { readParams } from './sheets/params';
import { readRoster } from './sheets/roster';
import { readShifts } from './sheets/shifts';
import { readSubmissions } from './sheets/submissions';
import type {
  Approval,
  ParamReading,
  SheetFacts,
  SheetMetric,
  SheetPerson,
  SheetReading,
  ScheduledShift,
  ShiftTime,
} from './types';

export type { ReadOptions } from './options';

interface Output {
  readonly people: SheetPerson[];
  readonly metrics: SheetMetric[];
  readonly params: ParamReading[];
  readonly approvals: Approval[];
  readonly shifts: ShiftTime[];
  readonly schedule: ScheduledShift[];
}

/** Reads one sheet: what it is and every fact on it, people by name only. Never throws. */
export function readSheet(grid: Grid, options: ReadOptions = {}): SheetFacts {
  const steps = readSheetInSteps(grid, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in slices of a few milliseconds, for callers that must not block. */
export function* readSheetInSteps(
  grid: Grid,
  options: ReadOptions = {},
  known?: SheetReading,
): Generator<void, SheetFacts> {
  const reading = known ?? (yield* recogniseInSteps(grid, options));
  yield;
  const into = new Collector(grid.sheet);
  const output: Output = { people: [], metrics: [], params: [], approvals: [], shifts: [], schedule: [] };
  for (const address of reading.otherTables ?? [])
    into.findings.push({
      code: 'SEVERAL_TABLES',
      // What is read from a sheet of no records does not matter.
      severity: reading.role.value === 'none' ? 'info' : 'warning',
      sheet: grid.sheet,
      address,
      params: { address },
    });
  const criteria = reading.columns.filter(({ field }) => field === 'criterion');
  const [criterion] = criteria;
  if (
    reading.role.value === 'qa-scorecard' &&
    criterion !== undefined &&
    criteria.every(({ fullMarks }) => fullMarks === undefined)
  )
    into.finding('FULL_MARKS_MISSING', 'warning', (reading.headerRows.at(-1) ?? 1) - 1, criterion.index);
  yield* readerOf(grid, reading, options, into, output);
  return {
    reading,
    events: into.events,
    ...output,
    findings: into.findings,
    setAside: into.setAside,
    dropped: into.dropped,
    rowCount: into.rowCount,
  };
}

/** The reader of a role; roles whose rows are records are only counted. */
function readerOf(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
  output: Output,
): Generator<void> {
  switch (reading.role.value) {
    case 'attendance-daily':
      return readDaily(grid, reading, options, into);
    case 'attendance-matrix':
      return readMatrix(grid, reading, options, into);
    case 'attendance-handmade': {
      const days = reading.columns.some((column) => column.field?.startsWith('day.') === true);
      return days ? readSymbols(grid, reading, options, into) : readHandmade(grid, reading, options, into);
    }
    case 'attendance-punches':
      return readPunches(grid, reading, options, into);
    case 'attendance-machine':
      return readMachine(grid, reading, options, into);
    case 'approvals':
      return readApprovals(grid, reading, options, into, output.approvals);
    case 'roster':
      return readRoster(grid, reading, options, into, output);
    case 'params':
      return readParams(grid, reading, options, into, output.params);
    case 'shifts':
      return readShifts(grid, reading, options, into, output);
    case 'daily':
    case 'metrics':
      return readMetrics(grid, reading, options, into, output.metrics);
    case 'submissions':
      return readSubmissions(grid, reading, options, into, output.metrics);
    default:
      return countRows(grid, reading, into);
  }
}

function* countRows(grid: Grid, reading: SheetReading, into: Collector): Generator<void> {
  const rows = new SheetRows(grid, reading);
  for (let index = rows.start; index < rows.end; index += 1) {
    if (index % 8000 === 7999) yield;
    if (rows.holds(index)) into.rowCount += 1;
  }
}

/** Reads every sheet of a workbook; shift tables and rosters first, because punches need them. Order of sheets is kept. */
export function* readSheetsInSteps(
  grids: readonly Grid[],
  options: ReadOptions = {},
): Generator<void, SheetFacts[]> {
  const readings: SheetReading[] = [];
  for (const grid of grids) {
    readings.push(yield* recogniseInSteps(grid, options));
    yield;
  }
  const facts: (SheetFacts | undefined)[] = grids.map(() => undefined);
  const shifts: ShiftTime[] = [...(options.shifts ?? [])];
  const schedule: ScheduledShift[] = [...(options.schedule ?? [])];
  for (const sourcesFirst of [true, false]) {
    for (const [i, grid] of grids.entries()) {
      const reading = readings[i]!;
      if ((reading.role.value === 'shifts' || reading.role.value === 'roster') !== sourcesFirst) continue;
      const read = yield* readSheetInSteps(grid, { ...options, shifts, schedule }, reading);
      facts[i] = read;
      for (const shift of read.shifts) shifts.push(shift);
      for (const entry of read.schedule) schedule.push(entry);
    }
  }
  return facts as SheetFacts[];
}

/** {@link readSheetsInSteps} at one go. */
export function readSheets(grids: readonly Grid[], options: ReadOptions = {}): SheetFacts[] {
  const steps = readSheetsInSteps(grids, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
