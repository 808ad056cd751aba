import { readWorkbook, writePlans } from '../../../src/workbook/xlsx';
import type { SheetPlan } from '../../../src/workbook/sheetPlan';
import { parseXml } from '../../../src/workbook/xlsx/xml';
import { sheetOf } from './support/packageFixture';
import { cell, FULL_PLAN, planOf } from './support/plans';
import { partNames, partText } from './support/unzipFixture';

const SOURCE = sheetOf('<row><c><v>1</v></c></row>');
const sheetXml = (plan: SheetPlan): string =>
  partText(writePlans(SOURCE, [plan]).bytes, 'xl/worksheets/sheet2.xml');
const written = (...values: (string | number | boolean | null)[]): { xml: string; rows: unknown } => {
  const plan = planOf([], { rows: [{ cells: values.map((value) => cell(value, 'plain')) }] });
  const { bytes } = writePlans(SOURCE, [plan]);
  return {
    xml: partText(bytes, 'xl/worksheets/sheet2.xml'),
    rows: readWorkbook(bytes).grid('绩效汇总').rows,
  };
};

describe('cells', () => {
  it('writes values that read back the same', () => {
    const values = [
      'a<b>&"c"\'',
      ' 前后 ',
      '行\n二\t表',
      12.345,
      -0.1,
      1e21,
      1e-9,
      true,
      false,
      '_x000D_',
      'a\rb',
      '😀',
      '0012',
      '1e5',
    ];
    const { rows, xml } = written(...values);
    expect(rows).toEqual([values]);
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('<t xml:space="preserve"> 前后 </t>');
  });

  it('makes text that cells cannot hold into text they can', () => {
    expect(written('a\u0000b\u0008c\ufffe', '\ud800x', 'y\udc00').rows).toEqual([
      ['abc', '\ufffdx', 'y\ufffd'],
    ]);
  });

  it.each(['=1+1', '+86 139', '-3 分', '@all', '=cmd|"/c calc"!A1', '\t=1'])(
    'never lets "%s" become a formula',
    (value) => {
      const plan = planOf([], { rows: [{ cells: [cell(value), cell('普通')] }] });
      const { bytes } = writePlans(SOURCE, [plan]);
      const [risky, plain] = [
        ...partText(bytes, 'xl/worksheets/sheet2.xml').matchAll(/<c r="[AB]1" s="(\d+)" t="inlineStr">/g),
      ];
      const xfs = [...partText(bytes, 'xl/styles.xml').matchAll(/<xf [^>]*xfId="0"[^>]*>/g)];
      expect(xfs[Number(risky![1])]![0]).toContain('quotePrefix="1"');
      expect(xfs[Number(plain![1])]![0]).not.toContain('quotePrefix');
      expect(readWorkbook(bytes).grid('绩效汇总').rows[0]![0]).toBe(value);
    },
  );

  it('writes a zero for minus zero and leaves empty cells out unless they have a look', () => {
    const plan = planOf([], {
      rows: [{ cells: [cell(-0, 'plain'), null, cell(null, 'plain'), cell(null, 'hand'), cell('', 'hand')] }],
    });
    expect(sheetXml(plan)).toMatch(
      /<sheetData><row r="1"><c r="A1"><v>0<\/v><\/c><c r="D1" s="(\d+)"\/><c r="E1" s="\1"\/><\/row><\/sheetData>/,
    );
  });

  it('links inside the workbook, to the tab that is meant', () => {
    const link = (sheet: string, plan?: string) => ({
      value: 'x',
      style: 'text' as const,
      link: { sheet, address: 'B4', ...(plan && { plan }) },
    });
    const plans = [
      planOf([], {
        id: 'a',
        name: '数据',
        rows: [{ cells: [link('数据'), link('数据', 'a'), link("张'三"), link('明细'), link('x', 'b')] }],
      }),
      planOf([], { id: 'b', name: '明细' }),
    ];
    const xml = partText(writePlans(SOURCE, plans).bytes, 'xl/worksheets/sheet2.xml');
    expect(
      [...xml.matchAll(/<hyperlink ref="(\w+)" location="([^"]*)"\/>/g)].map((m) => [m[1], m[2]]),
    ).toEqual([
      ['A1', "'数据'!B4"],
      ['B1', "'数据 (2)'!B4"],
      ['C1', "'张''三'!B4"],
      ['D1', "'明细'!B4"],
      ['E1', "'明细'!B4"],
    ]);
  });
});

describe('the sheet', () => {
  const xml = sheetXml(FULL_PLAN);

  it('has its elements in the order of the schema', () => {
    const names = parseXml(xml, 'sheet').children.map((element) => element.name);
    expect(names).toEqual([
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'autoFilter',
      'mergeCells',
      'conditionalFormatting',
      'conditionalFormatting',
      'conditionalFormatting',
      'dataValidations',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'rowBreaks',
      'ignoredErrors',
      'drawing',
    ]);
  });

  it.each([
    ['fit to width', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'],
    ['used range', '<dimension ref="A1:B4"/>'],
    [
      'frozen panes',
      '<pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/>',
    ],
    [
      'widths',
      '<col min="2" max="2" width="10" customWidth="1"/><col min="3" max="3" width="6" customWidth="1" hidden="1"/>',
    ],
    ['heights', '<row r="1" ht="30" customHeight="1">'],
    ['filter', '<autoFilter ref="A2:B4"/>'],
    ['merges', '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'],
    ['rule on numbers', 'priority="1" operator="lessThan"><formula>60</formula></cfRule>'],
    ['rule on text', 'priority="2" operator="equal"><formula>"李""雷"</formula></cfRule>'],
    ['data bar', '<dataBar><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF5B9BD5"/></dataBar>'],
    ['choices', '<formula1>"属实,不""实"",a&amp;b"</formula1>'],
    ['page', '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'],
    ['footer', '<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>'],
    [
      'page breaks',
      '<rowBreaks count="2" manualBreakCount="2"><brk id="5" max="16383" man="1"/><brk id="16" max="16383" man="1"/></rowBreaks>',
    ],
    ['text that looks like numbers', '<ignoredError sqref="A1:B4" numberStoredAsText="1"/>'],
  ])('%s', (_, part) => expect(xml).toContain(part));

  it('names the filter and the repeated rows as Excel does', () => {
    const workbook = partText(writePlans(SOURCE, [FULL_PLAN]).bytes, 'xl/workbook.xml');
    expect(workbook).toContain(
      '<definedNames><definedName name="_QAScore.plan" localSheetId="1" hidden="1">"performance:2026-10"</definedName>' +
        `<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'绩效汇总'!$A$2:$B$4</definedName>` +
        `<definedName name="_xlnm.Print_Titles" localSheetId="1">'绩效汇总'!$1:$2</definedName></definedNames>`,
    );
  });

  it('gives wrapped text the lines it needs, in merged cells too', () => {
    const text = '本月共受理投诉三十二件'.repeat(3);
    const plan = planOf([], {
      columns: [{ width: 21 }, { width: 22 }],
      rows: [
        { cells: [cell(text, 'textWrap')] },
        { cells: [cell(text, 'textWrap')] },
        { cells: [cell('短', 'textWrap')] },
        { height: 20, cells: [cell(text, 'textWrap')] },
      ],
      merges: [{ top: 1, left: 0, bottom: 1, right: 1 }],
    });
    const heights = [...sheetXml(plan).matchAll(/<row r="\d"( ht="[\d.]+")?( customHeight="1")?>/g)].map(
      (m) => m[0],
    );
    expect(heights).toEqual([
      '<row r="1" ht="62">',
      '<row r="2" ht="32">',
      '<row r="3">',
      '<row r="4" ht="20" customHeight="1">',
    ]);
  });
});

describe('charts', () => {
  const { bytes } = writePlans(SOURCE, [FULL_PLAN]);

  it('stand in a drawing over their cells', () => {
    const drawing = partText(bytes, 'xl/drawings/drawing1.xml');
    expect(drawing).toContain('<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row>');
    expect(drawing).toContain('<xdr:to><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row>');
    expect(partText(bytes, 'xl/drawings/_rels/drawing1.xml.rels')).toContain('Target="../charts/chart2.xml"');
    expect(partText(bytes, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain(
      'Target="../drawings/drawing1.xml"',
    );
    for (const name of partNames(bytes)) expect(() => parseXml(partText(bytes, name), name)).not.toThrow();
  });

  it('carry their values', () => {
    const bar = partText(bytes, 'xl/charts/chart1.xml');
    expect(bar).toContain('<a:t>得分 &lt;排名&gt; &amp; 对比</a:t>');
    expect(bar).toContain(
      `<c:f>'绩效汇总'!$A$3:$A$4</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>周晓兰</c:v></c:pt><c:pt idx="1"><c:v>李雷</c:v></c:pt></c:strCache>`,
    );
    expect(bar).toContain(
      `<c:f>'绩效汇总'!$B$3:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>83.5</c:v></c:pt>`,
    );
    const line = partText(bytes, 'xl/charts/chart2.xml');
    expect(line).toContain('<c:lineChart>');
    // the second series reads a hidden column
    expect(line).toContain('<c:plotVisOnly val="0"/>');
    expect(bar).toContain('<c:plotVisOnly val="1"/>');
  });
});
