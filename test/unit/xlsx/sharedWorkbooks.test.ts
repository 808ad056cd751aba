import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook, writePlans } from '../../../src/workbook/xlsx';
import { FULL_PLAN } from './support/plans';
import { unzip } from './support/unzipFixture';

const FOLDER = path.resolve(__dirname, '../../../../shared/domain/workbooks');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx')) : [];
const CHANGED = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

(files.length > 0 ? describe : describe.skip)('whole workbooks', () => {
  it.each(files)('%s is read, and written with nothing else changed', (name) => {
    const source = new Uint8Array(readFileSync(path.join(FOLDER, name)));
    const workbook = readWorkbook(source);
    const grids = workbook.sheets.map((sheet) => workbook.grid(sheet.name));
    expect(grids.every((grid) => grid.rows.length > 1 && grid.columnCount > 1)).toBe(true);

    const once = writePlans(source, [FULL_PLAN]).bytes;
    const twice = writePlans(once, [FULL_PLAN]).bytes;
    expect(Buffer.from(twice).equals(Buffer.from(once))).toBe(true);
    const after = new Map(unzip(once).map((entry) => [entry.name, entry]));
    for (const entry of unzip(source).filter((candidate) => !CHANGED.includes(candidate.name))) {
      expect(after.get(entry.name)?.record.equals(entry.record)).toBe(true);
    }
    const again = readWorkbook(once);
    expect(workbook.sheets.map((sheet) => again.grid(sheet.name))).toEqual(grids);
  });
});
