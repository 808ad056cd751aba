import { formatDay } from '../../../src/facts/date';
import { formatDecimal } from '../../../src/facts/decimal';
import { readSheet } from '../../../src/intake/readSheet';
import type { SheetEvent } from '../../../src/intake/types';
import { readPeriod } from '../../../src/intake/values/period';
import { gridOfShared, sharedSheets } from './support/grids';

interface Expected {
  readonly name?: string;
  readonly date?: string;
  readonly events?: readonly {
    kind: string;
    minutes?: number;
    days?: number;
    type?: string;
    slot?: string;
  }[];
}

const shown = (event: SheetEvent): Record<string, unknown> => ({
  kind: event.kind,
  ...(event.minutes === undefined ? {} : { minutes: Number(formatDecimal(event.minutes)) }),
  ...(event.days === undefined ? {} : { days: Number(formatDecimal(event.days)) }),
  ...(event.leaveType === undefined ? {} : { type: event.leaveType }),
  ...(event.slot === undefined ? {} : { slot: event.slot }),
});

const sheets = sharedSheets('attendance');
const maybe = sheets.length === 0 ? describe.skip : describe;

maybe('attendance layouts', () => {
  it.each(sheets.map((sheet) => [sheet.id, sheet] as const))('%s', (_id, sheet) => {
    const facts = readSheet(gridOfShared(sheet), { period: readPeriod('2026-10') });
    expect(facts.reading.headerRows).toEqual(sheet.header_rows);
    expect(facts.reading.dataStartRow).toBe(sheet.data_start_row);
    const expected = (sheet.expect ?? []) as readonly Expected[];
    const days = expected.filter((one) => one.name !== undefined);
    for (const one of days) {
      const found = facts.events
        .filter((event) => event.who.name === one.name && formatDay(event.day) === one.date)
        .map(shown);
      expect(found).toHaveLength(one.events?.length ?? 0);
      one.events?.forEach((event, i) => {
        const { note: _note, ...plain } = event as Record<string, unknown>;
        expect(found[i]).toMatchObject(plain);
      });
    }
    if (days.length > 0) {
      const known = new Set(days.map((one) => `${one.name} ${one.date}`));
      const others = facts.events
        .filter((event) => !known.has(`${event.who.name} ${formatDay(event.day)}`))
        .map(shown);
      // The layout with symbols also holds half a day of 调休 that its list leaves out.
      expect(others).toEqual(sheet.id.startsWith('a11') ? [{ kind: 'leave', type: '调休', days: 0.5 }] : []);
    }
  });
});
