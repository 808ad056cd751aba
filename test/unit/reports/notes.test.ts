import { createHash } from 'node:crypto';
import { notesPlan, rulebookHash } from '../../../src/reports/notes';
import { sha256, stableJson } from '../../../src/reports/sha256';
import { shipped } from '../../support/scoring';
import { input, listed } from './support';

const notes = (id: string, options = {}) => {
  const list = listed(notesPlan(input(id, [], options), 'zh'));
  return { list, of: (name: string) => list.find((row) => row['名称'] === name) };
};

describe('explanation', () => {
  test('hashes as SHA-256 does', () => {
    for (const text of [
      '',
      'abc',
      '客服',
      'x'.repeat(55),
      'x'.repeat(56),
      'x'.repeat(64),
      '长'.repeat(100_000),
    ]) {
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });

  test('gives a rulebook one fingerprint however its file is laid out', () => {
    const book = shipped('GM');
    const reversed = Object.fromEntries(Object.entries(book).reverse()) as typeof book;
    expect(rulebookHash(reversed)).toBe(rulebookHash(book));
    expect(rulebookHash({ ...book, version: 'x' })).not.toBe(rulebookHash(book));
    expect(stableJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  });

  test('lists rulebook, readings with what they mean, parameters and sources', () => {
    const { of, list } = notes('GM', {
      readings: { repeatMin: 3 },
      more: {
        sources: [
          { sheet: '质检', role: '质检记录', rows: { first: 3, last: 51 }, records: 18 },
          { sheet: '别的', role: '未识别', records: 0 },
        ],
        counts: { rows: 1169, charged: 17, checked: 3, setAside: 5 },
      },
    });
    expect(of('版本')?.['取值']).toBe('2026.1');
    expect(of('2 次以上的起点')).toMatchObject({
      取值: '3（由使用单位选定）',
      含义: '超过 2 次：当月第 3 次起加重',
    });
    expect(of('得分下限')).toMatchObject({ 取值: 'zero（默认）', 含义: '扣到 0 分为止，扣分合计照实列出' });
    expect(of('基准分')?.['取值']).toBe('10');
    expect(of('质检')).toMatchObject({
      项目: '数据来源',
      取值: '质检记录',
      含义: '第 3～51 行、本月记录 18 条',
    });
    expect(of('别的')?.['含义']).toBe('未使用');
    expect(of('计入')?.['取值']).toBe('17');
    expect(list.filter((row) => row['项目'] === '法律提示')).toHaveLength(1);
    expect(list.some((row) => row['名称'] === '生成时间')).toBe(false);
  });

  test('says which parameters are not set, and since when others are', () => {
    const { of } = notes('QA', {
      params: { 'QA-02': '1.5' },
      versions: [{ effective: 20_734, params: { 'QA-03': '2' } }],
    });
    expect(of('QA-01 服务态度不佳：每次扣分')).toMatchObject({
      取值: '未设定',
      含义: '未设定；用到它的记录不计入，列在异常中',
    });
    expect(of('QA-02 沟通能力不足：每次扣分')?.['取值']).toBe('1.5');
    expect(of('QA-03 业务知识错误：每次扣分')?.['取值']).toBe('2（2026-10-08 起）');
    expect(of('基准分')).toMatchObject({ 取值: '未设定', 含义: '建议 100' });
    expect(notes('QA').list.filter((row) => row['项目'] === '法律提示')).toHaveLength(0);
  });

  test('writes when it was made only where that is given', () => {
    expect(notes('GM', { more: { madeAt: '2026-11-02 09:30' } }).of('生成时间')?.['取值']).toBe(
      '2026-11-02 09:30',
    );
  });
});
