import {
  checkedDecimal,
  compareDecimals,
  decimalOf,
  formatDecimal,
  formatScaled,
  multiplyDecimals,
  parseDecimal,
  scaleByUnits,
  subtractDecimals,
  toScaled,
  type Decimal,
} from '../../../src/facts/decimal';

const decimal = (text: string): Decimal => {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(`no decimal ${text}`);
  return parsed;
};

describe('parseDecimal', () => {
  it.each<[string | number, bigint, number]>([
    ['0', 0n, 0],
    ['9.9', 99n, 1],
    ['-0.5', -5n, 1],
    ['+2.50', 250n, 2],
    ['007', 7n, 0],
    [12, 12n, 0],
    [0.1, 1n, 1],
    [-3, -3n, 0],
    ['999999999999999.999999999999999', 999_999_999_999_999_999_999_999_999_999n, 15],
  ])('reads %p', (input, digits, scale) => {
    expect(parseDecimal(input)).toEqual({ digits, scale });
  });

  it.each<string | number>([
    '',
    ' 1',
    '1 ',
    '1,000',
    '1e3',
    '1.',
    '.5',
    '--1',
    '１２',
    '5%',
    'NaN',
    '1000000000000000',
    1e21,
    1e-7,
    NaN,
    Infinity,
  ])('does not guess at %p', (input) => {
    expect(parseDecimal(input)).toBeUndefined();
  });
});

describe('checkedDecimal', () => {
  it('reads what was checked before and nothing else', () => {
    expect(checkedDecimal('2.50')).toEqual({ digits: 250n, scale: 2 });
    expect(() => checkedDecimal('many')).toThrow('no decimal: many');
  });
});

describe('toScaled', () => {
  it.each<[string | number, number, number | undefined]>([
    ['9.9', 1000, 9900],
    ['0.001', 1000, 1],
    ['-2.5', 1000, -2500],
    ['1.5000', 1000, 1500],
    ['20', 100, 2000],
    ['0.01', 100, 1],
    ['0.0001', 1000, undefined],
    ['0.001', 100, undefined],
    ['1e3', 1000, undefined],
    ['9007199254740', 1000, 9_007_199_254_740_000],
    ['9007199254741', 1000, undefined],
  ])('%p in 1/%i is %p', (input, factor, scaled) => {
    expect(toScaled(input, factor)).toBe(scaled);
  });
});

describe('formatScaled', () => {
  it.each<[number, number, string]>([
    [0, 1000, '0'],
    [-0, 1000, '0'],
    [1500, 1000, '1.5'],
    [-1500, 1000, '-1.5'],
    [-2000, 1000, '-2'],
    [1, 1000, '0.001'],
    [-1, 1000, '-0.001'],
    [10, 1000, '0.01'],
    [123_450, 1000, '123.45'],
    [2005, 100, '20.05'],
    [5, 100, '0.05'],
    [7, 1, '7'],
  ])('%i / %i is %p', (scaled, factor, words) => {
    expect(formatScaled(scaled, factor)).toBe(words);
  });
});

describe('arithmetic', () => {
  it.each<[string, string, -1 | 0 | 1]>([
    ['1', '1.000', 0],
    ['1.10', '1.1', 0],
    ['0.99', '1', -1],
    ['1', '0.999', 1],
    ['-1', '1', -1],
    ['-0.2', '-0.3', 1],
  ])('compares %s with %s: %i', (a, b, sign) => {
    expect(compareDecimals(decimal(a), decimal(b))).toBe(sign);
  });

  it.each<[string, string, string]>([
    ['0.1', '0.2', '0.02'],
    ['2.5', '4', '10'],
    ['-1.5', '0.5', '-0.75'],
    ['0', '9.99', '0'],
  ])('%s times %s is %s', (a, b, product) => {
    expect(formatDecimal(multiplyDecimals(decimal(a), decimal(b)))).toBe(product);
  });

  it.each<[string, string, string]>([
    ['0.3', '0.1', '0.2'],
    ['1', '0.001', '0.999'],
    ['1.25', '2', '-0.75'],
    ['5', '5.00', '0'],
  ])('%s minus %s is %s', (a, b, difference) => {
    expect(formatDecimal(subtractDecimals(decimal(a), decimal(b)))).toBe(difference);
  });

  it('has no binary fractions: ten tenths make one', () => {
    let sum = decimalOf(0);
    for (let i = 0; i < 10; i += 1) sum = subtractDecimals(sum, decimal('-0.1'));
    expect(formatDecimal(sum)).toBe('1');
  });
});

describe('scaleByUnits', () => {
  it.each<[number, string, number]>([
    [500, '3', 1500],
    [500, '0', 0],
    [100, '2.5', 250],
    [1, '0.4', 0],
    [1, '0.5', 1],
    [1, '1.5', 2],
    [1, '2.5', 3],
    [-1, '0.5', -1],
    [-3, '0.4', -1],
    [333, '0.001', 0],
  ])('%i by %s units is %i, halves away from zero', (amount, units, expected) => {
    expect(scaleByUnits(amount, decimal(units))).toBe(expected);
  });
});

describe('formatDecimal', () => {
  it.each<[bigint, number, string]>([
    [0n, 0, '0'],
    [0n, 3, '0'],
    [15n, 1, '1.5'],
    [-15n, 1, '-1.5'],
    [5n, 3, '0.005'],
    [-5n, 3, '-0.005'],
    [1200n, 2, '12'],
    [120n, 2, '1.2'],
    [100n, 0, '100'],
  ])('%p / 10^%i is %p', (digits, scale, words) => {
    expect(formatDecimal({ digits, scale })).toBe(words);
  });
});
