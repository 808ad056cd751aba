import type { Clause } from '../../rulebook/clause';
import type { Rulebook } from '../../rulebook/rulebook';
import { buildCodeTable, type CodeTable } from './codes';
import { requiredElements, shiftsOf, type Element } from './elements';
import { clauseWordings, type ClauseWording } from './phrases';
import { wordingKey } from './tokens';
import { searchIndex, type Candidate } from './search';
import { buildIndex, type WordingIndex } from './wordingIndex';

/** What matching needs of one rulebook, built once. */
export interface Matcher {
  readonly rulebook: Rulebook;
  readonly wordings: readonly ClauseWording[];
  readonly index: WordingIndex;
  readonly codes: CodeTable;
  readonly byId: ReadonlyMap<string, Clause>;
  /** Position in `wordings` by clause id. */
  readonly position: ReadonlyMap<string, number>;
  /** Exact wordings (titles, statements, triggers) -> clause ids. */
  readonly exact: ReadonlyMap<string, ReadonlySet<string>>;
  /** Those of `exact` that are a clause's whole title or statement. */
  readonly whole: ReadonlySet<string>;
  readonly known: ReadonlyMap<string, string>;
  /** Category wording -> clause ids of the category. */
  readonly categories: ReadonlyMap<string, ReadonlySet<string>>;
  readonly required: ReadonlyMap<string, readonly Element[]>;
  readonly shifts: ReadonlyMap<string, ReadonlySet<string>>;
  /** The clauses a text fits best; answers are kept. */
  readonly search: (text: string) => readonly Candidate[];
}

const CACHE_LIMIT = 20_000;

/** Numbering in front of a category: `考核内容六:`, `一、`, `3.`. */
const NUMBERING = /^(?:考核内容|第)?[一二三四五六七八九十\d]{1,3}(?:章|部分|类|条|项)?[、.:: ]/;

export function buildMatcher(
  rulebook: Rulebook,
  knownWordings: Readonly<Record<string, string>> = {},
): Matcher {
  const wordings = clauseWordings(rulebook);
  const index = buildIndex(wordings);
  const exact = new Map<string, Set<string>>();
  const whole = new Set<string>();
  const add = (map: Map<string, Set<string>>, text: string, id: string) => {
    const key = wordingKey(text);
    if (key.length < 2) return;
    const ids = map.get(key);
    if (ids === undefined) map.set(key, new Set([id]));
    else ids.add(id);
  };
  const categories = new Map<string, Set<string>>();
  for (const { clause } of wordings) {
    for (const { zh, en } of [clause.title, clause.statement]) {
      for (const text of [zh, en]) {
        add(exact, text, clause.id);
        whole.add(wordingKey(text));
      }
    }
    for (const trigger of clause.triggers ?? []) {
      add(exact, trigger.text.zh, clause.id);
      add(exact, trigger.text.en, clause.id);
    }
    const title = rulebook.categories.find(({ id }) => id === clause.category)?.title;
    for (const name of [clause.category, title?.zh ?? '', title?.en ?? '']) {
      add(categories, name, clause.id);
      add(categories, name.replace(NUMBERING, ''), clause.id);
      for (const part of name.split('/').slice(1)) add(categories, part, clause.id);
    }
  }
  const known = new Map<string, string>();
  const byId = new Map(rulebook.clauses.map((clause) => [clause.id, clause]));
  for (const [text, id] of Object.entries(knownWordings)) {
    if (byId.has(id)) known.set(wordingKey(text), id);
  }
  const cache = new Map<string, readonly Candidate[]>();
  return {
    rulebook,
    wordings,
    index,
    codes: buildCodeTable(rulebook),
    byId,
    position: new Map(wordings.map(({ clause }, i) => [clause.id, i])),
    exact,
    whole,
    known,
    categories,
    required: new Map(wordings.map(({ clause }) => [clause.id, requiredElements(clause)])),
    shifts: new Map(wordings.map(({ clause }) => [clause.id, shiftsOf(clause)])),
    search: (text) => {
      let candidates = cache.get(text);
      if (candidates === undefined) {
        candidates = searchIndex(index, text, 6);
        if (cache.size >= CACHE_LIMIT) cache.clear();
        cache.set(text, candidates);
      }
      return candidates;
    },
  };
}

/** The clauses of the category that a cell names, or undefined where it names none of the rulebook's. */
export function categoryClauses(matcher: Matcher, text: string): ReadonlySet<string> | undefined {
  return (
    matcher.categories.get(wordingKey(text)) ??
    matcher.categories.get(wordingKey(text.replace(NUMBERING, '')))
  );
}
