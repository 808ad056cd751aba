import { ProblemError } from '../../facts/problem';
import { cellAddress, NumberKind } from '../grid';
import type { PlanRange } from '../sheetPlan';
import type { CellStyle } from '../styles';
import { parseRange } from '../address';
import { isoToSerial } from './isoDate';
import type { DraftCell, SheetDraft } from '../sheetDraft';

/** A sheet written out as values, for samples and tests. */
export interface LiteralSheet {
  readonly name: string;
  readonly rows: readonly (readonly LiteralCell[])[];
  /** `A1:C1`, or 0-based. */
  readonly merges?: readonly (string | PlanRange)[];
  readonly columnWidths?: readonly number[];
  /** 0-based. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Points, by 0-based row. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: string | PlanRange;
  readonly visibility?: 'visible' | 'hidden' | 'veryHidden';
}

export type LiteralCell =
  | string
  | number
  | boolean
  | null
  | LiteralFormula
  | LiteralDate
  | LiteralStyled
  | { readonly error: string };

/** A formula without `=`, with its saved result; without `v` it is saved uncalculated. */
export interface LiteralFormula extends LiteralLook {
  readonly f: string;
  readonly v?: string | number | boolean;
}

/** `2026-10-08`, `2026-10-08 09:30` or `09:30`, stored as a number in a fitting format unless one is given. */
export interface LiteralDate extends LiteralLook {
  readonly date: string;
}

export interface LiteralStyled extends LiteralLook {
  readonly value: string | number | boolean | null;
}

export interface LiteralLook {
  /** Number format code. */
  readonly format?: string;
  /** RRGGBB. */
  readonly fill?: string;
  /** RRGGBB. */
  readonly color?: string;
  readonly bold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly border?: 'thin';
}

const DEFAULT_WIDTH = 10;
const DATE_FORMATS: Readonly<Partial<Record<NumberKind, string>>> = {
  [NumberKind.Date]: 'yyyy-mm-dd',
  [NumberKind.DateTime]: 'yyyy-mm-dd hh:mm:ss',
  [NumberKind.Time]: 'hh:mm:ss',
};

/** Throws `BAD_RANGE` and `BAD_DATE` `{sheet, address, text}`. */
export function draftOfLiteral(sheet: LiteralSheet, date1904: boolean): SheetDraft {
  const looks = new Map<string, CellStyle>();
  const hidden = new Set(sheet.hiddenRows);
  const range = (given: string | PlanRange): PlanRange => {
    if (typeof given !== 'string') return given;
    const parsed = parseRange(given);
    if (!parsed) throw new ProblemError('BAD_RANGE', { sheet: sheet.name, range: given });
    return parsed;
  };
  const rowCount = Math.max(sheet.rows.length, ...[...hidden].map((row) => row + 1));
  return {
    name: sheet.name,
    columns: literalColumns(sheet),
    rows: Array.from({ length: rowCount }, (_, r) => {
      const height = sheet.rowHeights?.[r];
      return {
        ...(hidden.has(r) && { hidden: true }),
        ...(height !== undefined && { height }),
        cells: (sheet.rows[r] ?? []).map((cell, c) =>
          literalCell(cell, looks, date1904, { sheet: sheet.name, address: cellAddress(r, c) }),
        ),
      };
    }),
    merges: (sheet.merges ?? []).map(range),
    validations: [],
    conditionalFormats: [],
    charts: [],
    ...(sheet.freeze && { freeze: sheet.freeze }),
    ...(sheet.filter !== undefined && { filter: range(sheet.filter) }),
    ...(sheet.visibility && { visibility: sheet.visibility }),
  };
}

function literalColumns({ columnWidths = [], hiddenColumns = [] }: LiteralSheet): SheetDraft['columns'] {
  const hidden = new Set(hiddenColumns);
  const count = Math.max(columnWidths.length, ...hiddenColumns.map((column) => column + 1));
  return Array.from({ length: count }, (_, c) => ({
    width: columnWidths[c] ?? DEFAULT_WIDTH,
    ...(hidden.has(c) && { hidden: true }),
  }));
}

function literalCell(
  cell: LiteralCell,
  looks: Map<string, CellStyle>,
  date1904: boolean,
  where: { sheet: string; address: string },
): DraftCell | null {
  if (cell === null) return null;
  if (typeof cell !== 'object') return { value: cell, style: shared(looks, {}) };
  if ('error' in cell) return { value: null, error: cell.error, style: shared(looks, {}) };
  if ('f' in cell) return { value: cell.v ?? null, formula: cell.f, style: shared(looks, cell) };
  if ('date' in cell) {
    const date = isoToSerial(cell.date, date1904);
    if (!date) throw new ProblemError('BAD_DATE', { ...where, text: cell.date });
    const format = DATE_FORMATS[date.kind] ?? 'General';
    return { value: date.serial, style: shared(looks, { format, ...cell }) };
  }
  return { value: cell.value, style: shared(looks, cell) };
}

/** One style object for all cells of one look. */
function shared(looks: Map<string, CellStyle>, look: LiteralLook): CellStyle {
  const { format, fill, color, bold, align, wrap, border } = look;
  const key = JSON.stringify([format, fill, color, bold, align, wrap, border]);
  const known = looks.get(key);
  if (known) return known;
  const style: CellStyle = {
    ...(format !== undefined && { format }),
    ...(fill !== undefined && { fill }),
    ...(color !== undefined && { color }),
    ...(bold !== undefined && { bold }),
    ...(align !== undefined && { align }),
    ...(wrap !== undefined && { wrap }),
    ...(border !== undefined && { border }),
  };
  looks.set(key, style);
  return style;
}
