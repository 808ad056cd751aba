import { readFileSync } from 'node:fs';
import { draftRegulation } from '../../../src/draft';
import { rulebookOf } from '../../../src/draft/rulebook';
import { parseDay } from '../../../src/facts/date';
import { scoreFacts } from '../../../src/month/scoreFacts';
import { printRulebook } from '../../../src/rulebook/print';
import type { Rulebook } from '../../../src/rulebook/rulebook';
import type { RulebookSettings } from '../../../src/rulebook/settings';
import { SHIPPED_IDS, shippedRulebook } from '../../../src/rulebook/shipped';

interface CaseRecord {
  readonly clause?: string;
  readonly trigger?: string;
  readonly triggers?: readonly string[];
}
interface Case {
  readonly id: string;
  readonly month: string;
  readonly records: readonly CaseRecord[];
  readonly settings?: Omit<RulebookSettings, 'versions'> & { readonly versions?: readonly unknown[] };
  readonly subjects?: readonly string[];
}

/** Behaviours are numbered in print. */
function asPrinted(record: CaseRecord, rulebook: Rulebook): CaseRecord {
  const triggers = rulebook.clauses.find(({ id }) => id === record.clause)?.triggers ?? [];
  const numbered = (id: string): string => {
    const at = triggers.findIndex((trigger) => trigger.id === id);
    return at < 0 ? id : `t${at + 1}`;
  };
  return {
    ...record,
    ...(record.trigger === undefined ? {} : { trigger: numbered(record.trigger) }),
    ...(record.triggers === undefined ? {} : { triggers: record.triggers.map(numbered) }),
  };
}

/** The rulebook as it comes back from paper under given settings; parameters by date are not on paper. */
function throughPaper(rulebook: Rulebook, { settings }: Case): Rulebook {
  const { base, params, readings } = settings ?? {};
  const printed = printRulebook(rulebook, {
    day: parseDay('2026-10-31')!,
    settings: { base: base ?? undefined, params, readings },
  });
  return rulebookOf(draftRegulation(printed), () => [])!;
}

// the months of every case, scored by the shipped rulebook and by the one that was printed and read
test.each(SHIPPED_IDS)('%s scores every case the same after a trip through paper', (id) => {
  const file = `${__dirname}/../../../rulesets/${id}.cases.json`;
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] };
  const rulebook = shippedRulebook(id)!;
  const read = new Map<string, Rulebook>();
  const scored = (book: Rulebook, one: Case, records: readonly CaseRecord[]): unknown =>
    scoreFacts(
      { rulebook: id, month: one.month, records, settings: one.settings ?? {}, subjects: one.subjects },
      {
        rulebook: () => book,
        entries: false,
        explain: (reason) => reason.code,
        sentence: (problem) => problem.code,
      },
    );
  const onPaper = cases.filter(({ settings }) => settings?.versions === undefined);
  const different = onPaper.filter((one) => {
    const key = JSON.stringify(one.settings);
    const book = read.get(key) ?? throughPaper(rulebook, one);
    read.set(key, book);
    const records = one.records.map((record) => asPrinted(record, rulebook));
    return JSON.stringify(scored(book, one, records)) !== JSON.stringify(scored(rulebook, one, one.records));
  });
  expect(different.map((one) => one.id)).toEqual([]);
  expect(cases.length - onPaper.length).toBeLessThanOrEqual(5);
});
