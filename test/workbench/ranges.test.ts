import { openExcel, type OpenedExcel } from '../excel/support/openExcel';

let excel: OpenedExcel;
beforeEach(() => {
  excel = openExcel({
    sheets: {
      Data: [
        ['name', 'a', 'b'],
        ['x', 1, '=B2*2'],
        ['y', 2, '=B3*2'],
        ['z', 3, '=SUM(C2:C3)'],
      ],
      Other: [['=Data!C4+1', '=A1*10']],
    },
  });
});
afterEach(() => {
  expect(excel.stats.unimplemented).toEqual({});
  excel.dispose();
});

const on =
  (address: string, sheet = 'Data') =>
  (context: Excel.RequestContext): Excel.Range =>
    context.workbook.worksheets.getItem(sheet).getRange(address);
const formulas = (address: string, sheet?: string): Promise<unknown[][]> =>
  excel.run(async (context) => {
    const range = on(address, sheet)(context);
    range.load('formulas');
    await context.sync();
    return range.formulas as unknown[][];
  });
const addressOf = (find: (context: Excel.RequestContext) => Excel.Range): Promise<string> =>
  excel.run(async (context) => {
    const range = find(context);
    range.load('address');
    await context.sync();
    return range.address;
  });

test('formulas follow cells that are moved, and go on reading what they read', async () => {
  await excel.run(async (context) => {
    on('B2:B3')(context).moveTo('F5');
    await context.sync();
  });
  expect(await formulas('C2:C4')).toEqual([['=F5*2'], ['=F6*2'], ['=SUM(C2:C3)']]);
  expect(excel.values('Data', 'B2:C4')).toEqual([
    [null, 2],
    [null, 4],
    [3, 6],
  ]);
  await excel.run(async (context) => {
    on('C4')(context).moveTo('Other!D9');
    await context.sync();
  });
  expect(await formulas('D9', 'Other')).toEqual([['=SUM(Data!C2:C3)']]);
  expect(excel.values('Other', 'A1:D9').map((row) => [row[0], row[3]])[8]).toEqual([null, 6]);
  expect(excel.values('Other', 'A1:B1')).toEqual([[7, 70]]);
});

test.each<[string, string, string, string, unknown[]]>([
  ['one number is repeated', '5', 'FillDefault', 'H1:H3', [5, 5, 5]],
  ['one number as a series', '5', 'FillSeries', 'H1:H3', [5, 6, 7]],
  ['a text with a number at its end', 'Week 09', 'FillDefault', 'H1:H3', ['Week 09', 'Week 10', 'Week 11']],
  ['the same, copied', 'Week 09', 'FillCopy', 'H1:H3', ['Week 09', 'Week 09', 'Week 09']],
  ['a date', '2026-10-31', 'FillDefault', 'H1:H3', [46_326, 46_327, 46_328]],
])('filling: %s', async (_what, entry, type, to, expected) => {
  excel.edit('Data', 'H1', entry);
  await excel.run(async (context) => {
    on('H1')(context).autoFill(to, type as Excel.AutoFillType);
    await context.sync();
  });
  expect(excel.values('Data', to).flat()).toEqual(expected);
});

test('two numbers are continued along their line, formulas move', async () => {
  await excel.run(async (context) => {
    on('B2:C3')(context).autoFill('B2:C5');
    await context.sync();
  });
  expect(await formulas('B4:C5')).toEqual([
    [3, '=B4*2'],
    [4, '=B5*2'],
  ]);
});

test('precedents and dependents, over sheets', async () => {
  const found = await excel.run(async (context) => {
    const cell = on('A1', 'Other')(context);
    const direct = cell.getDirectPrecedents().load('addresses');
    const all = cell.getPrecedents().load('addresses');
    const readers = on('B2')(context).getDependents().load('addresses');
    await context.sync();
    return [direct.addresses, all.addresses, readers.addresses];
  });
  expect(found).toEqual([
    ['Data!C4'],
    ['Data!C4', 'Data!C2:C3', 'Data!B2', 'Data!B3'],
    ['Data!C2', 'Data!C4', 'Other!A1', 'Other!B1'],
  ]);
});

test('properties cell by cell and row by row', async () => {
  const read = await excel.run(async (context) => {
    on('B3')(context).format.fill.color = 'DarkMagenta';
    on('2:2')(context).format.rowHeight = 31;
    const cells = on('B2:B3')(context).getCellProperties({
      address: true,
      format: { fill: { color: true } },
    });
    const rows = on('A1:A2')(context).getRowProperties({ rowIndex: true, format: { rowHeight: true } });
    await context.sync();
    return [cells.value, rows.value];
  });
  expect(read).toEqual([
    [
      [{ address: 'Data!B2', format: { fill: { color: '#FFFFFF' } } }],
      [{ address: 'Data!B3', format: { fill: { color: '#8B008B' } } }],
    ],
    [
      { rowIndex: 0, format: { rowHeight: 15 } },
      { rowIndex: 1, format: { rowHeight: 31 } },
    ],
  ]);
});

test('ranges drawn out to the edge and turned over', async () => {
  expect(await addressOf((c) => on('A1')(c).getExtendedRange('Down'))).toBe('Data!A1:A4');
  expect(await addressOf((c) => on('A1:A2')(c).getExtendedRange('Right'))).toBe('Data!A1:C2');
  expect(await addressOf((c) => on('D5')(c).getResizedRange(-2, -1))).toBe('Data!C3:D5');
});

test('sorting from left to right is told as sorted columns', async () => {
  const told: string[] = [];
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.onColumnSorted.add((event) => {
      told.push(event.address);
      return Promise.resolve();
    });
    await context.sync();
    on('F1:H2')(context).values = [
      [3, 1, 2],
      ['c', 'a', 'b'],
    ];
    on('F1:H2')(context).sort.apply([{ key: 0, ascending: true }], false, false, 'Columns');
    await context.sync();
  });
  await excel.settled();
  expect(excel.values('Data', 'F1:H2')).toEqual([
    [1, 2, 3],
    ['a', 'b', 'c'],
  ]);
  expect(told).toEqual(['F1:H2']);
});

test('worksheet functions by API, nested', async () => {
  const read = await excel.run(async (context) => {
    const { functions } = context.workbook;
    const found = functions.vlookup('y', on('A1:C4')(context), 2, false);
    const sum = functions.sum(found, 40).load('value');
    const bad = functions.vlookup('q', on('A1:C4')(context), 2, false).load('value,error');
    await context.sync();
    return [sum.value, bad.error];
  });
  expect(read).toEqual([42, '#N/A']);
});

test('locked cells of a protected sheet take nothing a person types', async () => {
  await excel.run(async (context) => {
    on('B2')(context).format.protection.locked = false;
    context.workbook.worksheets.getItem('Data').protection.protect();
    await context.sync();
  });
  expect(excel.host.userEdit('Data', 1, 1, 8)).toBe(true);
  expect(excel.host.userEdit('Data', 2, 1, 8)).toBe(false);
  expect(excel.host.userPaste('Data', 1, 1, [[9], [9]])).toBe(false);
  expect(excel.values('Data', 'B2:C3')).toEqual([
    [8, 16],
    [2, 4],
  ]);
});
