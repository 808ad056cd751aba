import { ProblemError } from '../facts/problem';
import { cellAddress } from './grid';
import type { PlanRange } from './sheetPlan';
import { parseAddress, rangeAddress } from './address';
import { MAX_COLUMNS, MAX_ROWS, MAX_TEXT_LENGTH } from './excelLimits';
import { draftColumnCount, type DraftCell, type SheetDraft } from './sheetDraft';
import { cleanText } from './xmlEscape';

/** A list a validation offers may be this long altogether, commas included. */
const MAX_LIST_LENGTH = 255;
const MAX_FOOTER_LENGTH = 255;

/**
 * Refuses what no spreadsheet program would open without repair: `SHEET_TOO_LARGE`, `TEXT_TOO_LONG`, `BAD_NUMBER`,
 * `BAD_LINK`, `BAD_RANGE`, `MERGE_OVERLAP`, `LIST_TOO_LONG`, `BAD_LIST_ITEM`, `FOOTER_TOO_LONG`, each with `sheet`.
 */
export function checkDraft(draft: SheetDraft): void {
  const sheet = draft.name;
  if (draft.rows.length > MAX_ROWS || draftColumnCount(draft) > MAX_COLUMNS) {
    throw new ProblemError('SHEET_TOO_LARGE', { sheet });
  }
  draft.rows.forEach((row, r) => {
    row?.cells.forEach((cell, c) => {
      if (cell) checkCell(sheet, r, c, cell);
    });
  });
  const ranges = [
    ...draft.merges,
    ...draft.validations.map((validation) => validation.range),
    ...draft.conditionalFormats.map((format) => format.range),
    ...draft.charts.flatMap((chart) => [
      chart.anchor,
      chart.categories,
      ...chart.series.map((s) => s.values),
    ]),
    ...(draft.filter ? [draft.filter] : []),
  ];
  for (const range of ranges) checkRange(sheet, range);
  checkMerges(sheet, draft.merges);
  for (const { list } of draft.validations) checkList(sheet, list);
  if (draft.print && draft.print.footer.length > MAX_FOOTER_LENGTH) {
    throw new ProblemError('FOOTER_TOO_LONG', { sheet, length: draft.print.footer.length });
  }
}

function checkCell(sheet: string, row: number, column: number, { value, link }: DraftCell): void {
  const address = (): string => cellAddress(row, column);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new ProblemError('BAD_NUMBER', { sheet, address: address() });
  }
  if (typeof value === 'string' && value.length > MAX_TEXT_LENGTH) {
    const { length } = cleanText(value);
    if (length > MAX_TEXT_LENGTH)
      throw new ProblemError('TEXT_TOO_LONG', { sheet, address: address(), length });
  }
  if (link && !link.address.split(':').every((part) => parseAddress(part))) {
    throw new ProblemError('BAD_LINK', { sheet, address: address(), target: link.address });
  }
}

function checkRange(sheet: string, { top, left, bottom, right }: PlanRange): void {
  const whole = [top, left, bottom, right].every((n) => Number.isInteger(n) && n >= 0);
  if (!whole || bottom < top || right < left || bottom >= MAX_ROWS || right >= MAX_COLUMNS) {
    throw new ProblemError('BAD_RANGE', { sheet, range: [top, left, bottom, right].join(',') });
  }
}

function checkMerges(sheet: string, merges: readonly PlanRange[]): void {
  const byTop = [...merges].sort((a, b) => a.top - b.top);
  const open: PlanRange[] = [];
  for (const merge of byTop) {
    for (let i = open.length - 1; i >= 0; i--) {
      const other = open[i]!;
      if (other.bottom < merge.top) open.splice(i, 1);
      else if (other.left <= merge.right && merge.left <= other.right) {
        throw new ProblemError('MERGE_OVERLAP', {
          sheet,
          first: rangeAddress(other),
          second: rangeAddress(merge),
        });
      }
    }
    open.push(merge);
  }
}

function checkList(sheet: string, list: readonly string[]): void {
  const bad = list.find((item) => item.includes(',') || item.trim() !== item || item === '');
  if (bad !== undefined) throw new ProblemError('BAD_LIST_ITEM', { sheet, item: bad });
  const { length } = list.join(',').replace(/"/g, '""');
  if (length > MAX_LIST_LENGTH || length === 0) throw new ProblemError('LIST_TOO_LONG', { sheet, length });
}
