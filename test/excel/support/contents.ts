import type { OpenedExcel } from './openExcel';

/** Everything a person could see or a file would keep: names, states, cells and formulas, state document. */
export function contents(excel: OpenedExcel): unknown {
  return {
    sheets: excel.workbook.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      merges: sheet.merges.map((merge) => ({ ...merge })),
      cells: [...sheet.cellsIn({ top: 0, left: 0, bottom: 1_048_575, right: 16_383 })]
        .filter(([, , cell]) => cell.value !== null || cell.formula !== undefined)
        .map(([row, column, cell]) => [row, column, cell.formula ?? cell.value]),
    })),
    names: excel.workbook.names.map(({ name }) => name),
    parts: excel.workbook.customXml.map((part) => ({ ...part })),
  };
}
