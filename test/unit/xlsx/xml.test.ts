import { attribute, child, childrenNamed, parseXml } from '../../../src/workbook/xlsx/xml';
import { decodeXml, encodeXml, utf8Xml } from '../../../src/workbook/xlsx/xmlBytes';
import { XmlEdit } from '../../../src/workbook/xlsx/xmlEdit';
import { escapeText } from '../../../src/workbook/xmlEscape';
import { decodeEscapes, escapeAttribute, escapeCellText } from '../../../src/workbook/xlsx/xmlText';
import { problemOf } from './support/problems';

const parse = (text: string): ReturnType<typeof parseXml> => parseXml(text, 'part.xml');

describe('reading XML', () => {
  it('resolves prefixes, quotes, entities, CDATA and comments', () => {
    const root = parse(
      `<?xml version='1.0'?><!-- a > b --><x:a xmlns:x="urn:x" xmlns:r='urn:r' r:id='7' n="&lt;&#x4E2D;&#65;&quot;'">` +
        `1&amp;<![CDATA[<2>]]><!-- no -->3<x:b/><y xmlns="urn:y"><z/></y></x:a> `,
    );
    expect([root.prefix, root.name, root.namespace]).toEqual(['x', 'a', 'urn:x']);
    expect(attribute(root, 'n')).toBe(`<中A"'`);
    expect(attribute(root, 'id', 'urn:r')).toBe('7');
    expect(attribute(root, 'id')).toBeUndefined();
    expect(root.text).toBe('1&<2>3');
    expect(child(root, 'b')).toBeDefined();
    expect(childrenNamed(root, 'y')).toEqual([]);
    expect(root.children[1]!.children[0]!.namespace).toBe('urn:y');
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a/>tail',
    '<a b=c/>',
    '<a b="1"',
    '<a b="<"/>',
    '<x:a/>',
    '<a>&unknown;</a>',
    '<a>&#x110000;</a>',
    '<a>& </a>',
    '<a><!-- </a>',
    '<a><![CDATA[</a>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
    '<a>'.repeat(1000),
    '< a/>',
  ])('refuses %s', (text) => {
    expect(problemOf(() => parse(text))).toEqual({
      code: 'CORRUPT',
      params: { part: 'part.xml', reason: 'xml' },
    });
  });

  it('reads UTF-16 and national encodings', () => {
    const utf16 = Buffer.from('\ufeff<a>中</a>', 'utf16le');
    expect(decodeXml(utf16)).toBe('<a>中</a>');
    expect(decodeXml(Buffer.from(utf16).swap16())).toBe('<a>中</a>');
    const gbk = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="GBK"?><a>'),
      Buffer.from([0xd6, 0xd0]),
      Buffer.from('</a>'),
    ]);
    expect(decodeXml(gbk)).toContain('<a>中</a>');
    expect(Buffer.from(utf8Xml(gbk)).toString()).toContain('<a>中</a>');
    expect(Buffer.from(encodeXml(decodeXml(gbk))).toString()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><a>中</a>',
    );
    const plain = Buffer.from('<a/>');
    expect(utf8Xml(plain)).toBe(plain);
  });
});

describe('changing XML in places', () => {
  it('leaves everything else as it was', () => {
    const text = `<a  k='1'>\n <b/> <c x = "2" >t</c><!-- kept --></a>`;
    const root = parse(text);
    const edit = new XmlEdit(text);
    edit.append(root.children[0]!, '<n/>');
    edit.append(root.children[0]!, '<m/>');
    edit.setAttribute(root.children[1]!, 'x', '3');
    edit.append(root, '<z/>');
    expect(edit.toString()).toBe(`<a  k='1'>\n <b><n/><m/></b> <c x = "3" >t</c><!-- kept --><z/></a>`);
  });
});

describe('text for XML', () => {
  it('keeps what XML can hold and drops what it cannot', () => {
    expect(escapeText('a<b>&"\u0001\u000b\ufffe\ttab\n')).toBe('a&lt;b&gt;&amp;"\ttab\n');
    expect(escapeAttribute('"a"\n\t')).toBe('&quot;a&quot;&#10;&#9;');
    expect(escapeText('\ud83d\ude00 \ud83d x \ude00')).toBe('\ud83d\ude00 \ufffd x \ufffd');
  });

  it('escapes what cells would take for an escape, and reads it back', () => {
    expect(escapeCellText('_x000D_ 行\r_x_')).toBe('_x005F_x000D_ 行_x000D__x_');
    for (const text of ['_x000D_', '__x0041_', '_x005F_x0041_', 'a\rb', '_x00', '_xZZZZ_']) {
      expect(decodeEscapes(escapeCellText(text))).toBe(text);
    }
  });
});
