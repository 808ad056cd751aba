export { addClause, amendClause, freeClauseId, removeClause, type NewClause } from './add';
export { boundOf, withBound } from './bounds';
export { whatChanged, type RulebookChange } from './changes';
export { endClause, reopenClause } from './lifetime';
export { restated } from './restate';
export type { EditResult } from './result';
export { dropRevision, reviseClause, type ClauseChanges, type RevisionRequest } from './revise';
export { historyOf, stateOn, type DatedField, type HistoryStep } from './states';
export { proposedVersion, withVersion } from './version';
