import { formatDecimal } from '../../facts/decimal';
import type { Grid } from '../../workbook/grid';
import type { Collector } from '../attendance/collector';
import type { ReadOptions } from '../options';
import { rowsOf } from '../recognise/rows';
import type { ParamReading, SheetReading } from '../types';
import { readDate } from '../values/date';
import { readQuantity } from '../values/number';
import { cellText, compactText } from '../values/text';

/** Settings a parameter sheet may name besides clauses. */
const SETTINGS: readonly (readonly [RegExp, string])[] = [
  [/基准分|基础分|起始分|^base$/i, 'base'],
  [/流失.{0,6}(?:定额|指标|规定|允许|上限|名额|人数)|attritionquota/i, 'attritionQuota'],
  [
    /频(?:率|次).{0,4}(?:阈值|界限|上限|标准)|投诉.{0,4}次数.{0,4}(?:阈值|界限|达到)|frequencythreshold/i,
    'frequencyThreshold',
  ],
  [/高分.{0,4}(?:界|线|标准|门槛|档)|优质.{0,4}(?:线|界)|highcutoff/i, 'highCutoff'],
  [/低分.{0,4}(?:界|线|标准|门槛|档)|lowcutoff/i, 'lowCutoff'],
];

/** Reads parameter sheets: clause -> value, dated where the sheet dates it. `待定` and the like give a finding and no value. */
export function* readParams(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
  out: ParamReading[],
): Generator<void> {
  const context = { period: reading.period ?? options.period, date1904: grid.date1904 };
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const index = row.row - 1;
    const id = idOf(compactText(row.text('clause')), row.text('param'));
    const cell = row.cell('value') ?? row.cell('points');
    if (id === '' || cell === undefined) {
      into.aside('PARAM_ID_MISSING', index, undefined);
      continue;
    }
    const quantity = readQuantity(cell.value, cell.kind);
    if (quantity === undefined || quantity === 'none') {
      into.finding('PARAM_UNSET', 'warning', index, cell.column, {
        id,
        text: cellText(cell.value).slice(0, 40),
      });
      into.drop('PARAM_UNSET', index, cell.column, {
        params: { id, text: cellText(cell.value).slice(0, 40) },
      });
      continue;
    }
    const from = row.cell('effectiveFrom');
    const date = from === undefined ? undefined : readDate(from.value, from.kind, context);
    if (from !== undefined && date === undefined && cellText(from.value) !== '') {
      into.aside('DATE_UNREADABLE', index, from.column, {
        params: { text: cellText(from.value).slice(0, 40) },
      });
      continue;
    }
    const value =
      quantity.value.digits < 0n ? { ...quantity.value, digits: -quantity.value.digits } : quantity.value;
    out.push({
      id,
      value: formatDecimal(value),
      ...(date === undefined ? {} : { from: date.day }),
      sheet: grid.sheet,
      row: row.row,
    });
  }
  yield;
  for (const skipped of reading.skipped) {
    const match = /^(基准分|基础分|起始分)[^:\d]{0,6}:?(\d{1,4}(?:\.\d{1,2})?)分?/.exec(
      compactText(skipped.text),
    );
    if (match !== null) out.push({ id: 'base', value: match[2]!, sheet: grid.sheet, row: skipped.row });
  }
}

function idOf(clause: string, param: string): string {
  if (clause !== '') return clause;
  const compact = compactText(param);
  return SETTINGS.find(([pattern]) => pattern.test(compact))?.[1] ?? compact;
}
