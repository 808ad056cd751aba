import { openExcel, type OpenedExcel } from '../excel/support/openExcel';
import { FormulaEngine } from '../../src/workbench/model/engine/formulaEngine';

let excel: OpenedExcel;
beforeEach(() => {
  excel = openExcel({
    sheets: {
      Data: [
        ['', 'Q1', 'Q2'],
        ['甲', 10, 20],
        ['乙', 30, 40],
      ],
    },
  });
});
afterEach(() => {
  expect(excel.stats.unimplemented).toEqual({});
  excel.dispose();
});

const sheetOf = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem('Data');

test('comments with replies, found by their cell, which they follow', async () => {
  const changes: string[] = [];
  await excel.run(async (context) => {
    context.workbook.comments.onChanged.add((event) => {
      changes.push(event.changeType);
      return Promise.resolve();
    });
    await context.sync();
    context.workbook.comments.add('Data!B2', 'checked');
    context.workbook.comments.getItemByCell('Data!B2').replies.add('thanks');
    sheetOf(context).getRange('1:1').insert('Down');
    await context.sync();
  });
  const read = await excel.run(async (context) => {
    const comment = context.workbook.comments.getItemByCell('Data!B3').load('content,resolved,creationDate');
    const place = comment.getLocation().load('address');
    const replies = comment.replies.load('items/content');
    await context.sync();
    return [comment.content, comment.resolved, place.address, replies.items.map(({ content }) => content)];
  });
  expect(read).toEqual(['checked', false, 'Data!B3', ['thanks']]);
  await excel.run(async (context) => {
    context.workbook.comments.getItemByCell('Data!B3').resolved = true;
    await context.sync();
    context.workbook.comments.getItemByCell('Data!B3').delete();
    const count = context.workbook.comments.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
  await excel.settled();
  expect(changes).toEqual(['ReplyAdded', 'CommentResolved']);
});

test('points of a series are its values; sources and sizes of bubbles are kept', async () => {
  const read = await excel.run(async (context) => {
    const chart = sheetOf(context).charts.add(
      'ColumnClustered',
      sheetOf(context).getRange('A1:C3'),
      'Columns',
    );
    const series = chart.series.getItemAt(1);
    series.points.getItemAt(1).format.fill.setSolidColor('pink');
    series.setBubbleSizes(sheetOf(context).getRange('B2:B3'));
    const points = series.points.load('items/value');
    const values = series.getDimensionDataSourceString('Values');
    const bubbles = series.getDimensionDataSourceString('BubbleSizes');
    await context.sync();
    return [points.items.map((point) => point.value as unknown), values.value, bubbles.value];
  });
  expect(read).toEqual([[20, 40], 'Data!C2:C3', 'Data!B2:B3']);
});

test('a formula of a file that cannot be calculated keeps its saved result until it is entered anew', async () => {
  const { workbook } = excel;
  const sheet = workbook.sheet('Data')!;
  workbook.put(sheet.makeCell(4, 0), 17, '=SOMEBODYS.FUNCTION(B2)');
  workbook.put(sheet.makeCell(4, 1), 5, '=A5+B2');
  workbook.engine = new FormulaEngine(workbook, { custom: excel.host.functions, now: () => 0 });
  workbook.engine.adopt(sheet);
  excel.edit('Data', 'B2', 100);
  await excel.run(async (context) => {
    context.workbook.worksheets.add('New');
    await context.sync();
  });
  expect(excel.values('Data', 'A5:B5')).toEqual([[17, 117]]);
  excel.edit('Data', 'A5', '=SOMEBODYS.FUNCTION(B2)');
  expect(excel.values('Data', 'A5')).toEqual([[{ error: '#NAME?' }]]);
});

test('names that items do not have are passed over in the load of a collection, and counted', async () => {
  await excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('nothingOfTheKind');
    await context.sync();
    expect(sheets.items).toHaveLength(1);
  });
  expect(excel.stats.unknownLoads).toEqual({ 'Worksheet.nothingOfTheKind': 1 });
});
