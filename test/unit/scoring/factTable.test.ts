import fc from 'fast-check';
import type { Incident } from '../../../src/facts/incident';
import { SHIPPED_IDS } from '../../../src/rulebook/shipped';
import { RowReader, type RowColumns } from '../../../src/scoring/factRows';
import { DAY_ORIGIN, FactTable } from '../../../src/scoring/factTable';
import { incident } from '../../support/incidents';
import { day, record, shipped } from '../../support/scoring';

const whole = (digits: number) => ({ digits: BigInt(digits), scale: 0 });

describe('a table gives back the records put in', () => {
  test.each(SHIPPED_IDS)('of %s, whatever they hold, also after others took their place', (id) => {
    const some = incident(shipped(id));
    const scenario = fc.tuple(
      fc.array(some, { minLength: 1, maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(), some)),
    );
    fc.assert(
      fc.property(scenario, ([given, changes]) => {
        const records = [...given];
        const table = FactTable.from(records);
        for (const [place, next] of changes) {
          const at = place % records.length;
          records[at] = next;
          table.replace(at, next);
        }
        // No flags at all and an empty list of flags are the same.
        records.forEach((each, at) => {
          const { flags = [], ...fields } = each;
          const { flags: kept = [], ...others } = table.incident(at);
          expect({ ...others, flags: kept }).toEqual({ ...fields, flags });
          expect(table.day(at)).toBe(each.date);
        });
      }),
      { numRuns: 40 },
    );
  });

  const odd: readonly [string, Partial<Incident>][] = [
    ['no quantity', {}],
    ['one', { qty: whole(1) }],
    ['255', { qty: whole(255) }],
    ['256', { qty: whole(256) }],
    ['0', { qty: whole(0) }],
    ['-1', { qty: whole(-1) }],
    ['2.5', { qty: { digits: 25n, scale: 1 } }],
    ['2.0', { qty: { digits: 20n, scale: 1 } }],
    ['a flag', { flags: ['serious'] }],
    ['flags out of order', { flags: ['exempt', 'aggravated'] }],
    ['a flag twice', { flags: ['loss', 'loss'] }],
    ['an unknown flag', { flags: ['no_such_flag'] }],
    ['the first day of the columns', { date: DAY_ORIGIN }],
    ['a day before', { date: DAY_ORIGIN - 1 }],
    ['the last day of the columns', { date: DAY_ORIGIN + 65_535 }],
    ['a day after', { date: DAY_ORIGIN + 65_536 }],
    ['a column', { source: { sheet: 'Sheet1', row: 3, column: 'C' } }],
    ['a sheet without a name', { source: { sheet: '', row: 3 } }],
    ['a value', { value: whole(12) }],
  ];
  test.each(odd)('%s', (_what, fields) => {
    const plain: Incident = {
      date: day('2026-10-08'),
      subject: '王伟',
      clause: 'GM-01',
      source: { sheet: 'A', row: 2 },
    };
    const records = [plain, { ...plain, ...fields }, { ...plain, source: { sheet: 'A', row: 4 } }];
    const table = FactTable.from(records);
    expect(records.map((_, at) => table.incident(at))).toEqual(records);
  });

  test('more subjects and more clauses than two bytes count', () => {
    const table = new FactTable(16);
    const at = (i: number): Incident => ({
      date: day('2026-10-08'),
      subject: `s${i}`,
      clause: `c${i % 70_000}`,
    });
    for (let i = 0; i < 140_000; i += 1) table.add(at(i));
    for (const i of [0, 65_535, 65_536, 69_999, 70_000, 139_999]) expect(table.incident(i)).toEqual(at(i));
    table.replace(3, at(200_000));
    expect(table.incident(3)).toEqual(at(200_000));
    expect(table.subjectCount).toBe(140_001);
  });
});

describe('a table', () => {
  test('takes seven bytes a record', () => {
    expect(new FactTable(1_000).bytes).toBe(7_000);
  });

  test('takes the last start of a block that holds', () => {
    const table = new FactTable();
    table.startBlock('A', 2);
    table.startBlock('B', 7);
    const kind = table.kindOf('GM-01', 0);
    table.addCoded(day('2026-10-08'), table.addSubject('王伟'), kind, 1);
    table.addCoded(day('2026-10-08'), table.addSubject('王伟'), kind, 1);
    expect([0, 1].map((at) => table.incident(at).source)).toEqual([
      { sheet: 'B', row: 7 },
      { sheet: 'B', row: 8 },
    ]);
  });
});

describe('rows', () => {
  const columns: RowColumns = {
    date: 0,
    subject: 1,
    clause: 2,
    quantity: 3,
    flag: { column: 4, name: 'serious' },
  };
  const serial = 46_303; // 2026-10-08
  const rows: readonly (readonly unknown[])[] = [
    [serial, '王伟-1', 'GM-01', 2, 1],
    [serial + 0.75, '王伟-1', 'GM-01', '', ''],
    ['', '', '', '', ''],
    ['2026-10-09', '李娜-2', 'GM-02', '1.5', false],
    ['十月八日', '李娜-2', 'GM-02', 1, 0],
    [serial, '', 'GM-02', 1, 0],
    [serial, '李娜-2', null, 1, 0],
    [serial, '李娜-2', 'GM-02', '很多', 0],
    [serial, '李娜-2', 'GM-02', 1, 7],
    [60, '李娜-2', 'GM-02', 1, 0],
    [serial, '李娜-2', 'GM-02', 300, 'loss'],
    [serial, '李娜-2', 'GM-02', 0, '没见过'],
    [2_958_465, '李娜-2', 'GM-02', 1, true],
  ];

  test('become records with their row; what is none is listed with why', () => {
    const table = new FactTable();
    const refused = new RowReader('质检', columns).addTo(table, rows, 2);

    expect(refused).toEqual([
      { code: 'ROW_DATE', row: 6 },
      { code: 'ROW_SUBJECT', row: 7 },
      { code: 'ROW_CLAUSE', row: 8 },
      { code: 'ROW_QUANTITY', row: 9 },
      { code: 'ROW_FLAG', row: 10 },
      { code: 'ROW_DATE', row: 11 },
    ]);
    const own = (row: number, fields: Readonly<Record<string, unknown>>): Incident =>
      record({ at: ['质检', row], ...fields });
    const li = { subject: '李娜-2', clause: 'GM-02' };
    expect(Array.from({ length: table.length }, (_, at) => table.incident(at))).toEqual([
      own(2, { subject: '王伟-1', clause: 'GM-01', qty: 2, flags: ['serious'] }),
      own(3, { subject: '王伟-1', clause: 'GM-01' }),
      own(5, { ...li, date: '2026-10-09', qty: '1.5' }),
      own(12, { ...li, qty: 300, flags: ['loss'] }),
      own(13, { ...li, qty: 0, flags: ['没见过'] }),
      own(14, { ...li, date: '9999-12-31', qty: 1, flags: ['serious'] }),
    ]);
  });

  const known: readonly (readonly unknown[])[] = [
    [serial, '王伟-1', 'GM-01', 1, 0],
    [serial, '李娜-2', 'GM-02', 1, 1],
  ];
  const often: readonly (readonly unknown[])[] = [
    [serial + 0.75, '王伟-1', 'GM-01', 255, 0],
    [serial, '王伟-1', 'GM-02', 2, 1],
    [36_526, '王伟-1', 'GM-01', 1, 0], // 2000-01-01
    [36_525.5, '王伟-1', 'GM-01', 1, 0], // 1999-12-31
    [102_061.9, '王伟-1', 'GM-01', 1, 0], // 2179-06-06
    [102_062, '王伟-1', 'GM-01', 1, 0],
    [NaN, '王伟-1', 'GM-01', 1, 0],
    [serial, '王伟-1', 'GM-01', 256, 0],
    [serial, '王伟-1', 'GM-01', 1.5, 0],
    [serial, '王伟-1', 'GM-01', 1, 2],
    [serial, '王伟-1', 'GM-01', NaN, 0],
    [serial, 1, 'GM-01', 1, 0],
    [serial, '', 'GM-01', 1, 0],
    [serial, '王伟-1', 'GM-01', 1, 0],
    [serial, '王伟-1', '', 1, 0],
    [serial, '李娜-2', 'GM-01', 3, 0],
  ];

  test.each(['serious', '没见过'])('with names met before read the same, flag %s', (name) => {
    const reader = new RowReader('质检', { ...columns, flag: { column: 4, name } });
    const all = [...known, ...often, ...rows, ...often.toReversed(), ...known];
    const [together, single] = [new FactTable(16), new FactTable(16)];
    const refused = reader.addTo(together, all, 2);

    expect(refused).toEqual(all.flatMap((row, i) => reader.addTo(single, [row], 2 + i)));
    const records = (table: FactTable): readonly Incident[] =>
      Array.from({ length: table.length }, (_, at) => table.incident(at));
    expect(records(together)).toEqual(records(single));
    expect(records(together).slice(2, 7)).toEqual(
      [
        { at: ['质检', 4], qty: 255 },
        { at: ['质检', 5], clause: 'GM-02', qty: 2, flags: [name] },
        { at: ['质检', 6], qty: 1, date: '2000-01-01' },
        { at: ['质检', 7], qty: 1, date: '1999-12-31' },
        { at: ['质检', 8], qty: 1, date: '2179-06-06' },
      ].map((fields) => record({ subject: '王伟-1', clause: 'GM-01', ...(fields as object) })),
    );
  });

  test('an empty name is refused in a table that was told of one', () => {
    const table = FactTable.from([{ ...record({ clause: 'GM-01', qty: 1 }), subject: '' }]);
    const refused = new RowReader('质检', columns).addTo(table, [...known, often[12]!, ...known], 2);
    expect(refused).toEqual([{ code: 'ROW_SUBJECT', row: 4 }]);
    expect(table.length).toBe(5);
  });

  test('a sheet without quantity and flag columns counts each row once', () => {
    const table = new FactTable();
    expect(
      new RowReader('质检', { date: 0, subject: 1, clause: 2 }).addTo(table, rows.slice(0, 2), 2),
    ).toEqual([]);
    expect(table.incident(0)).toEqual(record({ at: ['质检', 2], subject: '王伟-1', clause: 'GM-01' }));
  });
});
