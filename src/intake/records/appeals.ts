import type { Grid } from '../../workbook/grid';
import { rowsOf } from '../recognise/rows';
import type { SheetReading } from '../types';
import { cellText, isNoData } from '../values/text';
import type { AppealOutcome, RecordOutput } from './context';
import { recordKey } from './draft';
import { readStatus } from './status';

/** Rows between two pauses. */
const SLICE = 1000;

/**
 * Reads appeal sheets into outcomes by record number. A later row of the same number takes the place of an
 * earlier one that was still pending; contradicting decisions are reported and the stricter one stays. Yields between
 * slices of rows.
 */
export function* readAppeals(
  grid: Grid,
  reading: SheetReading,
  into: RecordOutput,
  out: Map<string, AppealOutcome>,
): Generator<void> {
  for (const row of rowsOf(grid, reading)) {
    if (row.row % SLICE === 0) yield;
    const ids = [...row.cells('recordId'), ...row.cells('complaintNo'), ...row.cells('orderNo')]
      .filter((cell) => !isNoData(cell.value))
      .map((cell) => recordKey(cellText(cell.value)));
    const status = readStatus(row.text('appealResult') || row.text('appealStatus'));
    const address = row.cell('appealResult')?.address ?? `A${row.row}`;
    const at = { sheet: grid.sheet, address };
    if (ids.length === 0) {
      into.setAside.push({
        sheet: grid.sheet,
        row: row.row,
        code: 'APPEAL_WITHOUT_RECORD',
        subjects: [],
        dates: [],
      });
      continue;
    }
    if (status === 'none')
      into.finding('warning', 'APPEAL_RESULT_UNCLEAR', at, { text: row.text('appealResult').slice(0, 40) });
    for (const id of ids) {
      const before = out.get(id);
      if (
        before !== undefined &&
        before.status !== status &&
        before.status !== 'pending' &&
        status !== 'pending' &&
        status !== 'none'
      ) {
        into.finding('warning', 'APPEAL_CONTRADICTS', at, { record: id, row: before.row });
        if (before.status === 'upheld') continue;
      }
      if (before !== undefined && (status === 'none' || status === 'pending')) continue;
      out.set(id, { status, sheet: grid.sheet, row: row.row });
    }
    into.dropped.push({
      sheet: grid.sheet,
      row: row.row,
      code: 'APPEAL_READ',
      params: { record: ids.join(' '), status },
    });
  }
}
