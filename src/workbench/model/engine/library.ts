import * as formulajs from '@formulajs/formulajs';
import { isCellError, type CellValue } from '../../../workbook/grid';
import { error, type Matrix } from './operands';

type Callable = (...args: unknown[]) => unknown;

const library = formulajs as unknown as Readonly<Record<string, unknown>>;
const utilities = library.utils as {
  readonly errors: Readonly<Record<string, Error>>;
  readonly date: { useSerial(): void };
};
utilities.date.useSerial();

const ERRORS = new Map(Object.values(utilities.errors).map((each) => [each.message, each]));
const DAY = 86_400_000;
const EPOCH = 25_569;

/** The library's function of a name (`SUM`, `NETWORKDAYS.INTL`); undefined when it has none. */
export function libraryFunction(
  name: string,
): ((args: readonly (CellValue | Matrix | undefined)[]) => CellValue | Matrix) | undefined {
  let found: unknown = library;
  for (const part of name.split('.')) {
    found =
      (typeof found === 'object' || typeof found === 'function') &&
      found !== null &&
      Object.hasOwn(found, part)
        ? (found as Record<string, unknown>)[part]
        : undefined;
  }
  if (typeof found !== 'function' || name === 'utils') return undefined;
  const apply = found as Callable;
  return (args) => {
    try {
      return resultOf(apply(...args.map(argumentOf)));
    } catch {
      return error('#VALUE!');
    }
  };
}

function argumentOf(value: CellValue | Matrix | undefined): unknown {
  if (Array.isArray(value)) return value.map((row) => row.map(argumentOf));
  if (value !== undefined && isCellError(value)) return ERRORS.get(value.error) ?? new Error(value.error);
  return value;
}

function resultOf(value: unknown): CellValue | Matrix {
  if (!Array.isArray(value)) return scalarOf(value);
  const rows: unknown[] = value;
  return rows.map((row) => (Array.isArray(row) ? row : [row]).map(scalarOf));
}

function scalarOf(value: unknown): CellValue {
  if (value instanceof Error) return error(value.message.startsWith('#') ? value.message : '#VALUE!');
  if (value instanceof Date) return value.getTime() / DAY + EPOCH;
  if (typeof value === 'number') return Number.isFinite(value) ? value : error('#NUM!');
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? 0 : error('#VALUE!');
}
