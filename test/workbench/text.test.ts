import { readEntry } from '../../src/workbench/model/input';
import { cellText } from '../../src/workbench/model/text';

test.each<[value: number | string | boolean | null, format: string, text: string]>([
  [1234.5, 'General', '1234.5'],
  [0.1 + 0.2, 'General', '0.3'],
  [123456789012, 'General', '1.23457E+11'],
  [1 / 3, 'General', '0.333333333'],
  [1234.567, '0.00', '1234.57'],
  [1.005, '0.00', '1.01'],
  [1234567.891, '#,##0.0', '1,234,567.9'],
  [0.256, '0%', '26%'],
  [0.256, '0.00%', '25.60%'],
  [95, 'General"%"', '95%'],
  [2, '+0.0;-0.0;0.0', '+2.0'],
  [-2, '+0.0;-0.0;0.0', '-2.0'],
  [0, '+0.0;-0.0;0.0', '0.0'],
  [3, '+General;-General;General', '+3'],
  [-5, '0.00;[Red]-0.00', '-5.00'],
  [5, '000', '005'],
  [0, '#', ''],
  [-1200, '"¥"#,##0;[Red]-"¥"#,##0', '-¥1,200'],
  [46_296, 'yyyy-mm-dd', '2026-10-01'],
  [46_296, 'yyyy"年"m"月"d"日"', '2026年10月1日'],
  [46_296.75, 'yyyy-mm-dd hh:mm', '2026-10-01 18:00'],
  [46_296.75, 'h:mm AM/PM', '6:00 PM'],
  [0.5, 'h:mm', '12:00'],
  [1.5, '[h]:mm', '36:00'],
  [46_296, 'mmm d', 'Oct 1'],
  ['x', '@', 'x'],
  ['x', '0.00;-0.00;0;"<"@">"', '<x>'],
  [true, '0.00', 'TRUE'],
  [null, '0.00', ''],
])('%p as %s is %p', (value, format, text) => {
  expect(cellText(value, format)).toBe(text);
});

test.each<[entry: string, value: unknown, format: string | undefined]>([
  ['12', 12, undefined],
  ['-1.5e3', -1500, undefined],
  ['1,234', 1234, '#,##0'],
  ['1,23', '1,23', undefined],
  ['95%', 0.95, '0%'],
  ['¥1,200', 1200, '"¥"#,##0;[Red]-"¥"#,##0'],
  ['-$3.5', -3.5, '"$"#,##0.00;[Red]-"$"#,##0.00'],
  ['$1,2', '$1,2', undefined],
  ['2026-10-01', 46_296, 'yyyy/m/d'],
  ['2026/2/30', '2026/2/30', undefined],
  ['2026年10月1日', 46_296, 'yyyy/m/d'],
  ['18:00', 0.75, 'h:mm'],
  ['25:00', '25:00', undefined],
  ['true', true, undefined],
  ['#N/A', { error: '#N/A' }, undefined],
  ["'12", '12', undefined],
  ['123456789012345678', 123456789012346000, undefined],
  ['QA-08', 'QA-08', undefined],
])('the entry %s is %p', (entry, value, format) => {
  const read = readEntry(entry);
  expect([read.value, read.numberFormat]).toEqual([value, format]);
});
