import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook as readFile } from '../../../../src/workbook/xlsx';
import { inspectWorkbook } from '../../../../src/intake/inspect';
import type { MergedRange } from '../../../../src/workbook/grid';
import { fact, grid, read } from './helpers';

const ROOT = join(__dirname, '../../../../../shared/domain');

interface Row {
  readonly sheet: string;
  readonly row: number;
  readonly why?: string;
}
interface Fact extends Row {
  readonly subject: string;
  readonly date: string;
  readonly clause?: string;
  readonly [field: string]: unknown;
}
interface Truth {
  readonly rulebook: string;
  readonly month: string;
  readonly subjects: readonly { readonly key: string }[];
  readonly facts: readonly Fact[];
  readonly mustNotCharge: readonly Row[];
  readonly mustAsk: readonly Row[];
}

const COMPARED = [
  'qty',
  'chosenPoints',
  'chosenPct',
  'eventId',
  'flags',
  'exemptReason',
  'shift',
  'level',
  'head',
] as const;
const plain = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);
const ids = ['01', '04', '07'].filter((id) => existsSync(join(ROOT, 'workbooks', `${id}.truth.json`)));

(ids.length === 0 ? describe.skip : describe)('whole workbooks', () => {
  test.each(ids)('%s: every fact with a clause, nothing else, and what must be asked', (id) => {
    const truth = JSON.parse(readFileSync(join(ROOT, 'workbooks', `${id}.truth.json`), 'utf8')) as Truth;
    const file = readFile(new Uint8Array(readFileSync(join(ROOT, 'workbooks', `${id}.xlsx`))));
    const reading = read(
      truth.rulebook,
      truth.month,
      file.sheets.map(({ name }) => file.grid(name)),
    );
    const place = (row: Row): string => `${row.sheet}!${row.row}`;
    const months = reading.incidents.filter((incident) =>
      (fact(incident).date as string).startsWith(truth.month),
    );
    // Without an amount the engine refuses the record; reading it is right.
    const unset = truth.mustAsk.filter(({ why }) => why?.startsWith('UNSET_POINTS') === true);
    const got = months
      .map(
        (incident) =>
          ({
            ...fact(incident),
            sheet: incident.source?.sheet ?? '',
            row: incident.source?.row ?? 0,
          }) as unknown as Fact,
      )
      .filter((each) => !unset.some((row) => place(row) === place(each)));
    const line = (each: Fact): string => [place(each), each.subject, each.date, each.clause].join(' ');
    const want = truth.facts.filter(({ clause }) => clause !== undefined);
    expect(got.map(line).sort()).toEqual(want.map(line).sort());
    for (const expected of want.filter(({ sheet }) => /登记|清单|记录/.test(sheet))) {
      const found = got.find((each) => line(each) === line(expected));
      for (const field of COMPARED)
        expect([line(expected), field, plain(found?.[field])]).toEqual([
          line(expected),
          field,
          plain(expected[field]),
        ]);
    }
    const asked = new Set(reading.setAside.map(place));
    expect(
      truth.mustAsk.filter((row) => !unset.includes(row)).filter((row) => !asked.has(place(row))),
    ).toEqual([]);
    expect([...asked].filter((row) => !truth.mustAsk.some((each) => place(each) === row))).toEqual([]);
    const charged = new Set(got.map(place));
    const filtered = new Set(want.map(place));
    expect(truth.mustNotCharge.map(place).filter((row) => charged.has(row) && !filtered.has(row))).toEqual(
      [],
    );
    expect([...reading.subjects].sort()).toEqual(truth.subjects.map(({ key }) => key).sort());
  });
});

/** `A1:P1` as 0-based rows and columns. */
function merge(range: string): MergedRange {
  const [, c1 = '', r1 = '', c2 = '', r2 = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  const column = (letters: string): number =>
    [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { top: Number(r1) - 1, left: column(c1), bottom: Number(r2) - 1, right: column(c2) };
}

const SHEETS = join(ROOT, 'sheets/qa');

(existsSync(SHEETS) ? describe : describe.skip)('QA sheets without a rulebook', () => {
  const inspect = (name: string) => {
    const file = JSON.parse(readFileSync(join(SHEETS, `${name}.json`), 'utf8')) as {
      sheet: string;
      grid: (string | number)[][];
      merges?: string[];
    };
    return inspectWorkbook([grid(file.sheet, file.grid, { merges: (file.merges ?? []).map(merge) })])
      .sheets[0];
  };

  test('a violation log with points, money and percent in one column', () => {
    const sheet = inspect('q1_violation_log');
    expect([sheet?.role, sheet?.headerRows, sheet?.dataStartRow]).toEqual(['qa-log', [1], 2]);
    expect(sheet?.events.map(({ name, date, points, money }) => [name, date, points, money])).toEqual([
      ['周晓兰', '2026-10-09', -2, undefined],
      ['马立新', '2026-10-09', 0, undefined],
      ['何佳', '2026-10-10', undefined, -50],
    ]);
  });

  test('a scorecard with a fatal item', () => {
    const sheet = inspect('q2_scorecard_wide');
    expect(
      sheet?.events.map(({ name, record, points, fatal, score }) => [name, record, points, fatal, score]),
    ).toEqual([
      ['周晓兰', 'REC20261008_0912', -2, undefined, undefined],
      ['周晓兰', 'REC20261008_1033', undefined, true, 0],
      ['马立新', 'REC20261009_1401', -1, undefined, undefined],
    ]);
  });

  test('a summary is shown and is no record', () => {
    const events = inspect('q4_month_summary')?.events ?? [];
    expect(events.map(({ name, kind, points, total }) => [name, kind, points, total])).toEqual([
      ['马立新', 'summary', -15, 115],
      ['周晓兰', 'summary', -25, 90],
      ['何佳', 'summary', 0, 105],
    ]);
  });
});
