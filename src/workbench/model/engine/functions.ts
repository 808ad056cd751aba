import { isCellError, type CellValue } from '../../../workbook/grid';
import { columnsOf, isOnSheet, parseBlock, rowsOf, splitAddress } from '../address';
import { cellText } from '../text';
import type { Scope } from './evaluate';
import type { FormulaNode } from './parser';
import {
  broadcast,
  compare,
  dereference,
  error,
  matrixOf,
  Reference,
  single,
  toBoolean,
  toNumber,
  toText,
  VALUE_ERROR,
  type Matrix,
  type Operand,
} from './operands';

type Evaluate = (node: FormulaNode, scope: Scope) => Operand;
type OwnFunction = (args: readonly (FormulaNode | null)[], scope: Scope, evaluate: Evaluate) => Operand;

/** A function of evaluated arguments; undefined where one was left out. */
function eager(apply: (args: (Operand | undefined)[], scope: Scope) => Operand): OwnFunction {
  return (args, scope, evaluate) =>
    apply(
      args.map((arg) => (arg === null ? undefined : evaluate(arg, scope))),
      scope,
    );
}

const at = (
  args: readonly (FormulaNode | null)[],
  i: number,
  scope: Scope,
  evaluate: Evaluate,
): Operand | undefined => {
  const node = args[i];
  return node ? evaluate(node, scope) : undefined;
};

const isErrorOperand = (operand: Operand): boolean => {
  const value = single(operand);
  return value !== null && isCellError(value);
};

const number = (operand: Operand | undefined, fallback: number): number => {
  if (operand === undefined) return fallback;
  const value = toNumber(single(operand));
  return typeof value === 'number' ? value : NaN;
};

function orError(kind: (text: string) => boolean): OwnFunction {
  return (args, scope, evaluate) => {
    const value = dereference(at(args, 0, scope, evaluate) ?? null);
    const other = (): CellValue | Matrix => dereference(at(args, 1, scope, evaluate) ?? 0);
    if (!Array.isArray(value))
      return value !== null && isCellError(value) && kind(value.error) ? other() : value;
    const replaced = other();
    return broadcast(value, replaced, (a, b) => (a !== null && isCellError(a) && kind(a.error) ? b : a));
  };
}

function conditional(args: readonly (FormulaNode | null)[], scope: Scope, evaluate: Evaluate): Operand {
  const test = dereference(at(args, 0, scope, evaluate) ?? false);
  const branch = (i: number, fallback: CellValue): Operand =>
    i < args.length ? (at(args, i, scope, evaluate) ?? 0) : fallback;
  if (!Array.isArray(test)) {
    const truth = toBoolean(test);
    return typeof truth !== 'boolean' ? truth : truth ? branch(1, true) : branch(2, false);
  }
  const [yes, no] = [dereference(branch(1, true)), dereference(branch(2, false))];
  const chosen = broadcast(test, yes, (t, y) => {
    const truth = toBoolean(t);
    return typeof truth !== 'boolean' ? truth : truth ? y : null;
  });
  return broadcast(
    broadcast(test, no, (t, n) => (toBoolean(t) === false ? n : null)),
    chosen,
    (n, y) => y ?? n,
  );
}

function position(what: 'row' | 'column'): OwnFunction {
  return eager(([given], scope) => {
    if (given === undefined) return (what === 'row' ? scope.row : scope.column) + 1;
    if (!(given instanceof Reference)) return VALUE_ERROR;
    const { top, left, bottom, right } = given.block;
    if (what === 'row')
      return top === bottom ? top + 1 : Array.from({ length: bottom - top + 1 }, (_, i) => [top + i + 1]);
    return left === right ? left + 1 : [Array.from({ length: right - left + 1 }, (_, i) => left + i + 1)];
  });
}

function offset(args: (Operand | undefined)[]): Operand {
  const [base] = args;
  if (!(base instanceof Reference)) return VALUE_ERROR;
  const { top, left } = base.block;
  const [row, column] = [top + number(args[1], 0), left + number(args[2], 0)];
  const height = number(args[3], rowsOf(base.block));
  const width = number(args[4], columnsOf(base.block));
  const block = { top: row, left: column, bottom: row + height - 1, right: column + width - 1 };
  return isOnSheet(block) ? new Reference(base.sheet, block) : error('#REF!');
}

function indirect(args: (Operand | undefined)[], scope: Scope): Operand {
  const text = toText(single(args[0] ?? null));
  if (typeof text !== 'string') return text;
  const { sheet: name, range } = splitAddress(text);
  const sheet = name === undefined ? scope.sheet : scope.workbook.sheet(name);
  const block = parseBlock(range);
  return sheet && block ? new Reference(sheet, block) : error('#REF!');
}

function index(args: (Operand | undefined)[]): Operand {
  const [given = null] = args;
  const matrix = given instanceof Reference ? undefined : matrixOf(given);
  const size =
    given instanceof Reference
      ? [rowsOf(given.block), columnsOf(given.block)]
      : [matrix!.length, matrix![0]?.length ?? 0];
  let [row, column] = [number(args[1], 0), number(args[2], 0)];
  if (args.length < 3 && size[0] === 1) [row, column] = [1, row];
  if (row > size[0]! || column > size[1]! || row < 0 || column < 0) return error('#REF!');
  if (given instanceof Reference) {
    const { top, left, bottom, right } = given.block;
    return new Reference(given.sheet, {
      top: row === 0 ? top : top + row - 1,
      bottom: row === 0 ? bottom : top + row - 1,
      left: column === 0 ? left : left + column - 1,
      right: column === 0 ? right : left + column - 1,
    });
  }
  const rows = row === 0 ? matrix! : [matrix![row - 1]!];
  const cut = column === 0 ? rows : rows.map((line) => [line[column - 1]!]);
  return cut.length === 1 && cut[0]!.length === 1 ? cut[0]![0]! : cut;
}

function lookUp(args: (Operand | undefined)[]): Operand {
  const wanted = single(args[0] ?? null);
  const keys = matrixOf(args[1] ?? null);
  const results = matrixOf(args[2] ?? null);
  const flat = keys.length === 1 ? keys[0]! : keys.map((row) => row[0]!);
  const found = flat.findIndex((key) => key !== null && !isCellError(key) && compare(key, wanted) === 0);
  if (found < 0) return args[3] ?? error('#N/A');
  const line = keys.length === 1 ? results.map((row) => [row[found]!]) : [results[found]!];
  return line.length === 1 && line[0]!.length === 1 ? line[0]![0]! : line;
}

function filterRows(args: (Operand | undefined)[]): Operand {
  const rows = matrixOf(args[0] ?? null);
  const keep = matrixOf(args[1] ?? null);
  const across = keep.length === 1 && rows.length !== 1;
  const chosen = across
    ? rows.map((row) => row.filter((_, i) => toBoolean(keep[0]![i] ?? false) === true))
    : rows.filter((_, i) => toBoolean(keep[i]?.[0] ?? false) === true);
  return chosen.length === 0 || chosen[0]!.length === 0 ? (args[2] ?? error('#CALC!')) : chosen;
}

function unique(args: (Operand | undefined)[]): Operand {
  const seen = new Set<string>();
  return matrixOf(args[0] ?? null).filter((row) => {
    const key = JSON.stringify(row.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
    return !seen.has(key) && seen.add(key);
  });
}

function sorted(args: (Operand | undefined)[]): Operand {
  const column = number(args[1], 1) - 1;
  const direction = number(args[2], 1);
  return [...matrixOf(args[0] ?? null)].sort(
    (a, b) => direction * compare(a[column] ?? null, b[column] ?? null),
  );
}

function ranked(args: (Operand | undefined)[]): Operand {
  const wanted = toNumber(single(args[0] ?? null));
  if (typeof wanted !== 'number') return wanted;
  const values = matrixOf(args[1] ?? null)
    .flat()
    .filter((value) => typeof value === 'number');
  if (!values.includes(wanted)) return error('#N/A');
  const ascending = number(args[2], 0) !== 0;
  return values.filter((value) => (ascending ? value < wanted : value > wanted)).length + 1;
}

function countAll(args: (Operand | undefined)[]): Operand {
  return args.flatMap((arg) => matrixOf(arg ?? null).flat()).filter((value) => value !== null).length;
}

/** LET(name, value, ..., result). */
function bind(args: readonly (FormulaNode | null)[], scope: Scope, evaluate: Evaluate): Operand {
  const variables = new Map(scope.variables ?? []);
  const inner: Scope = { ...scope, variables };
  for (let i = 0; i + 1 < args.length; i += 2) {
    const name = args[i];
    if (name?.type !== 'name') return error('#NAME?');
    variables.set(name.name.toLowerCase(), at(args, i + 1, inner, evaluate) ?? 0);
  }
  return at(args, args.length - 1, inner, evaluate) ?? 0;
}

function choose(args: readonly (FormulaNode | null)[], scope: Scope, evaluate: Evaluate): Operand {
  const i = Math.trunc(number(at(args, 0, scope, evaluate), 0));
  return i >= 1 && i < args.length ? (at(args, i, scope, evaluate) ?? 0) : VALUE_ERROR;
}

function firstTrue(args: readonly (FormulaNode | null)[], scope: Scope, evaluate: Evaluate): Operand {
  for (let i = 0; i + 1 < args.length; i += 2) {
    const test = toBoolean(single(at(args, i, scope, evaluate) ?? false));
    if (typeof test !== 'boolean') return test;
    if (test) return at(args, i + 1, scope, evaluate) ?? 0;
  }
  return error('#N/A');
}

function textOf(args: (Operand | undefined)[]): Operand {
  const format = toText(single(args[1] ?? null));
  if (typeof format !== 'string') return format;
  return broadcast(dereference(args[0] ?? null), format, (value) =>
    value !== null && isCellError(value) ? value : cellText(value ?? 0, format === '' ? 'General' : format),
  );
}

/**
 * Functions that need more than values (references, the place of the formula, arguments left alone until they are
 * wanted) or that the library lacks.
 */
export const OWN_FUNCTIONS: Readonly<Record<string, OwnFunction>> = {
  IF: conditional,
  IFS: firstTrue,
  IFERROR: orError(() => true),
  IFNA: orError((text) => text === '#N/A'),
  CHOOSE: choose,
  LET: bind,
  ROW: position('row'),
  COLUMN: position('column'),
  ROWS: eager(([given = null]) =>
    given instanceof Reference ? rowsOf(given.block) : matrixOf(given).length,
  ),
  COLUMNS: eager(([given = null]) =>
    given instanceof Reference ? columnsOf(given.block) : (matrixOf(given)[0]?.length ?? 0),
  ),
  OFFSET: eager(offset),
  INDIRECT: eager(indirect),
  INDEX: eager(index),
  XLOOKUP: eager(lookUp),
  FILTER: eager(filterRows),
  UNIQUE: eager(unique),
  SORT: eager(sorted),
  TRANSPOSE: eager(([given = null]) => {
    const rows = matrixOf(given);
    return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]!));
  }),
  SEQUENCE: eager((args) => {
    const [rows, columns, start, step] = [
      number(args[0], 1),
      number(args[1], 1),
      number(args[2], 1),
      number(args[3], 1),
    ];
    return Array.from({ length: rows }, (_r, r) =>
      Array.from({ length: columns }, (_c, c) => start + (r * columns + c) * step),
    );
  }),
  RANK: eager(ranked),
  'RANK.EQ': eager(ranked),
  COUNTA: eager(countAll),
  TEXT: eager(textOf),
  ISERROR: eager(([given = null]) => isErrorOperand(given)),
  ISBLANK: eager(([given = null]) => single(given) === null),
  ISREF: eager(([given = null]) => given instanceof Reference),
  NA: () => error('#N/A'),
  TODAY: (_args, scope) => Math.floor(scope.now()),
  NOW: (_args, scope) => scope.now(),
  HYPERLINK: eager(([address = null, shown]) => shown ?? address),
};

/** Functions whose result may change though nothing they read did. */
export const VOLATILE_FUNCTIONS: ReadonlySet<string> = new Set([
  'TODAY',
  'NOW',
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'OFFSET',
  'INDIRECT',
]);
