import { decodeEntities } from '../../../workbook/xlsx/xmlText';
import { columnIndex } from '../../model/address';
import { moveFormula } from '../../model/engine/r1c1';
import type { Sheet } from '../../model/sheet';

const CELL = /<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f(?:\s([^>]*?))?(?:\/>|>([^<]*)<)/g;
const ADDRESS = /\br="([A-Z]+)(\d+)"/;

interface Shared {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** Puts the formulas of a sheet part beside the saved results the cells have. */
export function readFormulas(sheet: Sheet, xml: string, part: string): void {
  const shared = new Map<string, Shared>();
  for (const [, cellText, formulaText = '', content = ''] of xml.matchAll(CELL)) {
    const [, letters, digits] = ADDRESS.exec(cellText!) ?? [];
    if (letters === undefined) continue;
    const [row, column] = [Number(digits) - 1, columnIndex(letters)];
    let formula = content === '' ? undefined : `=${decodeEntities(content, part)}`;
    const group = /\bt="shared"/.test(formulaText) ? /\bsi="(\d+)"/.exec(formulaText)?.[1] : undefined;
    if (group !== undefined) {
      const master = shared.get(group);
      if (formula !== undefined) shared.set(group, { row, column, formula });
      else if (master) formula = moveFormula(master.formula, row - master.row, column - master.column);
    }
    if (formula !== undefined) sheet.makeCell(row, column).formula = formula;
  }
}
