import { gas } from '../../fixtures/workbooks/gas';
import { MadeBook, type BookOptions } from '../../support/madeBook';
import type { BuiltMonth } from '../../../src/month/build';
import { findTab } from '../../../src/month/tabs';
import { createWorkbook, type LiteralCell } from '../../../src/workbook/xlsx';

const LEDGER = '服务质量问题台账';
const GAS: BookOptions = {
  rulebook: 'GAS',
  month: '2026-05',
  today: '2026-06-10',
  settings: { base: '100' },
};

function gasBook(): MadeBook {
  return new MadeBook(createWorkbook(gas.sheets));
}

/** Number of the issue whose content holds some words. */
function numberOf(built: BuiltMonth, words: string): string {
  const found = built.cases.issues.filter(({ content }) => content?.includes(words));
  expect(found).toHaveLength(1);
  return found[0]!.id;
}

/** Points and state of a person, and the sanctions proposed. */
function monthOf(built: BuiltMonth, name: string) {
  const subject = built.report.subjects.find((candidate) => candidate.name === name)!;
  return {
    points: subject.card.deducted / 1000,
    state: subject.state,
    discipline: subject.card.discipline,
  };
}

const asked = (built: BuiltMonth) => built.report.setAside.map(({ code, row }) => `${code} ${row}`);

describe('the first run over a team with a complaint ledger', () => {
  test('makes an issue of every row, numbered in order of receipt, and the four tabs', () => {
    const book = gasBook();
    const built = book.run(GAS);

    expect(built.cases.issues).toHaveLength(18);
    expect(numberOf(built, '提前十分钟停止办理')).toBe('2026-001');
    expect(numberOf(built, '没有征询意见')).toBe('2026-018');
    expect(book.sheets.slice(3, 7)).toEqual(['台账', '督办单', '纠正措施', '考核意见']);
    expect(book.value('台账', '2026-001', '服务质量问题内容')).toBe('窗口提前十分钟停止办理');
    expect(book.value('台账', '2026-001', '状态')).toBe('受理');
  });

  test('shows what the reader settled about a row: clause, person, head, what was chosen', () => {
    const book = gasBook();
    const built = book.run(GAS);
    const number = numberOf(built, '唱收唱付');

    expect(book.value('考核意见', number, '考核条款')).toBe('GAS-05.4');
    expect(book.value('考核意见', number, '责任人')).toBe('梁蔓');
    expect(book.value('考核意见', number, '部门负责人')).toBe('温砚秋');
    expect(book.value('考核意见', number, '考核意见')).toBe('梁蔓 扣12分\n温砚秋 扣5分');
    // a failing of the head's own, which the sheet puts down to him by name
    const own = numberOf(built, '没有制定整改措施');
    expect(book.value('考核意见', own, '考核意见')).toBe('桑柏年 扣12分');
  });

  test('a second and third run change no cell and no byte', () => {
    const book = gasBook();
    book.run(GAS);
    const first = book.file;
    const again = book.build(GAS);
    expect([book.changes(again), again.conflicts, again.report.findings]).toEqual([{}, [], []]);
    const built = book.run(GAS);
    expect(built.stateText).toBe(again.stateText);
    expect(Buffer.from(book.file).equals(Buffer.from(first))).toBe(true);
  });
});

describe('what people write on the tabs', () => {
  test('a level and a sanction settle a row that was set aside, and it counts once', () => {
    const book = gasBook();
    const first = book.run(GAS);
    const number = numberOf(first, '没有告知客户处理安排');
    const { row } = first.cases.issues.find(({ id }) => id === number)!.source!;
    expect(asked(first)).toContain(`LEVEL_REQUIRED ${row}`);

    book.type('台账', number, { 级别: '三级' }).type('考核意见', number, { 处分: '警告' });
    const built = book.run(GAS);

    expect(monthOf(built, '佟越')).toEqual({ points: 0, state: 'complete', discipline: ['记过', '警告'] });
    expect(asked(built).filter((line) => line.endsWith(` ${row}`))).toEqual([]);
    const entries = built.report.subjects.flatMap(({ card }) =>
      card.entries.filter(({ source }) => source?.sheet === LEDGER && source.row === row),
    );
    expect(entries.map(({ subject, clause }) => [subject, clause])).toEqual([['佟越', 'GAS-06.3']]);
    expect(book.changes(book.build(GAS))).toEqual({});
  });

  test('points below the minimum are asked about until they are raised, then the head answers too', () => {
    const book = gasBook();
    const first = book.run(GAS);
    // the ledger proposes 8 where the clause asks for 10
    expect(monthOf(first, '梁蔓')).toMatchObject({ points: 12, state: 'incomplete' });
    const number = numberOf(first, '客户跑了两趟');

    book.type('考核意见', number, { 扣分: '9' });
    const low = book.run(GAS);
    expect(low.report.setAside.filter(({ code }) => code === 'CASE_POINTS_BELOW_MINIMUM')).toHaveLength(1);
    expect(monthOf(low, '梁蔓')).toMatchObject({ points: 12, state: 'incomplete' });

    book.type('考核意见', number, { 扣分: '11分' });
    const built = book.run(GAS);
    expect(monthOf(built, '梁蔓')).toMatchObject({ points: 23, state: 'complete' });
    // five for each of four grievances of the department
    expect(monthOf(built, '温砚秋')).toMatchObject({ points: 20 });
  });

  test('a finding of the investigation counts, either way', () => {
    const book = gasBook();
    const first = book.run(GAS);
    book
      .type('考核意见', numberOf(first, '称抄错气量'), { 核实: '是' })
      .type('考核意见', numberOf(first, '没有佩戴工作牌'), { 核实: '否' });
    const built = book.run(GAS);

    expect(monthOf(built, '尚清').points).toBe(20);
    expect(monthOf(built, '凌岱').points).toBe(10);
    expect(monthOf(built, '何素兰').points).toBe(0);
    expect(monthOf(built, '温砚秋').points).toBe(10);
  });

  test('what was measured on the row still holds: three rings are none too many whoever heads the department', () => {
    const book = gasBook();
    const first = book.run(GAS);
    const [three, five] = ['热线接听慢', '响了很久才接听'].map((words) => numberOf(first, words));
    book.type('考核意见', three!, { 负责人扣分: '6' }).type('考核意见', five!, { 扣分: '15' });
    const built = book.run(GAS);

    expect(monthOf(built, '程小满').points).toBe(15);
  });

  test('a row typed into the ledger becomes an issue with a number, once, and can be assessed', () => {
    const book = gasBook();
    book.run(GAS);
    book.append('台账', '2026-018', {
      受理时间: '2026-05-25',
      客户姓名: '池先生',
      服务质量问题内容: '工作人员没有工作牌',
      '抱怨/投诉': '抱怨',
    });
    expect(
      book
        .run(GAS)
        .cases.issues.map(({ id }) => id)
        .slice(-2),
    ).toEqual(['2026-018', '2026-019']);
    expect(book.value('台账', '2026-019', '客户姓名')).toBe('池先生');
    expect(book.run(GAS).cases.issues).toHaveLength(19);

    book.type('考核意见', '2026-019', {
      核实: '是',
      责任人: '何素兰',
      考核条款: 'GAS-01',
      部门负责人: '温砚秋',
    });
    const built = book.run(GAS);
    expect(monthOf(built, '何素兰').points).toBe(20);
    expect(monthOf(built, '温砚秋').points).toBe(20);
    expect(book.changes(book.build(GAS))).toEqual({});
  });

  test('stays when the tabs are made in the other language, and is read there as well', () => {
    const book = gasBook();
    const first = book.run(GAS);
    const number = numberOf(first, '没有告知客户处理安排');
    book
      .type('台账', number, { 级别: '三级', 承办部门: '热线中心' })
      .type('考核意见', number, { 处分: '警告' });
    const english = { ...GAS, language: 'en' } as const;
    const built = book.run(english);

    expect(built.cases.issues.find(({ id }) => id === number)).toMatchObject({
      level: 3,
      handlingDepartment: '热线中心',
    });
    expect(monthOf(built, '佟越').discipline).toEqual(['记过', '警告']);
    expect([book.changes(book.build(english)), book.build(english).report.findings]).toEqual([{}, []]);
    book.run(GAS);
    expect(book.value('台账', number, '级别')).toBe('三级');
    expect(book.value('台账', number, '承办部门')).toBe('热线中心');
  });

  test('a name that nobody has is asked about and charged to nobody', () => {
    const book = gasBook();
    const first = book.run(GAS);
    book.type('考核意见', numberOf(first, '没有佩戴工作牌'), { 责任人: '何素芳' });
    const built = book.run(GAS);

    expect(built.report.setAside.map(({ code, params }) => [code, params.name])).toContainEqual([
      'CASE_PERSON_UNKNOWN',
      '何素芳',
    ]);
    expect(built.report.subjects.map(({ name }) => name)).not.toContain('何素芳');
    expect(monthOf(built, '何素兰').points).toBe(0);
  });

  test('a step that lacks something is refused with its cell, and a complete one moves the issue', () => {
    const book = gasBook();
    const first = book.run(GAS);
    const number = numberOf(first, '没有佩戴工作牌');
    book.type('台账', number, { 状态: '处理' });
    const refused = book.run(GAS);
    const { rows } = book.grid('台账');
    const row = rows.findIndex((cells) => cells.includes(number)) + 1;
    expect(refused.report.findings!.map(({ code, sheet, address }) => [code, sheet, address])).toEqual(
      [
        'CASE_DEMAND_REQUIRED',
        'CASE_DEPARTMENT_REQUIRED',
        'CASE_HANDLER_REQUIRED',
        'CASE_LIMIT_REQUIRED',
      ].map((code) => [code, '台账', `R${row}`]),
    );
    expect(book.value('台账', number, '状态')).toBe('受理');

    book.type('台账', number, { 承办部门: '营业厅', 处理时限: '3日内', 状态: '督办' });
    book.run(GAS);
    const short = `第${number.split('-')[1]}号`;
    book.fill('督办单', short, '客户要求:', '改进').fill('督办单', short, '承办人', '温砚秋');
    book.type('台账', number, { 状态: '处理' });
    const moved = book.run(GAS);
    expect([moved.report.findings, book.value('台账', number, '状态')]).toEqual([[], '处理']);
    expect(moved.plans.find(({ id }) => id === 'correction:2026-05')!.rows.map(({ id }) => id)).toContain(
      `${number}:title`,
    );
  });
});

describe('the document in the workbook', () => {
  test('where it cannot be read the tabs tell the issues again, and a person is told', () => {
    const book = gasBook();
    const first = book.run(GAS);
    const number = numberOf(first, '没有佩戴工作牌');
    book.type('台账', number, { 承办部门: '营业厅' });
    const sheets = book.build(GAS);
    for (const damaged of ['no document', '{"cases":{"version":7}}']) {
      const built = book.build(GAS, damaged);
      expect(built.report.findings!.map(({ code, sheet }) => [code, sheet])).toEqual([
        ['CASE_FILE_INVALID', '台账'],
      ]);
      expect(
        built.cases.issues.map(({ id, state, handlingDepartment }) => [id, state, handlingDepartment]),
      ).toEqual(
        sheets.cases.issues.map(({ id, state, handlingDepartment }) => [id, state, handlingDepartment]),
      );
    }
  });

  test('other parts of it stay as they are', () => {
    const built = gasBook().build(GAS, '{"version":1,"month":"2026-05","unknown":[1]}');
    expect(JSON.parse(built.stateText!)).toMatchObject({ version: 1, month: '2026-05', unknown: [1] });
  });

  test('stays as it is where the ledger is not written, so that typed rows get their number only once', () => {
    const book = gasBook();
    book.run(GAS);
    book.append('台账', '2026-018', { 受理时间: '2026-05-25', 服务质量问题内容: '新问题' });
    const performance = findTab('performance')!;
    const only = { ...GAS, tabs: [performance] };
    const before = book.build(only);
    expect(before.plans.map(({ id }) => id)).toEqual(['performance:2026-05']);
    expect(JSON.parse(before.stateText!).cases.issues).toHaveLength(18);
    expect(book.run(GAS).cases.issues).toHaveLength(19);
  });
});

describe('the complaint sheet goes on living', () => {
  const HEADERS = [
    '受理时间',
    '客户姓名',
    '投诉内容',
    '性质',
    '责任部门',
    '责任人',
    '是否属实',
    '考核条款',
    '处理结果',
  ];
  const row = (...cells: LiteralCell[]): LiteralCell[] => cells;
  const ROWS = [
    row('2026-05-06', '安女士', '没有佩戴工作牌', '抱怨', '营业厅', '何素兰', '属实', 'GAS-01', '致歉'),
    row('2026-05-07', '苗先生', '材料说不清', '抱怨', '营业厅', '梁蔓', '属实', 'GAS-05.3', '致歉'),
  ];
  const sheet = (...rows: LiteralCell[][]) =>
    createWorkbook([{ name: '投诉登记', rows: [HEADERS, ...rows] }]);

  test('a corrected clause on the sheet is taken over; one that a person typed on the tab stays', () => {
    const book = new MadeBook(sheet(...ROWS));
    book.run(GAS);
    book.type('考核意见', '2026-002', { 考核条款: 'GAS-01' });
    book.run(GAS);
    book
      .type('投诉登记', '安女士', { 考核条款: 'GAS-05.2' })
      .type('投诉登记', '苗先生', { 考核条款: 'GAS-05.1' });
    const built = book.run(GAS);

    expect(built.cases.issues.map(({ clause }) => clause)).toEqual(['GAS-05.2', 'GAS-01']);
    expect(['2026-001', '2026-002'].map((id) => book.value('考核意见', id, '考核条款'))).toEqual([
      'GAS-05.2',
      'GAS-01',
    ]);
    expect(book.changes(book.build(GAS))).toEqual({});
  });

  test('a row that repeats another counts once, whatever is decided about its issue', () => {
    const book = new MadeBook(sheet(ROWS[0]!, ROWS[0]!));
    expect(monthOf(book.run(GAS), '何素兰').points).toBe(10);
    book.type('考核意见', '2026-002', { 扣分: '12' });
    expect(monthOf(book.run(GAS), '何素兰').points).toBe(10);
    book.type('考核意见', '2026-001', { 扣分: '15' });
    expect(monthOf(book.run(GAS), '何素兰').points).toBe(15);
  });

  test('a clause cleared on the sheet is open again', () => {
    const book = new MadeBook(sheet(...ROWS));
    book.run(GAS);
    book.type('投诉登记', '苗先生', { 考核条款: null, 投诉内容: '语焉不详' });
    const built = book.run(GAS);
    expect(built.cases.issues[1]!.clause).toBeUndefined();
    expect(built.report.setAside.map(({ row }) => row)).toEqual([3]);
    expect(book.changes(book.build(GAS))).toEqual({});
  });

  test('a row that is gone leaves its issue in the ledger and charges nobody', () => {
    const book = new MadeBook(sheet(...ROWS));
    expect(monthOf(book.run(GAS), '何素兰').points).toBe(10);
    book.clear('投诉登记', '安女士');
    const built = book.run(GAS);

    expect(built.cases.issues.map(({ id, missing }) => [id, missing])).toEqual([
      ['2026-001', true],
      ['2026-002', undefined],
    ]);
    expect(book.value('台账', '2026-001', '客户姓名')).toBe('安女士');
    expect(built.report.subjects.find(({ name }) => name === '何素兰')?.card.deducted ?? 0).toBe(0);
  });

  test('the ledger of the new year takes over what is open, and the old one is left as it is', () => {
    const book = new MadeBook(sheet(...ROWS));
    book.run({ ...GAS, month: '2026-12' });
    const january = book.run({ ...GAS, month: '2027-01', today: '2027-02-01' });
    expect(january.plans.map(({ id }) => id).filter((id) => id.startsWith('ledger'))).toEqual([
      'ledger:2027',
    ]);
    expect(january.cases.issues).toHaveLength(2);
    expect(book.sheets).toEqual(expect.arrayContaining(['台账', '台账 (2)']));

    book.type('台账 (2)', '2026-001', { 承办部门: '营业厅' });
    const december = book.run({ ...GAS, month: '2026-12', today: '2027-02-01' });
    expect(december.plans.map(({ id }) => id).filter((id) => id.startsWith('ledger'))).toEqual([
      'ledger:2027',
    ]);
    expect(december.cases.issues[0]!.handlingDepartment).toBe('营业厅');
  });
});

describe('workbooks and rulebooks without the procedure', () => {
  const LOG = createWorkbook([
    {
      name: '质检记录',
      rows: [
        ['日期', '姓名', '条款'],
        ['2026-10-08', '周晓兰', 'GM-02'],
      ],
    },
  ]);
  const COMPLAINTS = createWorkbook([
    {
      name: '投诉登记',
      rows: [
        ['受理时间', '受理渠道', '客户姓名', '投诉内容', '被投诉人', '是否属实', '处理结果', '回访满意度'],
        ['2026-10-06', '热线', '贾先生', '没人接电话', '周晓兰', '属实', '致歉', '满意'],
      ],
    },
    {
      name: '质检记录',
      rows: [
        ['日期', '姓名', '条款'],
        ['2026-10-08', '周晓兰', 'GM-02'],
      ],
    },
  ]);
  const GM: BookOptions = { rulebook: 'GM', month: '2026-10', today: '2026-10-31' };
  const CASES = ['ledger', 'order', 'correction', 'assessment'];
  const caseTabs = (built: BuiltMonth) =>
    built.plans.map(({ id }) => id.split(':')[0]!).filter((id) => CASES.includes(id));

  test('no complaint, no casework tab, unless it is asked for; nothing is stored', () => {
    const book = new MadeBook(LOG);
    const built = book.build(GM);
    expect([caseTabs(built), built.stateText]).toEqual([[], undefined]);
    const asked = ['ledger', 'orders'].map((name) => findTab(name)!);
    expect(caseTabs(book.build({ ...GM, tabs: asked }))).toEqual(['ledger', 'order']);
  });

  test('a rulebook with the procedure always has its four tabs', () => {
    expect(caseTabs(new MadeBook(LOG).build({ ...GAS, month: '2026-10' }))).toEqual(CASES);
  });

  test('a complaint sheet brings the lists at once and the forms with the first order', () => {
    const book = new MadeBook(COMPLAINTS);
    expect(caseTabs(book.run(GM))).toEqual(['ledger', 'assessment']);
    book.type('台账', '2026-001', { 状态: '督办' });
    expect(caseTabs(book.run(GM))).toEqual(['ledger', 'order', 'assessment']);
  });

  test('a verified complaint is assessed by a clause of the rulebook when a person names one', () => {
    const book = new MadeBook(COMPLAINTS);
    const before = book.run(GM);
    expect(monthOf(before, '周晓兰')).toMatchObject({ points: 2, state: 'complete' });
    book.type('台账', '2026-001', { '抱怨/投诉': '抱怨' });
    expect(monthOf(book.run(GM), '周晓兰')).toMatchObject({ points: 2, state: 'complete' });
    book.type('考核意见', '2026-001', { 考核条款: 'GM-03' });
    expect(monthOf(book.run(GM), '周晓兰')).toMatchObject({ points: 4, state: 'complete' });
  });
});
