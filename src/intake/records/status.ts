/** What an appeal or a record's own status comes to. */
export type AppealStatus = 'upheld' | 'refused' | 'withdrawn' | 'pending' | 'partial' | 'void' | 'none';

const REFUSED =
  /不成立|未成立|失败|驳回|未通过|不通过|不予(?:支持|采纳|受理|通过)|维持|未采纳|不采纳|不同意|无效申诉|申诉无效|rejected|refused|denied|failed/i;
const WITHDRAWN =
  /(?:撤回|撤销|取消|放弃|撤)了?(?:本次)?申诉|申诉(?:已)?(?:撤回|撤诉)|^(?:已)?(?:撤回|撤诉)$|未申诉|无申诉|不申诉|withdrawn/i;
const PARTIAL = /部分|改判|改扣|减半|降为|调整为|酌情|partial/i;
const UPHELD =
  /申诉(?:已)?(?:成功|成立|通过|有效|属实)|^(?:成立|成功|通过|同意|支持|采纳|有效|属实)(?:$|[,.;\s\uff0c\uff1b\u3002])|(?:已)?撤销|取消(?:扣分|考核|处罚|扣罚|记录)|不予(?:扣分|考核|处罚)|(?:扣分|处罚|考核)(?:已)?(?:取消|撤回|退回|返还)|已返还|upheld|overturned|^(?:approved|accepted)$/i;
const PENDING =
  /待申诉|申诉中|待(?:复核|处理|审核|复议|确认|定)|(?:处理|审核|复核|复议|核实|仲裁)中|未处理|未复核|pending|in\s?progress|open/i;
const VOID =
  /作废|误录|误登|误判|误报|重复登记|重复录入|不计入?考核|不予考核|免于考核|已删除|void|cancelled|invalid/i;

/** Reads an appeal result or a status text. Refusals are looked for first: `申诉不成立,维持` is none upheld. */
export function readStatus(text: string): AppealStatus {
  const clean = text.trim().slice(0, 200);
  if (clean === '') return 'none';
  if (PARTIAL.test(clean)) return 'partial';
  if (WITHDRAWN.test(clean)) return 'withdrawn';
  if (REFUSED.test(clean)) return 'refused';
  if (PENDING.test(clean)) return 'pending';
  if (UPHELD.test(clean)) return 'upheld';
  return VOID.test(clean) ? 'void' : 'none';
}

const NOT_APPROVED =
  /驳回|不通过|未通过|不同意|拒绝|否决|退回|作废|无效|撤销|rejected|refused|denied|declined|void/i;
const NOT_YET_APPROVED = /待|未审|审批中|审核中|复核中|处理中|流转中|pending|in\s?progress|submitted|draft/i;

/** What the approval of a record by its own workflow comes to: 审批状态, 审核状态, 复核状态. */
export function readApproval(texts: readonly string[]): 'refused' | 'open' | 'none' {
  const clean = texts.map((text) => text.trim().slice(0, 60));
  if (clean.some((text) => NOT_APPROVED.test(text))) return 'refused';
  return clean.some((text) => NOT_YET_APPROVED.test(text)) ? 'open' : 'none';
}

const UNVERIFIED =
  /不属实|不成立|未成立|不符|无责|无效|未核实|待核实|核实中|调查中|待调查|未查实|未查证|无法核实|查无|否决|有误|^(?:否|无|不是|n|no|false|0|×|x)$/i;
const VERIFIED = /属实|成立|有责|有效|已核实|经核实|查实|核实|确认|认定|^(?:是|有|y|yes|true|1|√|✓)$/i;

/** Whether a complaint was found true; undefined where the cell is blank, null where it cannot be told. */
export function readVerified(text: string): boolean | null | undefined {
  const clean = text.trim().slice(0, 200);
  if (clean === '') return undefined;
  if (clean.includes('部分')) return null;
  if (UNVERIFIED.test(clean)) return false;
  return VERIFIED.test(clean) ? true : null;
}

/** 抱怨 or 投诉 where a text names exactly one of them. */
export function readKind(text: string): '抱怨' | '投诉' | undefined {
  const grumble = text.includes('抱怨');
  const complaint = text.includes('投诉');
  if (grumble === complaint) return undefined;
  return grumble ? '抱怨' : '投诉';
}

const LEVELS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  '1': 1,
  '2': 2,
  '3': 3,
  Ⅰ: 1,
  Ⅱ: 2,
  Ⅲ: 3,
  I: 1,
  II: 2,
  III: 3,
};

/** The complaint level 1-3 in `二级投诉`, `2级`, `II`, `2`. */
export function readLevel(text: string): number | undefined {
  const match = /^(?:第)?(一|二|三|1|2|3|Ⅰ|Ⅱ|Ⅲ|III|II|I)(?:级|类|等)?(?:客户)?(?:投诉)?$/.exec(
    text.normalize('NFKC').replace(/\s+/g, ''),
  );
  return match === null ? undefined : LEVELS[match[1]!];
}
