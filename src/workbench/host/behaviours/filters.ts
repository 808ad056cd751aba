import { columnsOf, formatBlock } from '../../model/address';
import type { Json } from '../../model/bag';
import { applyFilter } from '../../model/filter';
import { sortColumns, sortRows, type SortField } from '../../model/sort';
import { invalidArgument, itemNotFound } from '../errors';
import { EventType } from '../events';
import {
  behaviour,
  type AnyBehaviour,
  type Argument,
  type HostObject,
  type RangeTarget,
} from '../hostObject';
import { assertEditable, rangeArgument } from '../ranges';
import { toJson } from '../objectModel';
import { sheetOf } from './sheetParts';

function refilter(view: HostObject): null {
  const sheet = sheetOf(view);
  if (sheet.autoFilter)
    applyFilter(view.core.workbook, sheet, sheet.autoFilter.block, sheet.autoFilter.criteria);
  view.core.workbook.emit({ kind: 'object', type: 'AutoFilter', sheet });
  return null;
}

function filterRange(view: HostObject): HostObject | null {
  const sheet = sheetOf(view);
  return sheet.autoFilter ? view.core.range(sheet, sheet.autoFilter.block) : null;
}

/** Fields of a sort as the client gives them. */
export function sortFields(given: Argument): SortField[] {
  if (!Array.isArray(given) || given.length === 0) throw invalidArgument();
  return given.map((each) => {
    const { key, ascending } = each as { key?: number; ascending?: boolean };
    if (typeof key !== 'number' || key < 0) throw invalidArgument();
    return { key, ascending: ascending !== false };
  });
}

export const filterBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  AutoFilter: behaviour({
    get: {
      Enabled: (view) => sheetOf(view).autoFilter !== undefined,
      IsDataFiltered: (view) => (sheetOf(view).autoFilter?.criteria.size ?? 0) > 0,
      Criteria: (view) => {
        const filter = sheetOf(view).autoFilter;
        if (!filter) return null;
        return Array.from({ length: columnsOf(filter.block) }, (_, i): Json => ({
          ...(filter.criteria.get(i) ?? {}),
        }));
      },
    },
    call: {
      Apply: (view, range, column, criteria) => {
        const sheet = sheetOf(view);
        const { block } = rangeArgument(view.core, sheet, range);
        assertEditable(sheet, block, 'allowAutoFilter');
        const used = block.top === block.bottom ? sheet.usedBlock(true) : undefined;
        const area = used ? { ...block, bottom: Math.max(used.bottom, block.bottom) } : { ...block };
        const kept =
          sheet.autoFilter?.block.left === area.left
            ? sheet.autoFilter.criteria
            : new Map<number, Record<string, Json>>();
        if (typeof column === 'number') {
          if (column < 0 || column >= columnsOf(area)) throw invalidArgument();
          const given = toJson(criteria);
          if (given === null) kept.delete(column);
          else kept.set(column, given as Record<string, Json>);
        }
        sheet.autoFilter = { block: area, criteria: kept };
        return refilter(view);
      },
      ClearCriteria: (view) => {
        sheetOf(view).autoFilter?.criteria.clear();
        return refilter(view);
      },
      ClearColumnCriteria: (view, column) => {
        sheetOf(view).autoFilter?.criteria.delete(Number(column));
        return refilter(view);
      },
      Reapply: refilter,
      Remove: (view) => {
        sheetOf(view).autoFilter?.criteria.clear();
        refilter(view);
        sheetOf(view).autoFilter = undefined;
        return refilter(view);
      },
      GetRange: (view) => {
        const range = filterRange(view);
        if (!range) throw itemNotFound();
        return range;
      },
      GetRangeOrNullObject: filterRange,
    },
  }),
  RangeSort: behaviour<RangeTarget>({
    call: {
      Apply: ({ core, target: { sheet, block } }, fields, _matchCase, hasHeaders, orientation) => {
        assertEditable(sheet, block);
        const across = orientation === 'Columns';
        if (across) sortColumns(sheet, block, sortFields(fields), hasHeaders === true);
        else sortRows(sheet, block, sortFields(fields), hasHeaders === true);
        core.workbook.entered(sheet, block, 'addin');
        core.events.emit(across ? EventType.columnSorted : EventType.rowSorted, [sheet.id, 'Workbook'], {
          address: formatBlock(block),
          worksheetId: sheet.id,
          source: 'Local',
        });
        return null;
      },
    },
  }),
};
