const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((character, value) => [character, value] as const),
);
const VARIANTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    〇: '零',
    两: '二',
    壹: '一',
    贰: '二',
    叁: '三',
    肆: '四',
    伍: '五',
    陆: '六',
    柒: '七',
    捌: '八',
    玖: '九',
    拾: '十',
    佰: '百',
    仟: '千',
  }),
);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10000],
]);

/** Characters that numbers are written with besides digits. */
export const HAN_NUMERALS = '零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟';

/** `12`, `0.5`, `1,200`, `十二`, `两`, `半`; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (text === '半') return 0.5;
  return readHan(text);
}

function readHan(text: string): number | undefined {
  if (text === '') return undefined;
  let total = 0;
  let digit: number | undefined;
  for (const raw of text) {
    const character = VARIANTS.get(raw) ?? raw;
    const value = DIGITS.get(character);
    const unit = UNITS.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + (digit ?? 0);
}
