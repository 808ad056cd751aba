import { COMPLAINT_LEVELS, type ComplaintLevel, type IssueKind } from './issue';
import { CASE_STATES, type CaseState } from './states';

/** One form of what people type: half-width, lower case, without blanks. */
export function compact(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The kind a text states; undefined where it states none or both. */
export function readKind(text: string): IssueKind | undefined {
  const words = compact(text);
  const grievance = /抱怨|grievance/.test(words);
  const complaint = /投诉|complaint/.test(words);
  if (grievance === complaint) return undefined;
  return grievance ? '抱怨' : '投诉';
}

const LEVEL = /^(?:(?:level|第|l)?([123一二三ⅠⅡⅢ]|i{1,3})级?)(?:投诉|complaint)?$/;
const LEVEL_DIGITS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, i: 1, ii: 2, iii: 3 };

/** `一级`, `1`, `2级`, `Ⅲ级`, `level 3`; anything else is no level. */
export function readLevel(text: string): ComplaintLevel | undefined {
  const found = LEVEL.exec(compact(text))?.[1];
  if (found === undefined) return undefined;
  const level = LEVEL_DIGITS[found] ?? Number(found);
  return COMPLAINT_LEVELS.find((known) => known === level);
}

const STATE_WORDS: Readonly<Record<string, CaseState>> = {
  已受理: '受理',
  督办中: '督办',
  处理中: '处理',
  办理中: '处理',
  待回访: '回访',
  回访中: '回访',
  已办结: '办结',
  结案: '办结',
  已结案: '办结',
};

/** A state as people write it: its name, or one of the usual words for it. */
export function readState(text: string): CaseState | undefined {
  const words = compact(text);
  return CASE_STATES.find((state) => state === words) ?? STATE_WORDS[words];
}

/** What a call-back found. `none`: the customer could not be asked. */
export type CallBackOutcome = 'satisfied' | 'dissatisfied' | 'none';

const DISSATISFIED = /不(?:太|够|是很|甚|怎么)?满意|不认可|不接受|dissatisfied|notsatisfied|unsatisfied/;
const SATISFIED = /满意|一般|认可|接受|satisfied/;
const NOT_ASKED = /无法|未接|拒|匿名|无需|联系不上|空号|关机|停机|unreachable|notreached|notneeded/;

/** What the words of the satisfaction column mean; undefined where they leave it open. */
export function callBackOutcome(text: string): CallBackOutcome | undefined {
  const words = compact(text);
  if (DISSATISFIED.test(words)) return 'dissatisfied';
  if (SATISFIED.test(words)) return 'satisfied';
  return NOT_ASKED.test(words) ? 'none' : undefined;
}
