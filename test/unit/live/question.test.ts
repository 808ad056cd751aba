import { formatMonth } from '../../../src/facts/date';
import { questionKey, readQuestion } from '../../../src/month/live/question';

const monthOf = (value: unknown): string | undefined => {
  const read = readQuestion('QASCORE', ['王芳', value]);
  return read.ok && read.question.month !== undefined ? formatMonth(read.question.month) : undefined;
};

test.each([
  ['2026-10', '2026-10'],
  ['2026年10月', '2026-10'],
  ['202610', '2026-10'],
  [202610, '2026-10'],
  ['2026/10/05', '2026-10'],
  [46296, '2026-10'], // 2026-10-01
  [46326, '2026-10'], // 2026-10-31
  [46326.75, '2026-10'],
  ['２０２６－１０', '2026-10'],
  [[['2026-10']], '2026-10'],
])('%j is the month %s', (value, expected) => {
  expect(monthOf(value)).toBe(expected);
});

test.each([['十月'], ['2026-13'], ['10'], [10], [true], [2026.5], ['2026-10-32'], [{ error: '#N/A' }]])(
  '%j is no month, and says so',
  (value) => {
    const read = readQuestion('QASCORE', ['王芳', value]);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problem.code).toBe('FORMULA_BAD_MONTH');
  },
);

test('an argument left out is named; the rulebook may be left out', () => {
  expect(readQuestion('QASCORE', [null, '2026-10'])).toEqual({
    ok: false,
    problem: { code: 'FORMULA_ARGUMENT_MISSING', params: { argument: 'subject' } },
  });
  expect(readQuestion('QASCORE', ['王芳', ''])).toEqual({
    ok: false,
    problem: { code: 'FORMULA_ARGUMENT_MISSING', params: { argument: 'month' } },
  });
  expect(readQuestion('QACOUNT', ['王芳', '2026-10', null])).toEqual({
    ok: false,
    problem: { code: 'FORMULA_ARGUMENT_MISSING', params: { argument: 'clause' } },
  });
  expect(readQuestion('QASCORE', ['王芳', '2026-10', null]).ok).toBe(true);
});

test('a range of several cells is no argument', () => {
  expect(readQuestion('QASCORE', [[['王芳'], ['李强']], '2026-10'])).toEqual({
    ok: false,
    problem: { code: 'FORMULA_ONE_CELL', params: { argument: 'subject' } },
  });
});

test('an employee id may be a number', () => {
  const read = readQuestion('QASCORE', [1001, '2026-10']);
  expect(read.ok && read.question.subject).toBe('1001');
});

test('questions with the same answer have one key', () => {
  const keys = ['2026-10', '2026年10月', 202610].map((month) => {
    const read = readQuestion('QASCORE', ['王芳', month, null]);
    return read.ok ? questionKey(read.question) : '';
  });
  expect(new Set(keys).size).toBe(1);
  const other = readQuestion('QAFINE', ['王芳', '2026-10']);
  expect(other.ok && questionKey(other.question)).not.toBe(keys[0]);
});
