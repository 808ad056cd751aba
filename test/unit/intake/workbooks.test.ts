import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDay, parseMonth } from '../../../src/facts/date';
import { formatDecimal } from '../../../src/facts/decimal';
import { readSheets } from '../../../src/intake/readSheet';
import { readPeriod } from '../../../src/intake/values/period';
import { readWorkbook } from '../../../src/workbook/xlsx';

interface Fact {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly date: string;
  readonly kind?: string;
  readonly value?: number;
  readonly days?: string;
  readonly type?: string;
}

interface Truth {
  readonly month: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly role: string;
    readonly headerRows: readonly number[];
    readonly dataStartRow: number | null;
  }[];
  readonly facts: readonly Fact[];
  readonly mustNotCharge: readonly { readonly sheet: string; readonly row: number; readonly date: string }[];
}

const ROOT = join(__dirname, '../../../../shared/domain/workbooks');
const ids = ['01', '04', '07'].filter((id) => existsSync(join(ROOT, `${id}.truth.json`)));
const maybe = ids.length === 0 ? describe.skip : describe;

/** Roles of the truth files -> ours. */
const ROLES: Readonly<Record<string, RegExp>> = {
  attendance: /^attendance-/,
  incidents: /^qa-log$/,
  appeals: /^appeals$/,
  roster: /^roster$/,
  params: /^params$/,
  irrelevant: /^none$/,
};

maybe('whole workbooks', () => {
  it.each(ids)('%s', (id) => {
    const truth = JSON.parse(readFileSync(join(ROOT, `${id}.truth.json`), 'utf8')) as Truth;
    const file = readWorkbook(new Uint8Array(readFileSync(join(ROOT, `${id}.xlsx`))));
    const sheets = readSheets(
      file.sheets.map((sheet) => file.grid(sheet.name)),
      { period: readPeriod(truth.month) },
    );
    const month = parseMonth(truth.month)!;
    for (const expected of truth.sheets) {
      const facts = sheets.find((one) => one.reading.name === expected.name);
      expect([expected.name, facts?.reading.role.value]).toEqual([
        expected.name,
        expect.stringMatching(ROLES[expected.role]!),
      ]);
      expect([expected.name, facts?.reading.headerRows]).toEqual([expected.name, expected.headerRows]);
      if (expected.dataStartRow !== null) expect(facts?.reading.dataStartRow).toBe(expected.dataStartRow);
      if (expected.role !== 'attendance' || facts === undefined) continue;
      const wanted = truth.facts
        .filter((fact) => fact.sheet === expected.name)
        .map(
          (fact) =>
            `${fact.row} ${fact.name} ${fact.date} ${fact.kind} ${fact.value ?? ''} ${fact.days ?? ''} ${fact.type ?? ''}`,
        );
      const found = facts.events
        .filter(
          (event) =>
            Math.floor(
              Number(formatDay(event.day).slice(0, 4)) * 12 + Number(formatDay(event.day).slice(5, 7)) - 1,
            ) === month,
        )
        .map(
          (event) =>
            `${event.source.row} ${event.who.name} ${formatDay(event.day)} ${event.kind} ${event.minutes === undefined ? '' : formatDecimal(event.minutes)} ${event.days === undefined ? '' : formatDecimal(event.days)} ${event.leaveType ?? ''}`,
        );
      expect(found.sort()).toEqual(wanted.sort());
      expect(facts.setAside).toEqual([]);
    }
  });
});
