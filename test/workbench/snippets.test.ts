import { runSample } from '../../scripts/workbench/snippets/runSample';
import { readSample } from '../../scripts/workbench/snippets/sampleFile';

const sample = (body: string): string =>
  [
    'id: own-sample',
    'api_set:',
    "    ExcelApi: '1.4'",
    'script:',
    '    content: |-',
    ...body.split('\n').map((line) => `        ${line}`),
    '    language: typescript',
    'template:',
    '    content: |-',
    '        <button id="write">write</button><input id="amount" value="12">',
    '    language: html',
  ].join('\n');

test('a sample prepares first, then runs its handlers on one workbook', async () => {
  const text = sample(`
document.getElementById("write").addEventListener("click", () => Excel.run(async (context) => {
  const amount: string = (document.getElementById("amount") as HTMLInputElement).value;
  const range = context.workbook.worksheets.getItem("Made").getRange("A1");
  range.values = [[amount]];
  range.load("values");
  await context.sync();
  console.log(range.values[0][0]);
}));
document.getElementById("setup").addEventListener("click", () => Excel.run(async (context) => {
  context.workbook.worksheets.add("Made");
  await context.sync();
}));`);
  const outcome = await runSample(readSample(text, 'own'));
  expect(outcome).toEqual({
    name: 'own',
    apiVersion: '1.4',
    handlers: 2,
    failures: [],
    unimplemented: [],
    unknownDefaults: [],
    changed: true,
    told: ['12'],
  });
});

test('failures name their handler, also where the script only prints them; later handlers still run', async () => {
  const text = sample(`
document.getElementById("write").addEventListener("click", async () => {
  try {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("nowhere").load("name");
      await context.sync();
    });
  } catch (error) {
    console.error(error);
  }
});
document.getElementById("refresh").addEventListener("click", () => Excel.run(async (context) => {
  context.workbook.pivotTables.refreshAll();
  await context.sync();
}));`);
  const { failures, unimplemented } = await runSample(readSample(text, 'own'));
  expect(failures).toEqual([
    expect.stringMatching(/^write: ItemNotFound/),
    expect.stringMatching(/^refresh: ApiNotFound/),
  ]);
  expect(unimplemented).toEqual(['PivotTableCollection.RefreshAll()']);
});
