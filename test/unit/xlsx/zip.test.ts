import { deflateRawSync } from 'node:zlib';
import { inflateEntry } from '../../../src/workbook/xlsx/inflate';
import { makeEntry, readZip, writeZip } from '../../../src/workbook/xlsx/zip';
import { problemOf } from './support/problems';
import { unzip } from './support/unzipFixture';
import { buildZip } from './support/zipFixture';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const noise = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255);

describe('reading a package', () => {
  it('reads stored, deflated and streamed entries', () => {
    const long = 'abc'.repeat(100_000);
    const bytes = buildZip([
      { name: 'a.xml', content: '甲', stored: true },
      { name: 'b.xml', content: long, descriptor: true },
      { name: '目录/c.bin', content: noise(200_000) },
    ]);
    const { entries } = readZip(bytes);
    expect(entries.map((entry) => entry.name)).toEqual(['a.xml', 'b.xml', '目录/c.bin']);
    expect(text(inflateEntry(entries[0]!))).toBe('甲');
    expect(text(inflateEntry(entries[1]!))).toBe(long);
    expect(Buffer.compare(inflateEntry(entries[2]!), noise(200_000))).toBe(0);
  });

  it('copies records byte for byte, with times, extra fields, comment and order', () => {
    const bytes = buildZip(
      [
        { name: 'b.xml', content: 'x'.repeat(500), descriptor: true, extra: Uint8Array.of(1, 2, 2, 0, 9, 9) },
        { name: 'a.xml', content: 'yy', stored: true, time: 0x1234, date: 0x4321 },
      ],
      { comment: '说明 PK\u0005\u0006' },
    );
    expect(writeZip(readZip(bytes))).toEqual(bytes);
  });

  it('reads a package behind other bytes', () => {
    const bytes = buildZip([{ name: 'a', content: 'hello' }], { prefix: Uint8Array.of(1, 2, 3, 4, 5) });
    const zip = readZip(bytes);
    expect(text(inflateEntry(zip.entries[0]!))).toBe('hello');
    expect(writeZip(zip)).toEqual(buildZip([{ name: 'a', content: 'hello' }]));
  });

  it('makes entries other programs read, the same every time', () => {
    const content = new TextEncoder().encode('内容'.repeat(50));
    const bytes = writeZip({ entries: [makeEntry('甲.xml', content)], comment: new Uint8Array(0) });
    expect(unzip(bytes)[0]).toMatchObject({ name: '甲.xml', content: Buffer.from(content) });
    expect(makeEntry('甲.xml', content).local).toEqual(makeEntry('甲.xml', content).local);
  });
});

describe('refusing what is no package', () => {
  const compound = (stream: string): Uint8Array => {
    const bytes = new Uint8Array(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    [...stream].forEach((letter, i) => (bytes[512 + i * 2] = letter.charCodeAt(0)));
    return bytes;
  };
  const plain = (content: string): Uint8Array => new TextEncoder().encode(content);

  it.each([
    ['an empty file', new Uint8Array(0), 'NOT_XLSX', 'empty'],
    ['a CSV file', plain('姓名,得分\n张三,90'), 'NOT_XLSX', 'text'],
    ['a web page', plain('\ufeff<html><table><tr><td>1</td></tr></table></html>'), 'NOT_XLSX', 'html'],
    ['an XML sheet', plain('<?xml version="1.0"?><Workbook/>'), 'NOT_XLSX', 'xml'],
    ['a PDF', plain('%PDF-1.7'), 'NOT_XLSX', 'pdf'],
    ['other bytes', Uint8Array.of(0, 1, 2, 3, 4), 'NOT_XLSX', 'binary'],
    ['an Excel 97 workbook', compound('Workbook'), 'XLS_LEGACY', undefined],
    ['an Excel 5 workbook', compound('Book'), 'XLS_LEGACY', undefined],
    ['a workbook with a password', compound('EncryptedPackage'), 'ENCRYPTED', undefined],
    ['another compound file', compound('WordDocument'), 'NOT_XLSX', 'binary'],
  ])('%s', (_, bytes, code, found) => {
    const problem = problemOf(() => readZip(bytes));
    expect(problem.code).toBe(code);
    expect(problem.params?.found).toBe(found);
  });

  it('tells a cut-off package', () => {
    const bytes = buildZip([{ name: 'a', content: noise(5000), stored: true }]);
    expect(problemOf(() => readZip(bytes.subarray(0, 3000))).code).toBe('TRUNCATED');
    expect(problemOf(() => readZip(bytes.subarray(0, bytes.length - 5))).code).toBe('TRUNCATED');
  });

  it('tells encrypted entries', () => {
    expect(problemOf(() => readZip(buildZip([{ name: 'a', content: 'x', flags: 1 }]))).code).toBe(
      'ENCRYPTED',
    );
  });

  it('does not read zip64', () => {
    const bytes = buildZip([{ name: 'a', content: 'x' }]);
    bytes.fill(0xff, bytes.length - 22 + 16, bytes.length - 22 + 20);
    expect(problemOf(() => readZip(bytes)).code).toBe('ZIP64_UNSUPPORTED');
  });
});

describe('refusing hostile and broken content', () => {
  it('refuses declared sizes beyond all measure', () => {
    const data = deflateRawSync(Buffer.alloc(100 * 1024 * 1024));
    const bytes = buildZip([{ name: 'a', content: '', data, declaredSize: 100 * 1024 * 1024 }]);
    expect(problemOf(() => readZip(bytes))).toMatchObject({ code: 'ZIP_BOMB', params: { part: 'a' } });
    const many = Array.from({ length: 20 }, (_, i) => ({
      name: `p${i}`,
      content: '',
      data: new Uint8Array(60_000),
      declaredSize: 60_000_000,
    }));
    expect(problemOf(() => readZip(buildZip(many))).code).toBe('ZIP_BOMB');
  });

  it.each([100, 200_000])(
    'stops at the declared size, whatever is in the data (%i bytes declared)',
    (declaredSize) => {
      const data = deflateRawSync(Buffer.alloc(80 * 1024 * 1024), { level: 9 });
      const [entry] = readZip(buildZip([{ name: 'a', content: '', data, declaredSize }])).entries;
      expect(problemOf(() => inflateEntry(entry!))).toEqual({
        code: 'CORRUPT',
        params: { part: 'a', reason: 'size' },
      });
    },
  );

  it.each([
    ['an impossible size', { declaredSize: 1_000_000 }, 'size'],
    ['a size too large', { declaredSize: 11 }, 'size'],
    ['a wrong checksum', { declaredCrc: 1 }, 'crc'],
    ['data that cannot be inflated', { data: Uint8Array.of(7, 7, 7, 7) }, 'deflate'],
    ['an unknown method', { method: 9 }, 'compression'],
  ])('%s', (_, fault, reason) => {
    const bytes = buildZip([{ name: 'a', content: '0123456789', ...fault }]);
    const problem = problemOf(() => inflateEntry(readZip(bytes).entries[0]!));
    expect(problem).toEqual({ code: 'CORRUPT', params: { part: 'a', reason } });
  });

  it('refuses overlapping records', () => {
    const bytes = buildZip([
      { name: 'a', content: 'aaaa', stored: true },
      { name: 'b', content: 'bbbb', stored: true },
    ]);
    const second = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]), 80);
    bytes.fill(0, second + 42, second + 46);
    expect(problemOf(() => readZip(bytes)).code).toBe('CORRUPT');
  });
});
