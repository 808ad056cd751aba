import { parseDay } from '../../src/facts/date';
import { buildMonth } from '../../src/month/build';
import type { MonthReport, SubjectMonth } from '../../src/month/report';
import { subjectResult } from '../../src/month/results';
import { readSettings, rulebookSettings, settingsCalendar } from '../../src/month/settingsFormat';
import { readWorkbook } from '../../src/workbook/xlsx';
import { numbersOf } from '../support/monthNumbers';
import { month, shipped } from '../support/scoring';
import { type Place, TRUTHS, type WorkbookTruth } from '../support/workbookTruth';

/** From the bytes of a team's workbook to the month's numbers, as the report does it. */
describe.each(TRUTHS)('$name', (truth) => {
  const report = once(() => read(truth));

  test('every subject has the numbers of the month', () => {
    const actual = Object.fromEntries(
      Object.keys(truth.results).map((key) => {
        const subject = find(report().subjects, key);
        if (subject === undefined) return [key, 'missing'];
        const numbers = numbersOf(subjectResult(subject.card));
        if (truth.results[key]?.tier === undefined) delete numbers.tier;
        return [key, { ...numbers, state: stateFor(truth, key, subject) }];
      }),
    );
    const expected = Object.fromEntries(
      Object.entries(truth.results).map(([key, result]) => [
        key,
        { ...numbersOf(result), state: result.state ?? 'complete' },
      ]),
    );
    expect(actual).toEqual(expected);
  });

  test('nobody else is in the month', () => {
    const keys = Object.keys(truth.results);
    const known = new Set(keys.map((key) => find(report().subjects, key)?.key));
    expect(
      report()
        .subjects.filter(({ key }) => !known.has(key))
        .map(({ key }) => key),
    ).toEqual([]);
  });

  test('rows that a person must decide are set aside, and no others', () => {
    const asked = new Set(report().setAside.map(at));
    const expected = truth.mustAsk.map(at);
    expect({
      notAsked: truth.mustAsk.filter((row) => !asked.has(at(row))),
      askedNeedlessly: report().setAside.filter((row) => !expected.includes(at(row))),
    }).toEqual({ notAsked: [], askedNeedlessly: [] });
  });

  test('rows that must not be charged are not', () => {
    const charged = report().subjects.flatMap(({ card }) =>
      card.entries.flatMap((entry) =>
        entry.charged && entry.source !== undefined
          ? [{ place: at(entry.source), subject: entry.subject, clause: entry.clause, date: entry.date }]
          : [],
      ),
    );
    expect(
      truth.mustNotCharge.flatMap((row) => {
        const entries = charged.filter(({ place }) => place === at(row));
        return entries.length === 0 ? [] : [{ ...row, entries }];
      }),
    ).toEqual([]);
  });
});

function read(truth: WorkbookTruth): MonthReport {
  const file = readWorkbook(truth.bytes());
  const settings = readSettings(truth.settings);
  return buildMonth(
    file.sheets.filter(({ hasCells }) => hasCells).map(({ name }) => file.grid(name)),
    undefined,
    {
      language: 'zh',
      today: parseDay('2026-12-31') ?? 0,
      rulebook: shipped(truth.rulebook),
      month: month(truth.month),
      settings: rulebookSettings(settings),
      calendar: settingsCalendar(settings),
    },
  ).report;
}

/** By key, name and id, id, or name. */
function find(subjects: readonly SubjectMonth[], key: string): SubjectMonth | undefined {
  return (
    subjects.find((subject) => subject.key === key) ??
    subjects.find(({ name, id }) => id !== undefined && (id === key || `${name}(${id})` === key)) ??
    subjects.find(({ name }) => name === key)
  );
}

function stateFor(truth: WorkbookTruth, key: string, subject: SubjectMonth): string {
  return truth.results[key]?.state === 'either' ? 'either' : subject.state;
}

function at({ sheet, row }: Pick<Place, 'sheet' | 'row'>): string {
  return `${sheet}!${row}`;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
