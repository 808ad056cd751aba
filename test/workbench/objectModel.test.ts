import { openExcel, type OpenedExcel } from '../excel/support/openExcel';

let excel: OpenedExcel;
beforeEach(() => {
  excel = openExcel({
    sheets: {
      Data: [
        ['name', 'score'],
        ['甲', 91],
        ['乙', 78],
        ['丙', 85],
      ],
      'My sheet': [],
    },
  });
});
afterEach(() => {
  expect(excel.stats.unimplemented).toEqual({});
  excel.dispose();
});

async function codeOf(work: (context: Excel.RequestContext) => void): Promise<unknown> {
  try {
    await excel.run(async (context) => {
      work(context);
      await context.sync();
    });
    return 'ok';
  } catch (error) {
    return (error as { code: unknown }).code;
  }
}

const data = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Data');

test.each<[string, (context: Excel.RequestContext) => void, string]>([
  ['a sheet that is not there', (c) => c.workbook.worksheets.getItem('x').load('name'), 'ItemNotFound'],
  ['too few rows', (c) => (data(c).getRange('A1:B2').values = [[1, 2]]), 'InvalidArgument'],
  ['rows of unequal length', (c) => (data(c).getRange('A1:B2').values = [[1, 2], [3]]), 'InvalidArgument'],
  ['an object as a value', (c) => (data(c).getRange('A1').values = [[{}]]), 'InvalidArgument'],
  [
    'a text that no cell holds',
    (c) => (data(c).getRange('A1').values = [['x'.repeat(32_768)]]),
    'InvalidArgument',
  ],
  ['no address', (c) => data(c).getRange('A0').load('values'), 'InvalidArgument'],
  [
    'a wrong enum',
    (c) => (data(c).getRange('A1').format.horizontalAlignment = 'Middle' as 'Center'),
    'InvalidArgument',
  ],
  [
    'a wrong type',
    (c) => (data(c).getRange('A1').format.wrapText = 'yes' as unknown as boolean),
    'InvalidArgument',
  ],
  ['no colour', (c) => (data(c).getRange('A1').format.fill.color = '#12'), 'InvalidArgument'],
  [
    'a wrong enum of a method',
    (c) =>
      data(c)
        .getRange('A1')
        .insert('Up' as 'Down'),
    'InvalidArgument',
  ],
  [
    'a missing argument',
    (c) =>
      data(c)
        .getRange('A1')
        .find(undefined as unknown as string, {}),
    'InvalidArgument',
  ],
  [
    'a wrong enum inside a rule',
    (c) =>
      (data(c).getRange('A1').conditionalFormats.add('CellValue').cellValue.rule = {
        formula1: '1',
        operator: 'Less' as 'LessThan',
      }),
    'InvalidArgument',
  ],
  ['a sheet name twice', (c) => c.workbook.worksheets.add('data'), 'ItemAlreadyExists'],
  ['a sheet name with a slash', (c) => c.workbook.worksheets.add('a/b'), 'InvalidArgument'],
  ['a sheet name of 32 characters', (c) => (data(c).name = 'x'.repeat(32)), 'InvalidArgument'],
  ['a position beyond the end', (c) => (data(c).position = 2), 'InvalidArgument'],
  [
    'a range off the sheet',
    (c) => data(c).getRange('A1').getOffsetRange(-1, 0).load('values'),
    'InvalidArgument',
  ],
  ['a read-only property', (c) => data(c).getRange('A1').load('nonsense'), 'InvalidArgument'],
  [
    'a very hidden sheet to delete',
    (c) => {
      data(c).visibility = 'VeryHidden';
      data(c).delete();
    },
    'InvalidOperation',
  ],
  [
    'a list that is too long',
    (c) =>
      (data(c).getRange('A1').dataValidation.rule = {
        list: { inCellDropDown: true, source: 'x'.repeat(256) },
      }),
    'InvalidArgument',
  ],
  [
    'tables over each other',
    (c) => {
      data(c).tables.add('A1:B3', true);
      data(c).tables.add('B2:C5', true);
    },
    'InvalidOperation',
  ],
])('%s fails', async (_title, work, code) => {
  expect(await codeOf(work)).toBe(code);
});

test('the last visible sheet can be neither hidden nor deleted', async () => {
  expect(await codeOf((c) => c.workbook.worksheets.getItem('My sheet').delete())).toBe('ok');
  expect(await codeOf((c) => data(c).delete())).toBe('InvalidOperation');
  expect(await codeOf((c) => (data(c).visibility = 'Hidden'))).toBe('InvalidOperation');
});

test('what was not loaded cannot be read', async () => {
  await expect(excel.run((context) => Promise.resolve(data(context).name))).rejects.toMatchObject({
    code: 'PropertyNotLoaded',
  });
});

test('a proxy of a deleted sheet and a range on it fail', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('My sheet');
    const range = sheet.getRange('A1');
    sheet.load('id');
    range.load('values');
    await context.sync();
    sheet.delete();
    await context.sync();
    sheet.load('name');
    await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    range.load('values');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});

test('texts are understood as if typed, unless the cell is formatted as text', async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('My sheet');
    sheet.getRange('A2:F2').numberFormat = [['@', '@', '@', '@', '@', '@']];
    const entries = ['2026-10-01', '12.5%', '1,234', '=1+1', "'007", 'TRUE'];
    const range = sheet.getRange('A1:F2');
    range.values = [entries, entries];
    range.load('values,text,numberFormat,valueTypes,formulas');
    await context.sync();
    expect(range.values).toEqual([[46_296, 0.125, 1234, 2, '007', true], entries]);
    expect(range.text[0]).toEqual(['2026/10/1', '12.50%', '1,234', '2', '007', 'TRUE']);
    expect(range.numberFormat[0]).toEqual(['yyyy/m/d', '0.00%', '#,##0', 'General', 'General', 'General']);
    expect(range.valueTypes[0]).toEqual(['Double', 'Double', 'Double', 'Double', 'String', 'Boolean']);
    expect(range.formulas[0]![3]).toBe('=1+1');
  });
});

test('null leaves cells alone, an empty text empties them, one value fills all', async () => {
  await excel.run(async (context) => {
    data(context).getRange('A2:B3').values = [
      ['', 1],
      [null, 2],
    ];
    data(context).getRange('D1:D3').values = 'x' as unknown as string[][];
    await context.sync();
  });
  expect(excel.values('Data', 'A1:D3')).toEqual([
    ['name', 'score', null, 'x'],
    [null, 1, null, 'x'],
    ['乙', 2, null, 'x'],
  ]);
});

test('large writes, which the client splits, arrive whole', async () => {
  const rows = Array.from({ length: 2000 }, (_, r) => Array.from({ length: 10 }, (_c, c) => r * 10 + c));
  await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('My sheet').getRange('B2').getResizedRange(1999, 9);
    range.values = rows;
    await context.sync();
  });
  expect(excel.values('My sheet', 'B2:K2001')).toEqual(rows);
  expect(excel.stats.cellsWritten).toBe(20_000);
});

test('formats are uniform or null; borders between cells belong to both', async () => {
  await excel.run(async (context) => {
    const sheet = data(context);
    sheet.getRange('A1:B1').format.font.bold = true;
    sheet.getRange('A1:B2').format.borders.getItem('InsideHorizontal').style = 'Continuous';
    sheet.getRange('C:C').format.columnWidth = 120;
    sheet.getRange('C:C').format.fill.color = 'yellow';
    const both = sheet.getRange('A1:B2');
    const first = sheet.getRange('A1');
    const below = sheet.getRange('A2').format.borders.getItem('EdgeTop');
    const column = sheet.getRange('C7');
    both.load('format/font/bold');
    first.load('format/font/bold');
    below.load('style');
    column.load('format/columnWidth,format/fill/color');
    await context.sync();
    expect([both.format.font.bold, first.format.font.bold, below.style]).toEqual([null, true, 'Continuous']);
    expect([column.format.columnWidth, column.format.fill.color]).toEqual([120, '#FFFF00']);
  });
});

test('merging keeps the first value; later writes pass over the covered cells', async () => {
  await excel.run(async (context) => {
    const range = data(context).getRange('A2:B2');
    range.merge();
    range.values = [['x', 'y']];
    const areas = data(context).getRange('A1:B5').getMergedAreasOrNullObject();
    areas.load('address');
    await context.sync();
    expect(areas.address).toBe('Data!A2:B2');
  });
  expect(excel.values('Data', 'A2:B2')).toEqual([['x', null]]);
});

test('ranges a client holds move with their cells', async () => {
  await excel.run(async (context) => {
    const range = data(context).getRange('A3:B3');
    range.load('address');
    await context.sync();
    data(context).getRange('1:1').insert('Down');
    data(context).getRange('A:A').insert('Right');
    range.load('address,values');
    await context.sync();
    expect([range.address, range.values]).toEqual(['Data!B4:C4', [['乙', 78]]]);
    data(context).getRange('4:4').delete('Up');
    await context.sync();
    range.load('values');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});

test('a protected sheet refuses locked cells and takes unlocked ones', async () => {
  await excel.run(async (context) => {
    data(context).getRange('B2').format.protection.locked = false;
    data(context).protection.protect({ allowFormatCells: false }, 'pw');
    await context.sync();
  });
  expect(await codeOf((c) => (data(c).getRange('A2').values = [['x']]))).toBe('AccessDenied');
  expect(await codeOf((c) => (data(c).getRange('B2').values = [[1]]))).toBe('ok');
  expect(await codeOf((c) => (data(c).getRange('B2').format.font.bold = true))).toBe('AccessDenied');
  expect(await codeOf((c) => data(c).protection.unprotect('wrong'))).toBe('AccessDenied');
  expect(await codeOf((c) => data(c).protection.unprotect('pw'))).toBe('ok');
  expect(await codeOf((c) => (data(c).getRange('A2').values = [['x']]))).toBe('ok');
});

test('freeze panes, custom properties, settings and XML parts are kept', async () => {
  await excel.run(async (context) => {
    const sheet = data(context);
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B2'));
    sheet.customProperties.add('plan', 'a');
    sheet.customProperties.add('plan', 'b');
    context.workbook.settings.add('book', { id: 'GM', list: [1] });
    context.workbook.customXmlParts.add('<p:s xmlns:p="urn:s"/>');
    await context.sync();
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    frozen.load('address');
    const plan = sheet.customProperties.getItemOrNullObject('PLAN');
    plan.load('value');
    const setting = context.workbook.settings.getItem('book');
    setting.load('value');
    const part = context.workbook.customXmlParts.getByNamespace('urn:s').getOnlyItem();
    const xml = part.getXml();
    await context.sync();
    expect([frozen.address, plan.value, setting.value, xml.value]).toEqual([
      'Data!A1:B2',
      'b',
      { id: 'GM', list: [1] },
      '<p:s xmlns:p="urn:s"/>',
    ]);
    setting.delete();
    part.delete();
    await context.sync();
  });
  expect(excel.workbook.settings.size + excel.workbook.customXml.length).toBe(0);
});

test('tables: headers, rows, columns, structured references, sorting', async () => {
  await excel.run(async (context) => {
    const table = data(context).tables.add('A1:B4', true);
    table.name = 'QA';
    table.rows.add(undefined, [['丁', 60]]);
    table.columns.add(undefined, [['bonus'], [1], [2], [3], [4]]);
    data(context).getRange('F1').formulas = [['=SUM(QA[score])+SUM(QA[bonus])']];
    table.sort.apply([{ key: 1, ascending: true }]);
    const body = table.getDataBodyRange();
    body.load('values,address');
    const total = data(context).getRange('F1');
    total.load('values');
    context.workbook.tables.load('items/name');
    await context.sync();
    expect(context.workbook.tables.items.map(({ name }) => name)).toEqual(['QA']);
    expect(body.address).toBe('Data!A2:C5');
    expect(body.values).toEqual([
      ['丁', 60, 4],
      ['乙', 78, 2],
      ['丙', 85, 3],
      ['甲', 91, 1],
    ]);
    expect(total.values).toEqual([[91 + 78 + 85 + 60 + 10]]);
  });
});

test('names of the workbook and of a sheet', async () => {
  await excel.run(async (context) => {
    context.workbook.names.add('scores', data(context).getRange('B2:B4'));
    data(context).names.add('rate', '=0.5').visible = false;
    data(context).getRange('D1').formulas = [['=SUM(scores)*rate']];
    const item = context.workbook.names.getItem('Scores');
    item.load('value,type,formula');
    const local = data(context).names.getItemOrNullObject('rate');
    local.load('value,visible,scope');
    const cell = data(context).getRange('D1');
    cell.load('values');
    await context.sync();
    expect([item.value, item.type, item.formula]).toEqual(['Data!$B$2:$B$4', 'Range', '=Data!$B$2:$B$4']);
    expect([local.value, local.visible, local.scope]).toEqual([0.5, false, 'Worksheet']);
    expect(cell.values).toEqual([[127]]);
  });
});

test('conditional formats, validations, filters and searches', async () => {
  await excel.run(async (context) => {
    const scores = data(context).getRange('B2:B4');
    const format = scores.conditionalFormats.add('CellValue');
    format.cellValue.format.font.color = '#C00000';
    format.cellValue.rule = { formula1: '80', operator: 'LessThan' };
    data(context).getRange('A2:A4').dataValidation.rule = {
      list: { inCellDropDown: true, source: data(context).getRange('A2:A4') },
    };
    data(context).autoFilter.apply(data(context).getRange('A1:B4'), 1, {
      filterOn: 'Custom',
      criterion1: '>80',
    });
    await context.sync();
    const formats = data(context).getRange('B3').conditionalFormats;
    formats.load('items/type,items/cellValue/rule');
    const rule = data(context).getRange('A2').dataValidation;
    rule.load('rule,type');
    const hidden = data(context).getRange('A3');
    hidden.load('rowHidden');
    const found = data(context).getRange('A:A').findOrNullObject('丙', { completeMatch: true });
    found.load('address');
    await context.sync();
    expect(formats.items.map((each) => [each.type, each.cellValue.rule.operator])).toEqual([
      ['CellValue', 'LessThan'],
    ]);
    expect([rule.type, rule.rule.list?.source]).toEqual(['List', '=Data!A2:A4']);
    expect([hidden.rowHidden, found.address]).toEqual([true, 'Data!A4']);
    data(context).getRange('B3').conditionalFormats.clearAll();
    data(context).autoFilter.remove();
    hidden.load('rowHidden');
    await context.sync();
    expect(hidden.rowHidden).toBe(false);
  });
  expect(excel.workbook.sheet('Data')!.conditionalFormats[0]!.blocks).toEqual([
    { top: 1, left: 1, bottom: 1, right: 1 },
    { top: 3, left: 1, bottom: 3, right: 1 },
  ]);
});

test('page layout and charts', async () => {
  await excel.run(async (context) => {
    const { pageLayout } = data(context);
    pageLayout.orientation = 'Landscape';
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.setPrintArea('A1:B4');
    pageLayout.setPrintTitleRows('$1:$1');
    pageLayout.setPrintMargins('Centimeters', { left: 2.54 });
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
    data(context).horizontalPageBreaks.add('A3');
    const chart = data(context).charts.add('ColumnClustered', data(context).getRange('A1:B4'), 'Columns');
    chart.title.text = '得分';
    chart.setPosition('D2', 'H12');
    await context.sync();
    chart.load('left,top,width,height,title/text');
    chart.series.load('items/name');
    const area = pageLayout.getPrintAreaOrNullObject();
    area.load('address');
    const rows = pageLayout.getPrintTitleRowsOrNullObject();
    rows.load('address');
    pageLayout.load('orientation,leftMargin,zoom,headersFooters/defaultForAllPages/centerFooter');
    await context.sync();
    expect([chart.left, chart.top, chart.width, chart.height]).toEqual([144, 15, 240, 165]);
    expect([chart.title.text, chart.series.items.map(({ name }) => name)]).toEqual(['得分', ['score']]);
    expect([area.address, rows.address]).toEqual(['Data!A1:B4', 'Data!1:1']);
    expect([pageLayout.orientation, pageLayout.leftMargin]).toEqual(['Landscape', 72]);
    expect(pageLayout.headersFooters.defaultForAllPages.centerFooter).toBe('&P / &N');
  });
  const [series] = excel.workbook.sheet('Data')!.charts[0]!.series;
  expect([series!.values, series!.categories]).toEqual(['Data!B2:B4', 'Data!A2:A4']);
});

test('copying brings formats, merges, rules and formulas along', async () => {
  await excel.run(async (context) => {
    const sheet = data(context);
    sheet.getRange('C2').formulas = [['=B2*2']];
    sheet.getRange('A1:B1').format.font.bold = true;
    sheet.getRange('A4:B4').merge();
    sheet.getRange('B2:B3').conditionalFormats.add('DataBar');
    const target = context.workbook.worksheets.getItem('My sheet');
    target.getRange('B2').copyFrom(sheet.getRange('A1:C4'), 'All');
    const copied = target.getRange('B2:D5');
    copied.load('values,formulas');
    const head = target.getRange('B2');
    head.load('format/font/bold');
    await context.sync();
    expect(copied.values[1]).toEqual(['甲', 91, 182]);
    expect(copied.formulas[1]![2]).toBe('=C3*2');
    expect(head.format.font.bold).toBe(true);
  });
  const copy = excel.workbook.sheet('My sheet')!;
  expect(copy.merges).toEqual([{ top: 4, left: 1, bottom: 4, right: 2 }]);
  expect(copy.conditionalFormats[0]!.blocks).toEqual([{ top: 2, left: 2, bottom: 3, right: 2 }]);
});

test('only requirement sets that are offered can be used', () => {
  excel.dispose();
  excel = openExcel({ requirementSets: { ExcelApi: '1.9' } });
  const { requirements } = excel.Office.context;
  expect([
    requirements.isSetSupported('ExcelApi', '1.9'),
    requirements.isSetSupported('ExcelApi', '1.12'),
  ]).toEqual([true, false]);
});
