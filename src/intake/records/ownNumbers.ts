import type { Grid } from '../../workbook/grid';
import { saidOnce, type SheetRows } from '../recognise/rows';
import { mergedDown } from '../recognise/merged';
import { cellText, isBlank, isNoData } from '../values/text';
import { recordKey } from './draft';
import { NO_IDS, type RecordIds } from './recordRows';
import type { RowContext } from './rowContext';
import { eventIdIn, recordIdsIn } from './rowNames';

/** Reads the numbers of records, which differ from row to row: one column of them, as on most sheets, cell by cell. */
export class OwnNumbers {
  /** The only column of record numbers; -1 where there are none or several. */
  private readonly single: number;
  private readonly hasIds: boolean;
  private readonly hasEvents: boolean;

  constructor(
    private readonly grid: Grid,
    private readonly context: RowContext,
    private readonly rows: SheetRows,
  ) {
    const columns = context.reading.columns.filter(
      ({ field }) => field !== undefined && context.numberFields.includes(field),
    );
    const [only] = columns;
    const plain = columns.length === 1 && (mergedDown(grid).empty || !saidOnce(only?.field ?? ''));
    this.single = plain && only !== undefined ? only.index : -1;
    this.hasIds = context.numberFields.length > 0;
    this.hasEvents = context.fields.has('eventId') || context.fields.has('complaintNo');
  }

  /** Numbers of the record itself, as keys; 0-based row index. */
  recordIds(index: number): RecordIds {
    if (!this.hasIds) return NO_IDS;
    if (this.single >= 0) {
      const value = this.grid.rows[index]?.[this.single];
      return value === undefined || isBlank(value) || isNoData(value) ? NO_IDS : recordKey(cellText(value));
    }
    const ids = recordIdsIn(this.rows.at(index), this.context);
    return ids.length === 1 ? ids[0]! : ids;
  }

  /** The number that joins the records of one event, '' where there is none. */
  eventId(index: number): string {
    return this.hasEvents ? eventIdIn(this.rows.at(index), this.context) : '';
  }
}
