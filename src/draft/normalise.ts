/** White space before a character. */
export const GAP = { none: 0, space: 1, line: 2, block: 3 } as const;

/**
 * A text as the grammar reads it: one width, one kind of dash, no white space, and for every character where
 * it came from.
 */
export interface NormalText {
  readonly text: string;
  /** Source offsets of each character: of its beginning and of its end. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** White space that stood before each character (`GAP`). */
  readonly gaps: readonly number[];
  /** Places where a page number inside a sentence was taken out, and the source it stood in. */
  readonly pageBreaks: readonly PageBreak[];
}

export interface PageBreak {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

const ODD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '｡': '。',
    '〜': '~',
    '∼': '~',
    '˜': '~',
    '—': '-',
    '–': '-',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '―': '-',
    '−': '-',
    '─': '-',
    '﹣': '-',
    '│': '|',
    '┃': '|',
    '﹪': '%',
    '﹐': ',',
    '﹔': ';',
    '﹕': ':',
    '﹙': '(',
    '﹚': ')',
    罰: '罚',
    獎: '奖',
    勵: '励',
    處: '处',
    違: '违',
    規: '规',
    遲: '迟',
    曠: '旷',
    鐘: '钟',
    過: '过',
    無: '无',
    級: '级',
    項: '项',
    資: '资',
    當: '当',
    時: '时',
    個: '个',
    給: '给',
    與: '与',
    減: '减',
    記: '记',
    發: '发',
    現: '现',
    單: '单',
    戶: '户',
    題: '题',
    條: '条',
    標: '标',
    準: '准',
    則: '则',
    獲: '获',
    績: '绩',
    達: '达',
    內: '内',
    雙: '双',
    後: '后',
    帶: '带',
    業: '业',
    務: '务',
    態: '态',
    經: '经',
    員: '员',
    訴: '诉',
    連: '连',
    續: '续',
    責: '责',
    動: '动',
    離: '离',
    職: '职',
    辭: '辞',
    開: '开',
  }),
);

const SPACE = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u0085]/;
/** Characters without width or meaning: zero-width signs, byte order mark, soft hyphen, control characters. */
const NOTHING = /[\p{Cf}\p{Cc}]|\ufe0f/u;

function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return ODD.get(character) ?? character;
}

const ALPHANUMERIC = /[0-9A-Za-z.]/;

interface Columns {
  readonly characters: string[];
  readonly starts: number[];
  readonly ends: number[];
  readonly gaps: number[];
}

/** Reads a text once, character by character. */
export function normalise(source: string): NormalText {
  return withoutPageBreaks(readCharacters(source));
}

function readCharacters(source: string): Columns {
  const columns: Columns = { characters: [], starts: [], ends: [], gaps: [] };
  const { characters, starts, ends, gaps } = columns;
  let gap: number = GAP.none;
  let lines = 0;
  let gapStart = 0;
  const push = (character: string, at: number, end: number, before: number): void => {
    characters.push(character);
    starts.push(at);
    ends.push(end);
    gaps.push(before);
  };
  for (let i = 0; i < source.length; i += 1) {
    const raw = source.charAt(i);
    if (raw === '\t' && characters.length > 0 && gap < GAP.line) {
      // Cells of a pasted table.
      push('|', i, i + 1, gap);
      gap = GAP.none;
      lines = 0;
      continue;
    }
    if (raw === '\f') {
      gap = GAP.block;
      continue;
    }
    if (SPACE.test(raw)) {
      if (gap === GAP.none) gapStart = i;
      if (raw === '\n' || (raw === '\r' && source.charAt(i + 1) !== '\n')) lines += 1;
      gap = Math.max(gap, lines === 0 ? GAP.space : lines === 1 ? GAP.line : GAP.block);
      continue;
    }
    if (NOTHING.test(raw)) continue;
    const character = plain(raw);
    const last = characters.at(-1);
    if (character === last && (character === '-' || character === '~') && gap === GAP.none) {
      ends[ends.length - 1] = i + 1;
      continue;
    }
    if (gap !== GAP.none && last !== undefined && ALPHANUMERIC.test(last) && ALPHANUMERIC.test(character)) {
      // Two numbers or words stay two.
      push(' ', gapStart, i, GAP.none);
    }
    push(character, i, i + 1, gap);
    gap = GAP.none;
    lines = 0;
  }
  return columns;
}

const PAGE_NUMBER = /\d{1,3}、/g;
/** What cannot be the last character of an item, and what cannot be the first of one. */
const UNFINISHED = /[每扣罚减加奖第及或和与被将在]/;
const CONTINUING = /[,.;:)。%]/;
const AMOUNT_UNIT = /[分元%次]/;

/** Takes out page numbers such as `2、` that a page break left inside a sentence. */
function withoutPageBreaks(columns: Columns): NormalText {
  const text = columns.characters.join('');
  const cut: { from: number; to: number }[] = [];
  for (const match of text.matchAll(PAGE_NUMBER)) {
    const from = text.charAt(match.index - 1) === ' ' ? match.index - 1 : match.index;
    const to = match.index + match[0].length;
    if ((columns.gaps[match.index] ?? 0) === GAP.none) continue;
    const before = text.charAt(from - 1);
    const after = text.charAt(to);
    const splits =
      UNFINISHED.test(before) ||
      CONTINUING.test(after) ||
      (/\d/.test(before) && AMOUNT_UNIT.test(after)) ||
      isInsideBrackets(text, from, to);
    if (from > 0 && to < text.length && splits) cut.push({ from, to });
  }
  if (cut.length === 0) {
    return { text, starts: columns.starts, ends: columns.ends, gaps: columns.gaps, pageBreaks: [] };
  }
  const kept: Columns = { characters: [], starts: [], ends: [], gaps: [] };
  const pageBreaks: PageBreak[] = [];
  let next = 0;
  for (let i = 0; i < text.length; i += 1) {
    const hole = cut[next];
    if (hole?.from === i) {
      pageBreaks.push({
        at: kept.characters.length,
        start: columns.starts[i] ?? 0,
        end: columns.ends[hole.to - 1] ?? 0,
      });
      i = hole.to - 1;
      next += 1;
      continue;
    }
    kept.characters.push(text.charAt(i));
    kept.starts.push(columns.starts[i] ?? 0);
    kept.ends.push(columns.ends[i] ?? 0);
    kept.gaps.push(pageBreaks.at(-1)?.at === kept.gaps.length ? GAP.none : (columns.gaps[i] ?? 0));
  }
  return {
    text: kept.characters.join(''),
    starts: kept.starts,
    ends: kept.ends,
    gaps: kept.gaps,
    pageBreaks,
  };
}

const REACH = 40;

/** Whether a bracket opened shortly before `from` is closed shortly after `to`. */
function isInsideBrackets(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - REACH), from);
  const after = text.slice(to, to + REACH);
  if (before.lastIndexOf('(') <= before.lastIndexOf(')')) return false;
  const close = after.indexOf(')');
  const open = after.indexOf('(');
  return close >= 0 && (open < 0 || close < open);
}
