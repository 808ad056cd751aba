import { formatDay } from '../facts/date';
import { formatDecimal, subtractDecimals, type Decimal } from '../facts/decimal';
import type { Grid } from '../workbook/grid';
import { readSheetsInSteps, type ReadOptions } from './readSheet';
import { addressOf, type RecordRow } from './records/draft';
import { RECORD_ROLES, readDrafts } from './records/readDrafts';
import { readStatus } from './records/status';
import { rowsOf } from './recognise/rows';
import type { Finding, SheetFacts, SheetReading, SheetRole } from './types';
import { readId, readName } from './values/name';
import { readDecimal, readQuantity } from './values/number';
import { cellText } from './values/text';

/** One event as `qascore inspect` prints it; amounts taken away are negative. */
export interface InspectedEvent {
  readonly name: string;
  readonly id?: string;
  readonly date?: string;
  readonly kind: string;
  /** Kind of leave as written: 事假. */
  readonly type?: string;
  /** Which punch: 上班, 下班2. */
  readonly slot?: string;
  readonly minutes?: number;
  readonly days?: number;
  readonly points?: number;
  readonly money?: number;
  /** Percent of pay. */
  readonly pct?: number;
  /** A fatal mark: the whole sample counts 0. */
  readonly fatal?: true;
  readonly score?: number;
  /** Of a month's summary. */
  readonly total?: number;
  /** As written. */
  readonly clause?: string;
  /** Number of the record, call or order. */
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
    const findings = [...sheet.findings, ...setAsideFindings(sheet)];
    if (RECORD_ROLES.has(reading.role.value)) {
      const { drafts } = yield* readDrafts(grid, reading, options.period);
      const byRow = new Map<number, RecordRow[]>();
      for (const draft of drafts) {
        const list = byRow.get(draft.row);
        if (list === undefined) byRow.set(draft.row, [draft]);
        else list.push(draft);
      }
      for (const list of byRow.values()) events.push(recordEvent(list), ...linkedEvents(list[0]!));
      findings.push(
        ...dateFindings(
          [...byRow.values()].map(([first]) => first!),
          reading,
        ),
      );
    }
    if (reading.role.value === 'qa-summary')
      for (const event of summaryEvents(grid, reading)) events.push(event);
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

/** Rows that could not be used, at their cells. */
function setAsideFindings({ setAside }: SheetFacts): Finding[] {
  return setAside.map(({ code, sheet, row, column, params }) => ({
    code,
    severity: 'warning',
    sheet,
    address: `${column ?? 'A'}${row}`,
    ...(params === undefined ? {} : { params }),
  }));
}

function attendanceEvents(sheet: SheetFacts): InspectedEvent[] {
  return sheet.events.map((event) => ({
    name: event.who.name,
    ...(event.who.id === undefined ? {} : { id: event.who.id }),
    date: formatDay(event.day),
    kind: event.kind,
    ...(event.leaveType === undefined ? {} : { type: event.leaveType }),
    ...(event.slot === undefined ? {} : { slot: event.slot }),
    ...(event.minutes === undefined ? {} : { minutes: Number(formatDecimal(event.minutes)) }),
    ...(event.days === undefined ? {} : { days: Number(formatDecimal(event.days)) }),
    row: event.source.row,
  }));
}

/** One row of a record sheet; what several criteria of one sample lost is added up. */
function recordEvent(drafts: readonly RecordRow[]): InspectedEvent {
  const draft = drafts[0]!;
  const { words, names, date } = draft;
  const subject = names.who ?? names.customer;
  const upheld = isUpheld(draft);
  const fatal = drafts.some((each) => each.words.column === 'fatal');
  const sum = (field: 'points' | 'money' | 'pct'): number | undefined => {
    const amounts = drafts.flatMap(({ words: { [field]: value, addition } }) =>
      typeof value === 'object' ? [addition ? value : taken(value)] : [],
    );
    return amounts.length === 0 ? undefined : Number(formatDecimal(amounts.reduce(addDecimals)));
  };
  const points = upheld ? 0 : fatal ? undefined : sum('points');
  const money = upheld ? undefined : sum('money');
  const pct = upheld ? undefined : sum('pct');
  const code = words.codes.map((value) => cellText(value)).find((text) => text !== '');
  const [record] = draft.recordIds;
  return {
    name: subject === undefined || subject.name === '' ? words.team : subject.name,
    ...(subject?.id === undefined ? {} : { id: subject.id }),
    ...(date.day === undefined ? {} : { date: formatDay(date.day) }),
    kind: words.role === 'complaint-ledger' ? 'complaint' : 'violation',
    ...(typeof words.minutes === 'object' ? { minutes: Number(formatDecimal(words.minutes)) } : {}),
    ...(points === undefined ? {} : { points }),
    ...(money === undefined ? {} : { money }),
    ...(pct === undefined ? {} : { pct }),
    ...(fatal && !upheld ? { fatal: true as const, score: 0 } : {}),
    ...(code === undefined ? {} : { clause: code }),
    ...(record === undefined ? {} : { record }),
    row: draft.row,
  };
}

const isUpheld = (draft: RecordRow): boolean =>
  [draft.words.appealText, draft.words.statusText].some((text) => readStatus(text) === 'upheld');

/** Those jointly responsible with their own shares (`孙梅:2%`); none where the appeal was upheld. */
function linkedEvents(draft: RecordRow): InspectedEvent[] {
  if (draft.words.linked === '' || isUpheld(draft)) return [];
  return draft.words.linked.split(/[、,;\n\uff0c\uff1b]/).flatMap((part) => {
    const [written = '', share = ''] = part.split(/[:\uff1a(\uff08)\uff09]/);
    const name = readName(written)?.name;
    if (name === undefined || name === '') return [];
    const amount = readQuantity(share);
    const value =
      typeof amount === 'object'
        ? { [AMOUNT_OF[amount.unit ?? ''] ?? 'points']: toNumber(taken(amount.value)) }
        : {};
    const { day } = draft.date;
    const date = day === undefined ? {} : { date: formatDay(day) };
    return [{ name, ...date, kind: 'linked', ...value, row: draft.row }];
  });
}

const AMOUNT_OF: Readonly<Record<string, 'points' | 'money' | 'pct'>> = { 元: 'money', '%': 'pct' };
const toNumber = (value: Decimal): number => Number(formatDecimal(value));

/** One line a person of a month's summary; shown only, scoring never takes numbers from it. */
function summaryEvents(grid: Grid, reading: SheetReading): InspectedEvent[] {
  return [...rowsOf(grid, reading)].flatMap((row) => {
    const name = readName(row.value('name'));
    const id = readId(row.value('id')) ?? name?.id;
    if (name === undefined && id === undefined) return [];
    const points = readDecimal(row.value('points'));
    const total = readDecimal(row.value('total'));
    return [
      {
        name: name?.name ?? '',
        ...(id === undefined ? {} : { id }),
        kind: 'summary',
        ...(points === undefined ? {} : { points: toNumber(taken(points)) }),
        ...(total === undefined ? {} : { total: toNumber(total) }),
        row: row.row,
      },
    ];
  });
}

/** A deduction as a negative amount, however its column writes it. */
function taken(value: Decimal): Decimal {
  return value.digits > 0n ? { digits: -value.digits, scale: value.scale } : value;
}

function addDecimals(a: Decimal, b: Decimal): Decimal {
  return subtractDecimals(a, { digits: -b.digits, scale: b.scale });
}

/** Rows without a readable date; a sheet without any date column says so once. */
function dateFindings(drafts: readonly RecordRow[], reading: SheetReading): Finding[] {
  const bad = drafts.filter(({ date }) => date.dateProblem !== undefined);
  const dated = reading.columns.some(({ field }) => field === 'date' || field === 'recordDate');
  return (dated ? bad : bad.slice(0, 1)).map((draft) => ({
    code: dated ? (draft.date.dateProblem as string) : 'DATE_COLUMN_MISSING',
    severity: 'warning',
    sheet: draft.words.sheet,
    address: addressOf(draft, 'date'),
    params: { text: draft.date.dateText },
  }));
}
