import type { PlanRow, SheetPlan } from '../sheetPlan';

/** What a row of a plan is: the list's header, one of its records, or any other row with a key of its own. */
export type RowPart =
  | { readonly kind: 'header' }
  | { readonly kind: 'record'; readonly id: string }
  | { readonly kind: 'row'; readonly key: string };

/** The parts of a plan's rows. Rows without an id are numbered after the last row that has one. */
export function rowParts(plan: SheetPlan): RowPart[] {
  const { table } = plan;
  const taken = new Set<string>();
  let anchor = 'top';
  let count = 0;
  return plan.rows.map((row, index) => {
    if (index === table?.headerRow) {
      [anchor, count] = ['below', 0];
      return { kind: 'header' };
    }
    if (table !== undefined && index >= table.firstRow && index <= table.lastRow) {
      return { kind: 'record', id: row.id ?? '' };
    }
    if (row.id !== undefined) [anchor, count] = [row.id, 0];
    let key = row.id ?? `${anchor}+${(count += 1)}`;
    while (taken.has(key)) key = `${anchor}+${(count += 1)}`;
    taken.add(key);
    return { kind: 'row', key };
  });
}

/** The form a key belongs to: what stands before the colon. */
export function formOf(key: string): string {
  return /^[^:+]*/.exec(key)?.[0] ?? key;
}

/** Columns that the plan fills, the hidden one for marks not counted. */
export function planWidth(plan: SheetPlan): number {
  return plan.rows.reduce((most, row: PlanRow) => Math.max(most, row.cells.length), plan.columns.length);
}
