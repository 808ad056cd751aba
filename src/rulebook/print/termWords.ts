import type { Clause } from '../clause';
import type { Rulebook } from '../rulebook';
import { choice, phrase } from './phrase';

/** The fixed phrases of the lines under an article. */
export const MULTIPLIED = phrase('{label}（{flag}）的，按{factor:n}倍计');
export const FLAGS_JOINED = {
  either: phrase('{flags}有其一即算'),
  both: phrase('{flags}同时具备才算'),
};
export const ESCALATIONS = {
  extra: phrase('同一人当月第{count:n}次起{flag:opt}，另给一次'),
  replace: phrase('同一人当月满{count:n}次{flag:opt}，合计改为'),
  add: phrase('同一人当月满{count:n}次{flag:opt}，此前所计保留，另加'),
};
export const WARNINGS = choice({
  each: '每次的处分照给',
  first: '每次的处分只给首次',
  replaced: '达到次数后不再给每次的处分',
});
export const SUBSTITUTES = {
  replace: phrase('{flag}的，以其数额代替原数额'),
  add: phrase('{flag}的，以其数额加在原数额上'),
};
export const LINKS = {
  coupled: phrase('每{pct:n}%对应1分，按比例选定'),
  free: phrase('每{pct:n}%对应1分，可各自选定'),
};
export const EACH_BEHAVIOUR = choice({ any: '一次有几种的只计一次', each: '一次有几种的每种各计' });
/** Between the label of an effect and its words, inside the line of repeats. */
export const BEING = '为';
/** Marks the behaviour that the bound of the clause measures. */
export const MEASURED = '（按上述计数）';
export const EXEMPT = '须注明理由';
export const SHIFTS = {
  true: phrase('{names}班次不计'),
  false: phrase('{names}班次照计'),
};
/** Lines that say one thing. */
export const ALONE = {
  excusable: '有正当理由的不计',
  sameDay: '同一天只计一次',
  catchAll: '没有其他条款适用时才用',
} as const;
export const JOINT = {
  none: phrase('{kind}的，部门负责人按{clause:id}扣不低于{min:n}分'),
  chosen: phrase('{kind}的，部门负责人按{clause:id}扣不低于{min:n}分，投诉另选处分'),
};
export const KEEPS = {
  highest: phrase('只按最重的一条计'),
  specific: phrase('只按{clause:id}计'),
  cumulative: phrase('各条都计'),
};
export const OVERLAP = phrase('{title}（{id:id}），{keep}');
export const SUBJECTS = choice<Clause['subject']>({
  agent: '个人',
  team: '团队',
  customer: '客户',
  department: '部门',
  department_head: '部门负责人',
  hr: '人力资源部门',
});
export const BOOK_SUBJECTS = choice<Rulebook['subject']>({ agent: '个人', team: '团队', customer: '客户' });
export const RESPONSIBLE = choice<NonNullable<Clause['responsible']>>({
  agent: '当事员工',
  supervisor: '现场主管',
  frontdesk: '前台',
  department_head: '部门负责人',
  vendor: '供应商',
});
export const CITED = {
  section: phrase('《{source}》{section}'),
  number: phrase('《{source}》{section}，编号{number}'),
};

const FROM = phrase('自{from:date}起');
const TO = phrase('至{to:date}止');
const BOTH = phrase('自{from:date}起至{to:date}止');

/** From and to which day something is in force. */
export const IN_FORCE = {
  say: (from: string | undefined, to: string | undefined): string => {
    if (from !== undefined && to !== undefined) return BOTH.say({ from, to });
    return from === undefined ? TO.say({ to: to ?? '' }) : FROM.say({ from });
  },
  read: (text: string): { from?: string; to?: string } | undefined =>
    BOTH.read(text) ?? FROM.read(text) ?? TO.read(text),
};
