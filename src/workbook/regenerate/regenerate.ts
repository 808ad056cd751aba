import type { Grid } from '../grid';
import type { SheetPlan } from '../sheetPlan';
import { Columns } from './columns';
import { Conflicts, type RegenerateConflict } from './conflicts';
import { EXTRA_WIDTH, ListRows } from './listRows';
import { OtherRows } from './otherRows';
import { AT_START, placeRows, type Placing } from './placing';
import { rowParts, type RowPart } from './planRows';
import { readTab } from './readTab';
import { sealed, type OutRow } from './seal';

export interface Regenerated {
  readonly plan: SheetPlan;
  readonly conflicts: readonly RegenerateConflict[];
}

/**
 * The plan with everything that people entered on the tab as it is now: entries in hand columns under the id of
 * their record, columns and rows of their own, signatures. Records that are gone stay, marked. Without an earlier
 * tab the plan only gets the hidden column that makes this possible next time. Made values win over values typed
 * over them; each such cell is reported.
 */
export function regenerate(previous: Grid | undefined, plan: SheetPlan): Regenerated {
  const parts = rowParts(plan);
  if (previous === undefined) {
    const rows = plan.rows.map((row, index): OutRow => ({ row, part: parts[index]!, planned: index }));
    return { plan: sealed(plan, rows, 0), conflicts: [] };
  }
  const tab = readTab(previous, plan);
  const conflicts = new Conflicts(previous);
  const columns = new Columns(plan, tab);
  const list = new ListRows(plan, tab, columns, conflicts);
  const others = new OtherRows(plan, tab, columns, conflicts);
  for (const row of tab.rows)
    if (row.kind === 'user' && row.copy) conflicts.report('RECORD_COPIED', row.row, 0);
  list.reportHeader();

  const out = outRows(plan, parts, placeRows(plan, parts, tab), list, others);
  const extraColumns = tab.extras.map(() => ({ width: EXTRA_WIDTH }));
  const made = sealed(plan, out, extraColumns.length);
  const merges = [...(made.merges ?? []), ...others.merges(out)];
  return {
    plan: {
      ...made,
      columns: [...made.columns, ...extraColumns],
      ...(merges.length > 0 && { merges }),
    },
    conflicts: conflicts.list,
  };
}

/** All rows of the new tab in order. */
function outRows(
  plan: SheetPlan,
  parts: readonly RowPart[],
  { records, others: old, inList, attached, isWithdrawn }: Placing,
  list: ListRows,
  others: OtherRows,
): OutRow[] {
  const { table } = plan;
  const ids = new Set(parts.flatMap((part) => (part.kind === 'record' ? [part.id] : [])));
  const keys = new Set(parts.flatMap((part) => (part.kind === 'row' ? [part.key] : [])));
  const endOfList = table === undefined ? -1 : Math.max(table.headerRow, table.lastRow);
  const out: OutRow[] = others.attached(attached.get(AT_START));

  plan.rows.forEach((row, planned) => {
    const part = parts[planned]!;
    if (part.kind === 'header') out.push({ row: list.header(row), part, planned });
    else if (part.kind === 'record') {
      out.push({ row: list.record(row, part.id, records.get(part.id)), part, planned });
    } else {
      const before = old.get(part.key);
      out.push({ ...(before === undefined ? { row } : others.restored(row, before)), part, planned });
      out.push(...others.attached(attached.get(part.key)));
    }
    if (planned !== endOfList) return;
    for (const [id, before] of records) {
      if (ids.has(id) || (table?.keep === 'entered' && !list.hasEntry(before))) continue;
      out.push({ row: list.withdrawn(id, before), part: { kind: 'record', id }, planned: undefined });
    }
    for (const user of inList) {
      out.push({ row: list.own(user), part: undefined, planned: undefined, inList: true });
    }
  });

  for (const [key, before] of old) {
    if (keys.has(key)) continue;
    if (!isWithdrawn(key)) out.push(...others.entriesLeft(before));
    else out.push(others.withdrawn(before), ...others.attached(attached.get(key)));
  }
  return out;
}
