import { columnsOf } from '../../model/address';
import type { Json } from '../../model/bag';
import { applyFilter } from '../../model/filter';
import { sortRows, type SortField } from '../../model/sort';
import { invalidArgument, itemNotFound } from '../errors';
import { behaviour, type AnyBehaviour, type Argument, type HostObject, type RangeTarget } from '../hostObject';
import { assertEditable, rangeArgument } from '../ranges';
import { toJson } from '../objectModel';
import { sheetOf } from './sheetParts';

function refilter(self: HostObject): null {
  const sheet = sheetOf(self);
  if (sheet.autoFilter) applyFilter(self.core.workbook, sheet, sheet.autoFilter.block, sheet.autoFilter.criteria);
  self.core.workbook.emit({ kind: 'object', type: 'AutoFilter', sheet });
  return null;
}

function filterRange(self: HostObject): HostObject | null {
  const sheet = sheetOf(self);
  return sheet.autoFilter ? self.core.range(sheet, sheet.autoFilter.block) : null;
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
      Enabled: (self) => sheetOf(self).autoFilter !== undefined,
      IsDataFiltered: (self) => (sheetOf(self).autoFilter?.criteria.size ?? 0) > 0,
      Criteria: (self) => {
        const filter = sheetOf(self).autoFilter;
        if (!filter) return null;
        return Array.from({ length: columnsOf(filter.block) }, (_, i): Json => ({ ...(filter.criteria.get(i) ?? {}) }));
      },
    },
    call: {
      Apply: (self, range, column, criteria) => {
        const sheet = sheetOf(self);
        const { block } = rangeArgument(self.core, sheet, range);
        assertEditable(sheet, block, 'allowAutoFilter');
        const used = block.top === block.bottom ? sheet.usedBlock(true) : undefined;
        const area = used ? { ...block, bottom: Math.max(used.bottom, block.bottom) } : { ...block };
        const kept = sheet.autoFilter?.block.left === area.left ? sheet.autoFilter.criteria : new Map<number, Record<string, Json>>();
        if (typeof column === 'number') {
          if (column < 0 || column >= columnsOf(area)) throw invalidArgument();
          const given = toJson(criteria);
          if (given === null) kept.delete(column);
          else kept.set(column, given as Record<string, Json>);
        }
        sheet.autoFilter = { block: area, criteria: kept };
        return refilter(self);
      },
      ClearCriteria: (self) => {
        sheetOf(self).autoFilter?.criteria.clear();
        return refilter(self);
      },
      ClearColumnCriteria: (self, column) => {
        sheetOf(self).autoFilter?.criteria.delete(Number(column));
        return refilter(self);
      },
      Reapply: refilter,
      Remove: (self) => {
        sheetOf(self).autoFilter?.criteria.clear();
        refilter(self);
        sheetOf(self).autoFilter = undefined;
        return refilter(self);
      },
      GetRange: (self) => {
        const range = filterRange(self);
        if (!range) throw itemNotFound();
        return range;
      },
      GetRangeOrNullObject: filterRange,
    },
  }),
  RangeSort: behaviour<RangeTarget>({
    call: {
      Apply: ({ core, target: { sheet, block } }, fields, _matchCase, hasHeaders, orientation) => {
        if (orientation === 'Columns') throw invalidArgument();
        assertEditable(sheet, block);
        sortRows(sheet, block, sortFields(fields), hasHeaders === true);
        core.workbook.entered(sheet, block, 'addin');
        return null;
      },
    },
  }),
};
