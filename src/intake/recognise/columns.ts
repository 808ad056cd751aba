import { textKey } from '../values/text';
import { FIELDS, fieldSpec, type FieldSpec } from './fields';
import { dayOfHeader, headerKeys, patternField } from './patterns';
import type { ColumnProfile } from './profile';

/** A meaning a column may have. */
export interface Candidate {
  readonly field: string;
  /** 0-1 */
  readonly score: number;
  readonly reason: 'HEADER_EXACT' | 'HEADER_PART' | 'HEADER_PATTERN' | 'CONTENT';
}

interface Entry {
  readonly field: string;
  readonly order: number;
}

const EXACT = new Map<string, Entry[]>();
const PARTS: (Entry & { readonly word: string })[] = [];
for (const [field, spec] of Object.entries(FIELDS) as [string, FieldSpec][]) {
  spec.exact.forEach((word, order) => {
    const key = textKey(word);
    const list = EXACT.get(key) ?? [];
    list.push({ field, order });
    EXACT.set(key, list);
  });
  spec.contains?.forEach((word, order) => PARTS.push({ field, order, word: textKey(word) }));
}

const CHOSEN = /选定|裁定|核定|审定|拟定|建议|拟扣|实扣|确定/;

/** Every meaning that header and content allow, best first. */
export function candidatesOf(parts: readonly string[], profile: ColumnProfile): Candidate[] {
  const header = parts.join('/');
  const found = new Map<string, Candidate>();
  const offer = (field: string, score: number, reason: Candidate['reason']): void => {
    const fitted = Math.min(1, score * fit(field, profile));
    const known = found.get(field);
    if (known === undefined || known.score < fitted) found.set(field, { field, score: fitted, reason });
  };
  for (const { key, weight } of headerKeys(parts)) {
    for (const { field, order } of EXACT.get(key) ?? [])
      offer(field, weight - Math.min(order, 60) * 0.001, 'HEADER_EXACT');
    const pattern = patternField(key);
    if (pattern !== undefined && weight > 0.9) offer(pattern, weight - 0.005, 'HEADER_PATTERN');
  }
  const whole = textKey(header);
  for (const { field, word, order } of PARTS) {
    if (whole.length <= 24 && whole.includes(word)) offer(field, 0.6 - order * 0.01, 'HEADER_PART');
  }
  if (CHOSEN.test(header)) {
    const key = whole;
    if (/绩效|比例|%/.test(key)) offer('chosenPct', 1, 'HEADER_EXACT');
    else if (/扣分|分值|分数|积分/.test(key)) offer('chosenPoints', 1, 'HEADER_EXACT');
    else if (/罚款|金额/.test(key)) offer('chosenMoney', 1, 'HEADER_EXACT');
    else if (key.includes('处分')) offer('sanction', 1, 'HEADER_EXACT');
  }
  byContent(whole, profile, offer);
  const day = dayOfHeader(parts);
  if (day !== undefined) offer(`day.${day}`, 0.9, 'HEADER_PATTERN');
  if (profile.dotted >= 0.8 && /项|条|款|编号|细则|标准号/.test(header)) offer('clause', 0.75, 'CONTENT');
  if (profile.clause >= 0.6 && profile.filled > 0 && header !== '') offer('clause', 0.72, 'CONTENT');
  return [...found.values()].sort((a, b) => b.score - a.score);
}

const DONE_WITH_IT = new Set([
  '处理',
  '处理方式',
  '处理方法',
  '处理办法',
  '处理决定',
  '处置',
  '处置方式',
  '处理意见',
]);
const NO_SANCTION = /日期|时间|编号|文号|依据|原因|期$|人$|人员$|次数|是否/;
const OF_THE_HEAD = /负责人|主管|领导|连带|上级|经理/;

/** Headers that the cells below have to explain. */
function byContent(
  header: string,
  profile: ColumnProfile,
  offer: (field: string, score: number, reason: Candidate['reason']) => void,
): void {
  if (header.includes('处分') && header.length <= 16 && !NO_SANCTION.test(header))
    offer(OF_THE_HEAD.test(header) ? 'headSanction' : 'sanction', 0.88, 'HEADER_PART');
  // Beside a date, a column of clock times is not another date.
  if (/^(?:刷卡|打卡|签到|考勤)?(?:时间|时刻)$/.test(header) && profile.time >= 0.6 && profile.date < 0.5)
    offer('punch', 0.93, 'CONTENT');
  // What was done about a record: a sanction, an amount, or a remark.
  if (!DONE_WITH_IT.has(header) || profile.filled === 0) return;
  if (profile.sanction >= 0.5) offer('sanction', 1, 'CONTENT');
  else if (profile.unit >= 0.5) offer('penalty', 1, 'CONTENT');
  else if (profile.number < 0.5 && profile.date < 0.5) offer('remark', 0.72, 'CONTENT');
}

/** How well the content of a column agrees with a meaning: 1 = nothing against it. */
function fit(field: string, p: ColumnProfile): number {
  if (p.dotted >= 0.8 && (field === 'violation' || field === 'category1')) return 0.6;
  if (p.filled === 0) return 0.97;
  if (field.startsWith('flag.')) return p.yesNo >= 0.5 ? 1 : p.number >= 0.5 && p.filled >= 2 ? 0.5 : 0.9;
  switch (field) {
    case 'name':
      return p.number > 0.5 || p.date > 0.5 ? 0.4 : p.name >= 0.4 ? 1 : 0.85;
    case 'date':
    case 'recordDate':
      return p.date >= 0.5 || p.time >= 0.5 ? 1 : 0.55;
    case 'points':
    case 'chosenPoints':
    case 'qty':
    case 'money':
      return p.number + p.unit >= 0.5 ? 1 : 0.8;
    case 'minutes':
      return p.date >= 0.5 ? 0.5 : 1;
    case 'clause':
      return p.clause + p.numbered >= 0.5 ? 1 : p.date > 0.5 ? 0.4 : 0.9;
    case 'recordId':
      return p.clause >= 0.6 ? 0.7 : 1;
    case 'seq':
      return p.long > 0.5 || p.clause >= 0.6 ? 0.6 : 1;
    case 'violation':
      return p.number > 0.7 ? 0.5 : 1;
    case 'value':
      return p.number + p.unit >= 0.5 ? 1 : 0.8;
    default:
      return 1;
  }
}

/** One field per column and one column per field, best pairs first. `many` fields may take several columns. */
export function assign(
  candidates: readonly (readonly Candidate[])[],
  allowed: (field: string) => boolean,
): (Candidate | undefined)[] {
  const pairs: { column: number; candidate: Candidate }[] = [];
  candidates.forEach((list, column) => {
    for (const candidate of list) {
      if (candidate.score >= 0.45 && allowed(candidate.field)) pairs.push({ column, candidate });
    }
  });
  pairs.sort((a, b) => b.candidate.score - a.candidate.score || a.column - b.column);
  const result: (Candidate | undefined)[] = candidates.map(() => undefined);
  const taken = new Set<string>();
  if (allowed('date')) assignDate(result, candidates, taken);
  for (const { column, candidate } of pairs) {
    if (result[column] !== undefined) continue;
    const many = fieldSpec(candidate.field)?.many === true;
    if (!many && taken.has(candidate.field)) continue;
    result[column] = candidate;
    taken.add(candidate.field);
  }
  promote(result, candidates, taken, allowed);
  return result;
}

/** Among several dates the one nearest to the event is the date; the others keep their own meaning. */
function assignDate(
  result: (Candidate | undefined)[],
  candidates: readonly (readonly Candidate[])[],
  taken: Set<string>,
): void {
  let best = -1;
  let bestScore = 0.5;
  candidates.forEach((list, column) => {
    const own = list.find((candidate) => candidate.field === 'date');
    if (own !== undefined && own.score > bestScore) [best, bestScore] = [column, own.score];
  });
  if (best < 0) return;
  result[best] = candidates[best]?.find((candidate) => candidate.field === 'date');
  taken.add('date');
}

/** A column that only stands in (登记日期 for 日期) takes the place of a field that no column has. */
function promote(
  result: (Candidate | undefined)[],
  candidates: readonly (readonly Candidate[])[],
  taken: Set<string>,
  allowed: (field: string) => boolean,
): void {
  for (let column = 0; column < result.length; column += 1) {
    const current = result[column];
    const target = current === undefined ? undefined : fieldSpec(current.field)?.standsFor;
    if (current === undefined || target === undefined || taken.has(target) || !allowed(target)) continue;
    const own = candidates[column]?.find((candidate) => candidate.field === target);
    result[column] = {
      field: target,
      score: Math.min(own?.score ?? 0.7, 0.9),
      reason: own?.reason ?? 'HEADER_PART',
    };
    taken.add(target);
  }
}
