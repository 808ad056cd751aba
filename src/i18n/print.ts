/** What the reading of a printed regulation asks about. */
export const zh = {
  'draft.LINE_UNREAD': '「{label}：{found}」读不懂，没有采用。请核对。',
  'draft.CONDITION_UNREAD': '条件「{found}」读不懂，这个数额先空着。请核对。',
  'draft.STATEMENT_DIFFERS': '说明里写的是 {stated}，标准一行是 {effect}，按标准一行读。请核对哪个对。',
  'draft.UNIT_DIFFERS': '同一条里有几种计数单位（{found}），按第一种读。请核对。',
  'draft.ARTICLE_GAP': '条号从第 {from} 条跳到第 {to} 条，中间像是删掉了条款。请核对。',
  'draft.ID_TWICE': '编号 {id} 出现了不止一次，这一条暂改为 {now}。请核对。',
  'draft.REFERENCE_GONE': '这一条引用了 {clause}，但文中没有这一条，相应的规定没有采用。请核对。',
  'draft.reason.appendix': '附录（口径和待定数值），不是条款',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'draft.LINE_UNREAD': '“{label}: {found}” was not understood and is left out. Please check.',
  'draft.CONDITION_UNREAD':
    'The condition “{found}” was not understood; its amount is left open. Please check.',
  'draft.STATEMENT_DIFFERS':
    'The statement says {stated}, the line of amounts {effect}; the line counts. Check which is right.',
  'draft.UNIT_DIFFERS': 'One article counts by several units ({found}); the first counts. Please check.',
  'draft.ARTICLE_GAP':
    'The articles go from {from} to {to}; some seem to have been deleted between them. Please check.',
  'draft.ID_TWICE': 'The id {id} appears more than once; this article is {now} for now. Please check.',
  'draft.REFERENCE_GONE':
    'This article refers to {clause}, which the text does not have; that part is left out. Please check.',
  'draft.reason.appendix': 'appendix (readings and open values), not a rule',
};
