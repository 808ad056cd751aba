const DIGITS = '零一二三四五六七八九';

/** A number of an article or chapter as regulations write it: 12 = 十二, 105 = 一百零五. */
export function hanNumeral(value: number): string {
  if (value < 10) return DIGITS.charAt(value);
  if (value < 20) return `十${value === 10 ? '' : DIGITS.charAt(value - 10)}`;
  if (value < 100) {
    const rest = value % 10;
    return `${DIGITS.charAt(Math.floor(value / 10))}十${rest === 0 ? '' : DIGITS.charAt(rest)}`;
  }
  if (value >= 1000) return String(value);
  const rest = value % 100;
  const hundreds = `${DIGITS.charAt(Math.floor(value / 100))}百`;
  if (rest === 0) return hundreds;
  if (rest < 10) return `${hundreds}零${hanNumeral(rest)}`;
  return `${hundreds}${rest < 20 ? '一' : ''}${hanNumeral(rest)}`;
}
