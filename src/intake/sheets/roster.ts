import type { Day } from '../../facts/date';
import type { Grid } from '../../workbook/grid';
import type { Collector } from '../attendance/collector';
import { personOf } from '../attendance/who';
import type { ReadOptions } from '../options';
import { rowsOf, type DataRow } from '../recognise/rows';
import type { PersonRef, ScheduledShift, SheetPerson, SheetReading } from '../types';
import { readDate, type DateContext } from '../values/date';
import { readId, readName } from '../values/name';
import { cellText, isNoData } from '../values/text';

type Span = SheetPerson['spans'][number];

const WHEN = /((?:\d{4}|\d{2})[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.月]\d{1,2}日?)/;
const LEFT = /离职|离岗|辞职|离司|退组/;
const JOINED = /入职|到岗|新进|入组|报到|上岗/;
const MOVED = /(?:调至|调往|调到|转至|转到|转入|调入)\s*([^,;。\s()]{2,20})/;

/** Reads rosters: people with id, aliases, team, head, and the edges of their time on the team. Customers likewise. */
export function* readRoster(
  grid: Grid,
  reading: SheetReading,
  options: ReadOptions,
  into: Collector,
  out: { readonly people: SheetPerson[]; readonly schedule: ScheduledShift[] },
): Generator<void> {
  const context: DateContext = { period: reading.period ?? options.period, date1904: grid.date1904 };
  let count = 0;
  for (const row of rowsOf(grid, reading)) {
    into.rowCount += 1;
    const person = readPerson(row, grid.sheet, context, into);
    if (person === undefined) into.aside('PERSON_MISSING', row.row - 1, undefined);
    else {
      out.people.push(person);
      const shift = row.text('shift');
      if (shift !== '' && person.who.name !== '') out.schedule.push({ who: person.who, shift });
    }
    count += 1;
    if (count % 2000 === 0) yield;
  }
}

function readPerson(
  row: DataRow,
  sheet: string,
  context: DateContext,
  into: Collector,
): SheetPerson | undefined {
  const who = personOf(row) ?? customerOf(row);
  const place = placeOf(row);
  const head = headOf(row);
  const source = { sheet, row: row.row };
  if (who === undefined) {
    // A list of departments or teams with their heads.
    if (head !== undefined && (place.department !== undefined || place.team !== undefined))
      return { who: head, aliases: [], spans: [{ ...place, role: '部门负责人' }], source };
    return place.team === undefined ? undefined : { who: { name: '' }, aliases: [], spans: [place], source };
  }
  const base: Omit<Span, 'from' | 'to'> = { ...place, ...(head === undefined ? {} : { head }) };
  const joined = dateIn(row, 'joined', context, into);
  const left = dateIn(row, 'left', context, into) ?? remarkDate(row, LEFT, context);
  const from = joined ?? remarkDate(row, JOINED, context);
  const spans = movedSpans(row, base, from, left, context, into);
  const gone = row.text('employment');
  if (left === undefined && (who.left === true || LEFT.test(gone) || /^否$/.test(gone))) {
    const cell = row.cell('employment') ?? row.cell('name');
    if (cell !== undefined)
      into.finding('LEFT_DATE_MISSING', 'warning', row.row - 1, cell.column, { name: who.name });
  }
  return { who, aliases: aliasesOf(row), spans, source };
}

function customerOf(row: DataRow): PersonRef | undefined {
  const name = readName(row.value('customer'));
  const id = readId(row.value('customerId'));
  if (name === undefined && id === undefined) return undefined;
  return { name: name?.name ?? '', ...(id === undefined ? {} : { id }) };
}

function placeOf(row: DataRow): { team?: string; department?: string; role?: string } {
  const [team, department, role] = [row.text('team'), row.text('department'), row.text('role')];
  return {
    ...(team === '' ? {} : { team }),
    ...(department === '' ? {} : { department }),
    ...(role === '' ? {} : { role }),
  };
}

function headOf(row: DataRow): PersonRef | undefined {
  const name = readName(row.value('head'));
  return name === undefined || isNoData(row.value('head'))
    ? undefined
    : { name: name.name, ...(name.id === undefined ? {} : { id: name.id }) };
}

function aliasesOf(row: DataRow): string[] {
  return row
    .cells('aliases')
    .filter((cell) => !isNoData(cell.value))
    .flatMap((cell) => cellText(cell.value).split(/[、,;/|]+/))
    .map((one) => cellText(one))
    .filter((one) => one !== '')
    .slice(0, 20);
}

function dateIn(row: DataRow, field: string, context: DateContext, into: Collector): Day | undefined {
  const cell = row.cell(field);
  if (cell === undefined || isNoData(cell.value)) return undefined;
  const date = readDate(cell.value, cell.kind, context);
  if (date === undefined || date.alternative !== undefined) {
    if (!/在职|至今|长期|now|present/i.test(cellText(cell.value)))
      into.finding('DATE_UNREADABLE', 'warning', row.row - 1, cell.column, {
        text: cellText(cell.value).slice(0, 40),
      });
    return undefined;
  }
  return date.day;
}

/** `2026-09-18离职` in the remark: the day named is the last one. */
function remarkDate(row: DataRow, word: RegExp, context: DateContext): Day | undefined {
  for (const cell of row.cells('remark')) {
    const text = cellText(cell.value).slice(0, 300);
    for (const part of text.split(/[,;。、]/)) {
      if (!word.test(part)) continue;
      const match = WHEN.exec(part);
      const date = match === null ? undefined : readDate(match[1], 0, context);
      if (date !== undefined) return date.day;
    }
  }
  return undefined;
}

/** One span, or two where the person moved on a day: the day is the first in the new place. */
function movedSpans(
  row: DataRow,
  base: Omit<Span, 'from' | 'to'>,
  from: Day | undefined,
  to: Day | undefined,
  context: DateContext,
  into: Collector,
): Span[] {
  const edge = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const day = dateIn(row, 'transferred', context, into);
  const before = row.text('fromTeam');
  const remark = row
    .cells('remark')
    .map((cell) => cellText(cell.value))
    .join(';')
    .slice(0, 400);
  const moved = MOVED.exec(remark);
  if (day !== undefined && (before !== '' || row.has('toTeam'))) {
    const after = row.text('toTeam');
    return [
      {
        ...base,
        ...(before === '' ? {} : { team: before }),
        ...(from === undefined ? {} : { from }),
        to: day - 1,
      },
      { ...base, ...(after === '' ? {} : { team: after }), from: day, ...(to === undefined ? {} : { to }) },
    ];
  }
  if (moved !== null) {
    const part = remark.split(/[;。]/).find((one) => MOVED.test(one)) ?? '';
    const when = WHEN.exec(part);
    const date = when === null ? undefined : readDate(when[1], 0, context);
    const cell = row.cell('remark');
    if (date === undefined) {
      if (cell !== undefined)
        into.finding('TRANSFER_DATE_MISSING', 'warning', row.row - 1, cell.column, {
          text: part.slice(0, 60),
        });
      return [{ ...base, ...edge }];
    }
    const target = moved[1]!;
    // The roster may already stand as after the move.
    if (base.team === target || base.department === target) {
      if (cell !== undefined)
        into.finding('TRANSFER_FROM_UNKNOWN', 'warning', row.row - 1, cell.column, {
          text: part.slice(0, 60),
        });
      return [{ ...base, ...edge }];
    }
    return [
      { ...base, ...(from === undefined ? {} : { from }), to: date.day - 1 },
      { ...base, team: target, from: date.day, ...(to === undefined ? {} : { to }) },
    ];
  }
  return [{ ...base, ...edge }];
}
