import { formatDecimal, parseDecimal } from '../../facts/decimal';
import type { Grid } from '../../workbook/grid';
import type { Collector } from '../attendance/collector';
import type { ReadOptions } from '../options';
import { rowsOf } from '../recognise/rows';
import type { ParamReading, SheetReading } from '../types';
import { readDate } from '../values/date';
import { readQuantity, type Quantity } from '../values/number';
import { cellText, compactText } from '../values/text';

const LIMIT = '(?:线|界限?|分界|界线|标准|门槛|阈值|档|分数|分值|下限|上限|起点|临界|切点|cut)';

/** Settings a parameter sheet may name besides clauses. */
const SETTINGS: readonly (readonly [RegExp, string])[] = [
  [/基准分|基础分|起始分|初始分|^满分$|^base$/i, 'base'],
  [
    /流失.{0,8}(?:定额|指标|规定|允许|上限|名额|人数|控制|标准|限额|配额|容忍)|(?:规定|允许|核定|许可|可|控制|容许|指标).{0,4}流失|attritionquota/i,
    'attritionQuota',
  ],
  [
    /频(?:繁|率|次|度).{0,8}(?:阈值|界|上限|下限|标准|次数|门槛|达到|几次|多少次)|(?:几次|多少次|次数).{0,6}频繁|投诉.{0,4}(?:次数|频).{0,4}(?:阈值|界|达到|标准|门槛)|^(?:频繁|频繁投诉|频率|频次|次数标准|次数阈值|次数门槛|频繁的?次数)$|frequencythreshold/i,
    'frequencyThreshold',
  ],
  [
    new RegExp(`(?:高分|优质|优秀|高价值).{0,6}${LIMIT}|^高分(?:客户|者|档|组)?$|highcutoff`, 'i'),
    'highCutoff',
  ],
  [new RegExp(`(?:低分|劣质|不良|差评).{0,6}${LIMIT}|^低分(?:客户|者|档|组)?$|lowcutoff`, 'i'), 'lowCutoff'],
];

/** A bound that holds the number itself: `≥8`, `8分及以上`, `达到3次`, `不低于8`. */
const INCLUSIVE =
  /^(?:≥|≤|>=|<=|=>|=<|大于等于|小于等于|大于或等于|小于或等于|不低于|不高于|不少于|不超过|达到?|满|至少|最多|最高|最低|每月|每队每月)?([-+−]?\d{1,6}(?:\.\d{1,3})?)(分|次|人|名|户|个)?(?:[(]含[)])?(?:(?:及|或|含)(?:其)?以[上下]|\/月|每月|起|为止)?(?:[(]含[)])?$/;

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
    const clause = compactText(row.text('clause')) !== '';
    const quantity =
      readQuantity(cell.value, cell.kind) ?? (clause ? undefined : boundOf(cellText(cell.value)));
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
    // What a clause takes is written with or without its sign; a setting such as a limit has the sign it has.
    const value =
      clause && quantity.value.digits < 0n
        ? { ...quantity.value, digits: -quantity.value.digits }
        : quantity.value;
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

/** A number with the words of an inclusive bound around it. Whether `高于8` holds the 8 is not ours to say. */
function boundOf(text: string): Quantity | undefined {
  const number = INCLUSIVE.exec(compactText(text))?.[1]?.replace('−', '-').replace(/^\+/, '');
  const value = number === undefined ? undefined : parseDecimal(number);
  return value === undefined ? undefined : { value };
}

function idOf(clause: string, param: string): string {
  if (clause !== '') return clause;
  const compact = compactText(param);
  return SETTINGS.find(([pattern]) => pattern.test(compact))?.[1] ?? compact;
}
