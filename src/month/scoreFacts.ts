import { z } from 'zod';
import { parseMonth } from '../facts/date';
import { ProblemError } from '../facts/problem';
import { readRecord } from './recordFormat';
import { PLAIN_WEEKDAYS } from '../facts/workdays';
import type { Reason } from '../rulebook/counting';
import type { Rulebook } from '../rulebook/rulebook';
import { firstRefusal, statusOf, type Refusal, type RefusalStatus } from '../scoring/refusal';
import { Ruleset } from '../scoring/ruleset';
import { scoreMonth } from '../scoring/scoreMonth';
import { entryJson, type EntryJson } from './entryJson';
import { resultsBySubject, type SubjectResult } from './results';
import { readSettings, rulebookSettings, settingsCalendar } from './settingsFormat';

const requestSchema = z.object({
  rulebook: z.string().min(1),
  month: z.union([z.string(), z.number()]),
  records: z.array(z.looseObject({})),
  settings: z.unknown().optional(),
  subjects: z.array(z.string().min(1)).optional(),
});

export type ScoreAnswer =
  | {
      readonly status: 'ok';
      readonly results: Readonly<Record<string, SubjectResult>>;
      readonly entries?: readonly EntryJson[];
      readonly ignored?: readonly string[];
    }
  | {
      readonly status: RefusalStatus;
      readonly code: string;
      readonly message: string;
      readonly refusals: readonly Refusal[];
    };

export interface ScoreFactsOptions {
  /** Finds a rulebook by id (or by file, on the command line). */
  readonly rulebook: (id: string) => Rulebook | undefined;
  readonly entries: boolean;
  readonly explain: (reason: Reason) => string;
  readonly sentence: (refusal: Refusal) => string;
}

/**
 * Scores one facts document. A refused record makes the whole answer refused: no number pretends to be
 * complete.
 * @throws ProblemError BAD_FACTS {path}, BAD_MONTH, BAD_RECORD, BAD_SETTINGS, BAD_READING, BAD_PARAM,
 *   UNKNOWN_RULEBOOK
 */
export function scoreFacts(json: unknown, options: ScoreFactsOptions): ScoreAnswer {
  const request = requestSchema.safeParse(json);
  if (!request.success) {
    const path = request.error.issues[0]?.path ?? [];
    throw new ProblemError('BAD_FACTS', { path: path.length === 0 ? '—' : path.map(String).join('.') });
  }
  const { data } = request;
  const rulebook = options.rulebook(data.rulebook);
  if (rulebook === undefined) throw new ProblemError('UNKNOWN_RULEBOOK', { rulebook: data.rulebook });
  const month = parseMonth(data.month);
  if (month === undefined) throw new ProblemError('BAD_MONTH', { found: data.month });

  const settings = readSettings(data.settings);
  const calendar = settingsCalendar(settings) ?? PLAIN_WEEKDAYS;
  const ruleset = new Ruleset(rulebook, rulebookSettings(settings), calendar);
  const records = data.records.map((record, position) => readRecord(record, position));
  const scored = scoreMonth(
    records.map((record) => record.incident),
    data.subjects ?? [],
    month,
    ruleset,
  );

  const refusal = firstRefusal(scored.refusals);
  if (refusal !== undefined) {
    return {
      status: statusOf(refusal.code),
      code: refusal.code,
      message: options.sentence(refusal),
      refusals: scored.refusals,
    };
  }
  const ignored = [...new Set(records.flatMap((record) => record.ignored))];
  const entries = options.entries
    ? scored.cards.flatMap((card) =>
        card.entries.map((entry) => entryJson(entry, { name: card.subject }, options.explain)),
      )
    : undefined;
  return {
    status: 'ok',
    results: resultsBySubject(scored.cards, rulebook),
    ...(entries === undefined ? {} : { entries }),
    ...(ignored.length === 0 ? {} : { ignored }),
  };
}
