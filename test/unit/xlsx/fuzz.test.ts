import { ProblemError } from '../../../src/facts/problem';
import { createWorkbook, readStatePart, readWorkbook, writePlans } from '../../../src/workbook/xlsx';
import { workbookEntries } from './support/packageFixture';
import { FULL_PLAN } from './support/plans';
import { unzip } from './support/unzipFixture';
import { buildZip } from './support/zipFixture';

/** Random numbers that are the same every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

function mutate(input: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = Uint8Array.from(input);
  for (let n = 1 + random(4); n > 0; n--) {
    const at = random(bytes.length);
    const action = random(5);
    if (action === 0) bytes[at] = random(256);
    else if (action === 1) bytes[at]! ^= 1 << random(8);
    else if (action === 2) bytes = bytes.slice(0, at + 1);
    else if (action === 3)
      bytes.copyWithin(at, random(bytes.length), Math.min(bytes.length, random(bytes.length) + 40));
    else bytes.fill(random(256), at, at + 1 + random(8));
  }
  return bytes;
}

/** Everything a program does with a file; only problems may come of it. */
function useAll(bytes: Uint8Array): 'read' | 'refused' {
  try {
    const workbook = readWorkbook(bytes);
    for (const { name } of workbook.sheets) workbook.grid(name);
    workbook.customXml();
    readStatePart(bytes);
    writePlans(bytes, [FULL_PLAN], { state: { a: 1 } });
    return 'read';
  } catch (error) {
    if (error instanceof ProblemError) return 'refused';
    throw error;
  }
}

const small = createWorkbook(
  [
    {
      name: '质检',
      rows: [
        ['日期', { f: '1+1', v: 2 }],
        [{ date: '2026-10-08' }, true, '文字&'],
      ],
      merges: ['A1:B1'],
    },
    FULL_PLAN,
  ],
  { state: { rulebook: 'GM' } },
);
const shared = buildZip(
  workbookEntries({
    sheets: [
      {
        name: '甲',
        body: '<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="d"><v>2026-10-08</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      },
    ],
    sharedStrings: '<si><r><t>甲</t></r><rPh><t>x</t></rPh></si>',
    styles:
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>',
    afterSheets:
      '<definedNames><definedName name="_QAScore.plan" localSheetId="0">"a"</definedName></definedNames>',
  }),
);

describe.each([
  ['a workbook of ours', small],
  ['a workbook with shared strings', shared],
])('bytes of %s changed at random', (_, source) => {
  it('are read or refused with a problem, never anything else', () => {
    expect(useAll(source)).toBe('read');
    for (let seed = 0; seed < 250; seed++) useAll(mutate(source, randomFrom(seed)));
  }, 60_000);

  it('inside the parts, with right checksums, too', () => {
    const parts = unzip(source);
    const outcomes = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const random = randomFrom(seed + 1000);
      const victim = random(parts.length);
      const bytes = buildZip(
        parts.map(({ name, content }, i) => ({
          name,
          stored: true,
          content: i === victim ? mutate(content, random) : content,
        })),
      );
      outcomes.add(useAll(bytes));
    }
    expect(outcomes).toEqual(new Set(['read', 'refused']));
  }, 60_000);
});
