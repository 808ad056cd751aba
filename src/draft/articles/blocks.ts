import { fold } from '../../rulebook/print/fold';
import {
  GENERAL_HEADING,
  HEAD_LABELS,
  LABELS,
  PARAMS_HEADING,
  READINGS_HEADING,
  type HeadLabel,
} from '../../rulebook/print/labels';
import { readNumber } from '../numbers';
import { splitLines, unwrapped, type LabelledLine } from './lines';

/** A stretch of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An article with an id in brackets: `第三条（A-3）【题】说明。` and the labelled lines under it. */
export interface Article extends Span {
  readonly id: string;
  readonly ordinal: number | undefined;
  /** Number of the article before it, 0 before the first. */
  readonly before: number;
  readonly title: string;
  readonly statement: string;
  readonly lines: readonly LabelledLine[];
  readonly chapter: Chapter | undefined;
}

export interface Chapter extends Span {
  readonly id: string;
  readonly title: string;
}

/** An article with an id in brackets and nothing but running text. */
export type PlainArticle = Span & Pick<Article, 'id' | 'title'>;

/** A regulation whose articles have ids and labelled lines. */
export interface LabelledText {
  readonly head: Span;
  readonly title: string;
  readonly headLines: readonly LabelledLine<HeadLabel>[];
  readonly chapters: readonly Chapter[];
  readonly articles: readonly Article[];
  /** Articles with an id and no labelled lines: running text. */
  readonly plain: readonly PlainArticle[];
  readonly general: readonly string[];
  /** General rules and appendices. */
  readonly sections: readonly (Span & { readonly kind: 'general' | 'appendix' })[];
}

const NUMBER = '[一二三四五六七八九十百零〇\\d]{1,7}';
const ID = '[A-Za-z0-9][A-Za-z0-9._-]{0,39}';
const ARTICLE = `第\\s*(${NUMBER})\\s*条\\s*\\(\\s*(${ID})\\s*\\)\\s*(?:【([^】]{1,120})】)?`;
const APPENDIX = `${READINGS_HEADING}|${PARAMS_HEADING}`;
/** Where an article, a chapter or a section begins, told by its number and its place. */
const BOUNDARY = new RegExp(
  [
    `(?<=^|[\\s。；;])${ARTICLE}`,
    `(?<=^\\s{0,20}|[\\n\\r。]\\s{0,20})第\\s*${NUMBER}\\s*章[^\\n\\r。]*?(?=\\s*(?:[\\n\\r]|第\\s*${NUMBER}\\s*条|$))`,
    `(?<=[\\n\\r]\\s{0,20}|。\\s{1,20})第\\s*${NUMBER}\\s*条(?![规的、之至到所和及或中])`,
    `(?<=[\\n\\r。]\\s{0,20})(?:${GENERAL_HEADING}|${APPENDIX})(?=\\s)`,
  ].join('|'),
  'g',
);
const HEAD = new RegExp(`^${ARTICLE}`);
const CHAPTER = new RegExp(`^第\\s*${NUMBER}\\s*章\\s*([^〔]*)(?:〔([^〕]+)〕)?$`);

/**
 * Finds the articles that have an id in brackets, with or without labelled lines. Chapters, head, general rules and
 * appendices are those of a text with labelled lines; elsewhere they are running text. Undefined without any id.
 */
export function findLabelledText(source: string): LabelledText | undefined {
  const text = fold(source);
  const marks = [...text.matchAll(BOUNDARY)];
  const found: Mutable = { articles: [], plain: [], chapters: [], general: [], sections: [] };
  let before = 0;
  marks.forEach((mark, index) => {
    const start = mark.index;
    const span = { start, end: trimEnd(source, start, marks[index + 1]?.index ?? source.length) };
    const folded = text.slice(start, span.end);
    const article = articleIn(source, folded, span, { chapter: found.chapters.at(-1), before });
    before = ordinalOf(folded) ?? before;
    const chapter = chapterIn(source, mark[0], start);
    if (article !== undefined && article.lines.length > 0) found.articles.push(article);
    else if (article !== undefined && /[A-Za-z]/.test(article.id)) found.plain.push(article);
    else if (chapter !== undefined) found.chapters.push(chapter);
    else if (folded.startsWith(GENERAL_HEADING)) {
      found.general.push(...itemsOf(source.slice(start + GENERAL_HEADING.length, span.end)));
      found.sections.push({ ...span, kind: 'general' });
    } else if (folded.startsWith('附录')) found.sections.push({ ...span, kind: 'appendix' });
  });
  if (found.articles.length === 0) {
    const nowhere = { start: 0, end: 0 };
    const none = { head: nowhere, title: '', headLines: [], chapters: [], general: [], sections: [] };
    return found.plain.length === 0 ? undefined : { ...found, ...none };
  }
  const head = { start: 0, end: marks[0]?.index ?? 0 };
  const { before: above, lines } = splitLines(source.slice(0, head.end), HEAD_LABELS);
  if (lines.length === 0) return { ...found, head: { start: 0, end: 0 }, title: '', headLines: [] };
  const [title = ''] = above.trim().split(/[\n\r]/);
  return { ...found, head, title: title.trim(), headLines: lines };
}

const ordinalOf = (folded: string): number | undefined => {
  const match = ORDINAL.exec(folded);
  return match === null ? undefined : readNumber(match[1] ?? '');
};
const ORDINAL = new RegExp(`^第\\s*(${NUMBER})\\s*条`);

interface Mutable {
  readonly articles: Article[];
  readonly plain: PlainArticle[];
  readonly chapters: Chapter[];
  readonly general: string[];
  readonly sections: (Span & { kind: 'general' | 'appendix' })[];
}

function articleIn(
  source: string,
  folded: string,
  span: Span,
  place: Pick<Article, 'chapter' | 'before'>,
): Article | undefined {
  const head = HEAD.exec(folded);
  if (head === null) return undefined;
  const [whole, , id = '', title] = head;
  const { before: statement, lines } = splitLines(source.slice(span.start + whole.length, span.end), LABELS);
  const titleEnd = span.start + whole.length - 1;
  return {
    ...span,
    ...place,
    id,
    ordinal: ordinalOf(folded),
    title: title === undefined ? '' : source.slice(titleEnd - title.length, titleEnd).trim(),
    statement: unwrapped(statement),
    lines,
  };
}

/** `第二章 考勤〔考核内容二〕`: a chapter is a category, with its id in angled brackets where that differs. */
function chapterIn(source: string, folded: string, start: number): Chapter | undefined {
  const match = CHAPTER.exec(folded);
  const [whole = '', name = '', id] = match ?? [];
  if (match === null || name.trim() === '') return undefined;
  const end = start + whole.trimEnd().length;
  const from = start + whole.indexOf(name);
  const title = source.slice(from, from + name.length).trim();
  return { start, end, title, id: id?.trim() ?? title };
}

/** Numbered items, or lines where nothing is numbered. */
function itemsOf(words: string): string[] {
  const marks = [...fold(words).matchAll(/(?<=^\s{0,20}|[\n\r。]\s{0,20})\d{1,3}\s*\.\s+/g)];
  const items =
    marks.length === 0
      ? words.split(/[\n\r]+/)
      : marks.map((mark, index) => words.slice(mark.index + mark[0].length, marks[index + 1]?.index));
  return items.map(unwrapped).filter((item) => item !== '');
}

function trimEnd(source: string, start: number, end: number): number {
  let to = end;
  while (to > start && /\s/.test(source.charAt(to - 1))) to -= 1;
  return to;
}
