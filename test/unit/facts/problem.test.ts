import { ProblemError } from '../../../src/facts/problem';

describe('ProblemError', () => {
  it('carries the code and the parameters', () => {
    const error = new ProblemError('BAD_PARAM', { param: 'CQ-D1', found: 'five' });
    expect(error.problem).toEqual({ code: 'BAD_PARAM', params: { param: 'CQ-D1', found: 'five' } });
    expect(error.name).toBe('ProblemError');
    expect(error.message).toBe('BAD_PARAM {"param":"CQ-D1","found":"five"}');
  });

  it('has no parameters unless given', () => {
    expect(new ProblemError('BAD_MONTH').problem).toEqual({ code: 'BAD_MONTH', params: {} });
  });
});
