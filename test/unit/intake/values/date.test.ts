import { formatDay } from '../../../../src/facts/date';
import { NumberKind, type CellValue } from '../../../../src/workbook/grid';
import { readDate } from '../../../../src/intake/values/date';
import { readPeriod } from '../../../../src/intake/values/period';

const september = readPeriod('2026年9月');

const shown = (
  value: CellValue,
  kind: NumberKind = NumberKind.General,
  date1904 = false,
): string | undefined => {
  const read = readDate(value, kind, { period: september, date1904 });
  if (read === undefined) return undefined;
  const time =
    read.second === undefined
      ? ''
      : ` ${Math.floor(read.second / 3600)}:${Math.floor((read.second % 3600) / 60)}`;
  return `${formatDay(read.day)}${time}`;
};

describe('dates as sheets write them', () => {
  it.each<[CellValue, string | undefined]>([
    ['2026-10-08', '2026-10-08'],
    ['2026/9/20', '2026-09-20'],
    ['2026.9.4', '2026-09-04'],
    ['２０２６－０９－０４', '2026-09-04'],
    ['26-01-20 星期二', '2026-01-20'],
    ['2026/10/09 星期五', '2026-10-09'],
    ['2026年10月8日(周四)', '2026-10-08'],
    ['9月20日', '2026-09-20'],
    ['9月 20日', '2026-09-20'],
    ['10.8', '2026-10-08'],
    ['9.4', '2026-09-04'],
    ['10-09', '2026-10-09'],
    ['8号', '2026-09-08'],
    ['12.28', '2026-12-28'],
    ['2.28', '2026-02-28'],
    ['2026/9/4 10:05', '2026-09-04 10:5'],
    ['2026-10-09 10:22:33', '2026-10-09 10:22'],
    ['2026-10-10 上午', '2026-10-10'],
    ['2026-10-10 下午3:05', '2026-10-10 15:5'],
    ['20261008', '2026-10-08'],
    [20261008, '2026-10-08'],
    ['1788105600000', '2026-08-31'],
    [1788105600000, '2026-08-31'],
    ['2026-10-07T16:00:00.000Z', '2026-10-08'],
    ['2026-10-08T09:30:00', '2026-10-08 9:30'],
    ['2026-10-08T09:30:00+08:00', '2026-10-08 9:30'],
    [46268, '2026-09-03'],
    ['46268', '2026-09-03'],
    [46266.38333333333, '2026-09-01 9:12'],
    ['Oct 8, 2026', '2026-10-08'],
    ['8 Oct 2026', '2026-10-08'],
    ['8-Oct-2026', '2026-10-08'],
    ['25/9/2026', '2026-09-25'],
    ['9/25/2026', '2026-09-25'],
    ['2026-02-30', undefined],
    ['13.5', undefined],
    ['待定', undefined],
    ['—', undefined],
    ['', undefined],
    [3, undefined],
    [NaN, undefined],
    [-5, undefined],
    [null, undefined],
  ])('%p -> %p', (value, expected) => expect(shown(value)).toBe(expected));

  it('takes serials of the 1904 system', () => {
    expect(shown(46268 - 1462, NumberKind.Date, true)).toBe('2026-09-03');
  });

  it('says when the weekday does not fit', () => {
    expect(readDate('26-01-20 星期二')?.weekdayMismatch).toBeUndefined();
    expect(readDate('26-01-20 星期三')?.weekdayMismatch).toBe(true);
  });

  it('knows no year without a period', () => {
    expect(readDate('10.8')).toBeUndefined();
    expect(readDate('10.8', NumberKind.General, { period: september })?.yearAssumed).toBe(true);
  });

  it('10.1 as a number may be 10-10', () => {
    const read = readDate(10.1, NumberKind.General, { period: september });
    expect([read?.day, read?.alternative].map((day) => formatDay(day ?? 0))).toEqual([
      '2026-10-01',
      '2026-10-10',
    ]);
    expect(readDate(9.4, NumberKind.General, { period: september })?.alternative).toBeUndefined();
  });

  it('a date of December on a January sheet is last year', () => {
    const january = readPeriod('2027年1月');
    expect(formatDay(readDate('12.28', NumberKind.General, { period: january })?.day ?? 0)).toBe(
      '2026-12-28',
    );
  });

  it('10/8/2026 may be two days', () => {
    expect(readDate('10/8/2026')?.alternative).toBeDefined();
    expect(readDate('10/9/2026', NumberKind.General, { period: september })).toMatchObject({
      yearAssumed: true,
    });
    expect(shown('10/9/2026')).toBe('2026-09-10');
  });
});

describe('periods', () => {
  const period = (text: string): string | undefined => {
    const found = readPeriod(text, september);
    return found === undefined ? undefined : `${formatDay(found.from)}..${formatDay(found.to)}`;
  };
  it.each<[string, string | undefined]>([
    ['每日统计表  统计日期:2026-09-01 至 2026-09-30', '2026-09-01..2026-09-30'],
    ['2026年9月 GM违规登记表', '2026-09-01..2026-09-30'],
    ['2026/10/01 ~ 10/31', '2026-10-01..2026-10-31'],
    ['质检周期:2026.09.01—2026.09.30          质检员:童老师', '2026-09-01..2026-09-30'],
    ['2026/10/08-2026/10/09  制表时间:2026/10/10', '2026-10-08..2026-10-09'],
    ['罗浮中学_每日统计_20210901-20210925.xlsx', '2021-09-01..2021-09-25'],
    ['XX科技服务有限公司2026-10考勤表', '2026-10-01..2026-10-31'],
    ['2026年9月1日-30日', '2026-09-01..2026-09-30'],
    ['202610', '2026-10-01..2026-10-31'],
    ['报表生成时间:2026-11-01 09:12', undefined],
    ['10月', '2026-10-01..2026-10-31'],
    ['九月考勤', '2026-09-01..2026-09-30'],
    ['26年9月', '2026-09-01..2026-09-30'],
    ['2026年', '2026-01-01..2026-12-31'],
    ['2026-12-26 至 2027-01-25', '2026-12-26..2027-01-25'],
    ['Sheet1', undefined],
  ])('%p -> %p', (text, expected) => expect(period(text)).toBe(expected));
});
