import type { Day } from '../facts/date';
import type { Problem } from '../facts/problem';
import { readChannel, type Channel } from './channels';
import type { ComplaintLevel, IssueKind, ServiceIssue } from './issue';
import type { CaseSettings } from './settings';
import { compact } from './words';

/** Something a person may choose, with why it comes to mind. Nothing applies a suggestion by itself. */
export interface Suggestion<T> {
  readonly value: T;
  readonly reasons: readonly Problem[];
}

const COMPENSATION =
  /赔偿|赔付|索赔|补偿|赔款|退款|退费|退还|退钱|减免|免单|精神损失|精神损害|赔礼道歉|书面道歉|公开道歉|误工费|compensat|refund/g;
const IMPROVEMENT = /改进|改善|整改|改正|加强|提高|提升|尽快|培训|建议|希望|improve/g;
/** What stands before a word to deny it: 不要求赔偿, 无需补偿. */
const DENIED = /(?:不要求?|不需要?|无需|无须|没有?要求|未要求|不用|放弃|不是要|不是为了?)[^，。；,.;]{0,4}$/;

/** The kind that the customer's demand points to; the criterion is what is asked for, never the channel. */
export function suggestKind(issue: ServiceIssue): Suggestion<IssueKind> | undefined {
  const asked = cues(issue.demand, COMPENSATION);
  const told = cues(issue.content, COMPENSATION);
  const compensation = asked.length > 0 ? asked : told;
  if (compensation.length > 0) {
    return {
      value: '投诉',
      reasons: [{ code: 'CASE_SEEKS_COMPENSATION', params: { words: list(compensation) } }],
    };
  }
  const improvement = cues(issue.demand ?? issue.content, IMPROVEMENT);
  if (improvement.length === 0) return undefined;
  return {
    value: '抱怨',
    reasons: [{ code: 'CASE_SEEKS_IMPROVEMENT', params: { words: list(improvement) } }],
  };
}

const MAINSTREAM = /电视台|央视|人民日报|新华社|新华网|日报(?!表)|主流媒体|广播电台|新闻联播/g;
const INSPECTED = /行风评议|明查暗访|明察暗访/g;
const OTHER_MEDIA = /媒体|微博|抖音|快手|小红书|公众号|论坛|贴吧|自媒体|短视频|网上曝光|网络曝光|记者|晚报/g;
const GRAVE = /重大(?:不良)?(?:社会)?影响|恶劣影响|影响恶劣|负面舆情|群体性/g;
const SOME = /不良(?:社会)?影响|社会影响|造成影响/g;
const LEVEL_TWO_CHANNELS: ReadonlySet<Channel> = new Set(['公司领导', '市长热线', '政府部门']);

/**
 * The level that words, channel and day point to. The regulation ties levels 1 and 2 to an effect on the public as
 * well; where the text does not speak of it, the reasons ask the person who confirms to look at it.
 */
export function suggestLevel(issue: ServiceIssue, settings: CaseSettings): Suggestion<ComplaintLevel> {
  const text = [issue.channel, issue.content, issue.result, issue.note]
    .filter((part) => part !== undefined)
    .join('。');
  const named = settings.mainstreamMedia.filter((name) => name !== '' && text.includes(name));
  const first = [
    ...reason('CASE_MAINSTREAM_MEDIA', [...named, ...cues(text, MAINSTREAM)]),
    ...reason('CASE_INDUSTRY_REVIEW', cues(text, INSPECTED)),
    ...reason('CASE_IMPORTANT_TIME', importantTime(issue, settings)),
  ];
  const grave = cues(text, GRAVE);
  const exposed = first.some(({ code }) => code !== 'CASE_IMPORTANT_TIME') || text.includes('曝光');
  if (first.length > 0 && exposed) {
    return { value: 1, reasons: [...first, effect('CASE_GRAVE_EFFECT', 'CASE_CONFIRM_GRAVE_EFFECT', grave)] };
  }
  const channel = readChannel(issue.channel);
  const second = [
    ...(channel !== undefined && LEVEL_TWO_CHANNELS.has(channel)
      ? [{ code: 'CASE_LEADERS_OR_GOVERNMENT', params: { channel: issue.channel ?? channel } }]
      : []),
    ...reason('CASE_OTHER_MEDIA', cues(text, OTHER_MEDIA)),
  ];
  if (second.length > 0) {
    const some = [...grave, ...cues(text, SOME)];
    return { value: 2, reasons: [...second, effect('CASE_SOME_EFFECT', 'CASE_CONFIRM_SOME_EFFECT', some)] };
  }
  return { value: 3, reasons: [{ code: 'CASE_NO_SIGN_OF_HIGHER_LEVEL' }] };
}

function importantTime({ receivedOn, occurredOn }: ServiceIssue, { importantTimes }: CaseSettings): string[] {
  const within = (day: Day | undefined, from: Day, to: Day): boolean =>
    day !== undefined && from <= day && day <= to;
  return importantTimes
    .filter(({ from, to }) => within(occurredOn, from, to) || within(receivedOn, from, to))
    .map(({ name }) => name);
}

const reason = (code: string, words: readonly string[]): Problem[] =>
  words.length === 0 ? [] : [{ code, params: { words: list(words) } }];

const effect = (stated: string, toConfirm: string, words: readonly string[]): Problem =>
  words.length === 0 ? { code: toConfirm } : { code: stated, params: { words: list(words) } };

const list = (words: readonly string[]): string => [...new Set(words)].join('、');

function cues(text: string | undefined, pattern: RegExp): string[] {
  const words = compact(text ?? '');
  return [...words.matchAll(pattern)]
    .filter((match) => !DENIED.test(words.slice(Math.max(0, match.index - 12), match.index)))
    .map(([word]) => word);
}
