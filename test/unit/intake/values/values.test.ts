import { formatDecimal, type Decimal } from '../../../../src/facts/decimal';
import { NumberKind, type CellValue } from '../../../../src/workbook/grid';
import { readDuration } from '../../../../src/intake/values/duration';
import { readId, readName, readNames } from '../../../../src/intake/values/name';
import { readPercent, readQuantity } from '../../../../src/intake/values/number';
import { cellText, isNoData, textKey } from '../../../../src/intake/values/text';
import { readTime, readTimes } from '../../../../src/intake/values/time';
import { readYesNo } from '../../../../src/intake/values/yesNo';

const decimal = (value: Decimal | undefined): string | undefined =>
  value === undefined ? undefined : formatDecimal(value);

describe('numbers', () => {
  const shown = (value: CellValue, kind?: NumberKind): string | undefined => {
    const read = readQuantity(value, kind);
    return read === undefined || read === 'none'
      ? read
      : `${read.verb ?? ''}${formatDecimal(read.value)}${read.unit ?? ''}`;
  };
  it.each<[CellValue, string | undefined]>([
    ['2分', '2分'],
    ['50元', '50元'],
    ['5.00%', '5%'],
    ['35%', '35%'],
    ['２', '2'],
    ['３分', '3分'],
    ['1,200', '1200'],
    ['1,234,567.89', '1234567.89'],
    ['-5', '-5'],
    ['+5', '5'],
    ['扣2分', 'deduct2分'],
    ['加5分', 'add5分'],
    ['罚款50元', 'deduct50元'],
    ['—', 'none'],
    ['--', 'none'],
    ['/', 'none'],
    ['', 'none'],
    [null, 'none'],
    [0, '0'],
    [0.1, '0.1'],
    [38.00000000000001, '38'],
    ['两单', '2单'],
    ['半天', '0.5天'],
    ['¥20', '20'],
    ['20分钟', '20分钟'],
    ['待定', undefined],
    ['2026-10-08', undefined],
    ['1,2', undefined],
    ['12abc', undefined],
    [true, undefined],
    ['  7 ', '7'],
    [1e300, undefined],
    [1e-20, '0'],
  ])('%p -> %p', (value, expected) => expect(shown(value)).toBe(expected));

  it('a number shown as a percentage', () => expect(shown(0.35, NumberKind.Percent)).toBe('35%'));

  it.each<[CellValue, string | undefined, string | undefined]>([
    [0.35, '35', 'ratio'],
    [35, '35', undefined],
    ['35%', '35', undefined],
    ['5.00%', '5', undefined],
    [1, '1', undefined],
    ['2分', undefined, undefined],
  ])('percent %p -> %p', (value, expected, assumed) => {
    const read = readPercent(value);
    expect(decimal(read?.value)).toBe(expected);
    expect(read?.assumed).toBe(assumed);
  });
});

describe('times and durations', () => {
  it.each<[CellValue, number | undefined, boolean]>([
    ['09:07:30', 32850, false],
    ['次日 00:23', 1380, true],
    ['次日00:23', 1380, true],
    ['08:52', 31920, false],
    [0.5, 43200, false],
    ['24:00', 86400, false],
    ['25:10', 4200, true],
    ['下午3:05', 54300, false],
    ['未打卡', undefined, false],
    ['--', undefined, false],
    [3, undefined, false],
  ])('%p', (value, second, nextDay) => {
    expect(readTime(value)?.second).toBe(second);
    expect(readTime(value)?.nextDay ?? false).toBe(nextDay);
  });

  it('several punches in one cell', () => {
    expect(readTimes('07:52\n17:03\n').map((time) => time.second)).toEqual([28320, 61380]);
    expect(readTimes('08:0008:0017:31').map((time) => time.second / 60)).toEqual([480, 480, 1051]);
    expect(readTimes('正常(07:52),次日 00:23')).toEqual([{ second: 28320 }, { second: 1380, nextDay: true }]);
  });

  it.each<[CellValue, string | undefined, string | undefined]>([
    ['1小时5分钟', '65', undefined],
    ['7.5小时', '450', undefined],
    ['14分', '14', undefined],
    ['14分钟', '14', undefined],
    ['1天', undefined, '1'],
    ['0.5天', undefined, '0.5'],
    ['1:05', '65', undefined],
    [23, '23', undefined],
    ['23', '23', undefined],
    ['３小时', '180', undefined],
    ['约20', undefined, undefined],
    ['', undefined, undefined],
  ])('%p', (value, minutes, days) => {
    const read = readDuration(value);
    expect(decimal(read?.minutes)).toBe(minutes);
    expect(decimal(read?.days)).toBe(days);
  });
});

describe('names, ids, yes and no', () => {
  it('names', () => {
    expect(readName('何 佳')).toEqual({ name: '何佳' });
    expect(readName('马立新(已离职)')).toEqual({ name: '马立新', left: true });
    expect(readName('陆 野（已离职）')).toEqual({ name: '陆野', left: true });
    expect(readName('王丽(Y003)')).toEqual({ name: '王丽', id: 'Y003' });
    expect(readName('周晓兰(实习)')).toEqual({ name: '周晓兰', note: '实习' });
    expect(readName('\u0000周\u0001晓兰\u3000')).toEqual({ name: '周晓兰' });
    expect(readName('Zhou  Xiao Lan')).toEqual({ name: 'Zhou Xiao Lan' });
    expect(readName('  ')).toBeUndefined();
    expect(readName(5)).toBeUndefined();
    expect(readNames('孙梅、周岚').map((read) => read.name)).toEqual(['孙梅', '周岚']);
  });
  it('ids', () => {
    expect([readId(80231), readId('80231'), readId(' KF0012 '), readId('--'), readId('')]).toEqual([
      '80231',
      '80231',
      'KF0012',
      undefined,
      undefined,
    ]);
  });
  it('yes and no', () => {
    for (const value of ['是', '√', 'Y', '1', 1, true, '有', 'yes']) expect(readYesNo(value)).toBe(true);
    for (const value of ['否', '×', 'N', '0', 0, false, '无', 'x']) expect(readYesNo(value)).toBe(false);
    for (const value of ['', '—', null, '也许', 7]) expect(readYesNo(value)).toBeUndefined();
  });
  it('texts', () => {
    expect(textKey('上班1 打卡时间')).toBe(textKey('上班1打卡时间'));
    expect(cellText('\ufeff（ａ）')).toBe('(a)');
    expect([isNoData('—'), isNoData('N/A'), isNoData(0)]).toEqual([true, true, false]);
  });
});
