import { readWorkbook } from '../../../src/workbook/xlsx';
import { buildWorkbook, workbookEntries } from './support/packageFixture';
import { problemOf } from './support/problems';
import { buildZip, type FixtureEntry } from './support/zipFixture';

const rows = (value: number): string =>
  `<sheetData><row r="1"><c r="A1"><v>${value}</v></c></row></sheetData>`;

describe('the workbook', () => {
  it('lists tabs in order with visibility, names and the date system', () => {
    const workbook = readWorkbook(
      buildWorkbook({
        sheets: [
          { name: '考勤', body: rows(1) },
          { name: 'A&amp;B', body: rows(2), attributes: ' state="hidden"' },
          { name: '底稿', body: rows(3), attributes: ' state="veryHidden"' },
        ],
        beforeSheets: '<workbookPr date1904="true"/>',
        afterSheets:
          '<definedNames><definedName name="月份">考勤!$A$1</definedName>' +
          '<definedName name="_xlnm.Print_Area" localSheetId="1" hidden="1">\'A&amp;B\'!$A$1:$B$2</definedName></definedNames>',
      }),
    );
    expect(workbook.sheets).toEqual([
      { name: '考勤', visibility: 'visible', hasCells: true },
      { name: 'A&B', visibility: 'hidden', hasCells: true },
      { name: '底稿', visibility: 'veryHidden', hasCells: true },
    ]);
    expect(workbook.definedNames).toEqual([
      { name: '月份', hidden: false, value: '考勤!$A$1' },
      { name: '_xlnm.Print_Area', hidden: true, value: "'A&B'!$A$1:$B$2", sheet: 'A&B' },
    ]);
    expect(workbook.date1904).toBe(true);
    expect(workbook.grid('a&b')).toMatchObject({
      sheet: 'A&B',
      visibility: 'hidden',
      rows: [[2]],
      date1904: true,
    });
    expect(workbook.grid('考勤')).toBe(workbook.grid('考勤'));
    expect(problemOf(() => workbook.grid('没有'))).toEqual({
      code: 'NO_SUCH_SHEET',
      params: { sheet: '没有' },
    });
  });

  it('reads a damaged sheet only when it is asked for', () => {
    const entries = workbookEntries({
      sheets: [
        { name: '好', body: rows(1) },
        { name: '坏', body: rows(2) },
      ],
    });
    const bytes = buildZip(
      entries.map((entry) =>
        entry.name === 'xl/worksheets/sheet2.xml' ? { ...entry, declaredCrc: 1 } : entry,
      ),
    );
    const workbook = readWorkbook(bytes);
    expect(workbook.grid('好').rows).toEqual([[1]]);
    expect(problemOf(() => workbook.grid('坏'))).toEqual({
      code: 'CORRUPT',
      params: { part: 'xl/worksheets/sheet2.xml', reason: 'crc' },
    });
  });

  it('knows tabs made from a plan by their hidden name', () => {
    const workbook = readWorkbook(
      buildWorkbook({
        sheets: [
          { name: '甲', body: rows(1) },
          { name: '绩效汇总', body: rows(2) },
        ],
        afterSheets:
          '<definedNames><definedName name="_QAScore.plan">"global:1"</definedName>' +
          '<definedName name="_qascore.PLAN" localSheetId="1">"performance:""2026-10"""</definedName></definedNames>',
      }),
    );
    expect(workbook.sheets.map((sheet) => sheet.madeBy)).toEqual([undefined, 'performance:"2026-10"']);
    expect(workbook.grid('绩效汇总').madeBy).toBe('performance:"2026-10"');
    expect('madeBy' in workbook.grid('甲')).toBe(false);
  });

  it('gives chart sheets no cells', () => {
    const withChart = readWorkbook(
      buildWorkbook({
        sheets: [],
        beforeSheets: '<sheets><sheet name="图" sheetId="4" r:id="rId1"/></sheets>',
        parts: [{ name: 'xl/chartsheets/sheet1.xml', content: '<chartsheet/>', relationship: 'chartsheet' }],
      }),
    );
    expect(withChart.sheets).toEqual([{ name: '图', visibility: 'visible', hasCells: false }]);
    expect(withChart.grid('图').rows).toEqual([]);
  });

  it('finds documents of other programs by namespace', () => {
    const workbook = readWorkbook(
      buildWorkbook({
        sheets: [{ name: '甲', body: rows(1) }],
        parts: [
          {
            name: 'customXml/item1.xml',
            content: '<p:settings xmlns:p="urn:other"><p:a>1</p:a></p:settings>',
            relationship: 'customXml',
          },
        ],
      }),
    );
    expect(workbook.customXml()).toMatchObject([
      {
        part: 'customXml/item1.xml',
        namespace: 'urn:other',
        xml: '<p:settings xmlns:p="urn:other"><p:a>1</p:a></p:settings>',
      },
    ]);
  });
});

describe('unusual packages', () => {
  const move = (entries: readonly FixtureEntry[], names: Readonly<Record<string, string>>): FixtureEntry[] =>
    entries.map((entry) => ({ ...entry, name: names[entry.name] ?? entry.name }));
  const rewrite = (
    entries: readonly FixtureEntry[],
    name: string,
    from: string | RegExp,
    to: string,
  ): FixtureEntry[] =>
    entries.map((e) => (e.name === name ? { ...e, content: String(e.content).replace(from, to) } : e));
  const base = workbookEntries({ sheets: [{ name: '甲', body: rows(7) }] });

  it('follows relationships to parts of any name, relative or absolute, whatever their case', () => {
    let entries = move(base, {
      'xl/workbook.xml': 'book/main.xml',
      'xl/_rels/workbook.xml.rels': 'book/_rels/main.xml.rels',
      'xl/worksheets/sheet1.xml': 'Data/表 1.xml',
    });
    entries = rewrite(entries, '_rels/.rels', 'Target="xl/workbook.xml"', 'Target="/book/main.xml"');
    entries = rewrite(entries, '[Content_Types].xml', '/xl/workbook.xml', '/BOOK/main.xml');
    entries = rewrite(
      entries,
      'book/_rels/main.xml.rels',
      'worksheets/sheet1.xml',
      '../data/%E8%A1%A8%201.xml',
    );
    expect(readWorkbook(buildZip(entries)).grid('甲').rows).toEqual([[7]]);
  });

  it('reads the strict edition', () => {
    const strict = (text: string): string =>
      text
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/spreadsheetml\/2006\/main/g,
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replace(
          /http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships/g,
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const entries = base.map((entry) => ({ ...entry, content: strict(String(entry.content)) }));
    expect(readWorkbook(buildZip(entries)).grid('甲').rows).toEqual([[7]]);
  });

  it('reads a macro workbook and backslashes in names', () => {
    let entries = move(base, { 'xl/worksheets/sheet1.xml': 'xl\\worksheets\\sheet1.xml' });
    entries = rewrite(
      entries,
      '[Content_Types].xml',
      'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main',
      'vnd.ms-excel.sheet.macroEnabled.main',
    );
    expect(readWorkbook(buildZip(entries)).grid('甲').rows).toEqual([[7]]);
  });

  it('finds the workbook by content type when the package does not point to it', () => {
    const entries = base.filter((entry) => entry.name !== '_rels/.rels');
    expect(readWorkbook(buildZip(entries)).grid('甲').rows).toEqual([[7]]);
  });

  it.each([
    [
      'a Word document',
      [
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'word/document.xml', content: '<a/>' },
      ],
      'docx',
    ],
    [
      'a presentation',
      [
        { name: '[Content_Types].xml', content: '<Types/>' },
        { name: 'ppt/presentation.xml', content: '<a/>' },
      ],
      'pptx',
    ],
    [
      'an OpenDocument sheet',
      [
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: '<a/>' },
      ],
      'ods',
    ],
    ['some zip', [{ name: 'photo.jpg', content: 'x' }], 'zip'],
    ['an empty zip', [], 'zip'],
    [
      'a binary workbook',
      rewrite(
        rewrite(
          move(base, { 'xl/workbook.xml': 'xl/workbook.bin' }),
          '_rels/.rels',
          'workbook.xml',
          'workbook.bin',
        ),
        '[Content_Types].xml',
        /PartName="\/xl\/workbook.xml" ContentType="[^"]*"/,
        'PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"',
      ),
      'xlsb',
    ],
  ])('is no workbook: %s', (_, entries: readonly FixtureEntry[], found) => {
    expect(problemOf(() => readWorkbook(buildZip(entries)))).toEqual({ code: 'NOT_XLSX', params: { found } });
  });

  it.each([
    ['the workbook part', 'xl/workbook.xml'],
    ['a sheet', 'xl/worksheets/sheet1.xml'],
  ])('tells a missing part: %s', (_, name) => {
    const bytes = buildZip(base.filter((entry) => entry.name !== name));
    expect(problemOf(() => readWorkbook(bytes).grid('甲'))).toEqual({
      code: 'CORRUPT',
      params: { part: name, reason: 'missing' },
    });
  });

  it('refuses two parts of one name', () => {
    const bytes = buildZip([...base, { name: 'XL/Workbook.xml', content: '<a/>' }]);
    expect(problemOf(() => readWorkbook(bytes))).toMatchObject({
      code: 'CORRUPT',
      params: { reason: 'duplicate' },
    });
  });
});
