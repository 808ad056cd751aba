import { readNumber } from './numbers';
import { GAP, type NormalText } from './normalise';

/** The number or sign that begins an item of a list. */
export interface Marker {
  /** Where it begins and where the item's words begin. */
  readonly start: number;
  readonly end: number;
  /** The way of numbering; markers of one list have the same. */
  readonly kind: string;
  /** Place in its list; undefined for bullets. */
  readonly ordinal: number | undefined;
}

const HAN = '[一二三四五六七八九十]';

const MARKER = new RegExp(
  [
    `(?<article>第(?:\\d{1,3}|[一二三四五六七八九十百]{1,5})(?<rank>[编章节条款部]))`,
    `(?<dotted>\\d{1,2}(?:\\.\\d{1,2}){1,4})\\.?、?`,
    `(?<number>\\d{1,3})(?<after>[、.])`,
    `(?<bracketed>\\((?:\\d{1,2}|${HAN}{1,3})\\))`,
    `(?<halfBracket>\\d{1,2})\\)`,
    `(?<han>${HAN}{1,3})(?<hanAfter>[、,.])`,
    `(?<circled>[①-⑳])`,
    `(?<letter>[A-Ha-h])(?<letterAfter>[.)])`,
    `(?<bullet>[•●■◆▪※★☆◇○▲►✓])`,
  ].join('|'),
  'gu',
);

const SENTENCE_END = /[。;:!?)\]|】》"”]/;
const AMOUNT_END = /[分元次%]/;
const COUNTED = /^(?:分|元|%|倍|个|小时|天|日|月|年|人|次|米|万|公|平|度|-|~|、|,|\d)/;
const REFERS = /[照按据反本由依及和与违守见]/;
const AFTER_ARTICLE = /^(?:规定|的|、|之|至|到|第|执|所|和|及|或|中)/;
const NOT_BEFORE_HAN = /[第周期之统单其万十百千等每同进如唯任这某不有在逐至到了]/;

/** Every list marker of the text. */
export function findMarkers({ text, gaps }: NormalText): Marker[] {
  const markers: Marker[] = [];
  for (const match of text.matchAll(MARKER)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.charAt(start - 1);
    const rest = text.slice(end, end + 3);
    const fresh = start === 0 || (gaps[start] ?? 0) > GAP.none || before === ' ';
    const closed = fresh || SENTENCE_END.test(before);
    const groups = match.groups ?? {};
    const found = classify(groups, {
      before,
      rest,
      fresh,
      closed,
      line: start === 0 || (gaps[start] ?? 0) >= GAP.line,
    });
    if (found === undefined) continue;
    markers.push({ start, end, kind: found.kind, ordinal: found.ordinal });
  }
  return markers;
}

interface Place {
  readonly before: string;
  readonly rest: string;
  readonly fresh: boolean;
  readonly closed: boolean;
  readonly line: boolean;
}

function classify(
  groups: Readonly<Record<string, string | undefined>>,
  place: Place,
): { kind: string; ordinal: number | undefined } | undefined {
  const { before, rest, fresh, closed } = place;
  if (groups.article !== undefined) {
    if (REFERS.test(before) && !fresh) return undefined;
    if (AFTER_ARTICLE.test(rest)) return undefined;
    return { kind: `article-${groups.rank ?? ''}`, ordinal: readNumber(groups.article.slice(1, -1)) };
  }
  if (groups.dotted !== undefined) {
    if (!closed || COUNTED.test(rest)) return undefined;
    const parts = groups.dotted.split('.');
    return { kind: `dotted-${parts.length}`, ordinal: Number(parts.at(-1)) };
  }
  if (groups.number !== undefined) {
    const point = groups.after === '.';
    if (/^[\d、.]/.test(rest) || /[\d第.、\-~/]/.test(before)) return undefined;
    if (point && !closed && !AMOUNT_END.test(before)) return undefined;
    return { kind: point ? 'number.' : 'number、', ordinal: Number(groups.number) };
  }
  if (groups.bracketed !== undefined) {
    if (/\d/.test(before) || /^[、至到-]/.test(rest)) return undefined;
    const inner = groups.bracketed.slice(1, -1);
    return { kind: /\d/.test(inner) ? '(1)' : '(一)', ordinal: readNumber(inner) };
  }
  if (groups.halfBracket !== undefined) {
    if (/[\d(.,\-~+/]/.test(before)) return undefined;
    return { kind: '1)', ordinal: Number(groups.halfBracket) };
  }
  if (groups.han !== undefined) {
    if (/^[一二三四五六七八九十级]/.test(rest)) return undefined;
    if (groups.hanAfter !== '、' && !fresh) return undefined;
    if (
      !closed &&
      !AMOUNT_END.test(before) &&
      (NOT_BEFORE_HAN.test(before) || !/^\p{Script=Han}{2}/u.test(rest))
    ) {
      return undefined;
    }
    return { kind: '一', ordinal: readNumber(groups.han) };
  }
  if (groups.circled !== undefined) {
    return { kind: '①', ordinal: groups.circled.charCodeAt(0) - '①'.charCodeAt(0) + 1 };
  }
  if (groups.letter !== undefined) {
    if (/[A-Za-z0-9(]/.test(before) || (groups.letterAfter === '.' && !closed)) return undefined;
    const upper = groups.letter <= 'H';
    return {
      kind: upper ? 'A' : 'a',
      ordinal: groups.letter.charCodeAt(0) - (upper ? 'A' : 'a').charCodeAt(0) + 1,
    };
  }
  return place.line ? { kind: 'bullet', ordinal: undefined } : undefined;
}
