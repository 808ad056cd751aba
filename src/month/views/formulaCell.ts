import { parseAddress } from '../../workbook/address';
import { isCellError, type CellValue, type Grid } from '../../workbook/grid';
import type { FormulaCell } from '../../workbook/port';
import { FORMULA_NAMES, readQuestion, type FormulaName, type ReadQuestion } from '../live/question';

/** An argument that cannot be told without calculating. */
const UNKNOWN = Symbol('unknown argument');

/**
 * The first of our formulas in a cell, its arguments read from the sheets as they are. Undefined where the cell holds
 * none, or where an argument is itself calculated.
 */
export function questionInCell(cell: FormulaCell, grids: readonly Grid[]): ReadQuestion | undefined {
  const call = findCall(cell.formula);
  if (call === undefined) return undefined;
  const values = call.arguments.map((text) => argumentValue(text, cell.sheet, grids));
  return values.includes(UNKNOWN) ? undefined : readQuestion(call.name, values);
}

interface Call {
  readonly name: FormulaName;
  readonly arguments: readonly string[];
}

const CALL = new RegExp(`(?<![A-Z0-9_])(?:${FORMULA_NAMES.join('|')})\\s*\\(`, 'i');

function findCall(formula: string): Call | undefined {
  if (!formula.startsWith('=')) return undefined;
  const found = CALL.exec(blankedTexts(formula));
  if (found === null) return undefined;
  const name = found[0].replace(/\s*\($/, '').toUpperCase();
  const known = FORMULA_NAMES.find((candidate) => candidate === name);
  const inside = argumentsFrom(formula, found.index + found[0].length);
  return known === undefined || inside === undefined ? undefined : { name: known, arguments: inside };
}

/** Texts replaced by as many blanks, so that nothing in them is taken for a call. */
const blankedTexts = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, (text) => ' '.repeat(text.length));

function argumentsFrom(formula: string, start: number): string[] | undefined {
  const parts: string[] = [];
  let [depth, quote, part] = [0, '', ''];
  for (const character of formula.slice(start)) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(' || character === '{') depth += 1;
    else if (depth === 0 && character === ')') return [...parts, part];
    else if (character === ')' || character === '}') depth -= 1;
    else if (depth === 0 && (character === ',' || character === ';')) {
      parts.push(part);
      part = '';
      continue;
    }
    part += character;
  }
  return undefined;
}

const REFERENCE = /^(?:(?:'((?:[^']|'')+)'|([^'!"()+*/&<>=,\s]+))!)?([$A-Z0-9]+)$/i;

function argumentValue(written: string, sheet: string, grids: readonly Grid[]): unknown {
  const text = written.trim();
  if (text === '') return null;
  const literal = /^"((?:[^"]|"")*)"$/.exec(text);
  if (literal !== null) return (literal[1] ?? '').replaceAll('""', '"');
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const reference = REFERENCE.exec(text);
  if (reference === null) return UNKNOWN;
  const [, quoted, plain, address = ''] = reference;
  const place = parseAddress(address);
  if (place === undefined) return UNKNOWN;
  const name = quoted?.replaceAll("''", "'") ?? plain ?? sheet;
  const value = cellOf(grids, name, place.row, place.column);
  return isCellError(value) ? UNKNOWN : (value ?? null);
}

function cellOf(grids: readonly Grid[], sheet: string, row: number, column: number): CellValue | undefined {
  return grids.find((grid) => grid.sheet.toLowerCase() === sheet.toLowerCase())?.rows[row]?.[column];
}
