import type { FormulaCell } from '../port';

/** A call of one of our functions, also as files name it that were opened without the add-in. */
const OWN =
  /(?:^|[^A-Z0-9_.])(?:_XLDUDF_)?QA(?:SCORE|DEDUCT|BONUS|FINE|PERF|RANK|TIER|SANCTION|COUNT|EXPLAIN|TABLE|CLAUSE|CHECK)\s*\(/i;

/** Whether a formula calls one of our functions. */
export function isOwnFormula(formula: unknown): formula is string {
  return (
    typeof formula === 'string' && formula.startsWith('=') && OWN.test(formula.replace(/"[^"]*"/g, '""'))
  );
}

interface Found {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: unknown;
}

/** All cells with formulas of ours. */
async function findOwn(context: Excel.RequestContext): Promise<Found[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const used = worksheets.items.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load('formulas,values,rowIndex,columnIndex');
    return { sheet, range };
  });
  await context.sync();
  return used.flatMap(({ sheet, range }) =>
    range.isNullObject
      ? []
      : range.formulas.flatMap((row: unknown[], r) =>
          row.flatMap((formula, c) =>
            isOwnFormula(formula)
              ? [
                  {
                    sheet,
                    row: range.rowIndex + r,
                    column: range.columnIndex + c,
                    formula,
                    value: (range.values[r] as unknown[])[c],
                  },
                ]
              : [],
          ),
        ),
  );
}

/** Enters again every formula of ours that shows #NAME?. Returns how many. */
export async function repairFormulas(context: Excel.RequestContext): Promise<number> {
  const broken = (await findOwn(context)).filter(({ value }) => value === '#NAME?');
  for (const { sheet, row, column, formula } of broken) {
    sheet.getCell(row, column).formulas = [[formula.replace(/_xldudf_/gi, '')]];
  }
  await context.sync();
  return broken.length;
}

/** Turns every formula of ours into what it shows, its spilled cells included. Returns how many. */
export async function freezeFormulas(context: Excel.RequestContext): Promise<number> {
  const found = await findOwn(context);
  const spills = found.map(({ sheet, row, column }) => {
    const range = sheet.getCell(row, column).getSpillingToRangeOrNullObject();
    range.load('values,rowIndex,columnIndex');
    return range;
  });
  await context.sync();
  found.forEach(({ sheet, row, column, value }, index) => {
    const spill = spills[index];
    const cell = sheet.getCell(row, column);
    if (spill === undefined || spill.isNullObject) cell.values = [[asEntered(value)]];
    else {
      const values = (spill.values as unknown[][]).map((line) => line.map(asEntered));
      sheet.getRangeByIndexes(row, column, values.length, values[0]?.length ?? 1).values = values;
    }
  });
  await context.sync();
  return found.length;
}

/** Text stays text when it is entered again. */
function asEntered(value: unknown): unknown {
  return typeof value === 'string' && value !== '' ? `'${value}` : value;
}

/** The selected cell with its formula; undefined where no cell is selected. */
export async function selectedCell(context: Excel.RequestContext): Promise<FormulaCell> {
  const cell = context.workbook.getActiveCell();
  cell.load('address,formulas,worksheet/name');
  await context.sync();
  const [[formula] = []] = cell.formulas as (string | number | boolean)[][];
  return {
    sheet: cell.worksheet.name,
    address: cell.address.slice(cell.address.lastIndexOf('!') + 1),
    formula: String(formula ?? ''),
  };
}
