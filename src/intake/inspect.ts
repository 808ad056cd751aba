import { formatDay } from '../facts/date';
import { formatDecimal, type Decimal } from '../facts/decimal';
import type { Grid } from '../workbook/grid';
import { readSheetsInSteps, type ReadOptions } from './readSheet';
import type { NumberReading, RecordDraft } from './records/draft';
import { RECORD_ROLES, readDrafts } from './records/readDrafts';
import { readStatus } from './records/status';
import type { Finding, SheetFacts, SheetRole } from './types';
import { cellText } from './values/text';

/** One event as `qascore inspect` prints it; amounts taken away are negative. */
export interface InspectedEvent {
  readonly name: string;
  readonly id?: string;
  readonly date?: string;
  readonly kind: string;
  readonly minutes?: string;
  readonly days?: string;
  readonly points?: string;
  readonly money?: string;
  readonly clause?: string;
  readonly record?: string;
  readonly row: number;
}

export interface InspectedSheet {
  readonly name: string;
  readonly role: SheetRole;
  readonly confidence: number;
  readonly headerRows: readonly number[];
  readonly dataStartRow: number;
  readonly columns: readonly {
    readonly index: number;
    readonly header: string;
    readonly field: string | null;
  }[];
  readonly events: readonly InspectedEvent[];
  readonly findings: readonly Finding[];
}

export interface WorkbookInspection {
  readonly sheets: readonly InspectedSheet[];
}

/** What was understood of each sheet, without a rulebook. Never throws. */
export function inspectWorkbook(grids: readonly Grid[], options: ReadOptions = {}): WorkbookInspection {
  const steps = inspectWorkbookInSteps(grids, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in slices of a few milliseconds. */
export function* inspectWorkbookInSteps(
  grids: readonly Grid[],
  options: ReadOptions = {},
): Generator<void, WorkbookInspection> {
  const facts = yield* readSheetsInSteps(grids, options);
  const sheets: InspectedSheet[] = [];
  for (const [i, grid] of grids.entries()) {
    const sheet = facts[i];
    if (sheet === undefined) continue;
    const { reading } = sheet;
    const events = attendanceEvents(sheet);
    const findings = [...sheet.findings];
    if (RECORD_ROLES.has(reading.role.value)) {
      const { drafts } = yield* readDrafts(grid, reading, options.period);
      for (const draft of drafts) {
        events.push(recordEvent(draft));
        if (draft.dateProblem !== undefined) {
          findings.push({
            code: draft.dateProblem,
            severity: 'warning',
            sheet: draft.sheet,
            address: draft.addressOf('date'),
            params: { text: draft.dateText },
          });
        }
      }
    }
    sheets.push({
      name: reading.name,
      role: reading.role.value,
      confidence: reading.role.confidence,
      headerRows: reading.headerRows,
      dataStartRow: reading.dataStartRow,
      columns: reading.columns.map(({ index, header, field }) => ({ index, header, field: field ?? null })),
      events,
      findings,
    });
    yield;
  }
  return { sheets };
}

function attendanceEvents(sheet: SheetFacts): InspectedEvent[] {
  return sheet.events.map((event) => ({
    name: event.who.name,
    ...(event.who.id === undefined ? {} : { id: event.who.id }),
    date: formatDay(event.day),
    kind: event.kind,
    ...(event.minutes === undefined ? {} : { minutes: formatDecimal(event.minutes) }),
    ...(event.days === undefined ? {} : { days: formatDecimal(event.days) }),
    row: event.source.row,
  }));
}

function recordEvent(draft: RecordDraft): InspectedEvent {
  const subject = draft.who ?? draft.customer;
  const upheld = [draft.appealText, draft.statusText].some((text) => readStatus(text) === 'upheld');
  const fatal = draft.column === 'fatal';
  const points = upheld ? '0' : taken(draft.points);
  const money = upheld ? undefined : taken(draft.money);
  const minutes = plain(draft.minutes);
  const code = draft.codes.map((value) => cellText(value)).find((text) => text !== '');
  const [record] = draft.recordIds;
  return {
    name: subject?.name || draft.team,
    ...(subject?.id === undefined ? {} : { id: subject.id }),
    ...(draft.day === undefined ? {} : { date: formatDay(draft.day) }),
    kind: fatal ? 'fatal' : draft.role === 'complaint-ledger' ? 'complaint' : 'violation',
    ...(minutes === undefined ? {} : { minutes }),
    ...(points === undefined ? {} : { points }),
    ...(money === undefined ? {} : { money }),
    ...(code === undefined ? {} : { clause: code }),
    ...(record === undefined ? {} : { record }),
    row: draft.row,
  };
}

function plain(reading: NumberReading): string | undefined {
  return typeof reading === 'object' ? formatDecimal(reading) : undefined;
}

/** A deduction as a negative amount, however its column writes it. */
function taken(reading: NumberReading): string | undefined {
  if (typeof reading !== 'object') return undefined;
  const value: Decimal = reading.digits > 0n ? { digits: -reading.digits, scale: reading.scale } : reading;
  return formatDecimal(value);
}
