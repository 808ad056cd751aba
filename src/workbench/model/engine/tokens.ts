import { MAX_COLUMNS, MAX_ROWS, columnIndex } from '../address';

export type TokenKind =
  | 'number'
  | 'string'
  | 'error'
  | 'reference'
  | 'name'
  | 'function'
  | 'operator'
  | 'space'
  | 'open'
  | 'close'
  | 'comma'
  | 'arrayOpen'
  | 'arrayClose'
  | 'semicolon';

/** A piece of a formula. `text` is as written; a reference's `sheet` (unquoted) and `range` are told apart. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly sheet?: string;
  readonly range?: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const RANGE = String.raw`(?:${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7})`;
const NAME_CHARACTER = String.raw`[\p{L}\p{N}_.\\?]`;

const PIECES = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*")`,
    String.raw`(?<error>#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!))`,
    String.raw`(?<reference>(?<sheet>${SHEET})?(?<range>${RANGE}#?)(?!${NAME_CHARACTER}|\())`,
    String.raw`(?<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)`,
    String.raw`(?<function>[\p{L}_]${NAME_CHARACTER}*(?=\())`,
    String.raw`(?<name>(?<nameSheet>${SHEET})?[\p{L}_\\]${NAME_CHARACTER}*(?:\[[^\]]*(?:\[[^\]]*\][^\]]*)*\])?)`,
    String.raw`(?<operator><=|>=|<>|[-+*/^&=<>%@:])`,
    String.raw`(?<space>\s+)`,
    String.raw`(?<punctuation>[(){},;])`,
  ].join('|'),
  'uy',
);

const PUNCTUATION: Readonly<Record<string, TokenKind>> = {
  '(': 'open',
  ')': 'close',
  '{': 'arrayOpen',
  '}': 'arrayClose',
  ',': 'comma',
  ';': 'semicolon',
};

/** The pieces of a formula (with or without `=`); undefined when some of it is none. */
export function tokenise(formula: string): Token[] | undefined {
  const tokens: Token[] = [];
  PIECES.lastIndex = formula.startsWith('=') ? 1 : 0;
  while (PIECES.lastIndex < formula.length) {
    const found = PIECES.exec(formula);
    if (!found) return undefined;
    tokens.push(tokenOf(found[0], found.groups ?? {}));
  }
  return tokens;
}

function tokenOf(text: string, groups: Readonly<Record<string, string | undefined>>): Token {
  if (groups.reference !== undefined) {
    const range = groups.range!;
    if (!isOnSheetText(range)) return { kind: 'name', text };
    return { kind: 'reference', text, range, ...sheetOf(groups.sheet) };
  }
  if (groups.name !== undefined) return { kind: 'name', text, ...sheetOf(groups.nameSheet) };
  for (const kind of ['string', 'error', 'number', 'function', 'operator', 'space'] as const) {
    if (groups[kind] !== undefined) return { kind, text };
  }
  return { kind: PUNCTUATION[text]!, text };
}

function sheetOf(given: string | undefined): { sheet?: string } {
  if (given === undefined) return {};
  const name = given.slice(0, -1);
  return { sheet: name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name };
}

/** `XFE1` and `A1048577` look like cells but are names. */
function isOnSheetText(range: string): boolean {
  return [...range.matchAll(/\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?/g)].every(
    ([, letters, digits]) =>
      (letters === undefined || columnIndex(letters) < MAX_COLUMNS) &&
      (digits === undefined || (Number(digits) >= 1 && Number(digits) <= MAX_ROWS)),
  );
}
