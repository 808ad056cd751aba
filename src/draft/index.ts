import { readArticles, type ArticlesRead } from './articles';
import type { PlainArticle } from './articles/blocks';
import { readRules } from './grammar';
import type { Draft, DraftClause } from './types';

export type { Draft, DraftClause, Question, Unread } from './types';

/**
 * Reads the rules out of a regulation. Nothing is invented: an amount that the text does not give stays null
 * and is asked about; what no rule covers is listed.
 */
export function draftRegulation(source: string): Draft {
  const articles = readArticles(source);
  if (articles === undefined) return readRules(source);
  return joined(articles, readRules(withoutTaken(source, articles)));
}

/** The text with what was read blanked out, so that every offset stays. */
function withoutTaken(source: string, { taken }: ArticlesRead): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of [...taken].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    rest += source.slice(at, from) + '\n'.repeat(end - from);
    at = end;
  }
  return rest + source.slice(at);
}

function joined(articles: ArticlesRead, rest: Draft): Draft {
  const inOrder = <T extends { readonly start: number }>(...lists: (readonly T[])[]): T[] =>
    lists.flat().sort((a, b) => a.start - b.start);
  const stated = new Set([...articles.clauses, ...articles.consequences].map(({ id }) => id));
  const owners = ownersOf(
    rest,
    articles.plain.filter(({ id }) => !stated.has(id)),
  );
  return {
    clauses: inOrder(articles.clauses, named(rest.clauses, owners)),
    consequences: inOrder(articles.consequences, named(rest.consequences, owners)),
    unread: inOrder(articles.unread, rest.unread),
    base: articles.base === undefined ? rest.base : articles.base,
    title: articles.title === '' ? rest.title : articles.title,
    ...(articles.book === undefined ? {} : { book: articles.book }),
    work: articles.work + rest.work,
  };
}

/** Clauses of running text with the id of the article they stand in, where they are its only clause. */
function named(
  clauses: readonly DraftClause[],
  owners: ReadonlyMap<DraftClause, PlainArticle>,
): DraftClause[] {
  return clauses.map((clause) => {
    const article = owners.get(clause);
    if (article === undefined) return clause;
    const { id, title } = article;
    return { ...clause, id, ...(title === '' ? {} : { title }) };
  });
}

/** The article of each clause that is alone in one. */
function ownersOf(rest: Draft, plain: readonly PlainArticle[]): Map<DraftClause, PlainArticle> {
  const all = [...rest.clauses, ...rest.consequences].sort((a, b) => a.start - b.start);
  const owners = new Map<DraftClause, PlainArticle>();
  const given = new Set<string>();
  let next = 0;
  for (const article of plain) {
    while ((all[next]?.start ?? Infinity) < article.start) next += 1;
    const first = next;
    while ((all[next]?.start ?? Infinity) < article.end) next += 1;
    const only = all[first];
    if (next === first + 1 && only !== undefined && !given.has(article.id)) {
      owners.set(only, article);
      given.add(article.id);
    }
  }
  return owners;
}
