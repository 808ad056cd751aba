/** Words of the command that shows what was understood of a file. */
export const zh = {
  'inspect.sheet': '工作表',
  'inspect.role': '用途',
  'inspect.confidence': '把握',
  'inspect.header': '表头行',
  'inspect.data': '数据起始行',
  'inspect.events': '读出记录',
  'inspect.findings': '待看',
  'inspect.unused': '未使用的列:{headers}',
  'inspect.more': '还有 {count} 处同类问题({code})。',
  'inspect.in.time': '上班{number} 打卡时间',
  'inspect.in.result': '上班{number} 打卡结果',
  'inspect.out.time': '下班{number} 打卡时间',
  'inspect.out.result': '下班{number} 打卡结果',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'inspect.sheet': 'Sheet',
  'inspect.role': 'Role',
  'inspect.confidence': 'Confidence',
  'inspect.header': 'Header rows',
  'inspect.data': 'Data from row',
  'inspect.events': 'Records',
  'inspect.findings': 'To look at',
  'inspect.unused': 'Columns not used: {headers}',
  'inspect.more': '{count} more of the same kind ({code}).',
  'inspect.in.time': 'Arrival {number}: punch',
  'inspect.in.result': 'Arrival {number}: result',
  'inspect.out.time': 'Departure {number}: punch',
  'inspect.out.result': 'Departure {number}: result',
};
