import { suggestKind, suggestLevel, takeIn, EMPTY_CASE_FILE, type ServiceIssue } from '../../../src/casework';
import { day, issue, SETTINGS, TODAY, without } from './support/issues';

const kindOf = (fields: Partial<ServiceIssue>) => suggestKind({ id: '2026-001', state: '受理', ...fields });
const levelOf = (fields: Partial<ServiceIssue>) =>
  suggestLevel({ id: '2026-001', state: '受理', ...fields }, SETTINGS);
const codes = (suggestion: { reasons: readonly { code: string }[] }) =>
  suggestion.reasons.map(({ code }) => code);

describe('suggested kind', () => {
  it('follows what the customer asks for', () => {
    expect(kindOf({ demand: '要求赔偿误工费200元' })).toEqual({
      value: '投诉',
      reasons: [{ code: 'CASE_SEEKS_COMPENSATION', params: { words: '赔偿、误工费' } }],
    });
    expect(kindOf({ demand: '希望改进服务态度' })).toEqual({
      value: '抱怨',
      reasons: [{ code: 'CASE_SEEKS_IMPROVEMENT', params: { words: '希望、改进' } }],
    });
    expect(kindOf({ content: '多次上门未果,要求退款' })?.value).toBe('投诉');
  });

  it('does not follow the channel or the word 投诉', () => {
    expect(kindOf({ channel: '市长热线', content: '客户投诉热线打不通' })).toBeUndefined();
  });

  it('hears a denial', () => {
    expect(kindOf({ demand: '不要求赔偿,希望加强培训' })?.value).toBe('抱怨');
    expect(kindOf({ demand: '无需补偿' })).toBeUndefined();
  });

  it('says nothing where nothing points anywhere', () => {
    expect(kindOf({ content: '热线打不通' })).toBeUndefined();
    expect(kindOf({})).toBeUndefined();
  });
});

describe('suggested level', () => {
  it('1 for exposure in mainstream media or an industry review, with the effect to be confirmed', () => {
    const media = levelOf({ content: '省电视台新闻栏目曝光' });
    expect([media.value, codes(media)]).toEqual([1, ['CASE_MAINSTREAM_MEDIA', 'CASE_CONFIRM_GRAVE_EFFECT']]);
    const review = levelOf({ content: '行风评议明查暗访中发现,造成重大不良社会影响' });
    expect([review.value, codes(review)]).toEqual([1, ['CASE_INDUSTRY_REVIEW', 'CASE_GRAVE_EFFECT']]);
  });

  it('1 for the organisation’s own media list; an important time only with exposure', () => {
    const settings = {
      ...SETTINGS,
      mainstreamMedia: ['沈城在线'],
      importantTimes: [{ name: '两会', from: day('2026-03-04'), to: day('2026-03-12') }],
    };
    const base = { id: '2026-001', state: '受理' as const, receivedOn: day('2026-03-05') };
    expect(suggestLevel({ ...base, content: '沈城在线报道' }, settings).value).toBe(1);
    expect(suggestLevel({ ...base, content: '热线打不通' }, settings).value).toBe(3);
    expect(codes(suggestLevel({ ...base, content: '被曝光' }, settings))).toContain('CASE_IMPORTANT_TIME');
  });

  it('2 for company leaders, government and other media', () => {
    for (const channel of ['公司领导转办', '12345', '政府有关部门来函']) {
      expect([channel, levelOf({ channel, content: '抄表不准' }).value]).toEqual([channel, 2]);
    }
    const short = levelOf({ channel: '来电', content: '客户在抖音发布视频,造成不良影响' });
    expect([short.value, codes(short)]).toEqual([2, ['CASE_OTHER_MEDIA', 'CASE_SOME_EFFECT']]);
  });

  it('3 without such a sign, with that as the reason', () => {
    expect(levelOf({ channel: '来电', content: '抄表不准,日报表漏登' })).toEqual({
      value: 3,
      reasons: [{ code: 'CASE_NO_SIGN_OF_HIGHER_LEVEL' }],
    });
  });
});

describe('suggestions', () => {
  it('are never applied', () => {
    const content = '要求赔偿,已联系电视台曝光,造成重大不良社会影响';
    const record = { sheet: '投诉', row: 2, receivedOn: day('2026-10-08'), channel: '12345', content };
    const [taken] = takeIn(EMPTY_CASE_FILE, [record], TODAY).file.issues;
    expect(taken).toBeDefined();
    expect([taken?.kind, taken?.level]).toEqual([undefined, undefined]);
    const before = without(issue({ content }), 'kind', 'level');
    const copy = structuredClone(before);
    suggestKind(before);
    suggestLevel(before, SETTINGS);
    expect(before).toEqual(copy);
  });
});
