/** What a clause is about, by the words in it; earlier rows win ties. */
const LEXICON: readonly (readonly [string, RegExp])[] = [
  ['奖励', /表扬|好人好事|拾金不昧|优秀|先进|锦旗|感谢信|合理化建议|见义勇为|献爱心|奖励/g],
  ['考勤', /迟到|早退|旷工|缺勤|请假|打卡|签到|病假|事假|脱岗|离岗|缺岗|到岗|坐班|出勤|全勤|考勤|调班|换班/g],
  ['仪容', /仪容|仪表|着装|工装|工服|工牌|胸牌|胸章|佩戴|站姿|坐姿|指甲|发型|头发|妆|鞋/g],
  ['用语', /用语|禁语|开头语|结束语|普通话|称呼|问候|口头禅|语速|语调|话术|工号/g],
  [
    '态度',
    /态度|争吵|争执|争辩|顶撞|辱骂|刁难|推诿|冷淡|不耐烦|反问|质问|热情|微笑|敷衍|打断|插话|吵架|打骂/g,
  ],
  ['投诉', /投诉|抱怨|满意度|回访|信访|不满意/g],
  ['指标', /率|指标|接通|平均|时长|达标|考核排名|得分/g],
  ['培训', /培训|考试|学习|测试|例会|会议/g],
  ['环境', /卫生|清洁|垃圾|值日|整洁|摆放|吸烟|抽烟|电源|空调|关灯|门窗|杂物/g],
  ['安全', /安全|泄露|保密|机密|密码|消防|隐患|挪用|盗窃|公款|设备带出/g],
  ['督查', /督查|巡查|检查|暗访|通报|整改/g],
  ['流程', /流程|登记|记录|上报|汇报|交接|回拨|反馈|录入|工单|及时|时限|超时/g],
  ['业务', /业务|办理|受理|解答|解释|引导|知识|错误|差错|档案|资料|收费|客户/g],
  ['纪律', /纪律|聊天|游戏|手机|网页|睡|零食|喧哗|串岗|闲聊|无关|服从|私自|擅自|饮酒|弄虚作假/g],
  ['制度', /制度|规定|管理|机构|职责/g],
];

/** A label for a clause; words of the clause weigh more than those of its heading. */
export function categoryOf(words: string, heading: string): string {
  let best = '其他';
  let most = 0;
  for (const [label, pattern] of LEXICON) {
    const weight = 2 * [...words.matchAll(pattern)].length + [...heading.matchAll(pattern)].length;
    if (weight > most) {
      most = weight;
      best = label;
    }
  }
  return best;
}
