import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { InflateError, inflateRaw } from '../../../src/workbook/xlsx/inflateRaw';

const inputs: readonly [string, Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from([7])],
  ['a run', Buffer.alloc(300_000, 65)],
  ['text', Buffer.from('<c r="A1" t="s"><v>12</v></c>客服'.repeat(4000))],
  [
    'noise',
    Buffer.from(Uint8Array.from({ length: 200_000 }, (_, i) => (Math.imul(i, 2654435761) >>> 13) & 255)),
  ],
];

describe('inflating', () => {
  it.each(inputs)('gives back %s at every level and strategy', (_, input) => {
    for (const level of [0, 1, 6, 9]) {
      for (const strategy of [
        constants.Z_DEFAULT_STRATEGY,
        constants.Z_FIXED,
        constants.Z_HUFFMAN_ONLY,
        constants.Z_RLE,
      ]) {
        const data = deflateRawSync(input, { level, strategy });
        expect(Buffer.compare(inflateRaw(data, input.length), input)).toBe(0);
      }
    }
  });

  it('gives back anything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3000 }),
        fc.integer({ min: 0, max: 9 }),
        (values, level) => {
          const input = Buffer.from(values);
          return Buffer.compare(inflateRaw(deflateRawSync(input, { level }), input.length), input) === 0;
        },
      ),
    );
  });

  it('stops at the size asked for', () => {
    const data = deflateRawSync(Buffer.alloc(50_000_000), { level: 9 });
    for (const size of [0, 1, 1000]) expect(() => inflateRaw(data, size)).toThrow(new InflateError('size'));
  });

  it('returns less when there is less', () => {
    expect(inflateRaw(deflateRawSync(Buffer.from('abc')), 10)).toEqual(Uint8Array.from(Buffer.from('abc')));
  });

  it('refuses data cut off anywhere', () => {
    const input = Buffer.from('客服质检扣分明细 0123456789 abcdefg '.repeat(30));
    const data = deflateRawSync(input);
    for (let length = 0; length < data.length; length++) {
      expect(() => inflateRaw(data.subarray(0, length), input.length)).toThrow(InflateError);
    }
  });

  it('ends on any bytes, with a result or its own error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (data) => {
        try {
          return inflateRaw(data, 10_000).length <= 10_000;
        } catch (error) {
          return error instanceof InflateError;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
