import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../src/facts/date';
import { draftRegulation, type Draft } from '../../src/draft';
import { rulebookOf } from '../../src/draft/rulebook';
import type { Clause } from '../../src/rulebook/clause';
import { clauseOn } from '../../src/rulebook/effective';
import { isByReading, resolveSwitch, type ReadingValues } from '../../src/rulebook/primitives';
import { printRulebook } from '../../src/rulebook/print';
import type { Rulebook } from '../../src/rulebook/rulebook';
import { readingsInForce } from '../../src/rulebook/settings';

/**
 * What of a clause a printed regulation carries: everything but `derive`, `notes`, English words, the ids of
 * triggers and sources, the name of what is measured, and choices between readings (the one in force stands
 * there alone, as does the version of the day). Parts that say "as if they were not there" are left out.
 */
export function carried(clause: Clause, readings: ReadingValues): Record<string, unknown> {
  const { derive: _derive, notes: _notes, revisions: _revisions, citation, triggers, ...rest } = clause;
  const { fromReference: _from, toReference: _to, ...kept } = rest as typeof rest & Record<string, unknown>;
  const plain = settled(kept, readings) as Record<string, unknown> & { count: Record<string, unknown> };
  const { measure: _measure, ...count } = plain.count;
  const { direction, sameDay, catchAll, jointLiability, ...same } = plain;
  const effects = (plain.effects as Record<string, unknown>[]).map((effect) =>
    direction !== undefined && effect.type === 'points' ? { ...effect, dir: direction } : effect,
  );
  const joint = ((jointLiability ?? []) as { applies: boolean[]; sanction?: string }[])
    .filter(({ applies }) => applies.every((one) => one))
    .map((one) => ({ ...one, applies: [], sanction: one.sanction ?? 'none' }));
  return {
    ...same,
    count,
    effects,
    citation: [citation.section, citation.number],
    ...(triggers === undefined
      ? {}
      : { triggers: triggers.map(({ text, measured }) => [text.zh, measured]) }),
    ...(sameDay === 'once' ? { sameDay } : {}),
    ...(catchAll === true ? { catchAll } : {}),
    ...(joint.length === 0 ? {} : { joint }),
  };
}

/** What of a rulebook besides its clauses a printed regulation carries. */
export function carriedHead(rulebook: Rulebook, readings: ReadingValues): unknown {
  const { id, version, effectiveFrom, effectiveTo, subject, score, tiers, issues, versionBy } = rulebook;
  const used = new Set(rulebook.clauses.map(({ category }) => category));
  const { title, general, overlapGroups } = rulebook;
  return settled(
    {
      ...{
        id,
        version,
        effectiveFrom,
        effectiveTo,
        subject,
        score,
        tiers,
        issues,
        versionBy,
        title,
        general,
      },
      overlapGroups: overlapGroups?.map(({ specific, ...group }) =>
        settled(group.keep, readings) === 'specific' ? { ...group, specific } : group,
      ),
      categories: rulebook.categories.filter((category) => used.has(category.id)),
    },
    readings,
  );
}

/** Readings resolved, texts in Chinese only, absent parts gone. */
function settled(value: unknown, readings: ReadingValues): unknown {
  if (isByReading(value)) return settled(resolveSwitch(value, readings), readings);
  if (Array.isArray(value)) return value.map((item) => settled(item, readings));
  if (typeof value !== 'object' || value === null) return value;
  if ('zh' in value) return value.zh;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, settled(part, readings)]),
  );
}

export interface RoundTrip {
  readonly printed: string;
  readonly draft: Draft;
  /** Undefined where nothing was read. */
  readonly back: Rulebook | undefined;
  readonly clauses: number;
  readonly same: number;
  /** Clauses that came back otherwise, did not come back, or were never printed. */
  readonly different: readonly string[];
}

/** Prints a rulebook, reads the print, and compares the clauses. */
export function roundTrip(rulebook: Rulebook, day: Day): RoundTrip {
  const printed = printRulebook(rulebook, { day });
  return { printed, ...compared(rulebook, printed, day) };
}

/** Compares what a text says with the rulebook it was printed from. */
export function compared(rulebook: Rulebook, text: string, day: Day): Omit<RoundTrip, 'printed'> {
  const draft = draftRegulation(text);
  const back = rulebookOf(draft, () => []);
  const readings = readingsInForce(rulebook);
  const expected = rulebook.clauses.flatMap((clause) => clauseOn(clause, day) ?? []);
  const found = new Map(back?.clauses.map((clause) => [clause.id, carried(clause, {})]));
  const different = expected
    .filter((clause) => !isDeepStrictEqual(found.get(clause.id), carried(clause, readings)))
    .map(({ id }) => id);
  const known = new Set(expected.map(({ id }) => id));
  const extra = [...found.keys()].filter((id) => !known.has(id));
  return {
    draft,
    back,
    clauses: expected.length,
    same: expected.length - different.length,
    different: [...different, ...extra],
  };
}
