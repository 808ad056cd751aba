import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MadeBook } from '../../support/madeBook';
import { cellAddress, isCellError, type Grid } from '../../../src/workbook/grid';
import { readWorkbook } from '../../../src/workbook/xlsx';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const SAMPLE = join(__dirname, '../../../assets/sample.xlsx');

/** A profile that recalculates every formula of every file it opens. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

function recalculated(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'qascore-office-'));
  try {
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), SETTINGS);
    writeFileSync(join(folder, 'month.xlsx'), bytes);
    const { status, stderr } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out')],
        join(folder, 'month.xlsx'),
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (status !== 0) throw new Error(stderr);
    return readFileSync(join(folder, 'out/month.xlsx'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Numbers and errors of a sheet by address. */
function numbersOf({ rows }: Grid, madeBy: string | undefined): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    rows.flatMap((cells, row) =>
      cells.flatMap((value, column): [string, number | string][] => {
        if (isCellError(value)) return [[cellAddress(row, column), value.error]];
        // clock times on the team's sheets have more digits than the program writes
        const digits = madeBy === undefined ? 15 : 17;
        return typeof value === 'number'
          ? [[cellAddress(row, column), Number(value.toPrecision(digits))]]
          : [];
      }),
    ),
  );
}

(hasOffice ? describe : describe.skip)(
  'a month opened and recalculated by another spreadsheet program',
  () => {
    test('every number of every tab is what it was, and no cell is an error', () => {
      const options = { rulebook: 'GM', month: '2026-10', today: '2026-10-31' } as const;
      const book = new MadeBook(readFileSync(SAMPLE));
      book.run(options);
      for (const number of ['005', '007']) {
        book.type('台账', `2026-${number}`, { 状态: '督办', 承办部门: '客服部', 处理时限: '3日内' });
      }
      book
        .type('考核意见', '2026-007', { 考核条款: 'GM-02' })
        .type('台账', '2026-007', { '抱怨/投诉': '抱怨' });
      book.run(options);

      const [before, after] = [readWorkbook(book.file), readWorkbook(recalculated(book.file))];
      expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
      let count = 0;
      for (const { name, madeBy } of before.sheets) {
        const numbers = numbersOf(before.grid(name), madeBy);
        count += Object.keys(numbers).length;
        expect([name, numbersOf(after.grid(name), madeBy)]).toEqual([name, numbers]);
        expect(Object.values(numbers).filter((value) => typeof value === 'string')).toEqual([]);
      }
      expect(count).toBeGreaterThan(1000);
    });
  },
);
