import { scoreFacts } from '../../src/month/scoreFacts';
import { shippedRulebook } from '../../src/rulebook/shipped';
import { WORKBOOKS } from '../fixtures/workbooks';
import { numbersOf } from '../support/monthNumbers';

/** What was worked out by hand for a workbook is what scoring makes of the records behind it. */
describe.each(WORKBOOKS)('$name', ({ rulebook, month, settings, truth }) => {
  test('the results follow from the records', () => {
    const answer = scoreFacts(
      {
        rulebook,
        month,
        records: truth.facts,
        settings: {
          ...settings,
          params: { ...truth.params, ...(settings.params as object | undefined) },
          ...(truth.calendar === undefined ? {} : { calendar: truth.calendar }),
        },
        subjects: Object.keys(truth.results),
      },
      {
        rulebook: shippedRulebook,
        entries: false,
        explain: (reason) => reason.code,
        sentence: (refusal) => refusal.code,
      },
    );
    if (answer.status !== 'ok') throw new Error(`${answer.status} ${answer.code}`);
    const numbers = (results: Readonly<Record<string, object>>) =>
      Object.fromEntries(Object.entries(results).map(([key, result]) => [key, numbersOf(result)]));
    expect(numbers(answer.results)).toEqual(numbers(truth.results));
  });
});
