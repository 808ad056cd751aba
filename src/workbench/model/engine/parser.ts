import type { CellValue } from '../../../workbook/grid';
import { parseBlock, type Block } from '../address';
import { tokenise, type Token, type TokenKind } from './tokens';

export type FormulaNode =
  | { readonly type: 'value'; readonly value: CellValue }
  | { readonly type: 'reference'; readonly block: Block; readonly sheet?: string; readonly spill?: boolean }
  | { readonly type: 'name'; readonly name: string; readonly sheet?: string }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly (FormulaNode | null)[] }
  | { readonly type: 'unary'; readonly operator: '+' | '-' | '@' | '%'; readonly operand: FormulaNode }
  | {
      readonly type: 'binary';
      readonly operator: string;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly type: 'array'; readonly rows: readonly (readonly CellValue[])[] };

/** Binding strength; comparison binds least. */
const STRENGTH: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

/** Reads a formula (with or without `=`); undefined when it is not one Excel would take. */
export function parseFormula(formula: string): FormulaNode | undefined {
  const tokens = tokenise(formula)?.filter((token) => token.kind !== 'space');
  if (!tokens || tokens.length === 0) return undefined;
  try {
    const parser = new Parser(tokens);
    const node = parser.expression(0);
    return parser.isDone ? node : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get isDone(): boolean {
    return this.at >= this.tokens.length;
  }

  expression(least: number): FormulaNode {
    let left = this.prefix();
    for (;;) {
      const token = this.tokens[this.at];
      if (token?.kind !== 'operator') return left;
      if (token.text === '%') {
        this.at++;
        left = { type: 'unary', operator: '%', operand: left };
        continue;
      }
      const strength = STRENGTH[token.text];
      if (strength === undefined || strength <= least) return left;
      this.at++;
      left = { type: 'binary', operator: token.text, left, right: this.expression(strength) };
    }
  }

  private prefix(): FormulaNode {
    const token = this.next();
    switch (token.kind) {
      case 'operator':
        // A sign binds more than `^`: -2^2 is 4.
        if (token.text === '-' || token.text === '+' || token.text === '@') {
          return { type: 'unary', operator: token.text, operand: this.expression(5) };
        }
        break;
      case 'number':
        return { type: 'value', value: Number(token.text) };
      case 'string':
        return { type: 'value', value: token.text.slice(1, -1).replace(/""/g, '"') };
      case 'error':
        return { type: 'value', value: { error: token.text.toUpperCase() } };
      case 'open': {
        const inner = this.expression(0);
        this.expect('close');
        return inner;
      }
      case 'arrayOpen':
        return this.array();
      case 'reference':
        return referenceNode(token);
      case 'name':
        if (/^(?:true|false)$/i.test(token.text)) return { type: 'value', value: /^true$/i.test(token.text) };
        return {
          type: 'name',
          name: token.text.slice(token.text.lastIndexOf('!') + 1),
          ...(token.sheet !== undefined && { sheet: token.sheet }),
        };
      case 'function':
        return { type: 'call', name: plainName(token.text), args: this.args() };
      default:
    }
    throw new SyntaxError(token.text);
  }

  private args(): (FormulaNode | null)[] {
    this.expect('open');
    const args: (FormulaNode | null)[] = [];
    if (this.take('close')) return args;
    for (;;) {
      const kind = this.tokens[this.at]?.kind;
      args.push(kind === 'comma' || kind === 'close' ? null : this.expression(0));
      if (this.take('close')) return args;
      this.expect('comma');
    }
  }

  private array(): FormulaNode {
    const rows: CellValue[][] = [[]];
    for (;;) {
      const item = this.prefix();
      const negative = item.type === 'unary' && item.operator === '-' && item.operand.type === 'value';
      if (item.type === 'value') rows.at(-1)!.push(item.value);
      else if (negative && typeof item.operand.value === 'number') rows.at(-1)!.push(-item.operand.value);
      else throw new SyntaxError('array');
      if (this.take('arrayClose')) return { type: 'array', rows };
      if (this.take('semicolon')) rows.push([]);
      else this.expect('comma');
    }
  }

  private next(): Token {
    const token = this.tokens[this.at++];
    if (!token) throw new SyntaxError('end');
    return token;
  }

  private take(kind: TokenKind): boolean {
    if (this.tokens[this.at]?.kind !== kind) return false;
    this.at++;
    return true;
  }

  private expect(kind: TokenKind): void {
    if (!this.take(kind)) throw new SyntaxError(kind);
  }
}

function referenceNode(token: Token): FormulaNode {
  const spill = token.range!.endsWith('#');
  const block = parseBlock(spill ? token.range!.slice(0, -1) : token.range!);
  if (!block) return { type: 'value', value: { error: '#REF!' } };
  return {
    type: 'reference',
    block,
    ...(token.sheet !== undefined && { sheet: token.sheet }),
    ...(spill && { spill }),
  };
}

/** Files mark newer functions and those of add-ins by a prefix. */
function plainName(name: string): string {
  return name
    .replace(/^_xl(?:fn|ws|udf|dudf)[._]/i, '')
    .replace(/^_xlws\./i, '')
    .toUpperCase();
}

/** Functions that ask where cells are, not what is in them. */
const PLACE_FUNCTIONS = new Set(['ROW', 'COLUMN', 'ROWS', 'COLUMNS']);

/** Every node of a formula, but for cells that are only asked where they are. */
export function* nodesOf(node: FormulaNode): Generator<FormulaNode> {
  yield node;
  if (node.type === 'call' && PLACE_FUNCTIONS.has(node.name)) return;
  if (node.type === 'call') for (const arg of node.args) if (arg) yield* nodesOf(arg);
  if (node.type === 'unary') yield* nodesOf(node.operand);
  if (node.type === 'binary') {
    yield* nodesOf(node.left);
    yield* nodesOf(node.right);
  }
}
