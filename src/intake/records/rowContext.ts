import type { CellValue, Grid, NumberKind } from '../../workbook/grid';
import { headerUnit, type DataRow } from '../recognise/rows';
import type { SheetReading } from '../types';
import type { DateContext } from '../values/date';
import { cellText, isNoData } from '../values/text';

/** What is the same for all rows of one sheet. */
export interface RowContext {
  readonly grid: Grid;
  readonly reading: SheetReading;
  readonly dates: DateContext;
  /** Unit of bare numbers under 时长; undefined = not to be told, such a number is not read. */
  readonly minutesUnit: 'minutes' | 'hours' | 'days' | undefined;
  /** The `excused` column asks 是否无故: yes means not excused. */
  readonly excusedInverted: boolean;
  readonly flagFields: readonly string[];
  /** Fields that the sheet has a column for; nothing else is looked up. */
  readonly fields: ReadonlySet<string>;
  /** The first column of each of them. */
  readonly columns: ReadonlyMap<string, number>;
  /** Fields of record numbers that the sheet has columns for. */
  readonly numberFields: readonly string[];
  /** Amount fields whose column gives points (加分) or both gives and takes (加减分): a bare number is given. */
  readonly giving: ReadonlySet<string>;
}

/** Fields with numbers of the record: different in nearly every row. */
const NUMBER_FIELDS = ['recordId', 'orderNo', 'complaintNo'] as const;

const GIVING = /加减|增减|变动|^(?:.*\/)?(?:加分|加分值|奖励|奖励分|奖金)$/;

export function rowContext(grid: Grid, reading: SheetReading, dates: DateContext): RowContext {
  const excused = reading.columns.find((column) => column.field === 'excused');
  const columns = firstColumns(reading);
  return {
    grid,
    reading,
    dates,
    // Ledgers of casework count hours and days as well as minutes.
    minutesUnit:
      headerUnit(reading, 'minutes') ?? (reading.role.value === 'complaint-ledger' ? undefined : 'minutes'),
    excusedInverted: excused?.header.includes('无故') === true,
    flagFields: reading.columns.flatMap(({ field }) => (field?.startsWith('flag.') === true ? [field] : [])),
    fields: new Set(columns.keys()),
    columns,
    numberFields: NUMBER_FIELDS.filter((field) => columns.has(field)),
    giving: new Set(
      reading.columns.flatMap(({ field, header }) =>
        field !== undefined && GIVING.test(header.replace(/\s/g, '')) ? [field] : [],
      ),
    ),
  };
}

function firstColumns(reading: SheetReading): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { field, index } of reading.columns)
    if (field !== undefined && !columns.has(field)) columns.set(field, index);
  return columns;
}

const NOTHING: readonly string[] = [];

/** Cells of one row under their fields. */
export class Cells {
  constructor(
    private readonly row: DataRow,
    private readonly context: RowContext,
  ) {}

  value(field: string): CellValue {
    return this.context.fields.has(field) ? this.row.value(field) : null;
  }

  kind(field: string): NumberKind {
    return this.row.kind(field);
  }

  text(field: string): string {
    if (!this.context.fields.has(field)) return '';
    const value = this.value(field);
    return isNoData(value) ? '' : cellText(value);
  }

  texts(field: string): readonly string[] {
    if (!this.context.fields.has(field)) return NOTHING;
    const texts: string[] = [];
    for (const value of this.row.values(field)) if (!isNoData(value)) texts.push(cellText(value));
    return texts;
  }
}
