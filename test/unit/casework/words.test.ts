import {
  callBackOutcome,
  formChannel,
  investigatingDepartment,
  maskName,
  maskPhone,
  proposingDepartment,
  readChannel,
  readKind,
  readLevel,
  readState,
} from '../../../src/casework';
import { SETTINGS } from './support/issues';

describe('words of the ledger', () => {
  it.each([
    ['抱怨', '抱怨'],
    [' 客户投诉 ', '投诉'],
    ['Complaint', '投诉'],
    ['抱怨/投诉', undefined],
    ['投拆', undefined],
    ['', undefined],
  ])('kind “%s”', (text, kind) => {
    expect(readKind(text)).toBe(kind);
  });

  it.each([
    ['一级', 1],
    ['２级', 2],
    ['Ⅲ级', 3],
    ['3', 3],
    ['二级投诉', 2],
    ['Level 1', 1],
    ['四级', undefined],
    ['0', undefined],
    ['13', undefined],
    ['级', undefined],
  ])('level “%s”', (text, level) => {
    expect(readLevel(text)).toBe(level);
  });

  it.each([
    ['受理', '受理'],
    [' 处 理 ', '处理'],
    ['处理中', '处理'],
    ['已办结', '办结'],
    ['结案', '办结'],
    ['办洁', undefined],
    ['', undefined],
  ])('state “%s”', (text, state) => {
    expect(readState(text)).toBe(state);
  });

  it.each([
    ['满意', 'satisfied'],
    ['非常满意', 'satisfied'],
    ['一般', 'satisfied'],
    ['不满意', 'dissatisfied'],
    ['不太满意', 'dissatisfied'],
    ['dissatisfied', 'dissatisfied'],
    ['satisfied', 'satisfied'],
    ['无法回访', 'none'],
    ['电话未接通', 'none'],
    ['匿名', 'none'],
    ['4', undefined],
    ['再议', undefined],
  ])('satisfaction “%s”', (text, outcome) => {
    expect(callBackOutcome(text)).toBe(outcome);
  });
});

describe('channels', () => {
  it.each([
    ['日常服务检查', '服务检查', '其它'],
    ['电话回访', '客户回访', '回访'],
    ['客户来电', '来电', '来电'],
    ['10086热线', '来电', '来电'],
    ['客户来访', '来访', '来访'],
    ['年度满意度调查', '满意度调查', '其它'],
    ['公司领导转办', '公司领导', '其它'],
    ['市长公开电话', '市长热线', '其它'],
    ['12345', '市长热线', '其它'],
    ['政府部门来访', '政府部门', '其它'],
    ['客户来函', '来函', '其它'],
    ['社区转达', '其它组织', '其它'],
    ['电视台曝光', '公共媒体', '其它'],
    ['微信小程序', '其他', '其它'],
  ])('%s is %s and ticks %s', (text, channel, box) => {
    expect(readChannel(text)).toBe(channel);
    expect(formChannel(text)).toBe(box);
  });

  it('tick nothing where nothing is known', () => {
    expect(readChannel('  ')).toBeUndefined();
    expect(formChannel(undefined)).toBeUndefined();
  });
});

describe('departments', () => {
  const [service, hr] = ['客户服务中心', '人力资源行政部'];

  it.each([
    ['服务检查', '抱怨', service],
    ['服务检查', '投诉', hr],
    ['客户回访', undefined, service],
    ['来电', '抱怨', service],
    ['来电', '投诉', hr],
    ['来访', '抱怨', service],
    ['来访', '投诉', hr],
    ['满意度调查', '抱怨', service],
    ['公司领导', '投诉', hr],
    ['公司领导', '抱怨', hr],
    ['12345', undefined, hr],
    ['政府部门来函', undefined, hr],
    ['来函', '投诉', hr],
    ['协会转达', undefined, hr],
    ['电视台', undefined, hr],
    ['小程序', undefined, service],
    [undefined, '投诉', hr],
    [undefined, '抱怨', service],
    [undefined, undefined, undefined],
  ] as const)('%s, %s: %s investigates', (channel, kind, department) => {
    expect(investigatingDepartment(channel, kind, SETTINGS)).toBe(department);
  });

  it('propose by kind', () => {
    expect(proposingDepartment('抱怨', SETTINGS)).toEqual({ by: service, to: hr });
    expect(proposingDepartment('投诉', SETTINGS)).toEqual({ by: hr, to: '公司' });
  });
});

describe('masks', () => {
  it.each([
    ['13912345678', '139****5678'],
    ['024-88996655', '024****6655'],
    ['88996655', '******55'],
    ['张先生 13912345678', '张先生 139****5678'],
    ['', ''],
  ])('phone %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['王晓明', '王**'],
    ['王五', '王*'],
    ['某先生', '某先生'],
    ['李女士', '李女士'],
    ['匿名', '匿名'],
    ['王', '王'],
  ])('name %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
