import type { Marker } from './markers';
import { GAP, type NormalText } from './normalise';

/** Places that the words of one rule do not cross: after a sentence, at a list marker, between cells. */
export function findStops(normal: NormalText, markers: readonly Marker[]): boolean[] {
  const { text, gaps } = normal;
  const stops = new Array<boolean>(text.length + 1).fill(false);
  stops[0] = true;
  for (let i = 1; i <= text.length; i += 1) {
    const before = text.charAt(i - 1);
    if (before === '。' || before === ';' || before === '!' || before === '|') stops[i] = true;
    else if (i < text.length && (gaps[i] ?? 0) >= GAP.line && endsLine(text, gaps, i)) stops[i] = true;
  }
  for (const marker of markers) {
    stops[marker.start] = true;
    stops[marker.end] = true;
  }
  return stops;
}

const SHORT_LINE = 14;

/** Whether a line ends its sentence or heading, rather than being wrapped. */
function endsLine(text: string, gaps: readonly number[], at: number): boolean {
  if (/[:)分元次"”]/.test(text.charAt(at - 1))) return true;
  if (!/\p{Script=Han}/u.test(text.charAt(at))) return false;
  let from = at - 1;
  while (from > 0 && at - from <= SHORT_LINE && (gaps[from] ?? 0) < GAP.line) from -= 1;
  return at - from < SHORT_LINE;
}

/** A heading: words that introduce the rules after them. */
export interface Heading {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const WEIGHTED = /([^,;。:|()\d]{2,20})[。:]?\((\d+(?:\.\d+)?)(分|%)\)/g;
const SHORT_HEADING = 24;

/** Headings, in the order of the text: weighted items (`礼貌用语(10分)`), numbered titles, `中度违规:`. */
export function findHeadings(normal: NormalText, markers: readonly Marker[]): Heading[] {
  const { text, gaps } = normal;
  const headings: Heading[] = [];
  for (const match of text.matchAll(WEIGHTED)) {
    headings.push({ start: match.index, end: match.index + match[0].length, words: match[0] });
  }
  markers.forEach((marker, index) => {
    const next = markers[index + 1];
    const end = next === undefined ? text.length : next.start;
    const words = text.slice(marker.end, Math.min(end, marker.end + SHORT_HEADING));
    let stop = words.search(/[。:]/);
    for (let i = 1; i < words.length && stop < 0; i += 1)
      if ((gaps[marker.end + i] ?? 0) >= GAP.line) stop = i;
    const title = stop >= 0 ? words.slice(0, stop) : end - marker.end < SHORT_HEADING ? words : undefined;
    if (title === undefined || title.length < 2 || /\d(?:分|元)|[,;]/.test(title)) return;
    headings.push({ start: marker.start, end: marker.end + title.length, words: title });
  });
  for (const match of text.matchAll(/(?<![\p{Script=Han}])([\p{Script=Han}【】]{2,12}):(?=\d|[(（一①A])/gu)) {
    headings.push({ start: match.index, end: match.index + match[0].length, words: match[1] ?? '' });
  }
  for (const match of text.matchAll(
    /【([^】]{2,12})】|(?:^|(?<=[。;|]))([\p{Script=Han}]{0,6}(?:处罚|奖励|扣分|加分)(?:条款|条例|规则|项目|标准|细则|事项))/gu,
  )) {
    headings.push({ start: match.index, end: match.index + match[0].length, words: match[0] });
  }
  return headings.sort((a, b) => a.start - b.start);
}
