import { draftRegulation, type DraftClause } from '../../../src/draft';
import { QUESTION_CODES } from '../../../src/draft/question';
import { TEXT_KEYS } from '../../../src/i18n';

const read = (text: string): readonly DraftClause[] => draftRegulation(text).clauses;
const only = (text: string): DraftClause => {
  const clauses = read(text);
  expect(clauses.map((clause) => clause.text)).toHaveLength(1);
  return clauses[0]!;
};
const codes = (clause: DraftClause): string[] => clause.questions.map((question) => question.code);

describe('amounts', () => {
  test.each([
    ['漏回工单的,每件扣2分。', { points: 2, money: null, unit: '件', direction: 'deduct' }],
    ['漏回工单的,每件扣０．５分。', { points: 0.5, unit: '件' }],
    ['会议室未复位,罚款五十元。', { points: null, money: 50, unit: null }],
    ['传错资料 3-6 分/次', { points: [3, 6], unit: '次' }],
    ['传错资料,处20元以上80元以下罚款。', { money: [20, 80], unit: null }],
    ['冒用他人账号(-4)', { points: 4, direction: 'deduct' }],
    ['带教新人:+3分', { points: 3, direction: 'bonus' }],
    ['收到感谢信一封奖30元。', { money: 30, unit: '封', direction: 'bonus' }],
    ['一处不合格扣1分。', { points: 1, unit: '处' }],
    ['乱扔纸屑给予15元罚款每次。', { money: 15, unit: '次' }],
    ['丢失钥匙,一次扣款40元减3分。', { points: 3, money: 40, unit: '次' }],
    ['拒接热线,扣当月绩效20%减2分。', { points: 2, percent: 20, percent_of: '当月绩效' }],
    ['无故缺席值班,扣除2天工资。', { wage_days: 2, points: null, money: null }],
    ['泄密的,责任人当月绩效扣减不低于8分。', { points: 8, minimum: true }],
    ['早会迟到,每分钟扣2元。', { money: 2, unit: '分钟', per_step: '1分钟' }],
    ['回访率每低1个百分点扣0.3分。', { points: 0.3, unit: '百分点', per_step: '1个百分点' }],
    ['报表迟交,每日扣1分,累计不超过5分。', { points: 1, unit: '天', cap: '5分' }],
    ['合格率达到98%的,得12分。', { points: 12, direction: 'score_tier' }],
  ])('%s', (text, expected) => {
    expect(only(text)).toMatchObject(expected);
  });

  test.each([
    '考核满分100分,低于60分为不合格。',
    '通话时长不少于5分钟,间隔10分钟。',
    '本项工作非常重要,十分关键。',
    '一、服务质量(30分)',
    '扣分标准 评分说明',
    '餐费标准为20元。',
    '迟到不扣分。',
  ])('no score in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('several amounts for the cases before stay one list', () => {
    expect(only('兼职人员违反上述三项的,分别罚款10元、20元、30元。').money).toEqual([10, 20, 30]);
  });
});

describe('bounds', () => {
  test.each([
    ['排队超过15分钟的扣1分。', 'minutes>15'],
    ['排队15分钟以内的扣1分。', 'minutes<=15'],
    ['排队5-15分钟的扣1分。', 'minutes in [5,15]'],
    ['排队5分钟以上15分钟以内的扣1分。', 'minutes in (5,15]'],
    ['当月漏接3次及以上的扣1分。', 'count>=3/month'],
    ['接听率低于90%的扣1分。', 'rate<90%'],
    ['第二次漏接的扣1分。', 'occurrence=2'],
    ['超过36小时未处理的扣1分。', 'hours>36'],
    ['情节严重的扣1分。', 'severe'],
  ])('%s', (text, threshold) => {
    expect(only(text).threshold).toBe(threshold);
  });
});

describe('nothing is invented', () => {
  test('a missing number stays empty and is asked about', () => {
    const clause = only('复核率每减少1个百分点,扣分;');
    expect(clause).toMatchObject({ points: null, unit: '百分点' });
    expect(codes(clause)).toContain('AMOUNT_MISSING');
  });

  test('a blank to fill in', () => {
    const clause = only('每次违反值班纪律扣X分。');
    expect(clause).toMatchObject({ points: null, placeholder: true, unit: '次' });
    expect(clause.confidence).toBeLessThan(0.7);
  });

  test('a lost hyphen is flagged', () => {
    const clause = read('着装不整扣1分。口径错误扣2分。漏登扣3分。造成影响的,视情况扣46分。')[3]!;
    expect(clause).toMatchObject({ points: [4, 6], lost_hyphen: '4-6' });
    expect(codes(clause)).toContain('LOST_HYPHEN');
    expect(clause.confidence).toBeLessThan(0.5);
  });

  test('a page number inside an amount is flagged', () => {
    const clause = only('未贴标识的,扣0\n\n7、.4分。');
    expect(clause.points).toBe(0.4);
    expect(codes(clause)).toContain('PAGE_BREAK');
  });

  test('no unit in the text: none in the clause', () => {
    const clause = only('台账不全扣2分。');
    expect(clause.unit).toBeNull();
    expect(codes(clause)).toContain('UNIT_MISSING');
  });

  test('a flattened table of tiers is not read', () => {
    const draft = draftRegulation('≥98%100分98%>/≥95%85分95%>/≥90%60<90%0');
    expect(draft.clauses).toEqual([]);
    expect(draft.unread.map((place) => place.reason)).toContain('flattened_table');
  });
});

describe('scope', () => {
  test('items inherit the amount announced before them', () => {
    const clauses = read('有下列情形之一的,每次扣3分:\n1、漏接来电;\n2、讲方言;\n3、挂断客户电话,扣8分。');
    expect(clauses.map(({ points, unit, inherited }) => [points, unit, inherited !== undefined])).toEqual([
      [3, '次', true],
      [3, '次', true],
      [8, null, false],
    ]);
  });

  test('items inherit the amount in brackets of their heading, the next heading does not', () => {
    const clauses = read('1、卫生:(每处罚款5元)A)地面有水;B)台面有尘;2、态度:A)吵闹罚款30元。');
    expect(clauses.map(({ money, unit }) => [money, unit])).toEqual([
      [5, '处'],
      [5, '处'],
      [30, null],
    ]);
  });

  test('items before a rule that looks back on them', () => {
    const clauses = read('1、不得会客;2、不得饮酒;3、不得赌博。以上规定每违反一项扣6分。');
    expect(clauses.map(({ points, unit }) => [points, unit])).toEqual([
      [6, '项'],
      [6, '项'],
      [6, '项'],
    ]);
  });

  test('the price of a sanction that stands in a note', () => {
    const clause = only('私换班次的,记小过一次。(注:记小过一次扣款60元)');
    expect(clause).toMatchObject({ money: 60, unit: '次', consequence: '记小过一次' });
    expect(clause.text).toBe('私换班次的,记小过一次');
  });

  test('cells of a table', () => {
    const clauses = read(
      '序号 | 行为 | 处罚 |\n1 | 上班时间下棋打牌 | 10元/次 |\n2 | 把钥匙交给外人 | 20-60 |',
    );
    expect(clauses.map(({ money, unit }) => [money, unit])).toEqual([
      [10, '次'],
      [[20, 60], null],
    ]);
  });

  test('sanctions with and without a score', () => {
    const draft = draftRegulation('顶撞客户的,每次扣9分,并书面警告一次;收受财物的,立即辞退。');
    expect(draft.clauses).toMatchObject([{ points: 9, consequence: '书面警告一次' }]);
    expect(draft.consequences).toMatchObject([{ direction: 'none', consequence: '立即辞退' }]);
  });

  test('doubling', () => {
    const [first, second] = read('错派工单每单扣4分,引起投诉的加倍扣罚。');
    expect(first).toMatchObject({ points: 4, unit: '单', multiplier: null });
    expect(second).toMatchObject({ points: null, multiplier: 2 });
  });

  test('weight of the item', () => {
    const clause = only('接听规范(5分) 未报工号(-8)');
    expect(clause).toMatchObject({ points: 8, section: '接听规范(5分)' });
    expect(codes(clause)).toContain('MORE_THAN_ITEM');
  });
});

test('spans are those of the source, and the rest is listed', () => {
  const text = '总则：本办法自发布之日起施行。\r\n１、漏登台账，每次扣２分；\r\n';
  const draft = draftRegulation(text);
  const [clause] = draft.clauses;
  expect(clause?.text).toBe('漏登台账，每次扣２分');
  expect(text.slice(clause?.start, clause?.end)).toBe(clause?.text);
  expect(draft.unread.map(({ start, end }) => text.slice(start, end))).toContain(
    '总则：本办法自发布之日起施行',
  );
});

test('every question has a sentence', () => {
  expect(QUESTION_CODES.filter((code) => !TEXT_KEYS.some((key) => key === `draft.${code}`))).toEqual([]);
});
