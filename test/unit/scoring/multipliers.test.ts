import { clause, fine, deduct, smallRulebook, text } from '../../support/smallRulebook';
import { reasonsOf, record, resultOf, score, type Fields } from '../../support/scoring';

const deducted = (fields: Fields, readings = {}) =>
  resultOf(score('SVC', [record(fields)], { readings })).pointsDeducted;

describe('doubling', () => {
  it.each([
    [{ clause: 'SVC-08' }, '6'],
    [{ clause: 'SVC-08', flags: ['aggravated'] }, '12'],
    [{ clause: 'SVC-08', flags: ['aggravated'], qty: '3' }, '36'],
    [{ clause: 'SVC-09', flags: ['aggravated'] }, '20'],
    [{ clause: 'SVC-10', flags: ['aggravated'] }, '20'],
  ])('%j costs %s', (fields, points) => {
    expect(deducted(fields)).toBe(points);
  });

  it('says so', () => {
    const scored = score('SVC', [record({ clause: 'SVC-08', flags: ['aggravated'] })]);
    expect(reasonsOf(scored)).toEqual(['SVC-08 OCCURRED+MULTIPLIED']);
  });
});

describe('halves of the condition', () => {
  it.each<[readonly string[], string, string]>([
    [[], '6', '6'],
    [['downstream'], '12', '6'],
    [['dispute'], '12', '6'],
    [['downstream', 'dispute'], '12', '12'],
    [['aggravated'], '12', '12'],
    [['aggravated', 'dispute'], '12', '12'],
  ])('%j costs %s when either suffices, %s when both are needed', (flags, either, both) => {
    expect(deducted({ clause: 'SVC-17', flags }, { conjunction: 'either' })).toBe(either);
    expect(deducted({ clause: 'SVC-17', flags }, { conjunction: 'both' })).toBe(both);
  });
});

describe('a factor with decimals', () => {
  const rulebook = smallRulebook([
    clause('A', {
      effects: [deduct('0.005'), fine('0.15')],
      multiplier: { factor: '1.5', flag: 'aggravated', label: text('严重') },
    }),
  ]);

  it('is applied before rounding, halves up', () => {
    const scored = (qty: string) =>
      resultOf(score(rulebook, [record({ clause: 'A', qty, flags: ['aggravated'] })]));
    // 0.0075 -> 0.008 points, 22.5 fen -> 23
    expect(scored('1')).toMatchObject({ pointsDeducted: '0.008', fineYuan: '0.23' });
    expect(scored('2')).toMatchObject({ pointsDeducted: '0.015', fineYuan: '0.45' });
  });
});
