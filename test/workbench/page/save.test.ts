import fs from 'node:fs';
import { fromXlsx } from '../../../src/workbench/model/load';
import type { WorkbookModel } from '../../../src/workbench/model/workbook';
import { applyFileLook } from '../../../src/workbench/page/file/look';
import { OriginalSheets } from '../../../src/workbench/page/file/original';
import { saveWorkbook } from '../../../src/workbench/page/file/save';
import { createWorkbook, readWorkbook } from '../../../src/workbook/xlsx';
import { OpcPackage } from '../../../src/workbook/xlsx/opcPackage';

function open(bytes: Uint8Array): { model: WorkbookModel; save: () => Uint8Array } {
  const model = fromXlsx(bytes, 'book.xlsx');
  applyFileLook(model, bytes);
  const original = new OriginalSheets(model);
  return { model, save: () => saveWorkbook(model, original, bytes) };
}

function enter(
  model: WorkbookModel,
  sheetName: string,
  row: number,
  column: number,
  input: string | number,
): void {
  model.enter(model.sheet(sheetName)!, row, column, input);
}

/** Names of the parts whose bytes differ, or that only one of the packages has. */
function differing(a: Uint8Array, b: Uint8Array): string[] {
  const [before, after] = [OpcPackage.open(a), OpcPackage.open(b)];
  const names = new Set([...before.names(), ...after.names()]);
  return [...names].filter(
    (name) =>
      !before.has(name) || !after.has(name) || Buffer.compare(before.bytes(name), after.bytes(name)) !== 0,
  );
}

const sample = new Uint8Array(fs.readFileSync('assets/sample.xlsx'));
const small = createWorkbook([
  { name: '一', rows: [['a', 1, { f: 'B1*2', v: 2 }], [], ['c', { date: '2026-10-08' }]] },
  { name: '二', rows: [[{ f: "'一'!B1", v: 1 }]], visibility: 'hidden' },
]);

describe('saving the workbook of the page', () => {
  test('nothing changed: the same bytes', () => {
    expect(differing(sample, open(sample).save())).toEqual([]);
  });

  test('a value: only its sheet differs, and only that cell', () => {
    const { model, save } = open(sample);
    enter(model, '质检记录', 4, 1, '改过');
    const bytes = save();
    const touched = differing(sample, bytes);
    expect(touched).toHaveLength(1);
    const before = readWorkbook(sample).grid('质检记录').rows;
    const after = readWorkbook(bytes).grid('质检记录').rows;
    expect(after[4]![1]).toBe('改过');
    expect(after.filter((_, r) => r !== 4)).toEqual(before.filter((_, r) => r !== 4));
    expect(after[4]!.toSpliced(1, 1)).toEqual(before[4]!.toSpliced(1, 1));
  });

  test('cells in new rows, between rows, before and after cells, and emptied ones', () => {
    const { model, save } = open(small);
    enter(model, '一', 1, 2, 'between');
    enter(model, '一', 0, 5, 'after');
    enter(model, '一', 9, 0, 'below');
    enter(model, '一', 0, 0, '');
    enter(model, '一', 3, 0, '=B1+1');
    const { rows, uncalculated } = readWorkbook(save()).grid('一');
    expect(uncalculated).toEqual({ count: 1, first: 'A4' });
    expect(rows).toEqual([
      [null, 1, 2, null, null, 'after'],
      [null, null, 'between'],
      ['c', 46303],
      ...Array.from({ length: 6 }, () => []),
      ['below'],
    ]);
  });

  test('formulas of the file are read and kept with their results', () => {
    const { model, save } = open(small);
    expect(model.sheet('一')!.cell(0, 2)).toMatchObject({ formula: '=B1*2', value: 2 });
    enter(model, '一', 0, 1, 5);
    model.sheet('一')!.cell(0, 2)!.value = 10;
    const again = open(save()).model.sheet('一')!;
    expect(again.cell(0, 2)).toMatchObject({ formula: '=B1*2', value: 10 });
  });

  test('tabs: added in the middle, renamed, shown, removed', () => {
    const { model, save } = open(small);
    const added = model.addSheet('报表', 1);
    model.enter(added, 0, 0, '得分');
    model.enter(added, 1, 0, 98.5);
    model.setFormat(added, { top: 0, left: 0, bottom: 0, right: 0 }, 'fill.color', '#D9E2F3');
    model.setFormat(added, { top: 0, left: 0, bottom: 0, right: 0 }, 'font.bold', true);
    model.setFormat(added, { top: 1, left: 0, bottom: 1, right: 0 }, 'numberFormat', '0.00');
    model.merge(added, { top: 3, left: 0, bottom: 3, right: 2 }, 'addin');
    model.setFreeze(added, { rows: 1, columns: 0 });
    model.setVisibility(model.sheet('二')!, 'Visible');
    model.renameSheet(model.sheet('二')!, '第二');
    const bytes = save();
    const file = readWorkbook(bytes);
    expect(file.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['一', 'visible'],
      ['报表', 'visible'],
      ['第二', 'visible'],
    ]);
    const grid = file.grid('报表');
    expect(grid.rows.slice(0, 2)).toEqual([['得分'], [98.5]]);
    expect(grid.merges).toEqual([{ top: 3, left: 0, bottom: 3, right: 2 }]);
    const again = open(bytes).model.sheet('报表')!;
    expect(again.formatAt(0, 0)).toMatchObject({ 'fill.color': '#D9E2F3', 'font.bold': true });
    expect(again.formatAt(1, 0)).toMatchObject({ numberFormat: '0.00' });
    expect(again.freeze).toEqual({ rows: 1, columns: 0 });

    const second = open(bytes);
    second.model.deleteSheet(second.model.sheet('一')!);
    const rest = readWorkbook(second.save());
    expect(rest.sheets.map(({ name }) => name)).toEqual(['报表', '第二']);
    expect(rest.grid('报表').rows.slice(0, 2)).toEqual([['得分'], [98.5]]);
  });

  test('names and XML documents of the add-in travel with the file', () => {
    const { model, save } = open(small);
    const sheet = model.addSheet('说明');
    model.names.push({
      id: 'n',
      name: '_QAScore.plan',
      formula: '="notes:2026-10"',
      visible: false,
      comment: '',
      sheet,
    });
    model.customXml.push({ id: 'x', xml: '<state xmlns="urn:qascore:state:1">{}</state>' });
    const file = readWorkbook(save());
    expect(file.sheets.at(-1)).toMatchObject({ name: '说明', madeBy: 'notes:2026-10' });
    expect(file.customXml().map(({ xml }) => xml)).toEqual(['<state xmlns="urn:qascore:state:1">{}</state>']);
  });
});
