/** What the reading of a regulation asks about, and what the draft command says. */
export const zh = {
  'draft.UNIT_MISSING': '原文没有写按什么计（每次、每人、每项……）。请补上计数单位。',
  'draft.PLACEHOLDER': '原文的数额是空的（{found}）。请填上数额。',
  'draft.AMOUNT_MISSING': '「{found}」没有写数额。请核对原文并补上。',
  'draft.AMOUNT_OPEN': '「{found}」没有写数额，由人酌情决定。请定下数额或范围。',
  'draft.NO_AMOUNT_UNIT': '「{found}」后面没有写单位，按分（罚款按元）读。对吗？',
  'draft.RANGE_REVERSED': '范围「{found}」前大后小。请核对。',
  'draft.LOST_HYPHEN': '「{found}」很可能是粘贴时丢了连字符的 {low}-{high}。请核对原文。',
  'draft.PAGE_BREAK': '这一条中间夹着页码，已跳过。请核对原文。',
  'draft.INHERITED': '数额不在这一条里，取自「{from}」。对吗？',
  'draft.GLUED': '这里像是几个单元格粘成了一句。请核对数额管到哪几项。',
  'draft.ALONE': '数额单独成句，取了它前面的话。请核对它管到哪几项。',
  'draft.MORE_THAN_ITEM': '扣 {found} 分，超过了本项的 {weight} 分。按哪个为准？',
  'draft.MINIMUM': '写的是最低数额，实际数额由人选定。',
  'draft.WHOLE_ITEM': '「{found}」：这一项按 0 分计，要不要同时影响别的项？',
  'draft.DIRECTION': '没有写明是扣还是奖。请确认。',
  'draft.TABLE_NUMBER': '「{found}」只靠表头「{header}」判断是数额。请确认。',
  'draft.BARE_POINTS': '「{found}」前后没有扣、罚、奖等字，按位置判断是数额。请确认。',
  'draft.THRESHOLD_OPEN': '界限「{found}」是空的。请填上。',
  'draft.BOUND_SIDE': '「{found}」含不含这个数本身，原文没有写明。',
  'draft.reason.heading': '标题',
  'draft.reason.no_score': '没有数额',
  'draft.reason.unclear_amount': '有数额或扣罚字样，但读不出条款，请核对',
  'draft.reason.flattened_table': '像是压平了的分档表，读不准，请对照原表填写',
  'draft.reason.page_break': '页码',
  'draft.summary':
    '{clauses} 条计分条款，{consequences} 条不计分的规定，{questions} 个问题；{unread} 处没有读成条款',
  'draft.written': '规程草稿已写入 {file}（{clauses} 条）',
  'problem.DRAFT_EMPTY': '没有读到任何条款，不能生成规程。请检查文件是不是考核办法的正文。',
  'problem.DRAFT_UNREADABLE':
    '文件 {file} 不是文本，也不是 Word 文档（.docx）。请另存为 .txt 或 .docx 再试。',
} as const;

export const en: Record<keyof typeof zh, string> = {
  'draft.UNIT_MISSING': 'The text does not say what is counted (each time, person, item…). Fill in the unit.',
  'draft.PLACEHOLDER': 'The text leaves the amount blank ({found}). Fill it in.',
  'draft.AMOUNT_MISSING': '“{found}” has no amount. Check the source and fill it in.',
  'draft.AMOUNT_OPEN': '“{found}” has no amount; a person decides. Set an amount or a range.',
  'draft.NO_AMOUNT_UNIT': '“{found}” has no unit and is read as points (a fine as yuan). Is that right?',
  'draft.RANGE_REVERSED': 'The range “{found}” runs from high to low. Check it.',
  'draft.LOST_HYPHEN':
    '“{found}” is probably {low}-{high} with its hyphen lost in pasting. Check the source.',
  'draft.PAGE_BREAK': 'A page number inside this rule was skipped. Check the source.',
  'draft.INHERITED': 'The amount is not in this rule but in “{from}”. Is that right?',
  'draft.GLUED': 'Several cells seem to be glued into one sentence. Check which of them the amount covers.',
  'draft.ALONE': 'The amount is a sentence of its own; the words before it were taken. Check what it covers.',
  'draft.MORE_THAN_ITEM': 'It takes {found} points, more than the {weight} points of the item. Which holds?',
  'draft.MINIMUM': 'This is the least; a person chooses the actual amount.',
  'draft.WHOLE_ITEM': '“{found}”: the item scores 0. Does it touch other items as well?',
  'draft.DIRECTION': 'The text does not say whether this is taken or granted. Confirm.',
  'draft.TABLE_NUMBER': '“{found}” is an amount only by the column header “{header}”. Confirm.',
  'draft.BARE_POINTS': '“{found}” has no verb; it is an amount only by its place. Confirm.',
  'draft.THRESHOLD_OPEN': 'The bound “{found}” is blank. Fill it in.',
  'draft.BOUND_SIDE': 'Whether “{found}” includes the number itself is not stated.',
  'draft.reason.heading': 'heading',
  'draft.reason.no_score': 'no amount',
  'draft.reason.unclear_amount': 'speaks of amounts but no rule could be read; please check',
  'draft.reason.flattened_table':
    'looks like a flattened table of tiers that cannot be read; please fill in from the original',
  'draft.reason.page_break': 'page number',
  'draft.summary':
    '{clauses} scoring clauses, {consequences} rules without a score, {questions} questions; {unread} places not read as rules',
  'draft.written': 'Draft rulebook written to {file} ({clauses} clauses)',
  'problem.DRAFT_EMPTY':
    'No clause was found, so no rulebook can be made. Check that the file holds the text of the rules.',
  'problem.DRAFT_UNREADABLE':
    'The file {file} is neither text nor a Word document (.docx). Save it as .txt or .docx and try again.',
};
