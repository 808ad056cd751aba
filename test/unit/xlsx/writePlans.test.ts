import { createWorkbook, readWorkbook, writePlans } from '../../../src/workbook/xlsx';
import type { SheetPlan } from '../../../src/workbook/sheetPlan';
import { buildWorkbook, workbookEntries } from './support/packageFixture';
import { cell, FULL_PLAN, planOf } from './support/plans';
import { problemOf } from './support/problems';
import { partNames, partText, unzip } from './support/unzipFixture';
import { buildZip, type FixtureEntry } from './support/zipFixture';

const STYLES =
  '<fonts count="1"><font><sz val="10"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><extLst><ext uri="{x}"/></extLst>';

const body = (text: string): string =>
  `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`;

const entries = (more: Partial<Parameters<typeof workbookEntries>[0]> = {}): FixtureEntry[] =>
  workbookEntries({
    sheets: [
      { name: '考勤', body: body('一') },
      { name: '质检', body: body('二') },
    ],
    styles: STYLES,
    ...more,
  });

const PLAN = planOf([
  ['周晓兰', 83.5],
  ['李雷', 58],
]);

const CHANGED = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

describe('adding tabs', () => {
  it('leaves every other part byte for byte, headers and order included', () => {
    const source = buildZip(
      [
        ...entries({
          parts: [
            { name: 'xl/media/image1.png', content: Uint8Array.of(1, 2, 3), stored: true, type: 'image/png' },
            { name: 'docProps/app.xml', content: '<Properties>一</Properties>'.repeat(50), descriptor: true },
            {
              name: 'xl/vbaProject.bin',
              content: 'vba'.repeat(99),
              extra: Uint8Array.of(9, 9, 1, 0, 5),
              time: 7,
              date: 77,
            },
          ],
        }),
        { name: 'empty/', content: '', stored: true },
      ],
      { comment: 'kept' },
    );
    const { bytes } = writePlans(source, [FULL_PLAN], { state: { a: 1 } });
    const before = unzip(source);
    const after = new Map(unzip(bytes).map((entry) => [entry.name, entry]));
    expect([...after.keys()].slice(0, before.length)).toEqual(before.map((entry) => entry.name));
    for (const { name, record, central } of before.filter((entry) => !CHANGED.includes(entry.name))) {
      expect(after.get(name)?.record.equals(record)).toBe(true);
      expect(after.get(name)?.central.equals(central)).toBe(true);
    }
    expect(Buffer.from(bytes).subarray(-4).toString()).toBe('kept');
  });

  it('appends the tab, marks it as made and reports it', () => {
    const { bytes, tabs } = writePlans(buildZip(entries()), [PLAN]);
    expect(tabs).toEqual([{ planId: 'performance:2026-10', name: '绩效汇总', replaced: false }]);
    const workbook = readWorkbook(bytes);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['考勤', '质检', '绩效汇总']);
    expect(workbook.grid('绩效汇总')).toMatchObject({
      madeBy: 'performance:2026-10',
      rows: [['绩效汇总表'], ['姓名', '得分'], ['周晓兰', 83.5], ['李雷', 58]],
    });
    expect(workbook.grid('质检').rows).toEqual([['二']]);
    expect(partText(bytes, 'xl/workbook.xml')).toContain(
      '<sheet name="绩效汇总" sheetId="3" r:id="rId4"/></sheets>',
    );
    expect(partText(bytes, 'xl/_rels/workbook.xml.rels')).toContain(
      'Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet3.xml"',
    );
    expect(partText(bytes, '[Content_Types].xml')).toContain(
      'PartName="/xl/worksheets/sheet3.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"',
    );
  });

  it('leaves the bytes it is given alone, a Node Buffer too', () => {
    const source = Buffer.from(buildZip(entries()));
    const before = Buffer.from(source);
    const { bytes } = writePlans(source, [FULL_PLAN]);
    expect(source.equals(before)).toBe(true);
    expect(
      Buffer.from(bytes).equals(Buffer.from(writePlans(Uint8Array.from(source), [FULL_PLAN]).bytes)),
    ).toBe(true);
  });

  it('changes nothing when run again on unchanged data, and nothing else when data changed', () => {
    const plans = [
      FULL_PLAN,
      planOf([['a', 1]], { id: 'ledger:2026-10', name: '台账', charts: FULL_PLAN.charts ?? [] }),
    ];
    const once = writePlans(buildZip(entries()), plans, { state: { n: 1 } }).bytes;
    expect(Buffer.from(writePlans(once, plans, { state: { n: 1 } }).bytes).equals(Buffer.from(once))).toBe(
      true,
    );

    const changed = writePlans(once, [{ ...FULL_PLAN, rows: FULL_PLAN.rows.slice(0, 3) }], {}).bytes;
    const before = new Map(unzip(once).map((entry) => [entry.name, entry]));
    const different = unzip(changed).filter((entry) => !before.get(entry.name)?.record.equals(entry.record));
    expect(different.map((entry) => entry.name).sort()).toEqual([
      'xl/charts/chart1.xml',
      'xl/charts/chart2.xml',
      'xl/worksheets/sheet3.xml',
    ]);
  });

  it('never touches a tab of the same name that it did not make', () => {
    const source = buildZip(
      entries({
        sheets: [
          { name: '绩效汇总', body: body('用户的') },
          { name: '绩效汇总 (2)', body: body('也是') },
        ],
      }),
    );
    const { bytes, tabs } = writePlans(source, [PLAN]);
    expect(tabs[0]).toEqual({ planId: 'performance:2026-10', name: '绩效汇总 (3)', replaced: false });
    expect(readWorkbook(bytes).grid('绩效汇总').rows).toEqual([['用户的']]);
    const again = writePlans(bytes, [planOf([['新', 1]])]);
    expect(again.tabs[0]).toMatchObject({ name: '绩效汇总 (3)', replaced: true });
    expect(readWorkbook(again.bytes).sheets).toHaveLength(3);
  });

  it('gives long and case-different names a free name of at most 31 characters', () => {
    const name = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九😀';
    const source = buildZip(
      entries({
        sheets: [
          { name, body: body('x') },
          { name: 'LEDGER', body: body('y') },
        ],
      }),
    );
    const { tabs } = writePlans(source, [
      planOf([], { id: 'a', name }),
      planOf([], { id: 'b', name: 'ledger' }),
      planOf([], { id: 'c', name: 'Ledger' }),
    ]);
    expect(tabs.map((tab) => tab.name)).toEqual([`${name.slice(0, 27)} (2)`, 'ledger (2)', 'Ledger (3)']);
  });
});

describe('making tabs anew', () => {
  const first = writePlans(buildZip(entries()), [FULL_PLAN]).bytes;

  /** As if a user had moved, renamed and added to things in a spreadsheet program. */
  const edit = (
    bytes: Uint8Array,
    changes: Readonly<Record<string, (text: string) => string>>,
    added: FixtureEntry[] = [],
  ): Uint8Array =>
    buildZip([
      ...unzip(bytes).map(({ name, content }) => ({
        name,
        content: changes[name] ? changes[name](content.toString()) : content,
      })),
      ...added,
    ]);

  it('keeps place, name and number of the tab, and names of other tabs right', () => {
    const moved = edit(first, {
      'xl/workbook.xml': (text) =>
        text
          .replace(
            /(<sheet name="考勤".*?\/>)(<sheet name="质检".*?\/>)<sheet name="绩效汇总" (.*?\/>)/,
            '<sheet name="我的绩效" $3$1$2',
          )
          .replace(/localSheetId="2"/g, 'localSheetId="0"')
          .replace(/绩效汇总'!/g, "我的绩效'!")
          .replace(
            '</definedNames>',
            '<definedName name="_xlnm.Print_Area" localSheetId="1">考勤!$A$1</definedName><definedName name="total" localSheetId="0">1</definedName></definedNames>',
          ),
    });
    const { bytes, tabs } = writePlans(moved, [
      planOf([['新', 1]], { filter: { top: 1, left: 0, bottom: 2, right: 1 } }),
    ]);
    expect(tabs).toEqual([{ planId: 'performance:2026-10', name: '我的绩效', replaced: true }]);
    const workbook = readWorkbook(bytes);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(['我的绩效', '考勤', '质检']);
    expect(workbook.grid('我的绩效').rows[2]).toEqual(['新', 1]);
    expect(workbook.definedNames).toEqual([
      { name: '_QAScore.plan', sheet: '我的绩效', hidden: true, value: '"performance:2026-10"' },
      { name: '_xlnm._FilterDatabase', sheet: '我的绩效', hidden: true, value: "'我的绩效'!$A$2:$B$3" },
      { name: '_xlnm.Print_Area', sheet: '考勤', hidden: false, value: '考勤!$A$1' },
      { name: 'total', sheet: '我的绩效', hidden: false, value: '1' },
    ]);
    expect(partText(bytes, 'xl/workbook.xml')).toContain('<sheet name="我的绩效" sheetId="3" r:id="rId4"/>');
  });

  it('removes charts that are no longer there, with relationships and content types', () => {
    const { bytes } = writePlans(first, [PLAN]);
    const gone = ['xl/drawings/drawing1.xml', 'xl/charts/chart1.xml', 'xl/charts/chart2.xml'];
    expect(partNames(first)).toEqual(expect.arrayContaining(gone));
    expect(partNames(bytes).filter((name) => /drawing|chart|sheet3.xml.rels/.test(name))).toEqual([]);
    expect(partText(bytes, '[Content_Types].xml')).not.toMatch(/drawing|chart/);
  });

  it('removes what was added to the tab, but not what others use too', () => {
    const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relate = (text: string): string =>
      text.replace(
        '</Relationships>',
        `<Relationship Id="rId8" Type="${relationships}/comments" Target="../comments9.xml"/>` +
          `<Relationship Id="rId9" Type="${relationships}/image" Target="../media/image1.png"/>` +
          `<Relationship Id="rIdX" Type="${relationships}/hyperlink" Target="https://example.com" TargetMode="External"/></Relationships>`,
      );
    const source = edit(
      first,
      {
        'xl/worksheets/_rels/sheet3.xml.rels': relate,
        '[Content_Types].xml': (text) =>
          text.replace(
            '</Types>',
            '<Override PartName="/xl/comments9.xml" ContentType="application/c+xml"/></Types>',
          ),
      },
      [
        { name: 'xl/comments9.xml', content: '<comments/>' },
        { name: 'xl/media/image1.png', content: 'png' },
        {
          name: 'xl/worksheets/_rels/sheet1.xml.rels',
          content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/image" Target="/xl/media/image1.png"/></Relationships>`,
        },
      ],
    );
    const { bytes } = writePlans(source, [PLAN]);
    expect(partNames(bytes)).toContain('xl/media/image1.png');
    expect(partNames(bytes)).not.toContain('xl/comments9.xml');
    expect(partText(bytes, '[Content_Types].xml')).not.toContain('comments9');
  });

  it('drops the calculation chain only when formulas went', () => {
    const chain = (sheet: (text: string) => string): Uint8Array =>
      edit(
        first,
        {
          'xl/worksheets/sheet3.xml': sheet,
          'xl/_rels/workbook.xml.rels': (text) =>
            text.replace(
              '</Relationships>',
              '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
            ),
          '[Content_Types].xml': (text) =>
            text.replace(
              '</Types>',
              '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
            ),
        },
        [{ name: 'xl/calcChain.xml', content: '<calcChain/>' }],
      );
    const kept = writePlans(
      chain((text) => text),
      [PLAN],
    ).bytes;
    expect(partNames(kept)).toContain('xl/calcChain.xml');
    const dropped = writePlans(
      chain((text) => text.replace('</row>', '<c r="J1"><f>1+1</f></c></row>')),
      [PLAN],
    ).bytes;
    expect(partNames(dropped)).not.toContain('xl/calcChain.xml');
    expect(
      partText(dropped, '[Content_Types].xml') + partText(dropped, 'xl/_rels/workbook.xml.rels'),
    ).not.toContain('calcChain');
  });

  it('takes the tab of the planned name when a user has copied it', () => {
    const copied = edit(first, {
      'xl/workbook.xml': (text) =>
        text.replace(
          'localSheetId="2" hidden="1">"performance',
          'localSheetId="0" hidden="1">"performance:2026-10"</definedName><definedName name="_QAScore.plan" localSheetId="2" hidden="1">"performance',
        ),
    });
    const { bytes, tabs } = writePlans(copied, [planOf([['新', 1]])]);
    expect(tabs[0]).toMatchObject({ name: '绩效汇总', replaced: true });
    expect(readWorkbook(bytes).grid('考勤').rows).toEqual([['一']]);
  });
});

describe('unusual packages', () => {
  const replaceAll = (
    list: readonly FixtureEntry[],
    change: (text: string, name: string) => string,
  ): FixtureEntry[] =>
    list.map((entry) => ({ ...entry, content: change(String(entry.content), entry.name) }));

  it('writes strict packages in their own namespaces', () => {
    const strict = replaceAll(entries(), (text) =>
      text
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    );
    const { bytes } = writePlans(buildZip(strict), [FULL_PLAN], { state: 1 });
    for (const name of partNames(bytes).filter((n) => !n.includes('customXml/itemProps'))) {
      expect(partText(bytes, name)).not.toMatch(
        /schemas\.openxmlformats\.org\/(?:spreadsheetml|officeDocument|drawingml)/,
      );
    }
    expect(readWorkbook(bytes).grid('绩效汇总').rows[2]).toEqual(['周晓兰', 83.5]);
  });

  it('adds to prefixed documents with their prefixes', () => {
    const prefixed = replaceAll(entries(), (text, name) =>
      /workbook\.xml$|styles\.xml$/.test(name)
        ? text
            .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:')
            .replace('xmlns="', 'xmlns:x="')
            .replace('xmlns:r=', 'xmlns:rel=')
            .replaceAll('r:id=', 'rel:id=')
        : text,
    );
    const { bytes } = writePlans(buildZip(prefixed), [FULL_PLAN]);
    expect(partText(bytes, 'xl/workbook.xml')).toContain(
      '<x:sheet name="绩效汇总" sheetId="3" rel:id="rId4"/></x:sheets><x:definedNames><x:definedName name="_QAScore.plan"',
    );
    expect(partText(bytes, 'xl/styles.xml')).not.toMatch(/<[a-z](?!:)/);
    expect(readWorkbook(bytes).grid('绩效汇总').rows[3]).toEqual(['李雷', 58]);
    expect(Buffer.from(writePlans(bytes, [FULL_PLAN]).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('makes a style sheet where there is none', () => {
    const { bytes } = writePlans(buildWorkbook({ sheets: [{ name: '考勤', body: body('一') }] }), [PLAN]);
    expect(partText(bytes, 'xl/_rels/workbook.xml.rels')).toContain('relationships/styles"');
    expect(partText(bytes, '[Content_Types].xml')).toContain('spreadsheetml.styles+xml');
    expect(Buffer.from(writePlans(bytes, [PLAN]).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('follows parts of other names and absolute targets', () => {
    const moved = entries().map((entry) => ({
      ...entry,
      name: entry.name
        .replace('xl/workbook.xml', 'book.xml')
        .replace('xl/_rels/workbook.xml.rels', '_rels/book.xml.rels')
        .replace('xl/', 'data/'),
      content: String(entry.content)
        .replaceAll('xl/workbook.xml', 'book.xml')
        .replaceAll('/xl/', '/data/')
        .replace(/Target="(worksheets|styles)/g, 'Target="/data/$1'),
    }));
    const { bytes } = writePlans(buildZip(moved), [FULL_PLAN]);
    expect(partNames(bytes)).toEqual(
      expect.arrayContaining(['worksheets/sheet1.xml', 'drawings/drawing1.xml', 'charts/chart1.xml']),
    );
    expect(readWorkbook(bytes).grid('绩效汇总').rows).toHaveLength(4);
    expect(Buffer.from(writePlans(bytes, [FULL_PLAN]).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('puts names where the schema wants them', () => {
    const source = entries({ afterSheets: '<externalReferences/><calcPr calcId="1"/><extLst/>' });
    expect(partText(writePlans(buildZip(source), [PLAN]).bytes, 'xl/workbook.xml')).toMatch(
      /<externalReferences\/><definedNames>.*<\/definedNames><calcPr/,
    );
  });
});

describe('refusals', () => {
  const source = buildZip(entries());
  const refuse = (plan: Partial<SheetPlan>) =>
    problemOf(() => writePlans(source, [planOf([['a', 1]], plan)]));
  const oneCell = (value: string | number): Partial<SheetPlan> => ({
    rows: [{ cells: [null, cell(value)] }],
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['一'.repeat(32), 'long'],
    ['a/b', 'character'],
    ['a[b', 'character'],
    ['a\u0001', 'character'],
    ['\ud800', 'character'],
    ["'a", 'apostrophe'],
    ['HISTORY', 'reserved'],
  ])('a tab named "%s"', (name, reason) => {
    expect(refuse({ name })).toEqual({ code: 'BAD_SHEET_NAME', params: { name, reason } });
  });

  it('what no program would open', () => {
    expect(refuse(oneCell('长'.repeat(32_768)))).toEqual({
      code: 'TEXT_TOO_LONG',
      params: { sheet: '绩效汇总', address: 'B1', length: 32_768 },
    });
    expect(refuse(oneCell(NaN))).toEqual({
      code: 'BAD_NUMBER',
      params: { sheet: '绩效汇总', address: 'B1' },
    });
    expect(refuse(oneCell(-Infinity)).code).toBe('BAD_NUMBER');
    const a1 = { top: 0, left: 0, bottom: 0, right: 0 };
    expect(
      refuse({
        merges: [
          { top: 0, left: 0, bottom: 3, right: 1 },
          { top: 2, left: 1, bottom: 5, right: 1 },
        ],
      }),
    ).toEqual({
      code: 'MERGE_OVERLAP',
      params: { sheet: '绩效汇总', first: 'A1:B4', second: 'B3:B6' },
    });
    expect(refuse({ merges: [{ top: 2, left: 0, bottom: 1, right: 0 }] }).code).toBe('BAD_RANGE');
    expect(refuse({ filter: { top: 0, left: 0, bottom: 2_000_000, right: 0 } }).code).toBe('BAD_RANGE');
    expect(refuse({ validations: [{ range: a1, list: ['属实,部分属实'] }] }).code).toBe('BAD_LIST_ITEM');
    expect(
      refuse({ validations: [{ range: a1, list: Array.from({ length: 60 }, (_, i) => `条款${i}`) }] }).code,
    ).toBe('LIST_TOO_LONG');
    expect(
      refuse({ print: { orientation: 'portrait', fitToWidth: true, footer: 'x'.repeat(256) } }).code,
    ).toBe('FOOTER_TOO_LONG');
    expect(
      refuse({ rows: [{ cells: [{ value: 'x', style: 'text', link: { sheet: '考勤', address: 'A0' } }] }] })
        .code,
    ).toBe('BAD_LINK');
  });

  it('two plans of one id', () => {
    expect(problemOf(() => writePlans(source, [PLAN, { ...PLAN, name: 'x' }]))).toEqual({
      code: 'DUPLICATE_PLAN',
      params: { id: PLAN.id },
    });
  });
});

describe('speed', () => {
  it('adds a tab to a large workbook without reading it', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => [`员工${i % 97}`, i, i / 8]);
    const large = createWorkbook([{ name: '质检', rows }]);
    const started = Date.now();
    writePlans(large, [FULL_PLAN]);
    expect(Date.now() - started).toBeLessThan(500);
  });
});
