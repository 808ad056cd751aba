/** Making a tab anew without losing what people entered on it. Used by every writer. */
export { planDiff, type PlanDiff } from './planDiff';
export { regenerate, type RegenerateConflict, type Regenerated } from './regenerate';
