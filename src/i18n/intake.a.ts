/** Sentences of the problems that reading sheets can raise, and of the reasons behind its decisions. */
export const zh = {
  'problem.PERSON_MISSING': '这一行没有姓名、工号或账号：请补上是谁，或删除该行。',
  'problem.DATE_UNREADABLE': '日期无法确定：请写成完整日期，例如 2026-10-08。',
  'problem.WEEKDAY_MISMATCH': '日期与所写的星期不符：请核对后改正。',
  'problem.DATES_DISAGREE': '这一行的两个日期列不一致：请核对后改正。',
  'problem.PERIOD_REQUIRED': '不知道这张表是哪个月：请在标题或表名中写明年月，例如 2026年10月。',
  'problem.MONTH_MISSING': '不知道这一行属于哪个月：请补上月份或日期。',
  'problem.RESULT_UNKNOWN': '考勤结果“{text}”看不懂：请改成迟到、早退、缺卡、旷工、请假或正常。',
  'problem.RESULT_CONFLICT': '当天的考勤结果“{text}”与各次打卡结果矛盾：请核对后改正其中之一。',
  'problem.MINUTES_DISAGREE': '分钟数不一致：采用 {used}，另一处是 {other}。请核对。',
  'problem.COUNT_DISAGREE': '表中合计是 {stated}，逐日读到的是 {read}。请核对。',
  'problem.ATTENDANCE_DATE_MISSING':
    '有次数或天数({count})但备注里没有日期：请在备注写明哪一天，例如 10-09 迟到。',
  'problem.REMARK_UNREAD': '备注“{text}”里可能有考勤异常但没有读懂：请写成“10-09 上班 迟到12分钟”。',
  'problem.REMARK_WITHOUT_MARK': '备注“{text}”在当天的格子里没有对应符号：请核对。',
  'problem.LEGEND_REQUIRED': '没有找到符号说明：请在表头写明各符号的含义，或在映射中填写。',
  'problem.SYMBOL_UNKNOWN': '符号“{symbol}”不在符号说明里：请补充说明或改正。',
  'problem.SHIFT_TIMES_REQUIRED':
    '只有打卡时间，没有班次时间：请填写上下班时间（或加一张班次表）,填写前不计算迟到早退。',
  'problem.NO_PUNCH': '{date} 排了班，却没有任何打卡：请确认是旷工、请假还是漏打卡，并在考勤表中写明。',
  'problem.SHIFT_UNREADABLE': '班次的名称或起止时间读不出来：请写成“早班 08:00-16:00”。',
  'problem.DAY_BOUNDARY_REQUIRED': '凌晨 4 点到 7 点之间有打卡：请设定几点以前算前一天（暂按当天计）。',
  'problem.CANCELLED_PUNCH_APPROVED': '补卡审批已通过，不计。',
  'problem.CANCELLED_BY_ADMIN': '管理员已改为正常，不计。',
  'problem.CANCELLED_NOT_COUNTED': '表中写明不计。',
  'problem.CANCELLED_LEAVE_APPROVED': '已批准的请假或外出覆盖了该时段，不计。',
  'problem.APPROVAL_NOT_GRANTED': '该申请没有完成或没有同意，不起作用。',
  'problem.APPROVAL_UNCLEAR': '有已批准的申请，但看不出覆盖的是哪一次打卡：请核对后在考勤表中改正。',
  'problem.LEFT_DATE_MISSING': '{name} 已离职但没有离职日期：请补上最后工作日。',
  'problem.TRANSFER_DATE_MISSING': '“{text}”没有调动日期：请补上哪一天起。',
  'problem.TRANSFER_FROM_UNKNOWN': '“{text}”没有写明调动前在哪里：请补上原班组。',
  'problem.PARAM_UNSET': '{id} 的值是“{text}”，还没有定：请填写数字，填写前相关记录不计分。',
  'problem.PARAM_ID_MISSING': '这一行没有条款编号或参数名，或没有值的列：请补上。',
  'problem.METRIC_UNREADABLE': '“{text}”不是可用的数值或日期：请改正。',
  'problem.METRIC_UNKNOWN': '没有条款用到指标“{name}”：已略过。',
  'problem.NO_VALUES': '这一行没有填任何数值：已略过。',
  'problem.GROUP_SIZE_MISSING': '有名次但没有参评总数，无法判断是否最后一名：请补上参评数。',
  'problem.REPORT_UNKNOWN': '不认识的报表“{report}”：已略过。',
  'problem.REPORT_DUE_NEXT_DAY': '日报只写了所属日期：按次日应交处理。',
  'problem.DUE_DATE_MISSING': '“{report}”不知道应交日期：请补上应交时间或所属月份。',
  'problem.SUBMITTED_UNREADABLE': '提交时间“{text}”读不出来：请写成 2026-10-08 09:30。',
  'problem.ROLE_MADE_BY_US': '由 QAScore 生成，不作为记录读取。',
  'problem.ROLE_DRAFT': '名称或标题写着“{mark}”，不作为记录读取。',
  'problem.ROLE_ADDRESS_LIST': '是通讯录，不作为记录读取。',
  'problem.ROLE_DERIVED_SUMMARY': '是汇总结果，没有逐条记录，不读取。',
  'problem.ROLE_UNRECOGNISED': '没有认出这张表的用途：如需读取，请在映射中选择。',
  'problem.ROLE_NO_HEADER': '没有找到表头，不读取。',
  'problem.ROLE_BY_COLUMNS': '由列判断：{fields}。',
  'problem.ROLE_CONFIRMED': '由你确认。',
  'problem.ROLE_FORM_LABELS': '认出 {count} 个表单项目。',
  'problem.ROLE_MACHINE_BLOCKS': '是考勤机格式：每人一行标签、一行打卡。',
  'problem.COLUMN_HEADER_EXACT': '表头就是这个意思。',
  'problem.COLUMN_HEADER_PART': '表头含有这个词。',
  'problem.COLUMN_HEADER_PATTERN': '表头符合固定写法。',
  'problem.COLUMN_CONTENT': '由内容判断。',
  'problem.COLUMN_CRITERION': '评分项目。',
  'problem.COLUMN_TWIN_YES_NO': '同名的另一列是分数，这一列只是是/否。',
  'problem.COLUMN_CONFIRMED': '由你确认。',
  'problem.COLUMN_SHADOWED': '另一列更符合，未使用。',
  'problem.COLUMN_UNKNOWN': '未使用。',
  'problem.COLUMN_OTHER_TABLE': '属于旁边的另一张表，未读取。',
  'problem.SEVERAL_TABLES': '同一张工作表里从 {address} 起还有一张表，没有读取：请把它移到单独的工作表。',
  'problem.FULL_MARKS_MISSING':
    '评分表没有满分，算不出每项扣了多少：请在表头下加一行满分，或在表头写明，例如 开场白（10分）。',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'problem.PERSON_MISSING':
    'This row names nobody: add a name, employee number or account, or delete the row.',
  'problem.DATE_UNREADABLE': 'The date is not certain: write it in full, for example 2026-10-08.',
  'problem.WEEKDAY_MISMATCH':
    'The date and the weekday written beside it do not agree: check and correct it.',
  'problem.DATES_DISAGREE': 'The two date columns of this row do not agree: check and correct them.',
  'problem.PERIOD_REQUIRED':
    'The month of this sheet is unknown: write it in the title or the sheet name, for example 2026-10.',
  'problem.MONTH_MISSING': 'The month of this row is unknown: add a month or a date.',
  'problem.RESULT_UNKNOWN':
    'The attendance result "{text}" is not understood: use late, early leave, missing punch, absent, leave or normal.',
  'problem.RESULT_CONFLICT':
    'The result of the day "{text}" contradicts the results of the punches: correct one of them.',
  'problem.MINUTES_DISAGREE': 'Minutes disagree: {used} is used, another cell says {other}. Please check.',
  'problem.COUNT_DISAGREE': 'The sheet counts {stated}, {read} were read day by day. Please check.',
  'problem.ATTENDANCE_DATE_MISSING':
    'There is a count ({count}) but no date in the remark: write the day, for example 10-09 late.',
  'problem.REMARK_UNREAD':
    'The remark "{text}" may hold an attendance event but was not understood: write it like "10-09 上班 迟到12分钟".',
  'problem.REMARK_WITHOUT_MARK': 'The remark "{text}" has no symbol in the cell of that day: please check.',
  'problem.LEGEND_REQUIRED':
    'No legend of symbols was found: write one above the table or fill it in the mapping.',
  'problem.SYMBOL_UNKNOWN': 'The symbol "{symbol}" is not in the legend: explain or correct it.',
  'problem.SHIFT_TIMES_REQUIRED':
    'There are punches but no shift times: enter them (or add a sheet of shifts); until then no lateness is computed.',
  'problem.NO_PUNCH':
    'A shift was scheduled on {date} and nothing was punched: write absent, leave or missing punch on the attendance sheet.',
  'problem.SHIFT_UNREADABLE': 'Name or hours of the shift cannot be read: write it like "早班 08:00-16:00".',
  'problem.DAY_BOUNDARY_REQUIRED':
    'There are punches between 04:00 and 07:00: set until when a punch belongs to the day before (for now it stays on its day).',
  'problem.CANCELLED_PUNCH_APPROVED': 'A made-up punch was approved: not counted.',
  'problem.CANCELLED_BY_ADMIN': 'An administrator set it to normal: not counted.',
  'problem.CANCELLED_NOT_COUNTED': 'The sheet says that it is not counted.',
  'problem.CANCELLED_LEAVE_APPROVED': 'Approved leave or an approved outing covers it: not counted.',
  'problem.APPROVAL_NOT_GRANTED': 'The request was not completed or not agreed to: it has no effect.',
  'problem.APPROVAL_UNCLEAR':
    'There is an approved request, but not which punch it covers: check and correct the attendance sheet.',
  'problem.LEFT_DATE_MISSING': '{name} has left but there is no date: add the last working day.',
  'problem.TRANSFER_DATE_MISSING': '"{text}" has no date: add from which day.',
  'problem.TRANSFER_FROM_UNKNOWN': '"{text}" does not say from where: add the former team.',
  'problem.PARAM_UNSET':
    'The value of {id} is "{text}", not decided yet: enter a number; until then its records are not scored.',
  'problem.PARAM_ID_MISSING':
    'This row has no clause or parameter name, or there is no column of values: add it.',
  'problem.METRIC_UNREADABLE': '"{text}" is no usable number or date: correct it.',
  'problem.METRIC_UNKNOWN': 'No clause uses the measure "{name}": passed over.',
  'problem.NO_VALUES': 'This row holds no values: passed over.',
  'problem.GROUP_SIZE_MISSING':
    'There is a rank but not out of how many, so last place cannot be told: add the number ranked.',
  'problem.REPORT_UNKNOWN': 'The report "{report}" is not known: passed over.',
  'problem.REPORT_DUE_NEXT_DAY': 'Daily reports name only their work date: taken as due on the next day.',
  'problem.DUE_DATE_MISSING': 'When "{report}" was due is unknown: add the due date or the month it reports.',
  'problem.SUBMITTED_UNREADABLE':
    'The time of submission "{text}" cannot be read: write it like 2026-10-08 09:30.',
  'problem.ROLE_MADE_BY_US': 'Made by QAScore: never read as records.',
  'problem.ROLE_DRAFT': 'Its name or title says "{mark}": not read as records.',
  'problem.ROLE_ADDRESS_LIST': 'An address list: not read as records.',
  'problem.ROLE_DERIVED_SUMMARY': 'A summary without single records: not read.',
  'problem.ROLE_UNRECOGNISED':
    'What this sheet is for was not recognised: choose it in the mapping if it should be read.',
  'problem.ROLE_NO_HEADER': 'No header row was found: not read.',
  'problem.ROLE_BY_COLUMNS': 'Told by its columns: {fields}.',
  'problem.ROLE_CONFIRMED': 'Confirmed by you.',
  'problem.ROLE_FORM_LABELS': '{count} labels of a form were recognised.',
  'problem.ROLE_MACHINE_BLOCKS':
    'The layout of a punch machine: a row of labels and a row of punches a person.',
  'problem.COLUMN_HEADER_EXACT': 'The header says so.',
  'problem.COLUMN_HEADER_PART': 'The header contains the word.',
  'problem.COLUMN_HEADER_PATTERN': 'The header has a fixed form.',
  'problem.COLUMN_CONTENT': 'Told by its content.',
  'problem.COLUMN_CRITERION': 'A scored criterion.',
  'problem.COLUMN_TWIN_YES_NO': 'The other column of this name holds the score, this one only yes or no.',
  'problem.COLUMN_CONFIRMED': 'Confirmed by you.',
  'problem.COLUMN_SHADOWED': 'Another column fits better: not used.',
  'problem.COLUMN_UNKNOWN': 'Not used.',
  'problem.COLUMN_OTHER_TABLE': 'Belongs to the table beside this one: not read.',
  'problem.SEVERAL_TABLES':
    'Another table begins at {address} on the same sheet and was not read: move it to a sheet of its own.',
  'problem.FULL_MARKS_MISSING':
    'The scorecard names no full marks, so what each item lost cannot be told: add a row of full marks below the header, or write them in it, like “开场白(10分)”.',
};
