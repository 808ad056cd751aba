import { columnLetters } from '../../../workbook/grid';
import { columnIndex, MAX_COLUMNS, MAX_ROWS } from '../address';
import { tokenise } from './tokens';

/** One corner of a reference: an index and whether `$` fixes it. */
interface Part {
  readonly index: number;
  readonly fixed: boolean;
}

/** Rewrites every reference of a formula; undefined from `change` gives `#REF!`. */
export function mapReferences(
  formula: string,
  change: (range: string, sheet: string | undefined) => string | undefined,
): string {
  const tokens = tokenise(formula);
  if (!tokens) return formula;
  const text = tokens
    .map((token) => {
      if (token.kind !== 'reference') return token.text;
      const prefix = token.text.slice(0, token.text.length - token.range!.length);
      const range = change(token.range!, token.sheet);
      return range === undefined ? '#REF!' : prefix + range;
    })
    .join('');
  return `=${text}`;
}

/** A formula as it reads when it is copied some rows and columns away. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, (range) => {
    let off = false;
    const moved = range.replace(
      /(\$?)([A-Za-z]{1,3})(?![A-Za-z])|(\$?)([0-9]{1,7})/g,
      (
        _all,
        fixC: string | undefined,
        letters: string | undefined,
        fixR: string | undefined,
        digits: string | undefined,
      ) => {
        if (letters !== undefined) {
          const index = columnIndex(letters) + (fixC === '$' ? 0 : columns);
          if (index < 0 || index >= MAX_COLUMNS) off = true;
          return (fixC ?? '') + columnLetters(Math.max(index, 0));
        }
        const row = Number(digits) + (fixR === '$' ? 0 : rows);
        if (row < 1 || row > MAX_ROWS) off = true;
        return `${fixR ?? ''}${row}`;
      },
    );
    return off ? undefined : moved;
  });
}

const axis = (letter: 'R' | 'C', part: Part, base: number): string => {
  if (part.fixed) return `${letter}${part.index + 1}`;
  return part.index === base ? letter : `${letter}[${part.index - base}]`;
};

/** An A1 formula in R1C1 notation, as seen from a cell. */
export function formulaToR1C1(formula: string, row: number, column: number): string {
  return mapReferences(formula, (range) =>
    range
      .split(':')
      .map((corner) => {
        const found = /^(\$?)([A-Za-z]{1,3})?(\$?)([0-9]{1,7})?$/.exec(corner);
        if (!found) return corner;
        const [, fixC, letters, fixR, digits] = found;
        const fixedRow = letters === undefined ? fixC === '$' : fixR === '$';
        const r = digits === undefined ? '' : axis('R', { index: Number(digits) - 1, fixed: fixedRow }, row);
        const c =
          letters === undefined
            ? ''
            : axis('C', { index: columnIndex(letters), fixed: fixC === '$' }, column);
        return r + c;
      })
      .join(':'),
  );
}

/** A formula in R1C1 notation as A1, for a cell. */
export function formulaToA1(formula: string, row: number, column: number): string {
  const resolve = (text: string | undefined, base: number): Part => {
    if (text === undefined || text === '') return { index: base, fixed: false };
    if (text.startsWith('[')) return { index: base + Number(text.slice(1, -1)), fixed: false };
    return { index: Number(text) - 1, fixed: true };
  };
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\p{L}\p{N}_.(])/giu,
    (all: string, r: string | undefined, c: string | undefined) => {
      if (all.startsWith('"') || all.startsWith("'")) return all;
      const [atRow, atColumn] = [resolve(r, row), resolve(c, column)];
      return `${atColumn.fixed ? '$' : ''}${columnLetters(atColumn.index)}${atRow.fixed ? '$' : ''}${atRow.index + 1}`;
    },
  );
}
