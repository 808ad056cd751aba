import { isCellError, type CellValue } from '../../../workbook/grid';
import { broadcast, compare, error, toNumber, toText, type Matrix } from './operands';

type Binary = (a: CellValue, b: CellValue) => CellValue;

function arithmetic(apply: (a: number, b: number) => number | string): Binary {
  return (a, b) => {
    const [x, y] = [toNumber(a), toNumber(b)];
    if (typeof x !== 'number') return x;
    if (typeof y !== 'number') return y;
    const result = apply(x, y);
    if (typeof result === 'string') return error(result);
    return Number.isFinite(result) ? clean(result) : error('#NUM!');
  };
}

/** Excel shows sums of binary fractions such as 0.1 + 0.2 as what people expect. */
function clean(value: number): number {
  return Number(value.toPrecision(15));
}

function comparison(holds: (order: number) => boolean): Binary {
  return (a, b) => {
    if (isCellError(a)) return a;
    if (isCellError(b)) return b;
    return holds(compare(a, b));
  };
}

const BINARY: Readonly<Record<string, Binary>> = {
  '+': arithmetic((a, b) => a + b),
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => (b === 0 ? '#DIV/0!' : a / b)),
  '^': arithmetic((a, b) => (a === 0 && b === 0 ? '#NUM!' : a ** b)),
  '&': (a, b) => {
    const [x, y] = [toText(a), toText(b)];
    if (typeof x !== 'string') return x;
    return typeof y === 'string' ? x + y : y;
  },
  '=': comparison((order) => order === 0),
  '<>': comparison((order) => order !== 0),
  '<': comparison((order) => order < 0),
  '>': comparison((order) => order > 0),
  '<=': comparison((order) => order <= 0),
  '>=': comparison((order) => order >= 0),
};

export function applyBinary(
  operator: string,
  left: CellValue | Matrix,
  right: CellValue | Matrix,
): CellValue | Matrix {
  return broadcast(left, right, BINARY[operator] ?? (() => error('#VALUE!')));
}

export function applyUnary(operator: '+' | '-' | '%', operand: CellValue | Matrix): CellValue | Matrix {
  if (operator === '+') return operand;
  return operator === '-' ? applyBinary('-', 0, operand) : applyBinary('/', operand, 100);
}
