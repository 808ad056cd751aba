import type { Grid } from '../workbook/grid';

/** The tab that was made from a plan: of several copies the one of the planned name is the original, else the first. */
export function madeTab(grids: readonly Grid[], id: string, name?: string): Grid | undefined {
  const own = grids.filter(({ madeBy }) => madeBy === id);
  return own.find(({ sheet }) => sheet === name) ?? own[0];
}

/** The tabs made for a report, by period from the earliest: `ledger` finds those of `ledger:2025` and `ledger:2026`. */
export function tabsOfReport(
  grids: readonly Grid[],
  report: string,
  name: string,
): readonly { readonly period: string; readonly grid: Grid }[] {
  const prefix = `${report}:`;
  const ids = new Set(grids.flatMap(({ madeBy }) => (madeBy?.startsWith(prefix) === true ? [madeBy] : [])));
  return [...ids].sort().flatMap((id) => {
    const grid = madeTab(grids, id, name);
    return grid === undefined ? [] : [{ period: id.slice(prefix.length), grid }];
  });
}
