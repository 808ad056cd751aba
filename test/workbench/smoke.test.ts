import { openExcel } from '../excel/support/openExcel';

test('smoke', async () => {
  const excel = openExcel({ sheets: { Data: [['name', 'score'], ['甲', 91]], Other: [] } });
  const out = await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('报表');
    const range = sheet.getRange('A1:B2');
    range.values = [['a', 1], ['b', 2]];
    range.format.fill.color = '#ffee00';
    range.format.font.bold = true;
    range.format.horizontalAlignment = 'Center';
    range.format.borders.getItem('EdgeBottom').style = 'Continuous';
    range.format.columnWidth = 100;
    range.numberFormat = [['@', '0.00'], ['@', '0.00']];
    sheet.getRange('A4:C4').merge();
    sheet.freezePanes.freezeRows(1);
    sheet.customProperties.add('qascore', 'x');
    context.workbook.settings.add('rulebook', { id: 'GM' });
    context.workbook.customXmlParts.add('<a xmlns="urn:q"/>');
    await context.sync();
    const used = context.workbook.worksheets.getItem('Data').getUsedRange(true);
    used.load('values,address');
    range.load('values,text,numberFormat,format/fill/color,format/font/bold,format/columnWidth');
    context.workbook.worksheets.load('items/name,items/visibility,items/position');
    const setting = context.workbook.settings.getItemOrNullObject('rulebook');
    setting.load('value');
    const parts = context.workbook.customXmlParts.getByNamespace('urn:q');
    const part = parts.getOnlyItemOrNullObject();
    const xml = part.getXml();
    const none = context.workbook.worksheets.getItemOrNullObject('nope');
    await context.sync();
    return [used.values, used.address, range.text, range.format.fill.color, range.format.columnWidth, range.format.font.bold,
      context.workbook.worksheets.items.map((s) => [s.name, s.position]), setting.value, xml.value, none.isNullObject];
  });
  console.log(JSON.stringify(out), excel.stats);
  const seen: unknown[] = [];
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Data').onChanged.add(async (args) => { seen.push(args.address, args.details); });
    context.workbook.worksheets.onChanged.add(async (args) => { seen.push('wb', args.address, args.triggerSource); });
    context.workbook.worksheets.getItem('Data').onSelectionChanged.add(async (args) => { seen.push('sel', args.address); });
    await context.sync();
  });
  excel.edit('Data', 'B2', 95);
  excel.host.select('Data', 'C3');
  await excel.settled();
  console.log(JSON.stringify(seen));
  excel.faults.failNext('RequestPayloadSizeLimitExceeded');
  await excel.run(async (c) => { c.workbook.load('name'); await c.sync(); }).catch((e) => console.log(e.code, e.message));
  await excel.run(async (c) => { c.workbook.worksheets.getItem('nope').load('name'); await c.sync(); }).catch((e) => console.log(e.code, e.message, JSON.stringify(e.debugInfo)));
});
