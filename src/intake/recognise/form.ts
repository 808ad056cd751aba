import type { Grid } from '../../workbook/grid';
import type { SheetReading } from '../types';
import { cellText, isBlank, textKey } from '../values/text';
import { fingerprintOf } from './fingerprint';

const ORDER_LABELS = new Set(
  (
    '督办编号|督办类型|督办标题|督办内容|督办人|督办状态|完成期限|紧急程度|牵头单位|协办单位|承办事项|承办部门|承办人|办理时限|' +
    '客户姓名|联系电话|反映方式|反映时间|客户反映的服务质量问题内容|客户要求|调查处理人|承办部门负责人签字|客户电话|客户地址|' +
    '服务质量问题摘要|服务质量问题处理情况|服务质量问题纠正措施|备注及签名|牵头单位承办情况|附件|投诉内容|处理情况|纠正措施|投诉时间'
  )
    .split('|')
    .map((label) => textKey(label)),
);
const TITLE = /督办|处理单|纠正措施|整改通知|投诉单|跟踪单|通知单/;

/**
 * A filled form of labels and values, for example a supervision order. `rows`: in how many rows labels have to stand,
 * where the sheet may also be a list.
 */
export function findForm(grid: Grid, rows = 1): SheetReading | undefined {
  const limit = Math.min(grid.rows.length, 60);
  const labels: string[] = [];
  let title = TITLE.test(grid.sheet);
  const labelled = new Set<number>();
  let last = 0;
  for (let r = 0; r < limit; r += 1) {
    for (const value of (grid.rows[r] ?? []).slice(0, 40)) {
      if (isBlank(value)) continue;
      last = r + 1;
      if (typeof value !== 'string') continue;
      const text = cellText(value);
      if (r < 3 && TITLE.test(text.replace(/\s+/g, ''))) title = true;
      const key = textKey(text.split(':')[0] ?? '');
      if (!ORDER_LABELS.has(key)) continue;
      labels.push(key);
      labelled.add(r);
    }
  }
  if (labels.length < (title ? 3 : 5) || labelled.size < rows) return undefined;
  return {
    name: grid.sheet,
    role: {
      value: 'complaint-order',
      confidence: Math.min(0.95, 0.6 + labels.length * 0.05),
      reasons: [{ code: 'ROLE_FORM_LABELS', params: { count: labels.length } }],
    },
    titleRows: [],
    headerRows: [],
    dataStartRow: 1,
    dataEndRow: last,
    columns: [],
    skipped: [],
    fingerprint: fingerprintOf(labels.map((label) => [label])),
  };
}
