import { textKey } from '../values/text';

/**
 * Parents of two-level headers that decide what a general child (状态, 日期, 姓名 ...) is about, with the word that
 * makes the pair a header of its own: 审批 over 状态 is 审批状态, 客户信息 over 姓名 is 客户姓名.
 */
const PARENTS: readonly (readonly [parent: RegExp, word: string])[] = [
  [/申诉|申述|复议|仲裁/, '申诉'],
  [/审批|审核|批准|签批|流程/, '审批'],
  [/复核|复检|复审/, '复核'],
  [/回访/, '回访'],
  [/核实|调查|核查|查证/, '核实'],
  [/被?(?:责任人|当事人|被考核人|员工|坐席|座席|客服人员|被投诉人|被检人|违规人)/, '责任人'],
  [/客户|用户|业主|顾客|投诉人|反映人|来电人|抱怨人|报修人|申请人/, '客户'],
  [/整改|纠正/, '整改'],
  [/处理|办理|承办|处置|跟进/, '处理'],
  [/结算/, '结算'],
  [/验收|竣工/, '验收'],
  [/请假|休假/, '请假'],
  [/补卡/, '补卡'],
  [/发生|事发|违规|问题/, '发生'],
  [/受理|登记|记录|录入|质检|检查|抽检|监听/, '登记'],
];

/** Children that say nothing by themselves about whose or what they are. */
const GENERAL = new Set(
  (
    '状态|结果|意见|结论|情况|日期|时间|姓名|名称|名字|人|人员|人员姓名|编号|编码|代码|号码|电话|手机|联系方式|部门|单位|工号|地址|' +
    '原因|理由|内容|类型|方式|说明|备注|次数|时限|期限|级别|等级|开始时间|结束时间|时长|天数|是否通过|满意度|措施|进度'
  )
    .split('|')
    .map((word) => textKey(word)),
);

/** The header that parent and child make together, where the child alone would mislead; undefined elsewhere. */
export function pairedHeader(parts: readonly string[]): string | undefined {
  if (parts.length < 2) return undefined;
  const child = textKey(
    (parts[parts.length - 1] ?? '').replace(/\s*[([【][^()[\]【】]{0,20}[)\]】]\s*$/, ''),
  );
  if (!GENERAL.has(child)) return undefined;
  for (let i = parts.length - 2; i >= 0; i -= 1) {
    const parent = textKey(parts[i] ?? '');
    if (parent.length > 16) continue;
    const found = PARENTS.find(([pattern]) => pattern.test(parent));
    if (found !== undefined) return found[1] + child;
  }
  return undefined;
}
