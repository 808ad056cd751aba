import { formatDay } from '../../facts/date';
import { sentence, t, type Language, type TextKey } from '../../i18n';
import { TEXT_KEYS } from '../../i18n';
import type { ColumnReading, SheetReading, SheetRole } from '../../intake/types';
import { isCellError, NumberKind, type CellValue, type Grid } from '../../workbook/grid';
import { dayOfSerial } from '../../facts/date';
import type { MonthReport } from '../report';

/** `used`: read without a doubt. `asks`: read, something waits for a person. `unused`: not read. */
export type SheetMark = 'used' | 'asks' | 'unused';

/** A sheet as the pane lists it. */
export interface SheetLine {
  readonly name: string;
  readonly mark: SheetMark;
  readonly role: SheetRole;
  readonly roleText: string;
  /** Rows of data. */
  readonly rows: number;
  /** Rows left out and columns to confirm. */
  readonly waiting: { readonly rows: number; readonly columns: number };
  /** Why it is taken for what it is. */
  readonly why: string;
  readonly otherTables: readonly string[];
}

const KNOWN: ReadonlySet<string> = new Set(TEXT_KEYS);

/** A field in the reader's words; the header's own kind of numbering where it has one. */
export function fieldText(field: string, language: Language): string {
  const [head = field, tail = ''] = field.split('.');
  const whole = `pane.field.${field}`;
  if (KNOWN.has(whole)) return t(language, whole as TextKey);
  const key = `pane.field.${head.replace(/\d+$/, '')}`;
  if (!KNOWN.has(key)) return field;
  const number = /\d+$/.exec(head)?.[0] ?? '';
  const rest = tail === 'time' || tail === 'result' ? '' : tail;
  return [t(language, key as TextKey), number, rest].filter((part) => part !== '').join(' ');
}

/** Surer than this needs no second look. */
const SURE = 0.6;

/** Fields that decide whom a row charges, when, and with what; others are worth no question. */
const DECISIVE: ReadonlySet<string> = new Set(
  (
    'name id team customer target head date verifiedOn clause violation trigger category1 level kind complaintLevel ' +
    'points money pct chosenPoints chosenPct chosenMoney qty minutes measured verified excused unexcused exempt ' +
    'appealResult approvalResult dayResult param value metric metricValue'
  ).split(' '),
);

/** A column that decides something although neither its header nor its content says clearly what it is. */
export const needsConfirming = ({ field, confidence }: ColumnReading): boolean =>
  field !== undefined && DECISIVE.has(field) && confidence < SURE;

/** The workbook's own sheets, those made by this program left out. */
export function sheetLines(report: MonthReport, language: Language): SheetLine[] {
  return report.reading.sheets
    .filter(({ role }) => role.value !== 'made')
    .map((sheet) => lineOf(sheet, report, language));
}

function lineOf(sheet: SheetReading, report: MonthReport, language: Language): SheetLine {
  const rows = report.setAside.filter((row) => row.sheet === sheet.name).length;
  const isUsed = sheet.role.value !== 'none';
  const columns = isUsed ? sheet.columns.filter(needsConfirming).length : 0;
  const mark: SheetMark = !isUsed ? 'unused' : rows + columns > 0 ? 'asks' : 'used';
  return {
    name: sheet.name,
    mark,
    role: sheet.role.value,
    roleText: isUsed ? t(language, `role.${sheet.role.value}`) : t(language, 'pane.data.unused'),
    rows: isUsed ? dataRows(sheet) : 0,
    waiting: { rows, columns },
    why: roleReasons(sheet, language),
    otherTables: sheet.otherTables ?? [],
  };
}

const dataRows = ({ dataStartRow, dataEndRow, skipped }: SheetReading): number =>
  Math.max(0, dataEndRow - dataStartRow + 1 - skipped.filter(({ row }) => row >= dataStartRow).length);

function roleReasons({ role }: SheetReading, language: Language): string {
  return role.reasons
    .map((reason) => {
      const fields = reason.params?.fields;
      if (typeof fields !== 'string') return sentence(reason, language);
      const named = fields
        .split(' ')
        .map((field) => fieldText(field, language))
        .join(t(language, 'list.separator'));
      return sentence({ ...reason, params: { ...reason.params, fields: named } }, language);
    })
    .join(' ');
}

/** A column as it was understood. */
export interface ColumnLine {
  readonly index: number;
  readonly header: string;
  readonly field: string | undefined;
  readonly why: string;
  readonly asks: boolean;
  readonly samples: readonly string[];
}

export interface SheetDetail extends SheetLine {
  readonly fingerprint: string;
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  readonly columns: readonly ColumnLine[];
}

const SAMPLES = 3;

/** One sheet with its columns and the first rows under each; undefined where there is none of that name. */
export function sheetDetail(
  name: string,
  report: MonthReport,
  grids: readonly Grid[],
  language: Language,
): SheetDetail | undefined {
  const sheet = report.reading.sheets.find((candidate) => candidate.name === name);
  const grid = grids.find((candidate) => candidate.sheet === name);
  if (sheet === undefined || grid === undefined) return undefined;
  return {
    ...lineOf(sheet, report, language),
    fingerprint: sheet.fingerprint,
    headerRows: sheet.headerRows,
    firstRow: sheet.dataStartRow,
    columns: sheet.columns.map((column) => ({
      index: column.index,
      header: column.header,
      field: column.field,
      why: sentence({ ...column.reason, params: withFieldText(column.reason.params, language) }, language),
      asks: sheet.role.value !== 'none' && needsConfirming(column),
      samples: samplesOf(grid, sheet, column.index),
    })),
  };
}

function withFieldText(
  params: Readonly<Record<string, string | number>> | undefined,
  language: Language,
): Readonly<Record<string, string | number>> {
  const field = params?.field;
  return typeof field === 'string' ? { ...params, field: fieldText(field, language) } : (params ?? {});
}

function samplesOf(grid: Grid, { dataStartRow, dataEndRow }: SheetReading, column: number): string[] {
  const samples: string[] = [];
  for (let row = dataStartRow - 1; row < dataEndRow && samples.length < SAMPLES; row += 1) {
    const text = cellText(grid.rows[row]?.[column], grid.kinds[row]?.[column], grid.date1904);
    if (text !== '') samples.push(text);
  }
  return samples;
}

const LONGEST = 24;

/** A cell as a person reads it, shortened. */
export function cellText(value: CellValue | undefined, kind: number | undefined, date1904: boolean): string {
  if (value === undefined || value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'number') {
    const isDate = kind === NumberKind.Date || kind === NumberKind.DateTime;
    if (isDate && value >= 1) return formatDay(dayOfSerial(Math.floor(value), date1904));
    if (kind === NumberKind.Time || (isDate && value < 1)) return timeText(value);
    return String(value);
  }
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

function timeText(fraction: number): string {
  const minutes = Math.round((fraction % 1) * 1440);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
