import { openExcel, type OpenedExcel } from '../excel/support/openExcel';

let excel: OpenedExcel;
beforeEach(() => {
  excel = openExcel({ sheets: { One: [[1]], Two: [] } });
});
afterEach(() => {
  excel.dispose();
});

async function listen(
  register: (context: Excel.RequestContext, seen: unknown[]) => void,
): Promise<unknown[]> {
  const seen: unknown[] = [];
  await excel.run(async (context) => {
    register(context, seen);
    await context.sync();
  });
  return seen;
}

test('changes are told to handlers of the sheet and of the collection, with who made them', async () => {
  const seen = await listen(({ workbook: { worksheets } }, told) => {
    worksheets
      .getItem('One')
      .onChanged.add((args) => Promise.resolve(void told.push(['sheet', args.address])));
    worksheets.onChanged.add((args) =>
      Promise.resolve(void told.push(['all', args.address, args.triggerSource])),
    );
  });
  excel.edit('One', 'B2', 'x');
  excel.edit('Two', 'C3', 'y');
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Two').getRange('A1:B1').values = [[1, 2]];
    await context.sync();
  });
  await excel.settled();
  expect(seen).toEqual([
    ['sheet', 'B2'],
    ['all', 'B2', 'Unknown'],
    ['all', 'C3', 'Unknown'],
    ['all', 'A1:B1', 'ThisLocalAddin'],
  ]);
});

test('nothing is sent without a registration, after its removal, or while events are off', async () => {
  excel.edit('One', 'A1', 2);
  await excel.settled();
  expect(excel.stats.eventsSent).toBe(0);
  const seen: unknown[] = [];
  const handler = await excel.run(async (context) => {
    const added = context.workbook.worksheets.onChanged.add((args) =>
      Promise.resolve(void seen.push(args.address)),
    );
    await context.sync();
    return added;
  });
  await excel.run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem('One').getRange('A1').values = [[3]];
    await context.sync();
    context.runtime.enableEvents = true;
    context.workbook.worksheets.getItem('One').getRange('A2').values = [[4]];
    await context.sync();
  });
  await excel.settled();
  expect(seen).toEqual(['A2']);
  await excel.Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  excel.edit('One', 'A3', 5);
  await excel.settled();
  expect(seen).toEqual(['A2']);
});

test('sheets that come, go and are shown; selections; results that change', async () => {
  const seen = await listen(({ workbook: { worksheets } }, told) => {
    worksheets.onAdded.add(() => Promise.resolve(void told.push('added')));
    worksheets.onDeleted.add(() => Promise.resolve(void told.push('deleted')));
    worksheets.onActivated.add(() => Promise.resolve(void told.push('activated')));
    worksheets.onDeactivated.add(() => Promise.resolve(void told.push('deactivated')));
    worksheets.onSelectionChanged.add((args) => Promise.resolve(void told.push(args.address)));
    worksheets.onCalculated.add((args) => Promise.resolve(void told.push(`calculated ${args.address}`)));
  });
  await excel.run(async (context) => {
    context.workbook.worksheets.add('Three');
    await context.sync();
    context.workbook.worksheets.getItem('Three').delete();
    await context.sync();
  });
  excel.host.select('Two', 'B2:C3');
  excel.edit('One', 'B1', '=A1+1');
  await excel.settled();
  expect(seen).toEqual(['added', 'deleted', 'deactivated', 'activated', 'B2:C3', 'calculated B1']);
});

test('the range of an event can be read', async () => {
  const read: unknown[] = [];
  await listen(({ workbook: { worksheets } }) => {
    worksheets.onChanged.add((args) =>
      excel.run(async (context) => {
        const range = args.getRange(context);
        range.load('values');
        await context.sync();
        read.push(range.values);
      }),
    );
  });
  excel.edit('Two', 'B2', 'here');
  await excel.settled();
  expect(read).toEqual([[['here']]]);
});
