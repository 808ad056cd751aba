/** The labels of the lines under an article. */
export const LABELS = {
  amount: '标准',
  sanction: '处分',
  liability: '责任',
  obligation: '须办',
  benefit: '待遇',
  restriction: '限制',
  count: '计数',
  triggers: '情形',
  multiplied: '加倍',
  repeated: '重复',
  substitute: '从重',
  linked: '折算',
  exemption: '除外',
  sameDay: '同日',
  joint: '连带',
  overlap: '竞合',
  catchAll: '兜底',
  subject: '对象',
  responsible: '责任人',
  evidence: '凭证',
  inForce: '施行',
  revised: '修订',
  citation: '出处',
} as const;
export type Label = keyof typeof LABELS;

/** The labels of the lines above the chapters. */
export const HEAD_LABELS = {
  id: '编号',
  version: '版本',
  inForce: '施行',
  subject: '对象',
  base: '基本分',
  floor: '下限',
  performance: '绩效',
  ranked: '排名',
  tiers: '等级',
  issues: '问题',
  versionBy: '改版',
  articles: '条数',
} as const;
export type HeadLabel = keyof typeof HEAD_LABELS;

export const GENERAL_HEADING = '附则';
export const READINGS_HEADING = '附录一';
export const PARAMS_HEADING = '附录二';
