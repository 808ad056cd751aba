import { formatDay, parseDay } from '../../facts/date';
import type { Clause } from '../clause';
import type { Rulebook } from '../rulebook';
import { clauseOf, isSame } from './result';
import { DATED_FIELDS, stateOn, type DatedField } from './states';

/** Parts of a clause that hold for its whole time. */
export type UndatedPart = 'category' | 'title' | 'other';

/** Parts of a rulebook besides its clauses. */
export type BookField = Exclude<keyof Rulebook, 'clauses' | 'version' | '$schema' | 'id'>;

/** One difference between two versions of a rulebook. */
export type RulebookChange =
  | { readonly what: 'added' | 'removed'; readonly clause: Clause }
  | {
      /** The clause has an end now, another end, or none any more; `from` is the first day that differs. */
      readonly what: 'ended' | 'reopened';
      readonly clause: Clause;
      readonly from: string;
      readonly reference?: string | undefined;
    }
  | { readonly what: 'begin'; readonly clause: Clause; readonly before?: string | undefined }
  | {
      /** Dated values: how the clause stands on that day in the one version and in the other. */
      readonly what: 'values';
      readonly id: string;
      readonly from: string;
      readonly fields: readonly DatedField[];
      readonly before: Clause;
      readonly after: Clause;
      readonly reference?: string | undefined;
    }
  | { readonly what: UndatedPart; readonly before: Clause; readonly after: Clause }
  | { readonly what: 'book'; readonly fields: readonly BookField[] };

const UNDATED: ReadonlySet<string> = new Set([
  ...DATED_FIELDS,
  'id',
  'category',
  'title',
  'from',
  'to',
  'fromReference',
  'toReference',
  'revisions',
]);

/**
 * What differs between two versions of a rulebook, clause by clause in the order of the later one and by date. The
 * version text is no difference.
 */
export function whatChanged(before: Rulebook, after: Rulebook): RulebookChange[] {
  const gone = before.clauses.filter(({ id }) => clauseOf(after, id) === undefined);
  return [
    ...bookChanges(before, after),
    ...after.clauses.flatMap((clause): RulebookChange[] => {
      const old = clauseOf(before, clause.id);
      return old === undefined ? [{ what: 'added', clause }] : clauseChanges(old, clause, after);
    }),
    ...gone.map((clause): RulebookChange => ({ what: 'removed', clause })),
  ];
}

function bookChanges(before: Rulebook, after: Rulebook): RulebookChange[] {
  const skipped: ReadonlySet<string> = new Set(['clauses', 'version', '$schema', 'id']);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const parts = keys.filter((key): key is BookField => !skipped.has(key));
  const fields = parts.filter((part) => !isSame(before[part], after[part]));
  return fields.length === 0 ? [] : [{ what: 'book', fields }];
}

function clauseChanges(before: Clause, after: Clause, rulebook: Rulebook): RulebookChange[] {
  return [
    ...undatedChanges(before, after),
    ...datedChanges(before, after, rulebook),
    ...endChanges(before, after),
  ];
}

function undatedChanges(before: Clause, after: Clause): RulebookChange[] {
  const rest = (clause: Clause): unknown =>
    Object.entries(clause)
      .filter(([key]) => !UNDATED.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = (['category', 'title'] as const).filter((part) => !isSame(before[part], after[part]));
  return [
    ...(before.from === after.from
      ? []
      : [{ what: 'begin', clause: after, before: before.from } satisfies RulebookChange]),
    ...[...parts, ...(isSame(rest(before), rest(after)) ? [] : (['other'] as const))].map(
      (what): RulebookChange => ({ what, before, after }),
    ),
  ];
}

/** A difference is told once, on the first day on which it stands; again when the values on either side change. */
function datedChanges(before: Clause, after: Clause, rulebook: Rulebook): RulebookChange[] {
  const start = after.from ?? rulebook.effectiveFrom;
  const dates = [before, after].flatMap(({ revisions = [] }) => revisions.map(({ from }) => from));
  const told = new Map<DatedField, string>();
  return [...new Set([start, ...dates])].sort().flatMap((from): RulebookChange[] => {
    const [old, now] = [stateOn(before, from), stateOn(after, from)];
    const fields = DATED_FIELDS.filter((field) => {
      const pair = JSON.stringify([old[field], now[field]]);
      const isNew = !isSame(old[field], now[field]) && told.get(field) !== pair;
      told.set(field, pair);
      return isNew;
    });
    if (fields.length === 0) return [];
    const reference = after.revisions?.find((revision) => revision.from === from)?.reference;
    return [{ what: 'values', id: after.id, from, fields, before: old, after: now, reference }];
  });
}

function endChanges(before: Clause, after: Clause): RulebookChange[] {
  if (before.to === after.to) return [];
  if (after.to === undefined) return [{ what: 'reopened', clause: after, from: dayAfter(before.to ?? '') }];
  return [{ what: 'ended', clause: after, from: dayAfter(after.to), reference: after.toReference }];
}

const dayAfter = (date: string): string => formatDay((parseDay(date) ?? 0) + 1);
