/**
 * What a column can mean, and the words that say so. `exact` words are compared with the whole header,
 * `contains` words with parts of it (weaker). Comparison ignores case, spaces, punctuation and units in brackets.
 */
export interface FieldSpec {
  readonly exact: readonly string[];
  readonly contains?: readonly string[];
  /** Several columns may have this meaning. */
  readonly many?: true;
  /** Takes the place of another field where no better column exists. */
  readonly standsFor?: string;
}

const words = (text: string): readonly string[] => text.split('|');

/** People and places. */
const PEOPLE = {
  seq: { exact: words('序号|序|no|#|行号|编号序') },
  name: {
    exact: words(
      '姓名|名字|员工|员工姓名|人员|人员姓名|客服|客服姓名|客服名称|客服人员|坐席|坐席姓名|座席|座席姓名|坐席人员|话务员|责任人|责任人姓名|当事人|归属人|违规人|违规人员|违规员工|被考核人|考核对象|被质检人|被检人|受检人|被检坐席|被质检坐席|被扣分人|扣分人|扣分人员|对象姓名|接待客服|接待人|服务人员|客服代表|客服专员|责任人员|责任坐席|责任客服|管家|管家姓名|前台姓名|被投诉人|被投诉人员|被投诉人姓名|投诉对象|被抱怨人|被抱怨投诉人员|责任员工|直接责任人|过错人|name|employee|employeename|agent|agentname|staff|staffname|fullname|person|responsible|responsibleperson|发起人姓名|申请人|申请人姓名|请假人|成员|成员姓名|组员|组员姓名|督导姓名|收费员|发起人|责任人名称|责任人人员|涉及人员|涉及人|被反映人|被反映人姓名|被举报人|被信访人|被投诉员工',
    ),
    contains: words('员工姓名|坐席姓名|客服姓名|责任人姓名|人员姓名|姓名'),
  },
  id: {
    exact: words(
      '工号|员工编号|员工号|员工工号|人员编号|坐席工号|座席工号|客服工号|职工号|客服编号|坐席编号|责任人工号|员工id|工牌号|发起人工号|申请人工号|staffid|employeeid|employeeno|employeenumber|empid|empno|agentid|jobnumber|编码|人员编码|员工编码|考勤号码|考勤号|登记号码|人员id|自定义编号|责任人编号',
    ),
  },
  userId: {
    exact: words('userid|用户id|帐号|账号|发起人userid|钉钉id|useraccount|account|企业微信账号|openid'),
  },
  aliases: {
    exact: words(
      '别名|曾用名|花名|昵称|英文名|系统昵称|旺旺|旺旺号|客服昵称|alias|aliases|nickname|其他名字|又名|简称|客户简称|公司简称|商户简称|常用名|又称|俗称|艺名|网名|工作名|短名|简写',
    ),
    many: true,
  },
  team: {
    exact: words(
      '班组|小组|团队|组别|团队名称|所属班组|所属团队|坐席团队|考核团队|被考核团队|家族|team|group|班次组|项目组|供应商|乙方|外包商|职场|站点|班组名称|场地',
    ),
  },
  department: {
    exact: words(
      '部门|所属部门|责任部门|部门名称|发起人部门|申请人部门|department|dept|科室|单位|所属单位|被投诉部门|被抱怨部门|被考核部门|责任单位|学院|中心|管理处|项目部|项目|大组|立单部门|负责部门|责任人部门|涉及部门|涉及单位|被反映部门|被反映单位|被信访部门',
    ),
  },
  role: {
    exact: words(
      '职位|岗位|职务|角色|岗位名称|工种|人员类别|position|role|jobtitle|title|post|岗位类别|责任人岗位',
    ),
  },
  grade: { exact: words('职级|级别|星级|客户等级|客户级别|员工级别|用户星级') },
  head: {
    exact: words(
      '部门负责人|负责人|主管|直属主管|直属上级|上级|组长|班组长|班长|部门主管|直接上级|责任部门负责人|部门经理|经理|leader|manager|supervisor|head|departmenthead|中心主任|领班|店长',
    ),
  },
  attendanceGroup: { exact: words('考勤组|所属规则|考勤规则|打卡规则|排班规则|考勤规则名称') },
  phone: {
    exact: words(
      '电话|手机|手机号|手机号码|联系电话|联系方式|电话号码|客户电话|投诉人电话|phone|mobile|tel|手机虚拟|办公电话|短号',
    ),
    contains: words('手机|电话号码'),
  },
  email: { exact: words('邮箱|电子邮箱|邮件|email|mail|归属人邮箱|企业邮箱'), contains: words('邮箱') },
  extension: { exact: words('分机|分机号|ext|座机|工位|工位号|座位号') },
  joined: {
    exact: words(
      '入职日期|入职时间|入职|到岗日期|到岗时间|进组日期|入组日期|上岗日期|joined|joindate|hiredate|startdate|入司日期|开始日期|合作日期|建档日期',
    ),
  },
  left: {
    exact: words(
      '离职日期|离职时间|离职|离岗日期|最后工作日|退组日期|离组日期|left|leavedate|enddate|terminationdate|离司日期|结束日期|最后出勤日',
    ),
  },
  transferred: {
    exact: words(
      '调岗日期|转组日期|异动日期|调动日期|调组日期|转岗日期|transferred|transferdate|调入日期|生效日|变动日期',
    ),
  },
  fromTeam: { exact: words('原班组|原部门|原团队|调出部门|调出班组|原小组|异动前|原组') },
  toTeam: { exact: words('新班组|新部门|新团队|调入部门|调入班组|现班组|新小组|异动后|新组') },
  employment: { exact: words('在职状态|员工状态|人员状态|状态人员|是否在职|在职离职|在岗状态') },
  target: {
    exact: words(
      '被抱怨投诉部门人员|被投诉部门人员|被抱怨部门人员|被投诉对象|被反映部门人员|被抱怨投诉部门及人员|涉及部门人员',
    ),
  },
  customer: {
    exact: words(
      '客户|客户姓名|客户名称|客户称呼|顾客|顾客姓名|客户名|用户姓名|业主|业主姓名|反映人|反映人姓名|投诉人|投诉人姓名|抱怨人|customer|customername|client|商户|商户名称|客户全称|公司名称|客户单位|客户信息|客户简名|来访人|来访人姓名|来信人|信访人|信访人姓名|举报人|来电人|来电人姓名|访客姓名|诉求人|诉求人姓名',
    ),
    contains: words('客户姓名|客户名称'),
  },
  customerId: {
    exact: words(
      '客户编号|客户id|客户编码|客户代码|客户号|户号|customerid|customerno|clientid|会员号|客户代号|顾客编号|用户编号|户编号|会员编号|业主编号|商户编号|商户号|客户账号',
    ),
  },
  address: { exact: words('地址|客户地址|联系地址|房号|用户归属地') },
} as const satisfies Record<string, FieldSpec>;

/** Records of violations and complaints. */
const RECORDS = {
  date: {
    exact: words(
      '日期|时间|发生日期|发生时间|事发日期|事发时间|事件日期|事件时间|违规日期|违规时间|质检违规日期|违纪日期|通话时间|通话日期|会话时间|会话日期|来电时间|录音时间|录音日期|接待时间|接待日期|服务日期|服务时间|问题日期|问题发生日期|问题发生时间|工作日期|考勤日期|出勤日期|打卡日期|date|eventdate|day|incidentdate|violationdate|calldate|发现日期|检查日期|投诉日期|投诉时间|抱怨日期|受理时间|受理日期|反映时间|反映日期|扣分日期|考核日期|行为日期|记录日期|监听日期|抽检日期|质检日期|质检时间|登记日期|登记时间|当值日期|值班日期',
    ),
    contains: words('发生日期|违规日期|发生时间'),
  },
  recordDate: {
    exact: words(
      '登记日期|登记时间|录入日期|录入时间|填报日期|填表日期|质检扣分日期|扣分日期|质检日期|质检时间|抽检日期|监听日期|复核日期|审核日期|核查日期|提交日期|创建时间|发起时间|记录日期|记录时间|recorddate|createdat|上报日期|通报日期|发现日期|检查日期|处罚日期|受理时间|受理日期',
    ),
    standsFor: 'date',
  },
  verifiedOn: {
    exact: words('核实日期|核实时间|查实日期|调查日期|认定日期|核定日期|verifiedon|verifieddate'),
  },
  recordId: {
    exact: words(
      '质检编号|记录编号|记录号|编号|单号|质检单号|质检id|会话id|会话编号|会话号|录音编号|录音流水号|录音id|通话id|通话编号|流水号|callid|recordid|sessionid|子订单编号|登记编号|违规编号|问题编号|台账编号|督办编号|审批编号|监听编号|工单流水号|录音号',
    ),
    many: true,
  },
  orderNo: {
    exact: words(
      '工单号|工单编号|订单号|订单编号|服务单号|派单号|orderno|ticketno|工单|订单|相关订单|关联订单|关联工单',
    ),
    many: true,
  },
  eventId: {
    exact: words(
      '事件编号|事件号|事项编号|事项号|事件id|eventid|案件编号|同一事件|关联事件|事件|归并号|关联编号',
    ),
  },
  complaintNo: {
    exact: words(
      '投诉编号|投诉单号|投诉工单号|投诉工单|complaintno|投诉号|抱怨编号|投诉id|电话中心业务流水号',
    ),
  },
  clause: {
    exact: words(
      '条款|条款编号|条款号|考核条款|违反条款|违规条款|扣分条款|适用条款|对应条款|依据条款|处罚依据|考核依据|扣分依据|条例|条文|规则编号|规则|细则编号|考核编号|项目编号|考核项编号|标准编号|违规代码|违规编码|clause|clauseid|clausecode|rule|ruleid|code|考核代码|扣分代码|加扣分条款|条目|指标编号|违反条例|考核细则|序号条款|处罚条款|奖惩条款|扣分项编号|制度条款',
    ),
    contains: words('条款编号|条款'),
  },
  violation: {
    exact: words(
      '违规内容|违规描述|违规详情|违规事实|违规行为|违规事项|问题描述|情况描述|问题内容|具体问题描述|问题|问题详情|情况说明|事件描述|事实描述|事实经过|事件经过|行为描述|扣分原因|扣分事由|扣分说明|扣分内容|质检问题|质检描述|质检详情|质检内容|考核内容|考核事由|考核原因|考核事项|违纪事实|违纪内容|事由|内容|描述|具体情况|事件内容|投诉内容|抱怨内容|抱怨投诉内容|反映内容|服务质量问题内容|服务质量问题摘要|业务内容|violation|description|issue|details|detail|behaviour|behavior|加分原因|加扣分原因|加减分原因|奖惩事由|奖惩原因|行为|行为内容|具体行为|事项|检查情况|检查问题|存在问题|发现问题|不合格项|客户行为|扣分项|扣分项目|加扣分项目|督办内容|情况|问题说明',
    ),
    contains: words('问题描述|违规|事由|情况描述|问题内容'),
  },
  category1: {
    standsFor: 'violation',
    exact: words(
      '一级分类|一级违规分类|问题分类|违规分类|违规类别|问题类别|类别|分类|大类|违规类型|扣分类别|考核类别|category|一级类别|投诉分类|服务请求类别|质检分类|质检项|考核大类|问题大类|考核项目|质检项目|一级问题|违规大类',
    ),
  },
  category2: {
    exact: words('二级分类|二级违规分类|小类|二级类别|子类|子类别|subcategory|问题小类|二级问题|投诉原因'),
  },
  category3: { exact: words('三级分类|三级违规分类|三级类别|细分|三级问题') },
  trigger: {
    exact: words('触发项|违规要点|行为要点|具体条目|触发条件|trigger|triggers|命中规则|规则命中|命中项'),
  },
  triggersHit: { exact: words('违规项数|行为数|触发数|命中数|处数') },
  level: { exact: words('违规等级|违规级别|问题等级|严重等级|差错等级|差错级别|severity|质检等级|错误级别') },
  kind: {
    exact: words(
      '问题类型|性质|抱怨投诉|事件类型|问题性质|投诉类型|信访类型|类型|抱怨或投诉|事件性质|issuekind|kind|type|客诉类型|事件类别|质检类型',
    ),
  },
  complaintLevel: {
    exact: words('投诉级别|投诉等级|级别投诉|complaintlevel|投诉定级|投诉分级'),
    contains: words('投诉级别|投诉等级'),
  },
  penalty: {
    exact: words(
      '扣除学分绩效|处罚|扣罚|扣罚内容|处罚方式|处罚结果|考核结果|扣除|奖惩|奖罚|奖惩结果|处罚金额分值|考核扣罚|penalty|加扣分',
    ),
  },
  points: {
    exact: words(
      '扣分|分值|扣分值|扣分数|扣减分值|扣减积分|扣除分数|质检扣分|加减分|加扣分值|考核分|考核分值|考核扣分|扣分分值|得分变动|加分|加分值|积分|points|deduction|pointsdeducted|score变动|分数|失败扣分',
    ),
    contains: words('扣分'),
  },
  money: {
    exact: words(
      '罚款|罚款金额|扣款|扣款金额|处罚金额|罚金|金额|fine|amount|罚款元|经济处罚|扣罚金额|负激励',
    ),
  },
  pct: {
    exact: words(
      '扣绩效|绩效扣减|扣绩效%|扣绩效比例|绩效扣除|扣除绩效|绩效比例|扣减绩效|绩效扣罚|扣减比例|绩效|绩效%',
    ),
    contains: words('扣绩效'),
  },
  chosenPoints: {
    exact: words(
      '选定扣分|裁定扣分|核定扣分|确定扣分|考核人选定扣分|拟扣分|实扣分|实际扣分|选定分值|核定分值|建议扣分|裁定分值|处理扣分|审定扣分|chosenpoints',
    ),
  },
  chosenPct: {
    exact: words(
      '选定绩效|选定绩效%|选定扣绩效|选定扣绩效%|裁定绩效|核定绩效|选定比例|实扣绩效|chosenpct|选定扣绩效比例',
    ),
  },
  chosenMoney: { exact: words('选定罚款|核定罚款|裁定罚款|选定金额|核定金额') },
  qty: {
    exact: words(
      '次数|数量|单数|宗数|件数|人数|例数|起数|题数|条数|户数|qty|quantity|count|times|笔数|个数|违规次数|发生次数|扣分次数|错题数|涉及人数|涉及单数|差错数',
    ),
  },
  minutes: {
    exact: words(
      '时长|分钟|分钟数|时长分|时长分钟|时间分|超时分钟|超时时长|耗时|用时|迟到分钟|延迟分钟|延误时长|minutes|duration|脱岗时长|离岗时长|离岗分钟|处理用时|处理时长|超时|等待时长|用时分钟|时长min|响应时长|实际用时|逾期时长',
    ),
    contains: words('时长|分钟'),
  },
  measured: { exact: words('测量值|实测值|数值|实际值|计量值|measured|铃响次数|响铃次数|铃响声数|响铃声数') },
  rings: { exact: words('铃声数|响铃|铃响') },
  flags: {
    exact: words('后果|标记|影响|情节|特殊标记|加重情节|标签|附加情形|从重情节|影响后果|情形|flags'),
    many: true,
  },
  shift: { exact: words('班次|班别|班|shift|班次名称|所属班次|当班班次|值班班次|排班') },
  channel: {
    exact: words(
      '渠道|来源|受理渠道|投诉来源|反映方式|投诉渠道|问题来源|信息来源|channel|source|受理方式|来源渠道|抱怨来源|服务渠道|反馈渠道',
    ),
  },
  verified: {
    exact: words(
      '是否核实|核实|是否属实|属实|经查属实|核实情况|核实结果|调查核实|调查结果|核查结果|是否成立|投诉是否成立|verified|是否有责|有责无责|核实状态|调查结论|成立|核实结论|核实意见|调查情况',
    ),
  },
  excused: { exact: words('有故|是否有故|有无正当理由|已批准|excused|是否批准|主管批准|是否正当理由') },
  unexcused: { exact: words('无故|是否无故|unexcused') },
  exempt: {
    exact: words(
      '豁免|是否豁免|是否免责|免责|免扣|是否免扣|特殊情况|exempt|是否特殊情况|是否免考核|免考核|例外',
    ),
  },
  exemptReason: {
    exact: words(
      '豁免原因|豁免理由|免责原因|免责理由|免扣原因|免扣理由|特殊情况说明|特殊原因|例外说明|exemptreason|免考核原因',
    ),
  },
  appealStatus: {
    exact: words('质检状态|申诉状态|状态|处理状态|appealstatus|status|记录状态|考核状态|复议状态'),
  },
  appealResult: {
    exact: words(
      '申诉结果|申诉处理结果|申诉结论|复核结果|复议结果|复核结论|申诉|申诉意见|appealresult|appeal|复核意见|申诉情况|仲裁结果|复审结果|申诉是否通过|复核情况',
    ),
  },
  appellant: { exact: words('申诉人|申请复核人|申诉坐席|申诉员工|appellant|申诉客服|申诉人员|申诉姓名') },
  appealDate: { exact: words('申诉日期|申诉时间|复核申请日期|appealdate|申诉提交时间') },
  appealReason: { exact: words('申诉理由|申诉原因|申诉内容|复核理由|appealreason|申诉说明') },
  sanction: {
    exact: words(
      '处分|纪律处分|处理决定|处分决定|选定处分|处分类型|行政处分|处分结果|sanction|discipline|拟处分|建议处分|处分建议|处理意见建议|考核处分|处分种类|处分意见|给予处分|处理意见处分|处分措施|处分内容|处分等级|处分档次',
    ),
  },
  headSanction: {
    exact: words(
      '负责人处分|部门负责人处分|主管处分|连带处分|负责人处分意见|部门负责人处分意见|主管处分意见|领导处分',
    ),
  },
  linked: { exact: words('连带责任人|连带人|连带责任|连带|共同责任人|连带主管|linked') },
  reviewer: {
    exact: words(
      '质检员|质检人|质检人员|登记人|录入人|检查人|考核人|复核人|审核人|填报人|监听人|reviewer|qa|inspector|发现人|记录人|上报人|处理人|经办人|受理人|调查处理人|核实人|评分人|质检员备注|督导|督办人|复核员|抽检人|处罚人|当前处理人|历史审批人|审批人|审核人员|核实人员|登记人员|责任登记人|审批人员|复核人员|登记人姓名',
    ),
    many: true,
  },
  evidence: {
    exact: words('附件|附件地址|证据|录音|截图|录音地址|证据编号|evidence|attachment|凭证|佐证|监听录音'),
    many: true,
  },
  remark: {
    exact: words('备注|说明|备注说明|其他说明|remark|remarks|note|notes|comment|comments|补充说明|其他备注'),
    many: true,
  },
  settledOn: {
    exact: words(
      '结算日期|办结日期|完成结算日期|结算开票日期|settledon|结算完成日期|开票日期|结单日期|办理结算日期',
    ),
  },
  acceptedOn: { exact: words('验收日期|竣工验收日期|竣工日期|acceptedon|竣工验收时间|验收时间') },
  faultAt: { exact: words('故障时间|故障发生时间|故障开始时间|faultat|发生故障时间') },
  reportedAt: { exact: words('上报时间|报告时间|故障上报时间|reportedat|故障报告时间|实际报告时间') },
} as const satisfies Record<string, FieldSpec>;

/** Flags a record may carry, one column each. */
const FLAGS = {
  'flag.dispute': {
    exact: words('引起争议|客户争议|争议|是否争议|引起客户争议|造成争议|有争议|dispute|是否引起争议'),
  },
  'flag.complaint': {
    exact: words(
      '引起投诉不满|引起投诉|引起不满|投诉不满|引起投诉或不满|引起客户投诉|引起客户投诉或不满|客户不满|是否投诉|是否引起投诉|造成投诉|造成客户投诉',
    ),
  },
  'flag.validComplaint': {
    exact: words(
      '有效投诉|是否有效投诉|有效客诉|造成有效投诉|引起有效投诉|validcomplaint|形成有效投诉|导致有效投诉|投诉是否有效',
    ),
  },
  'flag.downstream': {
    exact: words(
      '影响后序|影响后续|影响后序流程|影响后续流程|后序影响|影响后序工作|downstream|影响后续处理|是否影响后序',
    ),
  },
  'flag.serious': {
    exact: words(
      '情况严重|情节严重|严重|是否严重|性质严重|严重违反|serious|严重违规|是否情节严重|情节是否严重',
    ),
  },
  'flag.loss': {
    exact: words(
      '造成损失|损失|是否造成损失|公司损失|loss|造成公司损失|经济损失|是否有损失|有损失|造成经济损失',
    ),
  },
  'flag.badInfluence': {
    exact: words('不良影响|造成不良影响|恶劣影响|badinfluence|是否造成不良影响|社会影响|影响恶劣'),
  },
  'flag.badConsequence': {
    exact: words('不良后果|造成不良后果|严重后果|badconsequence|导致不良后果|造成严重后果'),
  },
  'flag.aggravated': { exact: words('加倍|是否加倍|加重|从重|aggravated|双倍|翻倍') },
  'flag.fatal': { exact: words('致命错误|一票否决|致命|致命差错|fatal|是否致命|红线') },
  'flag.repeat': { exact: words('重复投诉|是否重复|声称升级|升级投诉|重复') },
} as const satisfies Record<string, FieldSpec>;

/** Complaint casework (annexes 1-3 and what other ledgers add). */
const CASES = {
  request: { exact: words('客户要求|客户诉求|诉求|期望|用户诉求') },
  handlingDepartment: { exact: words('承办部门|处理部门|牵头单位|主办部门|承办单位|根因部门') },
  coDepartment: { exact: words('协办单位|协办部门|协办处理人|协办人') },
  handler: {
    exact: words(
      '承办人|处理人员|首处理人|首处理处理人|结束处理人|整改人|跟进人|责任处理人|处理姓名|整改人员',
    ),
    many: true,
  },
  dueOn: { exact: words('办理时限|处理时限|完成期限|整体时限时间|整改期限|处理期限|限期|办结时限|整改时限') },
  handling: {
    exact: words(
      '处理措施|处理情况|处理方案|处理过程|服务质量问题处理情况|处理意见|整改措施|处理经过|牵头单位承办情况|承办事项',
    ),
  },
  correction: { exact: words('纠正措施|服务质量问题纠正措施|预防措施|改善措施|根因改善|纠正预防措施') },
  result: {
    exact: words('处理结果|处理结论|办理结果|解决情况|解决程度|办结情况|督办状态|整改结果|整改情况|处理进度'),
  },
  finishedOn: {
    exact: words(
      '完成时间|完成日期|处理完成时间|办结时间|处理日期|处理时间|解决时间|整改日期|整改时间|整改完成日期',
    ),
  },
  satisfaction: {
    exact: words(
      '满意度|客户满意度|回访满意度|客户满意度回访|客户回访满意度|工单满意度|回访结果|回访情况|满意情况',
    ),
  },
  calledBackOn: { exact: words('回访时间|回访日期') },
  cause: { exact: words('责任原因|原因分析|不满意原因|根因|问题原因|产生原因') },
  urgency: { exact: words('紧急程度|紧急度|督办类型|优先级') },
  subjectText: { exact: words('督办标题|标题|主题') },
} as const satisfies Record<string, FieldSpec>;

/** Scores of samples and month summaries. */
const SCORES = {
  total: {
    exact: words(
      '总得分|总分|得分|合计得分|最终得分|质检得分|质检分数|质检分|合计|合计积分|总计|score|totalscore|最终分数|人工得分|人工评分|复核得分|humanscore|综合得分|成绩',
    ),
    many: true,
  },
  machineScore: {
    exact: words(
      '机器得分|机器评分|系统得分|智能评分|ai得分|ai评分|机检得分|智能质检得分|machinescore|质检总分机检',
    ),
  },
  average: { exact: words('平均分|均分|平均得分|人均分') },
  rank: { exact: words('排名|名次|rank|部门排名|考核排名') },
  sessions: { exact: words('会话量|接待量|通话量|接听量|总会话|话务量|服务量') },
  sampled: { exact: words('抽检量|质检量|抽查量|抽检数|质检数|监听量|抽检数量|质检数量') },
  sampleRate: { exact: words('抽检比例|抽检率|质检比例|抽查比例|质检率') },
  plus: { exact: words('成功加分|奖励分|奖励加分|加分项|奖励') },
  minus: { exact: words('扣分合计|合计扣分|累计扣分|总扣分') },
} as const satisfies Record<string, FieldSpec>;

/** Attendance. Punches, day columns and leave columns are patterns: see `columns.ts`. */
const ATTENDANCE = {
  workDate: { exact: words('workdate|工作日') },
  firstPunch: {
    exact: words(
      '最早|最早打卡|最早打卡时间|首次打卡|首次打卡时间|上班打卡|上班时间|签到时间|签到|firstpunch|checkin|clockin|上班打卡时间|上班签到|打卡时间最早',
    ),
  },
  lastPunch: {
    exact: words(
      '最晚|最晚打卡|最晚打卡时间|末次打卡|末次打卡时间|下班打卡|下班时间|签退时间|签退|lastpunch|checkout|clockout|下班打卡时间|下班签退',
    ),
  },
  punch: {
    exact: words(
      '打卡时间|打卡时刻|刷卡时间|日期时间|打卡日期时间|时间戳|punchtime|datetime|timestamp|打卡记录|刷卡记录|实际打卡时间',
    ),
    many: true,
  },
  scheduledAt: { exact: words('考勤时间|应打卡时间|规定打卡时间|应打卡|排班时间|要求打卡时间') },
  punchSource: {
    exact: words(
      '数据来源|打卡来源|打卡设备|设备|验证方式|打卡地点|打卡地址|打卡方式|比对方式|打卡类型|机器号',
    ),
  },
  dayResult: {
    exact: words(
      '考勤结果|当天考勤情况|打卡结果|考勤状态|出勤状态|考勤情况|打卡状态|校准状态|结果|attendanceresult|result|当日状态|出勤结果|异常类型|考勤异常|异常情况|异常原因类型',
    ),
  },
  approvalRef: { exact: words('关联的审批单|假勤申请|审批单|关联审批|关联审批单|申请单') },
  lateCount: { exact: words('迟到次数|迟到|迟到次|late|latecount') },
  lateMinutes: { exact: words('迟到时长|迟到分钟|迟到分钟数|迟到时间|lateminutes') },
  severeLateCount: { exact: words('严重迟到次数|严重迟到') },
  severeLateMinutes: { exact: words('严重迟到时长|严重迟到分钟') },
  absentLateDays: { exact: words('旷工迟到天数|旷工迟到|旷工迟到次数') },
  absentLateMinutes: { exact: words('旷工迟到时长|旷工迟到分钟') },
  earlyCount: { exact: words('早退次数|早退|早退次|earlyleave') },
  earlyMinutes: { exact: words('早退时长|早退分钟|早退分钟数') },
  missInCount: { exact: words('上班缺卡次数|上班缺卡|上班未打卡') },
  missOutCount: { exact: words('下班缺卡次数|下班缺卡|下班未打卡') },
  missCount: { exact: words('缺卡次数|缺卡|未打卡|漏打卡|忘打卡|未打卡次数|漏打卡次数|漏卡') },
  absentDays: { exact: words('旷工天数|旷工|旷工次数|旷工日|absent|absence|absentdays') },
  attendDays: {
    exact: words('出勤天数|出勤|应出勤|实出勤|应出勤天数|实际出勤天数|实出勤天数|正常出勤|实出勤工时'),
  },
  restDays: { exact: words('休息天数|休息|公休') },
  workTime: { exact: words('工作时长|实际工作时长|标准工作时长|实际工时|工时|应出勤时长|打卡次数|异常合计') },
  tripDays: { exact: words('出差时长|出差|出差天数') },
  outingDays: { exact: words('外出时长|外出|外出天数|外勤') },
  overtime: { exact: words('加班|加班时长|加班审批单统计|加班小时'), contains: words('加班') },
  sign: { exact: words('签字|签名|员工签字|本人签字|确认签字') },
} as const satisfies Record<string, FieldSpec>;

/** Approvals, shifts, parameters. */
const SIDE = {
  /** In logs: whether the row itself stands (通过), falls (驳回) or is still open; an appeal is something else. */
  approvalStatus: {
    exact: words(
      '审批状态|流程状态|单据状态|approvalstatus|审核状态|复核状态|审批进度|审核进度|审批情况|审核情况|是否审批|审批是否通过|审批通过|审批结果|审核结果|审批意见|审核意见|审批结论|审核结论',
    ),
    many: true,
  },
  approvalResult: { exact: words('审批结果|审批意见|approvalresult|审批结论|审核结果') },
  approvalType: { exact: words('审批类型|申请类型|单据类型|模板名称|异常类别|补卡类型') },
  leaveType: { exact: words('请假类型|假别|假期类型|休假类型|假种|leavetype|请假类别') },
  startTime: {
    exact: words(
      '开始时间|补卡日期|缺卡日期|申请补卡时间|补卡时间点|补卡时刻|请假开始时间|开始日期|请假开始日期|起始日期|上班时间|上班打卡时间点|起始时间|开始|start|starttime|from|起|上班时间点|补卡时间|缺卡时间|开始日期时间|上班',
    ),
  },
  endTime: {
    exact: words(
      '结束时间|请假结束时间|结束日期|请假结束日期|截止日期|下班时间|截止时间|结束|end|endtime|to|止|下班时间点|下班',
    ),
  },
  length: { exact: words('时长|请假时长|天数|请假天数|小时数|时长天|合计时长|请假天') },
  completedAt: { exact: words('完成时间|审批完成时间|结束审批时间') },
  param: { exact: words('参数|参数名|参数名称|设置项|项目|项目名称|parameter|param|参数项|key|配置项|名称') },
  value: {
    exact: words(
      '值|取值|参数值|标准分|每次扣分|扣分标准|分值标准|x值|value|设定值|扣分x|每次分值|单次扣分|每次扣|数值|每次分数|x|每次加扣分|每次积分|积分值|分值|标准|扣分值',
    ),
  },
  effectiveFrom: {
    exact: words(
      '生效日期|生效时间|执行日期|起始日期|启用日期|effectivefrom|effective|effectivedate|开始执行|执行时间|生效',
    ),
  },
  effectiveTo: { exact: words('失效日期|终止日期|截止日期|停用日期|effectiveto') },
} as const satisfies Record<string, FieldSpec>;

/** Numbers that teams keep by day or month. */
const METRICS = {
  month: { exact: words('月份|考核月份|统计月份|month|月度|考核月|年月|期间|周期|账期') },
  metric: { exact: words('指标|指标名称|统计项目|统计项|metric|measure|考核指标|项目指标|统计指标|数据项') },
  metricValue: {
    exact: words('数值|指标值|完成值|实际完成|本月数|本月值|完成情况|实际值|实绩|结果值|数据|本月'),
  },
  householdsVisited: {
    exact: words(
      '走访户数|走访数|入户走访|走访|走访量|业主走访数|走访业主数|月走访户数|householdsvisited|走访完成户数|实际走访户数|走访完成数',
    ),
  },
  frontdeskContacts: {
    exact: words(
      '前台沟通户次|沟通户次|主动沟通户次|前台沟通|业主沟通户次|前台主动沟通|frontdeskcontacts|主动沟通|前台与业主沟通户次|沟通次数|主动与业主沟通户次',
    ),
  },
  feeCollected: {
    exact: words(
      '实收|实收费用|已收|实收金额|已收金额|收缴金额|实收物业费|feecollected|实缴|实收费|已收费用|已收缴|收缴额',
    ),
  },
  feeDue: { exact: words('应收|应收费用|应收金额|应收物业费|feedue|应缴|应收费|应收总额|应缴金额') },
  feeRate: { exact: words('收缴率|收费率|收缴比例|完成率') },
  reportedHeadcount: {
    exact: words(
      '上报人数|上报当值人数|上报在岗人数|报岗人数|上报当值|上报在班人数|reportedheadcount|上报出勤人数|申报人数|报备人数',
    ),
  },
  actualHeadcount: {
    exact: words(
      '实际人数|实际当值人数|实际在岗人数|实际当值|实到人数|实际在班人数|actualheadcount|实际出勤人数|核实人数|清点人数|实点人数|现场人数',
    ),
  },
  latePersons: { exact: words('迟到人数|迟到人次|迟到累计|latepersons') },
  leavePersons: { exact: words('请假人数|请假人次|休假人数|leavepersons|请假|休假|请假累计') },
  attrition: {
    exact: words('流失人数|离职人数|流失|人员流失|attrition|流失数|本月流失|人员流失数|流失人员数'),
  },
  attritionOn: {
    exact: words('流失日期|触发日期|流失超标日期|流失发生日|attritionon|超额流失日期|流失时间|流失确认日期'),
  },
  replenishedOn: {
    exact: words(
      '补充日期|补员日期|补充到位日期|replenishedon|补足日期|人员补充日期|补充完成日期|到位日期|补齐日期|补员到位日期',
    ),
  },
  manhoursRequired: {
    exact: words('应有工时|应出工时|要求工时|计划工时|manhoursrequired|应排工时|应投入工时|合同工时'),
  },
  manhoursActual: { exact: words('实际工时|实出工时|manhoursactual|实际投入工时|完成工时') },
  manhoursShort: { exact: words('工时不足|不足工时|缺工时|缺口工时|manhoursshort|工时缺口|欠工时|短缺工时') },
  deptRank: { exact: words('考核名次|部门名次|部门考核排名|本部门排名|departmentrank') },
  groupSize: {
    exact: words('参评数|参评部门数|参评项目数|组内数量|部门数|groupsize|参与排名数|总数|参评总数'),
  },
  rankLast: { exact: words('排名最后|是否最后|是否末位|末位|ranklast|最后一名') },
  report: {
    exact: words(
      '报表|报表名称|报告|报告名称|报送内容|报送项目|材料|材料名称|report|reportname|报表类型|报告类型|上报内容|提交内容|报送材料|报送事项',
    ),
  },
  reportDate: { exact: words('报告日期|日报日期|报表日期|所属日期|数据日期|报告所属日|所属期|工作日期') },
  dueAt: {
    exact: words(
      '应交时间|应交日期|截止时间|应报时间|应报日期|due|dueat|dueon|deadline|应提交时间|应提交日期|规定时间|要求时间|应上交时间|应上交日期|期限|时限|截止日期|应报送时间',
    ),
  },
  submittedAt: {
    exact: words(
      '提交时间|实交时间|上交时间|实际提交时间|submitted|submittedat|submittedon|实报时间|实际提交|提交日期|上报时间|报送时间|实际上交时间|实际提交日期|上交日期|实交日期|实报日期|实际报送时间|报送日期|实际上报时间|日报提交时间',
    ),
  },
  monthlyReportOn: {
    exact: words('运营报告提交日期|月报提交日期|运营月报提交日期|monthlyreportsubmittedon|运营报告上交日期'),
  },
  attritionListOn: {
    exact: words('流失名单提交日期|流失名单上报日期|attritionlistsubmittedon|人员流失名单提交日期'),
  },
  dailyReportAt: {
    exact: words(
      '日报上交时间|工作日报提交时间|dailyreportsubmittedat|日报上交|工作日报上交时间|日报报送时间',
    ),
  },
} as const satisfies Record<string, FieldSpec>;

export const FIELDS = {
  ...PEOPLE,
  ...RECORDS,
  ...FLAGS,
  ...CASES,
  ...SCORES,
  ...ATTENDANCE,
  ...SIDE,
  ...METRICS,
} as const satisfies Record<string, FieldSpec>;

/** A field of the fixed vocabulary. */
export type FieldId = keyof typeof FIELDS;

/**
 * Fields that come in numbers: the n-th punch of a shift, a day of a matrix, a kind of leave, a scored criterion.
 * `day.9` = the 9th, `day.10-09` = 9 October; `leave.事假`.
 */
export type PatternField =
  | `in${number}.time`
  | `in${number}.result`
  | `out${number}.time`
  | `out${number}.result`
  | `day.${string}`
  | `leave.${string}`
  | 'criterion';

export type AnyField = FieldId | PatternField;

export function fieldSpec(field: string): FieldSpec | undefined {
  return (FIELDS as Readonly<Record<string, FieldSpec>>)[field];
}
