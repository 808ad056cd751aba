import { isCellError, type CellValue } from '../../../workbook/grid';
import type { Sheet } from '../sheet';
import type { WorkbookModel } from '../workbook';
import { parseFormula, type FormulaNode } from './parser';
import { findName, tableReference } from './names';
import { applyBinary, applyUnary } from './operators';
import { dereference, error, Reference, type Matrix, type Operand } from './operands';
import { libraryFunction } from './library';
import { OWN_FUNCTIONS } from './functions';

/** Where a formula stands and what it may use. */
export interface Scope {
  readonly workbook: WorkbookModel;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly now: () => number;
  /** Calls a custom function; undefined when there is none of the name. */
  readonly custom: (
    name: string,
    args: readonly (CellValue | Matrix | null)[],
  ) => CellValue | Matrix | undefined;
  readonly variables?: ReadonlyMap<string, Operand>;
  /** How deep names refer to names. */
  readonly depth?: number;
}

const DEEPEST = 50;

/** The value of a formula: a value of a cell, or rows of them. */
export function evaluateFormula(node: FormulaNode, scope: Scope): CellValue | Matrix {
  return dereference(evaluate(node, scope));
}

/** What a part of a formula gives; cells stay references. */
export function evaluate(node: FormulaNode, scope: Scope): Operand {
  switch (node.type) {
    case 'value':
      return node.value;
    case 'array':
      return node.rows.map((row) => [...row]);
    case 'reference':
      return referenceOf(node, scope);
    case 'name':
      return nameValue(node.name, node.sheet, scope);
    case 'unary': {
      const operand = evaluate(node.operand, scope);
      if (node.operator === '@') return implicit(operand, scope);
      return applyUnary(node.operator, dereference(operand));
    }
    case 'binary':
      return applyBinary(
        node.operator,
        dereference(evaluate(node.left, scope)),
        dereference(evaluate(node.right, scope)),
      );
    case 'call':
      return callFunction(node.name, node.args, scope);
  }
}

function referenceOf(node: FormulaNode & { type: 'reference' }, scope: Scope): Operand {
  const sheet = node.sheet === undefined ? scope.sheet : scope.workbook.sheet(node.sheet);
  if (!sheet) return error('#REF!');
  if (!node.spill) return new Reference(sheet, node.block);
  const { top, left } = node.block;
  let { bottom, right } = node.block;
  const from = (row: number, column: number): boolean => {
    const source = sheet.cell(row, column)?.spilledFrom;
    return source?.row === top && source.column === left;
  };
  while (from(bottom + 1, left)) bottom++;
  while (from(top, right + 1)) right++;
  return new Reference(sheet, { top, left, bottom, right });
}

function nameValue(name: string, owner: string | undefined, scope: Scope): Operand {
  const variable = scope.variables?.get(name.toLowerCase());
  if (variable !== undefined) return variable;
  const defined = findName(scope.workbook, scope.sheet, name, owner);
  if (!defined) return tableReference(scope.workbook, name, scope.row) ?? error('#NAME?');
  const depth = (scope.depth ?? 0) + 1;
  const node = depth > DEEPEST ? undefined : parseFormula(defined.formula);
  return node ? evaluate(node, { ...scope, depth }) : error('#NAME?');
}

/** The one cell of a range that is in the formula's own row or column. */
function implicit(operand: Operand, { row, column }: Scope): Operand {
  if (!(operand instanceof Reference)) return Array.isArray(operand) ? (operand[0]?.[0] ?? null) : operand;
  const { sheet, block } = operand;
  if (block.top === block.bottom && block.left === block.right) return operand;
  if (block.left === block.right && row >= block.top && row <= block.bottom) {
    return new Reference(sheet, { ...block, top: row, bottom: row });
  }
  if (block.top === block.bottom && column >= block.left && column <= block.right) {
    return new Reference(sheet, { ...block, left: column, right: column });
  }
  return error('#VALUE!');
}

function callFunction(name: string, args: readonly (FormulaNode | null)[], scope: Scope): Operand {
  const own = OWN_FUNCTIONS[name];
  if (own) return own(args, scope, evaluate);
  const values = args.map((arg) => (arg === null ? null : dereference(evaluate(arg, scope))));
  const custom = scope.custom(name, values);
  if (custom !== undefined) return custom;
  const found = libraryFunction(name);
  if (!found) return error('#NAME?');
  if (!HANDLES_ERRORS.test(name)) {
    for (const value of values)
      if (!Array.isArray(value) && value !== null && isCellError(value)) return value;
  }
  return found(values.map((value, i) => (args[i] === null ? undefined : value)));
}

/** Whether a function is one of the host's own or of the library's. */
export function isKnownFunction(name: string): boolean {
  return Object.hasOwn(OWN_FUNCTIONS, name) || libraryFunction(name) !== undefined;
}

const HANDLES_ERRORS = /^(?:IS|IFERROR|IFNA|ERROR\.TYPE|TYPE|COUNT|COUNTA|COUNTBLANK|AGGREGATE|N$|T$)/;
