import { textKey } from '../values/text';

/**
 * Parents of two-level headers that decide what a general child (状态, 日期, 姓名 ...) is about, with the word that
 * makes the pair a header of its own: 审批 over 状态 is 审批状态, 客户信息 over 姓名 is 客户姓名.
 */
const DATES = '日期|时间';
const PERSON = '姓名|名称|名字|人|人员|人员姓名';
const PROCESS = `状态|结果|意见|结论|情况|说明|备注|原因|理由|内容|类型|方式|措施|进度|时限|期限|部门|单位|编号|是否通过|次数|${DATES}|${PERSON}`;

const PARENTS: readonly (readonly [parent: RegExp, word: string, children: string])[] = [
  [/申诉|申述|复议|仲裁/, '申诉', PROCESS],
  [/审批|审核|批准|签批/, '审批', PROCESS],
  [/复核|复检|复审/, '复核', PROCESS],
  [/回访/, '回访', `${PROCESS}|满意度`],
  [/核实|调查|核查|查证/, '核实', PROCESS],
  [
    /责任人|当事人|被考核人|员工|坐席|座席|客服人员|被投诉人|被检人|违规人/,
    '责任人',
    `工号|编号|部门|岗位|${PERSON}`,
  ],
  [
    /客户|用户|业主|顾客|投诉人|反映人|来电人|抱怨人|报修人/,
    '客户',
    `编号|编码|代码|号码|电话|手机|联系方式|地址|级别|等级|${PERSON}`,
  ],
  [/整改|纠正/, '整改', PROCESS],
  [/处理|办理|承办|处置|跟进/, '处理', PROCESS],
  [/结算/, '结算', DATES],
  [/验收|竣工/, '验收', DATES],
  [/请假|休假/, '请假', `类型|原因|天数|时长|开始时间|结束时间|${DATES}`],
  [/补卡/, '补卡', `类型|原因|次数|${DATES}`],
  [/发生|事发|违规|问题/, '发生', DATES],
  [/受理|登记|记录|录入|质检|检查|抽检|监听/, '登记', `人|人员|${DATES}`],
];

const RULES = PARENTS.map(([parent, word, children]) => ({
  parent,
  word,
  children: new Set(children.split('|').map((child) => textKey(child))),
}));

/** The header that parent and child make together, where the child alone would mislead; undefined elsewhere. */
export function pairedHeader(parts: readonly string[]): string | undefined {
  if (parts.length < 2) return undefined;
  const child = textKey(
    (parts[parts.length - 1] ?? '').replace(/\s*[([【][^()[\]【】]{0,20}[)\]】]\s*$/, ''),
  );
  for (let i = parts.length - 2; i >= 0; i -= 1) {
    const parent = textKey(parts[i] ?? '');
    if (parent.length > 16) continue;
    const found = RULES.find((rule) => rule.children.has(child) && rule.parent.test(parent));
    if (found !== undefined) return found.word + child;
  }
  return undefined;
}
