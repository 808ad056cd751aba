import type { Grid } from '../workbook/grid';
import { regenerate, type RegenerateConflict } from '../workbook/regenerate';
import type { SheetPlan } from '../workbook/sheetPlan';
import { madeTab } from './madeTabs';

/** Plans with what people entered on the tabs of a workbook, and what could not stay in its place. */
export interface RegeneratedPlans {
  readonly plans: readonly SheetPlan[];
  readonly conflicts: readonly RegenerateConflict[];
}

/** Makes plans anew over the tabs of the workbook that were made from plans of the same ids. */
export function regeneratedPlans(plans: readonly SheetPlan[], grids: readonly Grid[]): RegeneratedPlans {
  const made = plans.map((plan) => regenerate(madeTab(grids, plan.id, plan.name), plan));
  return { plans: made.map(({ plan }) => plan), conflicts: made.flatMap(({ conflicts }) => conflicts) };
}
