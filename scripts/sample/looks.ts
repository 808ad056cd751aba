import type {
  LiteralCell,
  LiteralDate,
  LiteralFormula,
  LiteralLook,
  LiteralStyled,
} from '../../src/workbook/xlsx';

type Plain = string | number | null;

/** Cells as this team formats them. */
export const title = (text: string): LiteralStyled => ({ value: text, bold: true, align: 'center' });
export const note = (text: string): LiteralStyled => ({ value: text, color: '7F7F7F' });
export const head = (text: string, fill = 'DDEBF7'): LiteralStyled => ({
  value: text,
  bold: true,
  align: 'center',
  wrap: true,
  border: 'thin',
  fill,
});
export const cell = (value: Plain, look: LiteralLook = {}): LiteralStyled => ({
  value,
  border: 'thin',
  ...look,
});
export const centred = (value: Plain): LiteralStyled => cell(value, { align: 'center' });
export const wrapped = (value: Plain): LiteralStyled => cell(value, { wrap: true });
export const day = (date: string, format = 'yyyy-mm-dd'): LiteralDate => ({
  date,
  format,
  align: 'center',
  border: 'thin',
});
export const percent = (value: number): LiteralStyled => cell(value, { format: '0.0%', align: 'center' });
export const total = (value: Plain): LiteralStyled =>
  cell(value, { bold: true, fill: 'F2F2F2', align: 'center' });
export const formula = (f: string, v: number | string, look: LiteralLook = {}): LiteralFormula => ({
  f,
  v,
  border: 'thin',
  align: 'center',
  ...look,
});

/** A row whose first cell spans the sheet. */
export const banner = (first: LiteralCell, width: number): LiteralCell[] => [
  first,
  ...Array.from({ length: width - 1 }, () => null),
];
