import { STYLES, type StyleName } from '../../../src/workbook/styles';
import { StyleSheet } from '../../../src/workbook/xlsx/styleSheet';
import { parseXml } from '../../../src/workbook/xlsx/xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const BASE =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot;分&quot;"/></numFmts>` +
  '<fonts count="2"><font><sz val="10"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font><font><b/><sz val="10"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="170" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><colors/><extLst/></styleSheet>';

const open = (text: string): StyleSheet => new StyleSheet({ text, root: parseXml(text, 'styles') });
const names = Object.keys(STYLES) as StyleName[];
const addAll = (text: string): { indexes: number[]; text: string } => {
  const sheet = open(text);
  const indexes = names.flatMap((name) => [
    sheet.cellFormat(STYLES[name]),
    sheet.cellFormat(STYLES[name], true),
  ]);
  indexes.push(sheet.difference({ color: 'C00000', fill: 'FFC7CE' }), sheet.difference({ fill: 'C6EFCE' }));
  return { indexes, text: sheet.toString() };
};

describe('adding looks', () => {
  it('only appends', () => {
    const { text } = addAll(BASE);
    const root = parseXml(text, 'styles');
    expect(root.children.map((c) => c.name)).toEqual([
      'numFmts',
      'fonts',
      'fills',
      'borders',
      'cellStyleXfs',
      'cellXfs',
      'cellStyles',
      'dxfs',
      'colors',
      'extLst',
    ]);
    for (const element of parseXml(BASE, 'styles').children) {
      const list = root.children.find((c) => c.name === element.name)!;
      const before = element.children.map((c) => BASE.slice(c.start, c.end));
      expect(list.children.slice(0, before.length).map((c) => text.slice(c.start, c.end))).toEqual(before);
    }
    for (const list of root.children.filter((c) => c.attributes.some((a) => a.name === 'count'))) {
      expect(list.attributes.find((a) => a.name === 'count')?.value).toBe(String(list.children.length));
    }
  });

  it('finds every look again', () => {
    const first = addAll(BASE);
    const second = addAll(first.text);
    expect(second.text).toBe(first.text);
    expect(second.indexes).toEqual(first.indexes);
  });

  it('finds looks again after another program has put them in its own words', () => {
    const first = addAll(BASE);
    const rewritten = first.text
      .replaceAll('formatCode="yyyy-mm-dd"', 'formatCode="yyyy\\-mm\\-dd"')
      .replaceAll('<charset val="134"/>', '<scheme val="minor"/>')
      .replaceAll('<b/>', '<b val="1"/><u val="0"/>')
      .replaceAll('FFD9E2F3', 'ffd9e2f3')
      .replaceAll('wrapText="1"', 'wrapText="true" textRotation="0" indent="0"')
      .replaceAll('<left/><right/><top/><bottom/><diagonal/>', '<left style="none"/>');
    expect(addAll(rewritten).indexes).toEqual(first.indexes);
    expect(addAll(rewritten).text).toBe(rewritten);
  });

  it('uses what the workbook has', () => {
    const sheet = open(BASE);
    expect(sheet.cellFormat({})).toBe(0);
    expect(sheet.cellFormat({ bold: true, format: '0.0"分"' })).not.toBe(1);
    expect(sheet.toString()).toContain(
      '<font><b/><sz val="10"/><color theme="1"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>',
    );
    expect(sheet.toString()).toContain(
      '<xf numFmtId="170" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>',
    );
  });

  it('takes over nothing that says more than a plan can', () => {
    const odd = BASE.replace(
      '<cellXfs count="2">',
      '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment textRotation="90"/></xf>',
    );
    expect(open(odd).cellFormat({})).toBe(1);
  });

  it('fills in what a bare style sheet lacks', () => {
    const sheet = open(`<s:styleSheet xmlns:s="${MAIN}"/>`);
    expect(sheet.cellFormat(STYLES.header)).toBe(1);
    const text = sheet.toString();
    expect(text).toContain(
      '<s:fills count="3"><s:fill><s:patternFill patternType="none"/></s:fill><s:fill><s:patternFill patternType="gray125"/></s:fill>',
    );
    expect(parseXml(text, 'styles').children.map((c) => c.name)).toEqual([
      'fonts',
      'fills',
      'borders',
      'cellXfs',
    ]);
    expect(addAll(addAll(text).text).text).toBe(addAll(text).text);
  });

  it('gives number formats ids of their own', () => {
    const { text } = addAll(BASE);
    const ids = [...text.matchAll(/<numFmt numFmtId="(\d+)"/g)].map((m) => Number(m[1]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...ids.slice(1))).toBe(171);
    expect(text).toContain('formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"');
  });
});
