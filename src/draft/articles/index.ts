import type { Clause } from '../../rulebook/clause';
import type { NamedParam } from '../../rulebook/print/paramWords';
import { readHeadLine, type ReadHead } from '../../rulebook/print/headLines';
import { HEAD_LABELS } from '../../rulebook/print/labels';
import type { Rulebook } from '../../rulebook/rulebook';
import { UNKNOWN_UNIT } from '../countOf';
import { question } from '../question';
import type { Draft, DraftBook, DraftClause, Question, Unread } from '../types';
import type { Work } from '../work';
import { findLabelledText, type Article, type LabelledText, type PlainArticle, type Span } from './blocks';
import { withinText } from './references';
import { readArticle, type OverlapGroup, type ReadArticle } from './readClause';
import { statementQuestions } from './stated';
import { draftClauseOf, isScoring } from './toDraft';

/** What the articles with labelled lines give, and the stretches they take up. */
export interface ArticlesRead extends Pick<Draft, 'clauses' | 'consequences' | 'unread' | 'work'> {
  readonly title: string;
  readonly base: number | null | undefined;
  /** Absent where no article has labelled lines. */
  readonly book: DraftBook | undefined;
  readonly taken: readonly Span[];
  /** Articles whose words are left to the grammar of running text. */
  readonly plain: readonly PlainArticle[];
}

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const NO_CHAPTER = '其他';

/**
 * Reads articles that have an id in brackets and labelled lines under them, as the printed form of a rulebook
 * has; undefined for a text without any. Amounts, bounds and the rest come from the labelled lines; the
 * statement is compared with them.
 */
export function readArticles(source: string): ArticlesRead | undefined {
  const text = findLabelledText(source);
  if (text === undefined) return undefined;
  const work: Work = { done: 2 * source.length };
  const read = text.articles.map((article) => ({ article, found: readArticle(article, work) }));
  const head = headOf(text);
  const sources = sourcesOf(read.map(({ found }) => found));
  const ids = uniqueIds(text.articles);
  const known = new Set(ids);
  const clauses = read.map(({ article, found }, index): DraftClause => {
    const id = ids[index] ?? article.id;
    const stated = clauseOf({ ...article, id }, found, sources, head.book.subject ?? 'agent');
    const { clause, questions } = withinText(stated, known);
    const asked = [
      ...found.questions,
      ...statementQuestions(clause),
      ...questions,
      ...(id === article.id ? [] : [question('ID_TWICE', { id: article.id, now: id })]),
      ...gapBefore(article),
    ];
    return draftClauseOf(article, clause, source, asked);
  });
  return {
    clauses: clauses.filter(({ stated }) => isScoring(stated?.effects ?? [])),
    consequences: clauses.filter(({ stated }) => !isScoring(stated?.effects ?? [])),
    unread: unreadOf(text),
    work: work.done,
    title: text.title,
    base:
      head.score.base === undefined || head.score.base === null ? head.score.base : Number(head.score.base),
    book:
      text.articles.length === 0
        ? undefined
        : bookOf(
            text,
            head,
            read.map(({ found }) => found),
            sources,
          ),
    plain: text.plain,
    taken: [text.head, ...text.chapters, ...text.articles, ...text.sections].filter(
      ({ start, end }) => end > start,
    ),
  };
}

function clauseOf(
  article: Article,
  found: ReadArticle,
  sources: ReadonlyMap<string, string>,
  subject: Rulebook['subject'],
): Clause {
  const { id, title, statement, chapter } = article;
  const { terms, effects, unit = UNKNOWN_UNIT, source } = found;
  const words = statement === '' ? title : statement;
  return {
    id,
    category: chapter?.id ?? NO_CHAPTER,
    title: both(title === '' ? id : title),
    statement: both(words === '' ? id : words),
    citation: {
      source: sources.get(source?.title ?? '') ?? 'text',
      section: source?.section ?? chapter?.title ?? '正文',
      ...(source?.number === undefined ? {} : { number: source.number }),
    },
    subject,
    ...terms,
    count: terms.count ?? { mode: 'occurrence', unit },
    effects: [...effects],
  };
}

/** The ids of the articles; one that was there before gets a number behind it. */
function uniqueIds(articles: readonly Article[]): string[] {
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return articles.map(({ id }) => {
    let unique = id;
    while (seen.has(unique)) {
      const count = (counts.get(id) ?? 1) + 1;
      counts.set(id, count);
      unique = `${id.slice(0, 34)}-${count}`;
    }
    seen.add(unique);
    return unique;
  });
}

/** Numbers of articles that are missing between two: one was taken out. */
function gapBefore({ ordinal, before: from }: Article): Question[] {
  return ordinal !== undefined && ordinal > from + 1 ? [question('ARTICLE_GAP', { from, to: ordinal })] : [];
}

/** Ids for the titles of the sources that articles name. */
function sourcesOf(read: readonly ReadArticle[]): ReadonlyMap<string, string> {
  const titles = new Set(read.flatMap(({ source }) => (source === undefined ? [] : [source.title])));
  return new Map([...titles].map((title, index) => [title, `source-${index + 1}`]));
}

interface Head {
  readonly book: ReadHead['book'];
  readonly score: ReadHead['score'];
  readonly params: readonly NamedParam[];
  readonly unread: readonly string[];
}

function headOf({ headLines }: LabelledText): Head {
  const read = headLines.map(({ label, words }) => readHeadLine(label, words));
  return {
    book: Object.assign({}, ...read.map((part) => part?.book ?? {})) as ReadHead['book'],
    score: Object.assign({}, ...read.map((part) => part?.score ?? {})) as ReadHead['score'],
    params: read.flatMap((part) => part?.params ?? []),
    unread: headLines.flatMap(({ label, words }, index) =>
      read[index] === undefined ? [`${HEAD_LABELS[label]}：${words}`] : [],
    ),
  };
}

function bookOf(
  text: LabelledText,
  head: Head,
  read: readonly ReadArticle[],
  sources: ReadonlyMap<string, string>,
): DraftBook {
  const groups = new Map<string, OverlapGroup>();
  const ids = new Set(text.articles.map(({ id }) => id));
  for (const { group } of read) {
    if (group === undefined || groups.has(group.id)) continue;
    const isGone = group.keep === 'specific' && !ids.has(group.specific ?? '');
    groups.set(group.id, isGone ? { id: group.id, title: group.title, keep: 'highest' } : group);
  }
  const counts = paramsOf(
    read.flatMap(({ params }) => params),
    'count',
  );
  const scores = paramsOf(head.params, 'score').filter(({ id }) => !counts.some((param) => param.id === id));
  const general = [...text.general, ...head.unread];
  const categories = new Map(text.chapters.map(({ id, title }) => [id, title]));
  return {
    ...head.book,
    score: head.score,
    sources: [...sources].map(([title, id]) => ({ id, title: both(title) })),
    categories: [...categories].map(([id, title]) => ({ id, title: both(title) })),
    params: [...counts, ...scores],
    ...(groups.size === 0 ? {} : { overlapGroups: [...groups.values()] }),
    ...(general.length === 0 ? {} : { general: general.map(both) }),
  };
}

type Parameter = Rulebook['params'][number];

function paramsOf(named: readonly NamedParam[], kind: Parameter['kind']): Parameter[] {
  const byId = new Map(named.map((param) => [param.id, param]));
  return [...byId.values()].map(({ id, title, value }) => ({
    id,
    title: both(title),
    kind,
    ...(value === undefined ? {} : { suggested: value }),
  }));
}

function unreadOf({ head, chapters, sections }: LabelledText): Unread[] {
  return [
    ...(head.end > head.start ? [{ start: head.start, end: head.end, reason: 'heading' as const }] : []),
    ...chapters.map(({ start, end }) => ({ start, end, reason: 'heading' as const })),
    ...sections.flatMap(({ start, end, kind }) =>
      kind === 'appendix' ? [{ start, end, reason: 'appendix' as const }] : [],
    ),
  ];
}
