/** Making a tab anew without losing what people entered on it. Used by every writer. */
export type { RegenerateConflict } from './conflicts';
export { planDiff, type PlanDiff } from './planDiff';
export { regenerate, type Regenerated } from './regenerate';
