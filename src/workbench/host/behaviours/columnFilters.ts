import type { Json } from '../../model/bag';
import { applyFilter } from '../../model/filter';
import { asText } from '../arguments';
import { invalidArgument, invalidOperation } from '../errors';
import { behaviour, type AnyBehaviour, type Argument, type HostObject } from '../hostObject';
import { toJson } from '../objectModel';
import { bodyOf } from '../tableBlocks';
import type { ColumnTarget, TableTarget } from './tables';

type FilterObject = HostObject<ColumnTarget>;
type Criteria = Readonly<Record<string, Json>>;

/** Hides and shows the rows of a table anew by the filters of its columns. */
export function refilterTable(view: HostObject<TableTarget>): null {
  const { sheet, table } = view.target;
  if (!table.showHeaders) throw invalidOperation();
  const block = { ...bodyOf(table), top: table.block.top };
  applyFilter(view.core.workbook, sheet, block, table.filter);
  view.core.workbook.emit({ kind: 'object', type: 'Table', sheet });
  return null;
}

function put(view: FilterObject, criteria: Criteria | undefined): null {
  const { table, id } = view.target;
  const column = table.columnIds.indexOf(id);
  if (criteria) table.filter.set(column, criteria);
  else table.filter.delete(column);
  return refilterTable(view);
}

const items =
  (filterOn: string) =>
  (view: FilterObject, count: Argument): null => {
    if (typeof count !== 'number' || count < 1) throw invalidArgument();
    return put(view, { filterOn, criterion1: String(count) });
  };
const color =
  (filterOn: string) =>
  (view: FilterObject, wanted: Argument): null =>
    put(view, { filterOn, color: asText(wanted) });

/** Filters of single table columns. Icons are not known here: that method stays unmodelled. */
export const columnFilterBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  Filter: behaviour<ColumnTarget>({
    get: {
      Criteria: ({ target: { table, id } }) => {
        const criteria = table.filter.get(table.columnIds.indexOf(id));
        return criteria ? { ...criteria } : null;
      },
    },
    call: {
      Apply: (view, criteria) => put(view, toJson(criteria) as Criteria),
      ApplyValuesFilter: (view, values) => put(view, { filterOn: 'Values', values: toJson(values) }),
      ApplyCustomFilter: (view, first, second, operator) =>
        put(view, {
          filterOn: 'Custom',
          criterion1: toJson(first),
          criterion2: toJson(second ?? null),
          operator: toJson(operator ?? 'And'),
        }),
      ApplyDynamicFilter: (view, criteria) =>
        put(view, { filterOn: 'Dynamic', dynamicCriteria: toJson(criteria) }),
      ApplyTopItemsFilter: items('TopItems'),
      ApplyTopPercentFilter: items('TopPercent'),
      ApplyBottomItemsFilter: items('BottomItems'),
      ApplyBottomPercentFilter: items('BottomPercent'),
      ApplyCellColorFilter: color('CellColor'),
      ApplyFontColorFilter: color('FontColor'),
      Clear: (view) => put(view, undefined),
    },
  }),
};
