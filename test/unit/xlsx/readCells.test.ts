import { NumberKind } from '../../../src/workbook/grid';
import { readWorkbook } from '../../../src/workbook/xlsx';
import { buildWorkbook, sheetOf } from './support/packageFixture';
import { problemOf } from './support/problems';

const STYLES =
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
  '<numFmt numFmtId="14" formatCode="0.0"/></numFmts>' +
  '<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="10"/><xf numFmtId="49"/><xf numFmtId="14"/></cellXfs>';

const grid = (bytes: Uint8Array, name = '数据') => readWorkbook(bytes).grid(name);

describe('cell values', () => {
  it('reads every type of cell', () => {
    const { rows } = grid(
      sheetOf(
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>12.50</v></c><c r="C1" t="b"><v>1</v></c>' +
          '<c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="str"><f>A1&amp;""</f><v>张&amp;三</v></c>' +
          '<c r="F1" t="inlineStr"><is><t xml:space="preserve"> 李四 </t></is></c>' +
          '<c r="G1" t="d"><v>2026-10-08</v></c><c r="H1" t="n"><f>1+1</f><v>2</v></c><c r="I1" t="b"><v>0</v></c></row>',
        { sharedStrings: '<si><t>零</t></si><si><t>壹</t></si>' },
      ),
    );
    expect(rows).toEqual([['壹', 12.5, true, { error: '#N/A' }, '张&三', ' 李四 ', 46303, 2, false]]);
  });

  it('reads text in all its forms', () => {
    const strings = [
      '<si><t>a_x000D_\nb_x005F_x0041_</t></si>',
      '<si><r><rPr><b/></rPr><t>周</t></r><r><t xml:space="preserve"> 晓兰</t></r></si>',
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si/>',
      '<si><t/></si>',
      '<si><t><![CDATA[<b>&]]>x<!-- y -->z</t></si>',
      '<si><t>\r\nl&#13;&lt;&#x4e2d;</t></si>',
      `<si><t>${'长'.repeat(50)}é😀</t></si>`,
    ];
    const cells = strings.map((_, i) => `<c t="s"><v>${i}</v></c>`).join('');
    expect(grid(sheetOf(`<row>${cells}</row>`, { sharedStrings: strings.join('') })).rows).toEqual([
      ['a\r\nb_x0041_', '周 晓兰', '東京', null, null, '<b>&xz', '\nl\r<中', `${'长'.repeat(50)}é😀`],
    ]);
  });

  it('joins runs of inline text and leaves readings out', () => {
    const { rows } = grid(
      sheetOf(
        '<row><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>' +
          '<c t="inlineStr"><is/></c><c t="inlineStr"><is><t>甲</t></is></c><c t="inlineStr"><is><t>甲</t></is></c></row>',
      ),
    );
    expect(rows).toEqual([['甲乙', null, '甲', '甲']]);
  });

  it('keeps a value that is no number as text, and empty results as empty', () => {
    const { rows } = grid(
      sheetOf(
        '<row><c><v>12x</v></c><c><v></v></c><c t="str"><f>""</f><v></v></c><c><v> 7 </v></c><c><v>1e999</v></c></row>',
      ),
    );
    expect(rows).toEqual([['12x', null, null, 7, '1e999']]);
  });

  it('counts formulas saved without a result', () => {
    const result = grid(
      sheetOf(
        '<row r="3"><c r="B3"><f>1+1</f></c><c r="C3"><f>B3</f><v>2</v></c><c r="D3"><f t="shared" si="0"/></c></row>',
      ),
    );
    expect(result.uncalculated).toEqual({ count: 2, first: 'B3' });
    expect(grid(sheetOf('<row><c><v>1</v></c></row>')).uncalculated).toBeUndefined();
  });
});

describe('places', () => {
  it('takes positions from addresses, and counts on where there are none', () => {
    const { rows, columnCount } = grid(
      sheetOf(
        '<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c></row><row r="4"><c r="AB4"><v>28</v></c></row><row><c><v>5</v></c></row>',
      ),
    );
    expect(rows[0]).toEqual([1, null, 3, 4]);
    expect(rows[1]).toEqual([]);
    expect(rows[3]?.[27]).toBe(28);
    expect(rows[4]).toEqual([5]);
    expect([rows.length, columnCount]).toEqual([5, 28]);
  });

  it('accepts rows and cells out of order, the later of two values counting', () => {
    const { rows, kinds } = grid(
      sheetOf(
        '<row r="3"><c r="B3"><v>2</v></c><c r="A3" s="1"><v>1</v></c></row><row r="1"><c r="A1"><v>9</v></c></row>' +
          '<row r="3"><c r="B3"><v>22</v></c><c r="C3"><v>3</v></c></row>',
        { styles: STYLES },
      ),
    );
    expect(rows).toEqual([[9], [], [1, 22, 3]]);
    expect(kinds[2]?.[0]).toBe(NumberKind.Date);
  });

  it('ends where the values end', () => {
    const { rows, columnCount } = grid(
      sheetOf(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row><row r="2"/><row r="900"><c r="Z900" s="2"/></row>',
      ),
    );
    expect(rows).toEqual([[1]]);
    expect(columnCount).toBe(1);
  });

  it('reads one cell in the far corner without a fuss', () => {
    const started = Date.now();
    const { rows, columnCount } = grid(sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
    expect(rows.length).toBe(1_048_576);
    expect(rows[1_048_575]?.[16_383]).toBe(1);
    expect(columnCount).toBe(16_384);
    expect(Date.now() - started).toBeLessThan(3000);
  });

  it.each([
    '<row r="0"/>',
    '<row r="1048577"/>',
    '<row r="1.5"/>',
    '<row r="x"/>',
    '<row><c r="XFE1"/></row>',
    '<row><c r="12"/></row>',
    '<row><c r="ZZZZZZZZZ1"/></row>',
  ])('refuses an address off the sheet: %s', (row) => {
    expect(problemOf(() => grid(sheetOf(row)))).toMatchObject({
      code: 'CORRUPT',
      params: { reason: 'address' },
    });
  });

  it('refuses a sheet of gaps that no memory would hold', () => {
    const row = '<row><c r="XFD1"><v>1</v></c></row>';
    expect(problemOf(() => grid(sheetOf(row.repeat(3000)))).code).toBe('CORRUPT');
  });
});

describe('what is shown how', () => {
  it('tells dates, times, percentages and text formats by style', () => {
    const { kinds } = grid(
      sheetOf(
        '<row><c s="1"><v>46303</v></c><c s="2"><v>46303.5</v></c><c s="3"><v>0.5</v></c><c s="4"><v>1</v></c><c s="5"><v>1</v></c><c s="99"><v>1</v></c></row>' +
          '<row><c><v>1</v></c></row><row><c s="1" t="s"><v>0</v></c></row><row><c t="d"><v>12:00</v></c></row>',
        { styles: STYLES, sharedStrings: '<si><t>文字</t></si>' },
      ),
    );
    expect([...kinds[0]!]).toEqual([
      NumberKind.Date,
      NumberKind.DateTime,
      NumberKind.Percent,
      NumberKind.Text,
    ]);
    expect(kinds.slice(1, 3)).toEqual([undefined, undefined]);
    expect([...kinds[3]!]).toEqual([NumberKind.Time]);
  });

  it('shares the kinds of like rows', () => {
    const row = '<row><c s="1"><v>46303</v></c><c><v>1</v></c></row>';
    const { kinds } = grid(sheetOf(row.repeat(3), { styles: STYLES }));
    expect(kinds[1]).toBe(kinds[0]);
    expect(kinds[2]).toBe(kinds[0]);
  });

  it('reads hidden rows and columns and merges', () => {
    const result = grid(
      sheetOf(
        '<row r="1"><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row><row r="2" hidden="1"><c><v>1</v></c></row><row r="3" spans="1:2" hidden="true"/><row r="4" ht="0" customHeight="1"/><row r="5" hidden="0"/>',
        {
          before:
            '<cols><col min="2" max="2" hidden="1" width="9"/><col min="3" max="16384" width="0"/></cols>',
          after:
            '<mergeCells count="3"><mergeCell ref="A1:B1"/><mergeCell ref="A2:XFD2"/><mergeCell ref="#REF!"/></mergeCells>',
        },
      ),
    );
    expect([...result.hiddenRows]).toEqual([1, 2, 3]);
    expect([...result.hiddenColumns]).toEqual([1, 2]);
    expect(result.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 1, right: 2 },
    ]);
  });
});

describe('forms of XML', () => {
  it('reads prefixed elements, single quotes, spaces, comments and foreign elements', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const sheet =
      `<?xml version='1.0' encoding='utf-8'?>\n<x:worksheet xmlns:x='${main}' xmlns:e='urn:e'><x:cols><x:col min='1' max='1' hidden='1'/></x:cols>` +
      `<x:sheetData>\n<!-- <x:row> --><e:other><x:row/></e:other><x:row r = '2' >\n<x:c r ='A2'\n t='inlineStr' ><x:is><x:t>甲</x:t></x:is></x:c>` +
      `<e:ext>1<e:c/></e:ext><x:c  s="0"  ><x:v xml:space="preserve">5</x:v><x:extLst><x:ext/></x:extLst></x:c ><x:c/></x:row ></x:sheetData>` +
      `<x:mergeCells><x:mergeCell ref='A1:A2' /></x:mergeCells></x:worksheet>`;
    const read = grid(replaceSheet(sheet));
    expect(read.rows).toEqual([[], ['甲', 5]]);
    expect(read.merges).toHaveLength(1);
    expect([...read.hiddenColumns]).toEqual([0]);
  });

  it('reads a sheet in UTF-16', () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="str"><v>中文</v></c></row></sheetData></worksheet>';
    expect(grid(replaceSheet(Buffer.from(`\ufeff${sheet}`, 'utf16le'))).rows).toEqual([['中文']]);
    expect(grid(replaceSheet(Buffer.from(`\ufeff${sheet}`, 'utf8'))).rows).toEqual([['中文']]);
  });

  it.each([
    '',
    '<worksheet>',
    '<html/>',
    '<worksheet><sheetData>',
    '<worksheet><sheetData></worksheet>',
    '<worksheet><sheetData><row></sheetData></worksheet>',
    '<worksheet><sheetData><row><c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row><c><v>1</c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row><c r=A1><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row><c r="A1><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row><c foo><v>1</v></c></row></sheetData></worksheet>',
    '<worksheet><sheetData><row><c t="str"><v>&bad;</v></c></row></sheetData></worksheet>',
    '<!DOCTYPE a><worksheet><sheetData/></worksheet>',
    '<worksheet><sheetData/></worksheet></worksheet>',
  ])('refuses %s', (sheet) => {
    expect(problemOf(() => grid(replaceSheet(sheet)))).toMatchObject({
      code: 'CORRUPT',
      params: { reason: 'xml' },
    });
  });

  function replaceSheet(content: string | Uint8Array): Uint8Array {
    return buildWorkbook({
      sheets: [],
      beforeSheets: '<sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets>',
      parts: [{ name: 'xl/worksheets/s.xml', content, relationship: 'worksheet' }],
    });
  }
});

describe('broken references', () => {
  it.each([
    [
      'a shared string that is not there',
      sheetOf('<row><c t="s"><v>5</v></c></row>', { sharedStrings: '<si><t>a</t></si>' }),
      'index',
    ],
    [
      'a negative index',
      sheetOf('<row><c t="s"><v>-1</v></c></row>', { sharedStrings: '<si><t>a</t></si>' }),
      'index',
    ],
    ['no table of strings', sheetOf('<row><c t="s"><v>0</v></c></row>'), 'missing'],
    [
      'a broken table of strings',
      sheetOf('<row><c t="s"><v>0</v></c></row>', { sharedStrings: '<si><t>a</si>' }),
      'xml',
    ],
  ])('%s', (_, bytes, reason) => {
    expect(problemOf(() => grid(bytes))).toMatchObject({ code: 'CORRUPT', params: { reason } });
  });
});
