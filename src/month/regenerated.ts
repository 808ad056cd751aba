import type { Grid } from '../workbook/grid';
import { regenerate, type RegenerateConflict } from '../workbook/regenerate';
import type { SheetPlan } from '../workbook/sheetPlan';

/** Plans with what people entered on the tabs of a workbook, and what could not stay in its place. */
export interface RegeneratedPlans {
  readonly plans: readonly SheetPlan[];
  readonly conflicts: readonly RegenerateConflict[];
}

/**
 * Makes plans anew over the tabs of the workbook that were made from plans of the same ids. Of several copies the
 * tab of the planned name is the original, else the first, as when it is written.
 */
export function regeneratedPlans(plans: readonly SheetPlan[], grids: readonly Grid[]): RegeneratedPlans {
  const made = plans.map((plan) => {
    const own = grids.filter(({ madeBy }) => madeBy === plan.id);
    return regenerate(own.find(({ sheet }) => sheet === plan.name) ?? own[0], plan);
  });
  return { plans: made.map(({ plan }) => plan), conflicts: made.flatMap(({ conflicts }) => conflicts) };
}
