import { grid, read } from './helpers';

const header = ['质检编号', '日期', '姓名', '工号', '条款', '问题描述', '次数', '扣分', '申诉结果', '备注'];
const rows = [
  ['Z1', '2026-09-01', '王伟', 'KF01', 'GM-16', '在办公场所吸烟', 1, '', '', ''],
  ['Z2', '2026-09-01', '王伟', 'KF01', 'GM-16', '在办公场所吸烟', 1, '', '', ''],
  ['Z2', '2026-09-01', '王伟', 'KF01', 'GM-16', '在办公场所吸烟', 1, '', '', ''],
  ['Z3', '2026-09-02', '李娜', 'KF02', 'GM-16', '在办公场所吸烟', 1, '', '申诉成立', ''],
  ['Z4', '2026-09-02', '李娜', 'KF02', 'GM-16', '在办公场所吸烟', 1, '', '申诉不成立', ''],
  ['Z5', '2026-09-03', '李娜', 'KF02', 'GM-16', '在办公场所吸烟', 1, '', '待复核', ''],
  ['Z6', '2026-09-03', '李娜', 'KF02', 'GM-16', '在办公场所吸烟', 1, 999, '', ''],
  ['Z7', '', '李娜', 'KF02', 'GM-16', '在办公场所吸烟', 1, '', '', ''],
  ['Z8', '2099-01-01', '李娜', 'KF02', 'GM-16', '在办公场所吸烟', 1, '', '', ''],
  ['Z9', '2026-09-04', '李娜', 'KF02', 'GM-16', '在办公场所吸烟', 0, '', '', ''],
  ['Z10', '2026-09-04', '李娜', 'KF02', 'GM-16', '在办公场所吸烟', 2, '', '', ''],
  ['Z11', '2026-09-05', '李娜', 'KF02', '', '进门没打招呼,大家都没在意', 1, '', '', ''],
  ['Z12', '2026-09-05', '李娜', 'KF99', 'GM-16', '在办公场所吸烟', 1, '', '', ''],
  ['', '2026-09-06', '王伟', 'KF01', 'GM-16', '在办公场所吸烟', 1, '', '', ''],
];
// Once more, so that everything has been met before.
const log = grid('质检记录', [
  header,
  ...rows,
  ...rows.map(([id, ...rest]) => [id === '' ? '' : `${id}B`, ...rest]),
]);

test('rows that leave nothing to decide come to what a full look at them gives', () => {
  const short = read('GM', '2026-09', [log]);
  // A choice for a row of another sheet: every row has to be looked at in full.
  const full = read('GM', '2026-09', [log], { confirmations: [{ sheet: '别的表', row: 2, clause: null }] });
  expect(short.incidents.length).toBeGreaterThan(6);
  expect(short.dropped.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['APPEAL_UPHELD', 'DATE_IN_FUTURE', 'QTY_ZERO', 'DUPLICATE_ROW']),
  );
  expect(short).toEqual(full);
});
