const LENGTH = 24;
/** A part of a sentence that says what it costs or brings. */
const COSTS =
  /(?:扣|罚|减|奖|加|处)[^，,；;。]{0,8}[\d０-９]|[\d０-９.]+\s*(?:分(?!钟)|元|%|％)|(?:视|酌)情|扣分$|得分$/;
/** Where such a part begins to speak of it. */
const COST = /(?:每[^\s，,]{0,3}?)?(?:扣|罚|减|奖|加|处|(?:视|酌)情|[\d０-９.]+\s*(?:分(?!钟)|元|%|％)).*$/;
/** Words before it that name nobody and nothing. */
const FILLERS = /(?:每\S|一次|一律|一经发现|发现者?|违者|违反者|不符合者|者|将|则|予以|给予|直接|当月|的)+$/;
/** Numbering in front. */
const NUMBER =
  /^\s*(?:第[一二三四五六七八九十百\d]+[条款项]|[（(]?[一二三四五六七八九十\d]{1,3}[)）.、．](?!\d))\s*/;
const EDGES = /[，,；;：:、\s]+$/;

/** A short name for a rule: its words up to where they speak of the amount. */
export function clauseTitle(statement: string): string {
  const words = statement.replace(/\s+/g, ' ').trim();
  const plain = words.replace(NUMBER, '') || words;
  let title = '';
  for (const part of plain.split(/(?<=[，,；;。])/)) {
    if (COSTS.test(part.replace(EDGES, ''))) {
      title += part.replace(COST, '').replace(FILLERS, '');
      break;
    }
    title += part;
  }
  const named = title
    .replace(EDGES, '')
    .replace(FILLERS, '')
    .replace(/[。\s]+$/, '');
  return [...(named === '' ? plain : named)].slice(0, LENGTH).join('');
}
