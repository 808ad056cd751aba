import { parseDecimal, subtractDecimals, type Decimal } from '../../facts/decimal';
import { columnLetters, type CellValue, type Grid, type NumberKind } from '../../workbook/grid';
import { rowsOf, type DataRow } from '../recognise/rows';
import type { ColumnReading, PersonRef, SheetReading, SheetRole } from '../types';
import type { Period } from '../values/period';
import { readQuantity } from '../values/number';
import { isNoData } from '../values/text';
import { readYesNo } from '../values/yesNo';
import type { RecordDraft } from './draft';
import { isAddition, readRow, rowContext, type RowContext } from './readRow';
import { readStatus } from './status';

/** Sheets whose rows are violations, one or several a row. */
export const RECORD_ROLES: ReadonlySet<SheetRole> = new Set([
  'qa-log',
  'qa-deductions',
  'qa-scorecard',
  'qa-ai-export',
  'complaint-ledger',
]);

/** A row that leads to no draft, and why. */
export interface EmptyRow {
  readonly row: number;
  readonly code: string;
}

export interface DraftSheet {
  readonly drafts: RecordDraft[];
  readonly empty: EmptyRow[];
}

/** Reads the rows of a record sheet; yields between slices of rows. */
export function* readDrafts(
  grid: Grid,
  reading: SheetReading,
  period: Period | undefined,
): Generator<void, DraftSheet> {
  const context = rowContext(grid, reading, { period: reading.period ?? period, date1904: grid.date1904 });
  const sheet: DraftSheet = { drafts: [], empty: [] };
  const criteria = reading.columns.filter((column) => column.field === 'criterion');
  const carries = reading.role.value === 'qa-deductions' && criteria.length > 0;
  let carried: PersonRef | undefined;
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    const draft = readRow(row, context, carries ? carried : undefined);
    if (draft.who !== undefined) carried = draft.who;
    if (criteria.length > 0 && draft.codes.length === 0) byCriterion(row, draft, criteria, context, sheet);
    else if (reading.role.value === 'qa-ai-export') fromExport(row, draft, sheet);
    else if (saysNothing(draft)) sheet.empty.push({ row: row.row, code: 'ROW_SAYS_NOTHING' });
    else sheet.drafts.push(draft);
    count += 1;
    if (count % 1000 === 0) yield;
  }
  return sheet;
}

/** A row without clause, description, category and amount, for example a line of signatures. */
function saysNothing(draft: RecordDraft): boolean {
  const { codes, texts, categories, points, money, pct, who, customer, team } = draft;
  const amounts = [points, money, pct].some((amount) => amount !== undefined);
  if (codes.length > 0 || texts.length > 0 || categories.length > 0 || amounts) return false;
  return who === undefined && customer === undefined && team === '';
}

/** One draft for every criterion that lost points; a fatal mark is a draft of its own. */
function byCriterion(
  row: DataRow,
  draft: RecordDraft,
  criteria: readonly ColumnReading[],
  context: RowContext,
  sheet: DraftSheet,
): void {
  const before = sheet.drafts.length;
  for (const column of criteria) {
    const cell = row.at(column.index);
    if (isNoData(cell.value)) continue;
    const won = wonPoints(cell.value, cell.kind, context.reading.role.value);
    const lost = won ?? lostPoints(cell.value, cell.kind, column.fullMarks, context.reading.role.value);
    if (lost === undefined) continue;
    const header = column.header.split('/').pop() ?? column.header;
    sheet.drafts.push({
      ...draft,
      column: columnLetters(column.index),
      addressOf: (field) =>
        field === 'violation' || field === 'points' ? cell.address : draft.addressOf(field),
      // What a bonus is for stands beside it; the column (其他) hardly says.
      texts: [header, ...draft.texts, ...(won === undefined ? [] : draft.remarks)],
      addition: won !== undefined,
      categories: column.header.includes('/')
        ? [column.header.split('/')[0]!, ...draft.categories]
        : draft.categories,
      points: lost,
      qty: undefined,
    });
  }
  if (draft.flags.get('flag.fatal') === true) {
    sheet.drafts.push({
      ...draft,
      column: 'fatal',
      texts: ['致命错误', ...draft.texts, ...draft.remarks],
      points: undefined,
      qty: undefined,
    });
  }
  if (sheet.drafts.length > before) return;
  if (draft.texts.length > 0 && typeof draft.points === 'object' && draft.points.digits !== 0n)
    sheet.drafts.push(draft);
  else sheet.empty.push({ row: row.row, code: 'NO_DEDUCTION' });
}

/** Points given under a criterion, written as such: `+5`, `加5分`; on a sheet of deductions only. */
function wonPoints(value: CellValue, kind: NumberKind, role: SheetRole): Decimal | undefined {
  if (role !== 'qa-deductions') return undefined;
  const quantity = readQuantity(value, kind);
  if (quantity === undefined || quantity === 'none') return undefined;
  return isAddition(value, quantity, false) ? quantity.value : undefined;
}

/** Points lost on a criterion: full marks less the score, or the deduction itself; undefined where none. */
function lostPoints(
  cell: CellValue,
  kind: NumberKind,
  fullMarks: string | undefined,
  role: SheetRole,
): Decimal | 'unreadable' | undefined {
  const quantity = readQuantity(cell, kind);
  if (quantity === 'none') return undefined;
  if (quantity === undefined) {
    const tick = readYesNo(cell);
    return tick === true ? undefined : 'unreadable';
  }
  const points = quantity.value;
  if (points.digits < 0n) return { digits: -points.digits, scale: points.scale };
  if (role === 'qa-deductions') return points.digits === 0n ? undefined : points;
  const full = fullMarks === undefined ? undefined : parseDecimal(fullMarks);
  if (full === undefined) return undefined;
  const lost = subtractDecimals(full, points);
  return lost.digits > 0n ? lost : undefined;
}

const SEPARATORS = /[、,;|\n\uff0c\uff1b]+/;

/** Exports of rating programs: people's judgement wins; every confirmed rule hit is a draft. */
function fromExport(row: DataRow, draft: RecordDraft, sheet: DraftSheet): void {
  const review = readStatus(draft.appealText);
  if (review === 'partial') {
    sheet.drafts.push(draft);
    return;
  }
  if (review === 'void' || /误判|误报|不违规|无问题|正常|合格/.test(draft.appealText)) {
    sheet.empty.push({ row: row.row, code: 'REVIEW_CLEARED' });
    return;
  }
  const hits = [
    ...new Set(
      row
        .text('trigger')
        .split(SEPARATORS)
        .map((hit) => hit.trim())
        .filter((hit) => hit !== ''),
    ),
  ];
  if (hits.length === 0 && draft.codes.length === 0 && draft.texts.length === 0) {
    sheet.empty.push({ row: row.row, code: 'NO_DEDUCTION' });
    return;
  }
  if (hits.length <= 1) {
    sheet.drafts.push(draft);
    return;
  }
  hits
    .slice(0, 50)
    .forEach((hit, i) =>
      sheet.drafts.push({ ...draft, column: `#${i + 1}`, texts: [hit], points: undefined }),
    );
}
