/** The formulas on the sheets, the host's refusals, and what the add-in carries in the workbook. */
export const zh = {
  'problem.FORMULA_ARGUMENT_MISSING': '缺少{argument}。请按「对象, 月份」填写，例如 =QASCORE(A2,"2026-10")。',
  'problem.FORMULA_ONE_CELL': '{argument}只能是一个单元格。请改为单个单元格。',
  'problem.FORMULA_BAD_MONTH': '看不懂月份「{found}」。请写成 2026-10、202610、2026年10月或日期。',
  'problem.FORMULA_BAD_ARGUMENT': '{argument}「{found}」不能用。请填文字或数字。',
  'problem.FORMULA_UNKNOWN_SUBJECT': '本月资料里没有「{subject}」。请核对姓名或工号。',
  'problem.FORMULA_SAME_NAME': '「{subject}」有同名的人。请改用工号或：{keys}。',
  'problem.FORMULA_NO_BASE': '规程 {rulebook} 没有规定起始分。请在 QAScore 窗格的参数里设定。',
  'problem.FORMULA_UNKNOWN_CLAUSE': '规程 {rulebook} 里没有条款 {clause}。请核对条款编号。',
  'problem.NO_RULEBOOK': '还没有选定规程。请在 QAScore 窗格选定；命令行用 --rulebook 指定。',
  'problem.BAD_STATE':
    '工作簿里 QAScore 的设置读不懂（{path}），可能由更新的版本写成。请更新加载项，原设置不会改动。',
  'problem.BAD_RULEBOOK_COPY': '工作簿里保存的规程 {rulebook} 已损坏。请在 QAScore 窗格重新选定规程。',

  'problem.HOST_EDITING': '有单元格正在编辑。请按 Enter 或 Esc 结束编辑，再试一次。',
  'problem.HOST_READ_ONLY': '工作簿是只读的。请另存一份，或取得编辑权限后再试。',
  'problem.HOST_PROTECTED': '工作簿或工作表受保护。请先撤销保护，再试一次。',
  'problem.HOST_TOO_LARGE': '数据一次传不完。请把多余的空行空列或旧月份移走，再试一次。',
  'problem.HOST_BUSY': 'Excel 正忙或连接中断。请稍等几秒，再试一次。',
  'problem.HOST_FAILED': 'Excel 没有完成这一步（{code}）。工作簿没有改动，请再试一次。',
  'problem.HOST_LEFTOVER': '生成中断，临时工作表「{sheet}」没能清除。请手工删除它，原有内容没有改动。',
  'problem.SHEET_GONE': '工作表「{sheet}」已被删除或改名。请在「数据」里重新识别。',

  'argument.subject': '对象',
  'argument.month': '月份',
  'argument.clause': '条款',
  'argument.rulebook': '规程',

  'explain.statement': '内容与理由',
  'explain.record': '记录',
  'explain.amount': '数额',
  'explain.running': '累计得分',
  'explain.start': '起始分',
  'explain.points': '{points} 分',
  'explain.yuan': '¥{yuan}',
  'explain.percent': '绩效 {percent}%',
  'check.nothing': '没有待处理的问题',
};

export const en: Record<keyof typeof zh, string> = {
  'problem.FORMULA_ARGUMENT_MISSING':
    'The {argument} is missing. Give subject and month, for example =QASCORE(A2,"2026-10").',
  'problem.FORMULA_ONE_CELL': 'The {argument} must be one cell. Point to a single cell.',
  'problem.FORMULA_BAD_MONTH':
    'The month "{found}" is not clear. Write 2026-10, 202610, “2026年10月” or a date.',
  'problem.FORMULA_BAD_ARGUMENT': 'The {argument} "{found}" cannot be used. Give text or a number.',
  'problem.FORMULA_UNKNOWN_SUBJECT': 'Nobody called "{subject}" this month. Check the name or employee id.',
  'problem.FORMULA_SAME_NAME':
    'Several people are called "{subject}". Use the employee id, or one of: {keys}.',
  'problem.FORMULA_NO_BASE':
    'Rulebook {rulebook} has no starting score. Set it among the parameters in the QAScore pane.',
  'problem.FORMULA_UNKNOWN_CLAUSE': 'Rulebook {rulebook} has no clause {clause}. Check the clause id.',
  'problem.NO_RULEBOOK':
    'No rulebook is chosen yet. Choose one in the QAScore pane; on the command line give --rulebook.',
  'problem.BAD_STATE':
    "QAScore's settings in this workbook cannot be read ({path}); a newer version may have written them. Update the add-in; nothing is overwritten.",
  'problem.BAD_RULEBOOK_COPY':
    'The copy of rulebook {rulebook} in this workbook is damaged. Choose the rulebook again in the QAScore pane.',

  'problem.HOST_EDITING': 'A cell is being edited. Press Enter or Esc to finish, then try again.',
  'problem.HOST_READ_ONLY': 'The workbook is read-only. Save a copy or get edit rights, then try again.',
  'problem.HOST_PROTECTED': 'The workbook or a sheet is protected. Unprotect it, then try again.',
  'problem.HOST_TOO_LARGE':
    'There is too much data to pass at once. Move spare rows and columns or old months away, then try again.',
  'problem.HOST_BUSY': 'Excel is busy or the connection was cut. Wait a few seconds, then try again.',
  'problem.HOST_FAILED': 'Excel did not finish this step ({code}). The workbook is unchanged; try again.',
  'problem.HOST_LEFTOVER':
    'The build was cut and the temporary sheet "{sheet}" could not be removed. Delete it by hand; nothing else changed.',
  'problem.SHEET_GONE':
    'The sheet "{sheet}" was deleted or renamed. Let the sheets be recognised again under Sources.',

  'argument.subject': 'subject',
  'argument.month': 'month',
  'argument.clause': 'clause',
  'argument.rulebook': 'rulebook',

  'explain.statement': 'Statement and reasons',
  'explain.record': 'Record',
  'explain.amount': 'Amount',
  'explain.running': 'Running score',
  'explain.start': 'Start',
  'explain.points': '{points} points',
  'explain.yuan': '¥{yuan}',
  'explain.percent': 'pay {percent}%',
  'check.nothing': 'Nothing waits',
};
