import type { Rulebook } from '../rulebook';
import type { PrintContext } from './context';
import type { HeadLabel } from './labels';
import { readParam, sayParam, type NamedParam } from './paramWords';
import { choice, phrase } from './phrase';
import { BOOK_SUBJECTS, IN_FORCE } from './termWords';

const BASE = phrase('{base:n}分');
const BASE_OPEN = '由使用单位设定';
const BASE_SUGGESTED = phrase('由使用单位设定，建议{base:n}分');
const FLOORS = choice({ zero: '扣到0分为止', none: '不设下限，可以为负分' });
const PAID = phrase('按当月绩效的百分比扣发，合计以{cap:n}%为限');
const UNPAID = '不与当月绩效挂钩';
const UNPAID_CAPPED = phrase('不与当月绩效挂钩，合计以{cap:n}%为限');
const RANKED = choice({ true: '按得分从高到低排名', false: '不排名' });
const VERSIONS = choice({ 'record-date': '按事发当日有效的条文', 'month-end': '整月按月末有效的条文' });
const TIERS = {
  true: phrase('达到{high}为{highTitle}，不超过{low}为{lowTitle}，其余为{middle}'),
  false: phrase('高于{high}为{highTitle}，低于{low}为{lowTitle}，其余为{middle}'),
};
const ISSUE_MONTHS = choice({ occurred: '计入发生的月份', verified: '计入核实的月份' });
const COMPLAINTS = choice({ 'sanction-only': '投诉只处分不扣分', 'points-too': '投诉处分之外再扣分' });
const ISSUES = phrase('{month:part}，{points:part}');
const ARTICLES = phrase('共{count:n}条');

/** The lines above the chapters: what holds for the regulation as a whole. */
export function headLines(context: PrintContext, articles: number): { label: HeadLabel; words: string }[] {
  const { rulebook, resolve, base } = context;
  const { score, tiers, issues } = rulebook;
  const openBase =
    score.suggestedBase === undefined ? BASE_OPEN : BASE_SUGGESTED.say({ base: score.suggestedBase });
  const lines: { label: HeadLabel; words: string }[] = [
    { label: 'id', words: rulebook.id },
    { label: 'version', words: rulebook.version },
    { label: 'inForce', words: IN_FORCE.say(rulebook.effectiveFrom, rulebook.effectiveTo) },
    { label: 'articles', words: ARTICLES.say({ count: String(articles) }) },
    { label: 'subject', words: BOOK_SUBJECTS.say(rulebook.subject) },
    { label: 'base', words: base === null ? openBase : BASE.say({ base }) },
    { label: 'floor', words: FLOORS.say(resolve(score.floor)) },
    {
      label: 'performance',
      words: performanceWords(score),
    },
    { label: 'ranked', words: RANKED.say(score.ranked ? 'true' : 'false') },
    { label: 'versionBy', words: VERSIONS.say(resolve(rulebook.versionBy)) },
  ];
  if (tiers !== undefined) {
    const said = TIERS[resolve(tiers.inclusive) ? 'true' : 'false'].say({
      high: sayParam(tiers.high.param, context),
      highTitle: tiers.high.title.zh,
      low: sayParam(tiers.low.param, context),
      lowTitle: tiers.low.title.zh,
      middle: tiers.middle.zh,
    });
    lines.push({ label: 'tiers', words: said });
  }
  if (issues !== undefined) {
    const month = ISSUE_MONTHS.say(resolve(issues.month));
    const points = COMPLAINTS.say(resolve(issues.complaintPoints));
    lines.push({ label: 'issues', words: ISSUES.say({ month, points }) });
  }
  return lines;
}

type Score = Rulebook['score'];

const WHOLE = '100';

function performanceWords({ paysPerformance, performanceCap: cap }: Score): string {
  if (paysPerformance) return PAID.say({ cap });
  return cap === WHOLE ? UNPAID : UNPAID_CAPPED.say({ cap });
}

/** What the lines above the chapters tell, as parts of a rulebook. */
export interface ReadHead {
  readonly book: Partial<
    Pick<
      Rulebook,
      'id' | 'version' | 'effectiveFrom' | 'effectiveTo' | 'subject' | 'tiers' | 'issues' | 'versionBy'
    >
  >;
  readonly score: Partial<Score>;
  readonly params: readonly NamedParam[];
  /** How many articles the regulation says it has. */
  readonly articles?: number;
}

/** Reads one line of the head; undefined where its words are not understood. */
export function readHeadLine(label: HeadLabel, words: string): ReadHead | undefined {
  return READ[label](words.trim());
}

type Reader = (words: string) => ReadHead | undefined;

const book = (part: ReadHead['book']): ReadHead => ({ book: part, score: {}, params: [] });
const score = (part: ReadHead['score']): ReadHead => ({ book: {}, score: part, params: [] });
const maybe = <T>(value: T | undefined, use: (value: T) => ReadHead): ReadHead | undefined =>
  value === undefined ? undefined : use(value);

const READ: Readonly<Record<HeadLabel, Reader>> = {
  id: (words) => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(words) ? book({ id: words }) : undefined),
  version: (words) => (words === '' ? undefined : book({ version: words })),
  inForce: (words) =>
    maybe(IN_FORCE.read(words), ({ from, to }) =>
      book({
        ...(from === undefined ? {} : { effectiveFrom: from }),
        ...(to === undefined ? {} : { effectiveTo: to }),
      }),
    ),
  articles: (words) =>
    maybe(ARTICLES.read(words), ({ count }) => ({
      book: {},
      score: {},
      params: [],
      articles: Number(count),
    })),
  subject: (words) => maybe(BOOK_SUBJECTS.read(words), (subject) => book({ subject })),
  base: (words) => {
    if (words === BASE_OPEN) return score({ base: null });
    const suggested = BASE_SUGGESTED.read(words);
    if (suggested !== undefined) return score({ base: null, suggestedBase: suggested.base });
    return maybe(BASE.read(words), ({ base }) => score({ base }));
  },
  floor: (words) => maybe(FLOORS.read(words), (floor) => score({ floor })),
  performance: (words) => {
    const paid = PAID.read(words);
    if (words.replace(/\s/g, '') === UNPAID) return score({ paysPerformance: false, performanceCap: WHOLE });
    return maybe(paid ?? UNPAID_CAPPED.read(words), ({ cap }) =>
      score({ paysPerformance: paid !== undefined, performanceCap: cap }),
    );
  },
  ranked: (words) => maybe(RANKED.read(words), (ranked) => score({ ranked: ranked === 'true' })),
  versionBy: (words) => maybe(VERSIONS.read(words), (versionBy) => book({ versionBy })),
  tiers: (words) => {
    const inclusive = TIERS.true.read(words);
    const found = inclusive ?? TIERS.false.read(words);
    const high = readParam(found?.high ?? '');
    const low = readParam(found?.low ?? '');
    if (found === undefined || high === undefined || low === undefined) return undefined;
    const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
    const tiers: Rulebook['tiers'] = {
      high: { param: high.id, title: both(found.highTitle) },
      low: { param: low.id, title: both(found.lowTitle) },
      middle: both(found.middle),
      inclusive: inclusive !== undefined,
    };
    return { book: { tiers }, score: {}, params: [high, low] };
  },
  issues: (words) => {
    const found = ISSUES.read(words);
    const month = ISSUE_MONTHS.read(found?.month ?? '');
    const complaintPoints = COMPLAINTS.read(found?.points ?? '');
    return month === undefined || complaintPoints === undefined
      ? undefined
      : book({ issues: { month, complaintPoints } });
  },
};
