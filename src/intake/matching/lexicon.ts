/**
 * Words of service work that mean the same in a violation log. General Chinese, no company's own words.
 * Each group becomes one token, so `抽烟` and `吸烟` weigh the same against a clause. A group is written
 * `name: words`; names are only for reading. A leading `!` in a word stands for every negation (`没有 没 未 不 ...`).
 */
const GROUPS = `
late: 拖延 延误 耽误 拖拉 拖沓 滞后 迟迟 延迟 逾期 超时 超期 拖欠 缓慢 太慢 慢 太久 很久 好久 很长时间 时间长 时间过长 时间超长 过长 超长 才 迟交 迟报 晚交 晚报 !及时 !即时 !按时 !准时 !第一时间 !立即 !马上 !立刻 !如期 !尽快 !及早 拖
timely: 及时 即时 按时 准时 守时 第一时间 立即 马上 立刻 如期 尽快
hangup: 挂机 挂断 挂电话 挂掉 挂线 挂断电话 电话挂了 挂了电话 电话挂断 挂了
earlyhang: 提前挂机 提前挂断 先挂机 先挂断 先挂电话 主动挂机 主动挂断 抢先挂机 提前把电话挂了 提前挂电话 先于客户挂机 先于客户挂断 先于客户挂电话 先于用户挂机 抢挂
pickup: 接听 应答 接电话 接起 没接 !接
smoke: 吸烟 抽烟
chat: 聊天 闲聊 交谈 交淡 谈天 说笑 闲谈
offpost: 脱岗 离岗 擅离岗位 离开岗位 漏岗 脱班 空岗 !在岗 串岗 离机 离开座位
login: 登录 登陆 登入 登上 在线
handover: 交接 交班 工作交接 交接班
fill: 填写 填报 填 填好 填完 写 写好
wrong: 报错 答错 抄错 录错 错误 有误 出错 弄错 搞错 差错 !正确 !准确 !对 错 写错 填错 失误
misop: 操作不当 误操作 操作失误 操作错误 操作有误 错误操作 操作出错
incomplete: !完整 !全 !全面 !齐全 !齐 !完善 缺失 缺漏 残缺 漏填 漏写 缺项 短缺 空着 空白 缺记录
unclear: 答不清 说不清 答不上来 答不上 答不准 !清 !清楚 !清晰 !明 !明确 !明白 含糊 模糊 含混 不知所云 答非所问 听不懂 理解困难
messy: 杂乱 凌乱 混乱 脏乱 乱堆 乱放 乱堆乱放 乱扔 很乱 零乱 脏乱差 乱七八糟
tidy: 整洁 整齐 干净 清洁
report: 上报 报告 汇报 报备 !报
announce: 公告 通告
inform: 告知 通知 告诉 知会 告之
explain: 讲解 解释 说明 讲清 讲明 解说 交待 交代 演示
reply: 回复 回覆 回应 响应 答复 回答 解答 作答 回话 应对
post: 回帖 回贴 发帖 发贴 帖子 论坛帖
pay: 付款 支付 付钱 缴款 打款 付清 结款 款项 货款 回款 汇款 付款项 付
contract: 合同 协议 契约 合约
breach: 违反 违背 !遵守 !履行 !执行 违规
rules: 规章制度 规章 制度 规定 规则 厂规
repute: 声誉 名誉 名声 信誉 形象 口碑
refund: 退款 退钱
return: 退货 退换货 退换
recommend: 推荐 转介绍 引荐 介绍
longterm: 长期 长年 多年 常年
suggest: 建议 意见 反馈意见
demand: 要求 诉求 需求 需要
often: 频繁 多次 屡次 反复 经常 再三 重复
data: 资料 信息 档案 材料
leak: 泄露 泄漏 外泄 透露 泄密 外传 告诉他人 告诉别人 告诉了别人 发给他人 发给了第三方 发给第三方 给了第三方 泄
selfwill: 擅自 私自 自行 !经允许 !经同意 !经许可 !经批准 私下 !经客户同意 !经用户同意
change: 更改 修改 改动 篡改 变更 私改
steal: 盗窃 偷窃 偷盗 偷 盗取 窃取
stolen: 被盗 被盗号 盗号
damage: 损坏 毁坏 破坏 弄坏 损毁 砸坏 损害 诋毁 抹黑 有损 影响形象
quarrel: 争吵 吵架 吵闹 口角 争执 顶撞 吵嘴
fight: 打架 斗殴 殴打 推打 动手 推搡 打人 打骂
abuse: 辱骂 谩骂 骂人 骂 侮辱
noise: 喧哗 喧闹 高声 大声
meal: 吃饭 用餐 就餐 吃午饭 吃晚饭 午餐 晚餐 午饭 晚饭
snack: 吃东西 吃零食 零食 进食
duty: 值班 值守 值岗 留守 留人 一个人都没留 没人 无人
uniform: 工装 工服 工作服 工衣 制服
badge: 工牌 胸牌 工作牌 胸卡 工卡
wear: 佩戴 佩带 戴 穿 穿着 穿戴 
dress: 着装 衣着 穿戴不合
idle: 玩手机游戏 刷手机视频 手机游戏 做私活 看网页 逛淘宝 睡觉 打瞌睡 与工作无关 无关事情 跟工作没有关系 和工作无关 无关工作 无关的事 工作无关 与工作没有关系 私事 干私活 玩手机 刷手机 看手机 看视频 刷视频 刷抖音 玩游戏 看电影 看小说 上网购物 网购 炒股 织毛衣 打游戏 看剧 追剧 看直播 打牌 上网聊天
worktime: 工作时间 上班时间 上班期间 上班时 工作期间 当班 当值 上班 工作时 在岗期间 工作中 当班时
complain: 投诉 客诉
grumble: 抱怨 埋怨 牢骚 数落
dispute: 争议 纠纷 异议
fake: 弄虚作假 虚报 伪造 造假 作假 虚假 !真实 !属实
fabricate: 无中生有 凭空 捏造 虚构 编造
impersonate: 冒充 冒用 假冒
workorder: 工单 工作流工单 工作流
enterorder: 录单 录入工单 录工单 录工作流工单 录入工作流工单 录了工单 录了工作流工单 转工单 下工单 录入工作流
missorder: 漏单 漏录单 漏录工单 忘录单 忘录工单 忘记录单 未录单 没录单 忘了录单 漏下单
forget: 忘记 忘了 忘 遗漏 漏
cold: 冷淡 冷漠 爱答不理 爱理不理 !热情
impatient: !耐烦 !耐心 厌烦 缺乏耐心 没有耐心 没耐心
bad: 差 恶劣 !好 !佳 较差 很差 低劣 不端正 太差
stiff: 生硬 强硬 命令语气 命令口气 命令式 强迫 呵斥 训斥客户
perfunctory: 敷衍 应付
shirk: 推诿 推委 推脱 推卸 踢皮球 推托 搪塞 逃避
comfort: 安抚 抚慰 平复 妥善处理情绪
neglect: !重视 忽视 !予理会 !管 !当回事 置之不理
follow: 跟进 跟踪 追踪
record: 记录 登记 记载
parcel: 快递 快件 包裹 邮件
verify: 核实 核对 核验 验证 确认 核单
pile: 摆放 堆放 放置 码放
mismatch: !符 !一致 对不上 !相符 有出入 !吻合
arrears: 欠费 欠缴
dunning: 催缴 催费 催收 催款
rate: 收缴率 收费率 收缴 缴费率
sign: 签字 签名 签署
patrol: 巡查 巡检 巡视 巡逻
activity: 活动 团建
absentact: !参加 缺席 !出席 !到场 没来参加
rank: 排名 名次
last: 最后 最末 末位 倒数第一 最后一名 垫底
down: 宕机 当机 死机 崩溃 停机故障
self: 自己 本人 个人 自身 本身
account: 账号 帐号 账户 帐户
favour: 徇私 谋私 谋利 以权谋私 开后门 职权 权限 权力
slack: 懈怠 怠工 消极怠工 磨洋工 偷懒 懒散 消极
ban: 封号 封禁 封停 账号封 封账号
accident: 事故 故障
faultreport: 报障 故障报修 报修
faultfix: 消障 排障 修复故障
backend: 后台 管理后台
lock: 锁门 锁窗 锁门窗 上锁 关窗 门窗 关门 窗户 锁
survey: 踏勘 勘察 勘查
install: 安装 施工
ignite: 通气点火 通气 点火
inspect: 入户安检 安检 安全检查
repair: 改管维修 改管 维修
hazard: 隐患整改 隐患
readmeter: 抄表 抄读 气量抄读
changemeter: 换表 更换气表 气表更换 更换新表 换了气表 换气表 气表换 换完表 换了表
appoint: 预约 约好 约定
cleanup: 现场没清理 现场未清理 清理现场 现场清理 清理垃圾 清理 清场 打扫 收拾 工完料尽场清 垃圾没清 场地清
ask: 征询 询问 问 咨询
media: 媒体 电视 电视台 电台 报纸 报刊 报道 曝光
monitor: 监听 监听录音 监控录音
spot: 抽查 抽检 抽问 抽考
attrition: 人员流失 流失
punch: 打卡 刷卡
nopunch: !打卡 漏打卡 忘记打卡 忘打卡 忘了打卡 缺卡 漏卡 !刷卡 忘刷卡
exceed: 超过 超出 超
video: 视频 短视频 抖音
signin: 签卡 补签卡
takecut: 吃拿卡要 索要好处 收受好处 索取好处
forcesell: 强买强卖 强卖 强迫购买
stop: 终止服务 停止服务 拒绝办理
other: 其他 其它 别的
nonres: 非居民
scattered: 零散居民 零散
estate: 房地产 开发项目 项目业主
polite: 问候 打招呼 招呼
greet: 迎声 送声 迎送
tell: 讲 说
praise: 表扬 好评
mislead: 误导
misread: 误解 误会
follow2: 流程 后序流程 后续流程 后序 后续 业务流程
agree: 同意 !知情 不知情
absentwork: 旷工 矿工 !到岗 没来上班 无故缺勤
leaveask: 请假
`;

/** Dropped: they carry no behaviour, and between two words they only hide the neighbourhood. */
const STOP = `
坐席 座席 客服代表 客户代表 话务员 客服人员 客服员 接线员 员工 工作人员 当事人 该员工
进行 情况下 情况 的 了 得 在 时 时候 一次 发现 出现 发生 每次 每发现 每 导致 造成 引起 致使 致 因此 因 由于 因为 使
就 被 把 将 对 与 和 跟 及 或 或者 并 并且 且 而 所 其 该 于 以 向 给 为 是 有 也 都 还 又 再 已 已经 曾 会 应 应当 应该 须 必须
一直 一个 这个 那个 有关 相关 必要 按 按照 根据 依据 等 如 例如 比如 之 者 做到 没做到 自觉 明显 比较 非常 太 很 较 最 更 过于 没有达到
`;

/** Words that hold a function word and stand as they are, one token each. */
const KEEP =
  '时间 有效 地址 目的 来得及 下班 早班 晚班 夜班 前台 上门 普通话 首语 鞋套 排名 联系单 处理单 日志';

/** Words that fit any rule, each a token of its own. */
const ANY =
  '处理 解决 问题 服务 工作 完成 情况 事情 事项 内容 规范 做好 到位 及格 质量 部门 公司 现场 方面 单位';

/** Groups that fit any rule: a text of nothing but these and `ANY` says what went wrong, not with what. */
const ANY_GROUPS =
  'late timely bad wrong incomplete unclear record fill report inform follow demand neglect forget exceed often last rules breach worktime other agree suggest';

/** Tokens that say nothing about which rule is meant: `ANY`, customers, working hours. */
export function emptyTokens(): ReadonlySet<number> {
  const any = new Set(words(`${ANY} ${CUSTOMER} 时间 上班`));
  return new Set(lexiconEntries().flatMap(({ word, token }) => (any.has(word) ? [token] : [])));
}

/** Tokens that alone never point to one clause. */
export function genericTokens(): ReadonlySet<number> {
  const names = new Set(ANY_GROUPS.split(' '));
  const any = new Set(words(`${ANY} ${CUSTOMER} 时间 有效 不规范 不当 不良 不满 不满意`));
  const tokens = new Set([NEGATION, DURATION]);
  groups().forEach(({ name, token }) => {
    if (names.has(name)) tokens.add(token);
  });
  for (const { word, token } of lexiconEntries()) if (any.has(word)) tokens.add(token);
  return tokens;
}

/** Customers by any name: kept, but one token. */
const CUSTOMER = '客户 用户 顾客 玩家 业主 住户 买家 来访人员';

const NEGATIONS = [
  '没有能',
  '没有做到',
  '没有',
  '没能',
  '未能',
  '未曾',
  '并未',
  '从未',
  '尚未',
  '未按',
  '没按',
  '不能',
  '无法',
  '未',
  '没',
  '不',
  '无',
];

/** Words that begin like a negation and are none. */
const NOT_NEGATED =
  '无故 无关 不良 不同 不仅 不断 无条件 不满 不满意 不合理 不当 不规范 不配合 不服从 不接受';

/** The token of a negation standing alone. */
export const NEGATION = 0xe000;

/** The token of a duration: numbers are dropped, but that something took minutes is telling. */
export const DURATION = 0xe001;

/** Groups that say by themselves that something was not as it should be. */
const ADVERSE =
  'late wrong misop incomplete unclear messy mismatch bad forget missorder impatient cold stiff perfunctory shirk neglect breach fake leak';

/** Tokens of `ADVERSE` and the bare negation: a text without any of them reports nothing left undone. */
export function adverseTokens(): ReadonlySet<number> {
  const names = new Set(ADVERSE.split(' '));
  const tokens = new Set([NEGATION]);
  groups().forEach(({ name, token }) => {
    if (names.has(name)) tokens.add(token);
  });
  return tokens;
}

/** Tokens of some groups, by their names. */
export function groupTokens(names: string): ReadonlySet<number> {
  const wanted = new Set(words(names));
  return new Set(groups().flatMap(({ name, token }) => (wanted.has(name) ? [token] : [])));
}

/** Tokens of some words of the lexicon. */
export function tokensOf(list: string): ReadonlySet<number> {
  const wanted = new Set(words(list));
  return new Set(lexiconEntries().flatMap(({ word, token }) => (wanted.has(word) ? [token] : [])));
}

function groups(): { name: string; token: number; words: string[] }[] {
  return GROUPS.split('\n')
    .filter((line) => line.includes(':'))
    .map((line, i) => {
      const colon = line.indexOf(':');
      return { name: line.slice(0, colon), token: FIRST_GROUP + i, words: words(line.slice(colon + 1)) };
    });
}

const FIRST_GROUP = 0xe010;

export interface LexiconEntry {
  readonly word: string;
  /** Token, or 0 to drop the word. */
  readonly token: number;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Every word with its token, longest first among words of one beginning. */
export function lexiconEntries(): LexiconEntry[] {
  const tokens = new Map<string, number>();
  const add = (word: string, token: number) => {
    if (word !== '' && !tokens.has(word)) tokens.set(word, token);
  };
  const all = groups();
  for (const { token, words: members } of all) {
    for (const word of members) {
      if (word.startsWith('!')) for (const negation of NEGATIONS) add(negation + word.slice(1), token);
      else add(word, token);
    }
  }
  let next = FIRST_GROUP + all.length;
  for (const word of words(CUSTOMER)) add(word, next);
  next += 1;
  for (const word of words(NOT_NEGATED)) add(word, next++);
  for (const word of words(`${KEEP} ${ANY}`)) add(word, next++);
  for (const word of NEGATIONS) add(word, NEGATION);
  for (const word of ['分钟', '小时', '个小时', '半小时', '钟头', '个多小时']) add(word, DURATION);
  for (const word of words(STOP)) add(word, 0);
  return [...tokens].map(([word, token]) => ({ word, token }));
}
