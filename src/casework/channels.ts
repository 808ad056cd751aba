import type { IssueKind } from './issue';
import type { CaseSettings } from './settings';
import { compact } from './words';

/** Where issues come from, in the words of the regulation; `其他` is any channel it does not name. */
export const CHANNELS = [
  '服务检查',
  '客户回访',
  '来电',
  '来访',
  '满意度调查',
  '公司领导',
  '市长热线',
  '政府部门',
  '来函',
  '其它组织',
  '公共媒体',
  '其他',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** The first that fits wins, so that 政府部门来访 is the government's and 电话回访 a call-back. */
const CHANNEL_WORDS: readonly (readonly [Channel, RegExp])[] = [
  ['市长热线', /市长|12345|政务服务热线|政府热线/],
  ['政府部门', /政府|主管部门|信访|人大|政协|纪委|市场监管|消协|工商|住建|城管|监管局/],
  ['公司领导', /领导|董事长|总经理/],
  ['公共媒体', /媒体|电视|报社|日报|晚报|记者|新闻|微博|抖音|网络曝光|曝光/],
  ['满意度调查', /满意度调查|满意度测评/],
  ['客户回访', /回访/],
  ['服务检查', /检查|督查|巡查|明查|暗访|稽查|质检/],
  ['来函', /来函|来信|信函|函件/],
  ['其它组织', /组织|协会|居委|村委|社区|物业|其他单位|其它单位|转入|转达|转来/],
  ['来访', /来访|来人|上门反映|现场反映|到访|窗口/],
  ['来电', /来电|电话|热线|呼入|致电|phone|call/],
];

/** The channel a text names; `其他` for words that name none of the list, undefined for no words. */
export function readChannel(text: string | undefined): Channel | undefined {
  const words = compact(text ?? '');
  if (words === '') return undefined;
  return CHANNEL_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? '其他';
}

/** The boxes of annex 1. */
export const FORM_CHANNELS = ['来访', '来电', '回访', '其它'] as const;
export type FormChannel = (typeof FORM_CHANNELS)[number];

/** The box that a recorded channel ticks; the record itself keeps its own words. */
export function formChannel(text: string | undefined): FormChannel | undefined {
  const channel = readChannel(text);
  switch (channel) {
    case undefined:
      return undefined;
    case '来访':
    case '来电':
      return channel;
    case '客户回访':
      return '回访';
    default:
      return '其它';
  }
}

/** Issues from these sources are investigated by human resources and administration whatever they turn out to be. */
const HR_CHANNELS: ReadonlySet<Channel> = new Set([
  '公司领导',
  '市长热线',
  '政府部门',
  '来函',
  '其它组织',
  '公共媒体',
]);

/** The department that investigates: by source, and for any 投诉 human resources and administration. */
export function investigatingDepartment(
  channel: string | undefined,
  kind: IssueKind | undefined,
  settings: CaseSettings,
): string | undefined {
  const { service, hr } = settings.departments;
  const source = readChannel(channel);
  if (kind === '投诉' || (source !== undefined && HR_CHANNELS.has(source))) return hr;
  return source === undefined && kind === undefined ? undefined : service;
}

/** Who proposes what is to follow from a verified issue, and to whom. */
export function proposingDepartment(
  kind: IssueKind,
  settings: CaseSettings,
): { readonly by: string; readonly to: string } {
  const { service, hr } = settings.departments;
  return kind === '抱怨' ? { by: service, to: hr } : { by: hr, to: '公司' };
}
