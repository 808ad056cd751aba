import { GAP, type NormalText } from './normalise';
import { readNumber } from './numbers';
import type { Score } from './scores';
import { question } from './question';

const HEADER = /扣分|减分|罚款|处罚|罚金|加分|奖励|奖金|分值|扣款/;
const TITLE = /条例|制度|办法|规定|细则/;
const CELL = /^(?<sign>[-+])?(?<a>\d+(?:\.\d+)?)(?:-(?<b>\d+(?:\.\d+)?))?(?:\((?<aside>[^()\d]{0,12})\))?$/;
const BEHAVIOUR = /\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}.*\p{Script=Han}/u;
const BARE_POINTS = /(?<=[^\d.\-~])(?<a>\d+(?:\.\d+)?)(?:[-~](?<b>\d+(?:\.\d+)?))?(?<unit>分(?!钟)|元)/g;
const NEGATIVE =
  /^(?:\p{Script=Han}{0,8})?(?:未|不|无故|没有|迟到|早退|旷工|违反|擅自|私自|随意|拒绝|漏|错|缺)/u;
const WEIGHT = /(?:满分|总分|基本分|基础分|分值|权重|合计|共|得分?|占|为|低于|达到?|超过|考核)$/;

/** Scores that only their place in a table or at the end of a line makes scores: `| 50-500 |`, `不戴工牌 2分`. */
export function findTableScores(normal: NormalText, written: readonly Score[]): Score[] {
  return [...cellScores(normal, written), ...lineScores(normal)];
}

function cellScores({ text, gaps }: NormalText, written: readonly Score[]): Score[] {
  if (!text.includes('|')) return [];
  const scores: Score[] = [];
  const money = written.filter((score) => score.kind === 'money').length;
  const points = written.filter((score) => score.kind === 'points').length;
  let header = '';
  let before = '';
  let at = 0;
  for (const cell of text.split('|')) {
    const start = at;
    const end = at + cell.length;
    at = end + 1;
    const groups = CELL.exec(cell)?.groups;
    if (groups === undefined) {
      if (cell.length <= 12 && HEADER.test(cell) && !TITLE.test(cell)) header = cell;
      if (cell !== '') before = cell;
      continue;
    }
    const behaviour = before;
    before = cell;
    if (!BEHAVIOUR.test(behaviour) || header === '' || behaviour === header || TITLE.test(behaviour))
      continue;
    const first = readNumber(groups.a ?? '');
    const second = groups.b === undefined ? undefined : readNumber(groups.b);
    if (first === undefined) continue;
    const rowEnds = end >= text.length || (gaps[end + 1] ?? 0) >= GAP.line || (gaps[end] ?? 0) >= GAP.line;
    if (second === undefined && groups.sign === undefined && !rowEnds) continue;
    const kind =
      /罚款|罚金|奖金|扣款|元/.test(header) || (money > points && !header.includes('分'))
        ? 'money'
        : 'points';
    scores.push({
      start,
      end,
      kind,
      direction: /加分|奖/.test(header) && groups.sign !== '-' ? 'bonus' : 'deduct',
      value: second === undefined ? first : [first, second],
      ...(groups.aside === undefined ? {} : { consequence: groups.aside }),
      questions: [question('TABLE_NUMBER', { found: cell, header })],
    });
  }
  return scores;
}

/** A breach with an amount at its end and no verb. */
function lineScores({ text, gaps }: NormalText): Score[] {
  const scores: Score[] = [];
  for (const match of text.matchAll(BARE_POINTS)) {
    const { a = '', b, unit } = match.groups ?? {};
    const open = text.charAt(match.index - 1) === '(';
    const from = Math.max(0, match.index - 40);
    const words = /[^,;。:|、\d()]*$/.exec(text.slice(from, open ? match.index - 1 : match.index))?.[0] ?? '';
    const end = match.index + match[0].length;
    const after = text.charAt(end);
    const ends = open
      ? after === ')' && /^[,;。|]?$/.test(text.charAt(end + 1))
      : /[;。|,]/.test(after) || (gaps[end] ?? 0) > GAP.none;
    if (!ends && end < text.length) continue;
    const first = readNumber(a);
    const second = b === undefined ? undefined : readNumber(b);
    if (first === undefined || words.length < 4 || !NEGATIVE.test(words) || WEIGHT.test(words)) continue;
    scores.push({
      start: match.index,
      end,
      kind: unit === '元' ? 'money' : 'points',
      direction: 'unknown',
      value: second === undefined ? first : [first, second],
      questions: [question('BARE_POINTS', { found: match[0] })],
    });
  }
  return scores;
}
