import type { AttendanceKind } from '../../facts/attendance';
import { countingKindOf } from '../../rulebook/counting';
import type { Clause } from '../../rulebook/clause';
import type { Rulebook } from '../../rulebook/rulebook';

/** A piece of a clause's wording that a log entry may restate on its own. */
export interface Phrase {
  readonly text: string;
  /** Trigger id where the piece is one of the clause's listed behaviours. */
  readonly trigger?: string;
}

/** What a text may be matched against: one clause that can be recorded. */
export interface ClauseWording {
  readonly clause: Clause;
  readonly phrases: readonly Phrase[];
  /** Words of the category: they tell clauses of a family apart but state no behaviour. */
  readonly context: string;
}

/** Punctuation between the parts of a statement, half- and full-width. */
export const SENTENCE_BREAK = /[,;:()\uff0c\uff1b\uff1a\uff08\uff09\u3002]/;

/** Parts of a statement that say what a violation costs or how it is counted, not what it is. */
const CONSEQUENCE =
  /扣|减\s*\d|罚款|辞退|追究|默认|加\s*\d|奖励|分值|警告批评|计一次|不算|不计|含第|不另|加倍|属(?:客户)?(?:抱怨|投诉)|兜底/;

/** Beginnings of the circumstances under which a clause costs more; they are no behaviour of their own. */
const AGGRAVATION = /^(因此|由此|造成|使|公司因此|情节)/;

/** Categories with more clauses than this tell nothing about a clause. */
const TELLING_CATEGORY = 6;

/** What attendance sheets record, in the words of a log. */
const ATTENDANCE: Readonly<Partial<Record<AttendanceKind, string>>> = {
  late: '迟到',
  severe_late: '严重迟到',
  early_leave: '早退',
  absent: '旷工',
  missing_punch: '未打卡',
  off_post: '脱岗',
};

/** A statement that says what ought to be done; logs write what was left undone. */
const NORM = /应|须/;
const DUTY = /及时|按时|准时|耐心|清楚|明白|完整|准确|热情/g;

/** The clauses that rows of a log may state, with the phrases to match on. */
export function clauseWordings(rulebook: Rulebook): ClauseWording[] {
  const perCategory = new Map<string, number>();
  for (const { category } of rulebook.clauses)
    perCategory.set(category, (perCategory.get(category) ?? 0) + 1);
  return rulebook.clauses
    .filter((clause) => countingKindOf(clause.count).source === 'record')
    .map((clause) => {
      const category = rulebook.categories.find(({ id }) => id === clause.category);
      const telling = (perCategory.get(clause.category) ?? 0) <= TELLING_CATEGORY;
      return {
        clause,
        phrases: phrasesOf(clause),
        context: telling && category !== undefined ? category.title.zh : '',
      };
    });
}

function phrasesOf(clause: Clause): Phrase[] {
  const phrases: Phrase[] = [];
  for (const trigger of clause.triggers ?? []) {
    phrases.push({ text: trigger.text.zh, trigger: trigger.id });
  }
  phrases.push({ text: clause.title.zh });
  const conditional =
    clause.multiplier !== undefined || clause.effects.some(({ when }) => when?.flag !== undefined);
  for (const sentence of clause.statement.zh.split(SENTENCE_BREAK)) {
    if (sentence.trim() === '' || CONSEQUENCE.test(sentence)) continue;
    if (conditional && AGGRAVATION.test(sentence)) continue;
    phrases.push({ text: sentence });
  }
  for (const rule of clause.derive ?? []) {
    if (rule.from !== 'attendance') continue;
    for (const kind of rule.kinds) {
      const text = ATTENDANCE[kind];
      if (text !== undefined)
        phrases.push(rule.trigger === undefined ? { text } : { text, trigger: rule.trigger });
    }
  }
  if (NORM.test(clause.statement.zh)) {
    for (const { text } of [...phrases]) {
      const broken = text.replace(DUTY, (word) => `不${word}`);
      if (broken !== text) phrases.push({ text: broken });
    }
  }
  const seen = new Set<string>();
  return phrases.filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
}
