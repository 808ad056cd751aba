import { readFileSync } from 'node:fs';
import type { RowEvidence } from '../../../../src/intake/matching/evidence';
import { buildMatcher } from '../../../../src/intake/matching/matcher';
import { matchClause } from '../../../../src/intake/matching/matchClause';
import { minutesInText, ringsInText } from '../../../../src/intake/records/measures';
import { formatDecimal } from '../../../../src/facts/decimal';
import { matcher, rulebook } from './helpers';

const evidence = (more: Partial<RowEvidence>): RowEvidence => ({
  codes: [],
  texts: [],
  categories: [],
  amounts: {},
  qty: { digits: 1n, scale: 0 },
  elements: {},
  ...more,
});

function outcome(book: string, more: Partial<RowEvidence>): string {
  const match = matchClause(matcher(book), evidence(more));
  return match.kind === 'matched' ? `${match.by} ${match.clause.id}` : `${match.kind} ${match.reason.code}`;
}

describe('codes', () => {
  test.each([
    ['GM', 'GM-04', 'GM-04'],
    ['GM', 'gm04', 'GM-04'],
    ['GM', 'GM4', 'GM-04'],
    ['GM', 'ＧＭ－０４', 'GM-04'],
    ['SVC', 'SVC第8条', 'SVC-08'],
    ['SVC', '第17条', 'SVC-17'],
    ['SVC', '第十七条', 'SVC-17'],
    ['SVC', 17, 'SVC-17'],
    ['PM', '6.3', 'PM-6.3'],
    ['PM', 6.3, 'PM-6.3'],
    ['GAS', 'GAS-05.3', 'GAS-05.3'],
    ['GAS', '附件4第5条第3款', 'GAS-05.3'],
    ['GAS', '附件4第16条', 'GAS-16'],
    ['OUT', '1.10', 'OUT-1.10'],
    ['CQ', 'D3', 'CQ-D3'],
    ['CP', 'CP-A5', 'CP-A5'],
    ['GM', '违反GM-09', 'GM-09'],
  ])('%s: %s is %s', (book, code, clause) => {
    expect(outcome(book, { codes: [code] })).toBe(`code ${clause}`);
  });

  test('a code is checked against the rulebook', () => {
    expect(outcome('GM', { codes: ['GM-77'] })).toBe('unmatched MATCH_CODE_UNKNOWN');
    expect(outcome('GM', { codes: ['第90条'] })).toBe('unmatched MATCH_CODE_UNKNOWN');
    expect(outcome('GM', { codes: ['GM-18'] })).toBe('unmatched MATCH_NOT_RECORDED');
  });

  test('a number cell cannot tell 1.1 from 1.10', () => {
    expect(outcome('OUT', { codes: [1.1] })).toBe('uncertain MATCH_SEVERAL_CODES');
    expect(outcome('OUT', { codes: [1.1], texts: ['工作现场混乱,没有保持整洁'] })).toBe('code OUT-1.1');
  });

  test('two codes in one cell are asked about', () => {
    expect(outcome('GM', { codes: ['GM-04、GM-16'] })).toBe('uncertain MATCH_SEVERAL_CODES');
  });

  test('a wording in the clause column is a wording', () => {
    expect(outcome('SVC', { codes: ['反查用户资料'] })).toBe('title SVC-06');
  });
});

describe('wordings', () => {
  test('a wording confirmed before is taken as it was', () => {
    const known = buildMatcher(rulebook('GM'), { '工位上摆了 手办!': 'GM-12' });
    const match = matchClause(known, evidence({ texts: ['工位上摆了手办'] }));
    expect(match.kind === 'matched' && [match.by, match.clause.id]).toEqual(['known', 'GM-12']);
  });

  test('two clauses equally near, or none, are asked about', () => {
    expect(outcome('GM', { texts: ['游戏区服出现重大故障,没有及时上报'] })).toBe('uncertain MATCH_CLOSE');
    expect(outcome('GM', { texts: ['工位上摆了一排手办,主管觉得影响美观'] })).toMatch(/^unmatched/);
    expect(outcome('GAS', { texts: ['进门没穿鞋套'] })).toBe('uncertain MATCH_CLOSE');
    expect(outcome('GAS', { texts: ['通气点火时未穿鞋套'] })).toBe('wording GAS-11.2');
  });

  test('the category narrows and contradicts', () => {
    expect(outcome('QA', { categories: ['业务知识错误'], texts: ['优惠规则答错'] })).toBe('category QA-03');
    expect(
      outcome('QA', { categories: ['服务态度不佳'], texts: ['未经用户同意,擅自泄露用户个人信息'] }),
    ).toBe('uncertain MATCH_CATEGORY_DIFFERS');
  });

  test('amounts that the clause cannot bring contradict a wording but not a code', () => {
    const points = (text: string) => ({ points: { digits: BigInt(text), scale: 0 } });
    expect(outcome('SVC', { texts: ['反查客户的资料'], amounts: points('10') })).toBe('wording SVC-06');
    expect(outcome('SVC', { texts: ['反查客户的资料'], amounts: points('-10') })).toBe('wording SVC-06');
    expect(outcome('SVC', { texts: ['反查客户的资料'], amounts: points('6') })).toBe(
      'uncertain MATCH_AMOUNT_DIFFERS',
    );
    const coded = matchClause(matcher('SVC'), evidence({ codes: ['第6条'], amounts: points('6') }));
    expect(coded.kind === 'matched' && coded.warnings.map(({ code }) => code)).toEqual(['AMOUNT_DIFFERS']);
  });

  test('a multiple of the amount agrees: quantity and doubling', () => {
    const twelve = { points: { digits: 12n, scale: 0 } };
    expect(outcome('SVC', { codes: ['第8条'], amounts: twelve })).toBe('code SVC-08');
    const two = evidence({ codes: ['第12条'], amounts: twelve, qty: { digits: 2n, scale: 0 } });
    const match = matchClause(matcher('SVC'), two);
    expect(match.kind === 'matched' && match.warnings).toEqual([]);
  });

  test('a shift or a denied element contradicts', () => {
    expect(outcome('GM', { texts: ['在办公场所吸烟'], shift: '早班' })).not.toMatch(/GM-16$/);
    expect(outcome('SVC', { codes: ['第3条'], elements: { dispute: false } })).toBe('absent MATCH_BY_CODE');
    expect(outcome('SVC', { codes: ['第3条'], elements: { dispute: true } })).toBe('code SVC-03');
    expect(outcome('SVC', { codes: ['第7条'], elements: { dispute: false } })).toBe('code SVC-07');
  });

  test('a result that the title names has to be told, in the text or in a column of its own', () => {
    expect(outcome('OUT', { texts: ['业务不熟'] })).toBe('uncertain MATCH_RESULT_MISSING');
    expect(outcome('OUT', { texts: ['业务不熟引起客户误解'] })).toBe('wording OUT-6.2');
    const wrong = { texts: ['客户姓名登记错误'] };
    expect(outcome('SVC', wrong)).toMatch(/^uncertain/);
    expect(outcome('SVC', { ...wrong, elements: { dispute: true } })).not.toMatch(/RESULT_MISSING/);
  });

  test('a clause that begins at a bound needs a value or a bound', () => {
    expect(outcome('GM', { texts: ['上班时间不在岗位'] })).toBe('uncertain MATCH_MEASURE_MISSING');
    expect(outcome('GM', { texts: ['上班时间不在岗位'], measured: true })).toBe('wording GM-04');
    expect(outcome('GM', { texts: ['上班时间不在岗位90分钟'] })).toBe('wording GM-04');
    // An hour is the bound.
    expect(outcome('GM', { texts: ['离岗半小时'] })).toBe('uncertain MATCH_MEASURE_MISSING');
    expect(outcome('GM', { texts: ['脱岗超过30分钟'] })).toBe('uncertain MATCH_MEASURE_MISSING');
    expect(outcome('GM', { texts: ['脱岗超过一小时'] })).toBe('wording GM-04');
  });

  test('a matter named without a fault says nothing', () => {
    expect(outcome('OUT', { texts: ['报表问题'] })).toBe('uncertain MATCH_WEAK');
    expect(outcome('QA', { texts: ['客户投诉'] })).toBe('uncertain MATCH_WEAK');
    expect(outcome('OUT', { texts: ['报表填写与事实不符'] })).toBe('wording OUT-7.6');
  });

  test('a denial is no violation', () => {
    expect(outcome('GM', { texts: ['夜班巡查,未在办公场所吸烟'] })).toBe('uncertain MATCH_DENIED');
    expect(outcome('GM', { texts: ['误报:夜班在办公场所吸烟'] })).toBe('uncertain MATCH_DENIED');
  });
});

describe('labelled texts', () => {
  interface Labelled {
    readonly rulebook: string;
    readonly text: string;
    readonly clause: string | null;
  }
  const rows = JSON.parse(readFileSync('test/fixtures/matching/labelled.json', 'utf8')) as Labelled[];

  test('enough of them, with enough that must be asked', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(rows.filter(({ clause }) => clause === null).length).toBeGreaterThanOrEqual(40);
  });

  test('automatic matches are right and most clear texts are matched', () => {
    let automatic = 0;
    let wrong = 0;
    let misread = 0;
    for (const { rulebook: book, text, clause } of rows) {
      const match = matchClause(matcher(book), evidence({ texts: [text] }));
      if (match.kind !== 'matched') continue;
      automatic += 1;
      if (match.clause.id !== clause) wrong += 1;
      if (clause !== null && match.clause.id !== clause) misread += 1;
    }
    // A clear text is never taken for another clause.
    expect(misread).toBe(0);
    expect(wrong / automatic).toBeLessThanOrEqual(0.005);
    expect(automatic / rows.filter(({ clause }) => clause !== null).length).toBeGreaterThanOrEqual(0.8);
  });
});

describe('measures in texts', () => {
  test.each([
    ['论坛玩家发帖35分钟后才回复', '35'],
    ['脱岗1小时15分钟', '75'],
    ['脱岗1.5小时', '90'],
    ['没有在15分钟内上报', undefined],
    ['超过20分钟未回复', undefined],
    ['先等20分钟又等30分钟', undefined],
    ['没有时间', undefined],
  ])('%s: %s minutes', (text, minutes) => {
    const found = minutesInText(text);
    expect(found === undefined ? undefined : formatDecimal(found)).toBe(minutes);
  });

  test('rings', () => {
    expect(ringsInText('电话响了五声才接')?.digits).toBe(5n);
    expect(ringsInText('铃响三声内没有接听')).toBeUndefined();
  });
});
