import { createWorkbook } from '../../src/workbook/xlsx';
import { attendance } from './attendance';
import { complaints } from './complaints';
import { metrics } from './metrics';
import { notes } from './notes';
import { roster } from './roster';
import { septemberSummary } from './septemberSummary';
import { violationLog } from './violationLog';

/** The sample workbook; the same bytes every time. */
export function sampleWorkbook(): Uint8Array {
  return createWorkbook([
    notes(),
    roster(),
    attendance(),
    violationLog(),
    complaints(),
    metrics(),
    septemberSummary(),
  ]);
}
