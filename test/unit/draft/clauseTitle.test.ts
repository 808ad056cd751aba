import { clauseTitle } from '../../../src/draft/clauseTitle';

test.each([
  ['未使用规范开头语或结束语的，每次扣2分', '未使用规范开头语或结束语'],
  ['3. 与客户争吵、辱骂客户的，每次扣10分，罚款100元', '与客户争吵、辱骂客户'],
  ['（2）工单填写不完整每单扣1分', '工单填写不完整'],
  ['第十二条 泄露客户资料的，视情节扣分', '泄露客户资料'],
  ['迟到30分钟以上，扣5分', '迟到30分钟以上'],
  ['上班时间玩手机，不听劝阻，罚款50元', '上班时间玩手机，不听劝阻'],
  // what the amount is for stays, however late it is said
  ['无特殊情况不准请假,病假一天扣款10元', '无特殊情况不准请假,病假一天'],
  ['着装不整齐、配戴不齐全,发现者一次处罚5元', '着装不整齐、配戴不齐全'],
  // nothing but the amount: the words as they are
  ['扣2分', '扣2分'],
  [
    '上班时间在工位上大声喧哗、嬉戏打闹、影响其他同事正常接听客户电话',
    '上班时间在工位上大声喧哗、嬉戏打闹、影响其他同事',
  ],
])('%s is called %s', (statement, title) => {
  expect(clauseTitle(statement)).toBe(title);
});
