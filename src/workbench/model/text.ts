import { isCellError, type CellValue } from '../../workbook/grid';

/** Significant digits of a number in the General format. */
const GENERAL_DIGITS = 11;
const DAY_MS = 86_400_000;
/** Serial of 1970-01-01. */
const EPOCH = 25_569;

/** A value as its cell shows it. Colours, fills with `*` and fractions are no part of it. */
export function cellText(value: CellValue, numberFormat = 'General'): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const sections = splitSections(numberFormat);
  if (typeof value === 'string') {
    const section =
      sections[3] ?? (sections.length === 1 && numberFormat.includes('@') ? sections[0] : undefined);
    return section === undefined ? value : literals(section).replace(/@/g, () => value);
  }
  if (!Number.isFinite(value)) return '#NUM!';
  return formatNumber(value, sections);
}

/** A number in the General format. */
export function generalText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) {
    const [digits = '', exponent = '0'] = value.toExponential(5).split('e');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${digits.replace(/\.?0+$/, '')}E${sign}${exponent.replace(/^[-+]/, '').padStart(2, '0')}`;
  }
  const whole = Math.trunc(size).toString().length;
  return String(Number(value.toFixed(Math.max(0, GENERAL_DIGITS - 1 - whole))));
}

function splitSections(format: string): string[] {
  const sections = [''];
  for (const [token] of format.matchAll(/"[^"]*"?|\\.|_.|\[[^\]]*\]|./gs)) {
    if (token === ';') sections.push('');
    else sections[sections.length - 1] += token;
  }
  return sections;
}

function formatNumber(value: number, sections: readonly string[]): string {
  const [positive = 'General', negative, zero] = sections;
  let section = positive;
  let shown = value;
  let minus = value < 0;
  if (value < 0 && negative !== undefined) {
    section = negative;
    minus = false;
  } else if (value === 0 && zero !== undefined) section = zero;
  shown = Math.abs(value);
  const bare = section.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/^general$/i.test(bare.trim()) || bare === '') return bare === '' ? '' : generalText(value);
  if (isDateSection(bare)) return dateText(value, bare);
  const text = numberText(shown, bare);
  return minus && /[1-9]/.test(text) ? `-${text}` : text;
}

const stripLiterals = (section: string): string => section.replace(/"[^"]*"|\\.|_.|\*./gs, '');

function isDateSection(section: string): boolean {
  return /[ymdhs]/i.test(stripLiterals(section).replace(/general/gi, ''));
}

function literals(section: string): string {
  return section.replace(
    /"([^"]*)"|\\(.)|_(.)|\*./gs,
    (_all, quoted?: string, escaped?: string, space?: string) =>
      quoted ?? escaped ?? (space === undefined ? '' : ' '),
  );
}

function numberText(value: number, section: string): string {
  const core = /(?:[#0?][#0?,]*)?(?:\.[#0?]*)?(?:E[-+]0+)?/gi;
  const plain = section.replace(/"[^"]*"|\\.|_.|\*./gs, (found) => '\u0001'.repeat(found.length));
  const general = /general/i.exec(plain);
  if (general) {
    return (
      literals(section.slice(0, general.index)) +
      generalText(value) +
      literals(section.slice(general.index + 7))
    );
  }
  const place = [...plain.matchAll(core)].find((found) => /[#0?]/.test(found[0]));
  if (!place) return literals(section);
  const pattern = place[0];
  let number = value;
  if (plain.includes('%')) number *= 100;
  const scaled = /,+$/.exec(pattern.split('.')[0]!)?.[0].length ?? 0;
  number /= 1000 ** scaled;
  const before = literals(section.slice(0, place.index));
  const after = literals(section.slice(place.index + pattern.length));
  return before + digits(number, pattern) + after;
}

function digits(number: number, pattern: string): string {
  const exponent = /E([-+])(0+)$/i.exec(pattern);
  if (exponent) {
    const places = /\.([0#?]*)/.exec(pattern)?.[1]?.length ?? 0;
    const [mantissa = '', power = '0'] = number.toExponential(places).split('e');
    const sign = power.startsWith('-') ? '-' : exponent[1] === '+' ? '+' : '';
    return `${mantissa}E${sign}${power.replace(/^[-+]/, '').padStart(exponent[2]!.length, '0')}`;
  }
  const [wholePattern = '', fractionPattern = ''] = pattern.split('.');
  const rounded = roundHalfUp(number, fractionPattern.length);
  const [whole = '0', fraction = ''] = rounded.split('.');
  const least = wholePattern.replace(/[^0]/g, '').length;
  let shown = (whole === '0' ? '' : whole).padStart(least, '0');
  if (/[#0?],[#0?]/.test(wholePattern)) shown = shown.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const required = fractionPattern.replace(/[^0]/g, '').length;
  let tail = fraction;
  while (tail.length > required && tail.endsWith('0')) tail = tail.slice(0, -1);
  return pattern.includes('.') ? `${shown}.${tail}` : shown;
}

/** Decimal rounding that does not stumble over binary fractions (1.005 is 1.01). */
function roundHalfUp(number: number, places: number): string {
  const precise = Number(number.toPrecision(15));
  const shifted = Number(`${precise}e${places}`);
  if (!Number.isFinite(shifted) || shifted >= 1e15) return number.toFixed(places);
  return (Math.round(shifted) / 10 ** places).toFixed(places);
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function dateText(serial: number, section: string): string {
  if (serial < 0) return '#'.repeat(8);
  const seconds = Math.round((serial % 1) * 86_400);
  const date = new Date((Math.floor(serial) + (serial < 60 ? 1 : 0) - EPOCH) * DAY_MS + seconds * 1000);
  const half = /am\/pm|a\/p|上午\/下午/i.test(section);
  const hour = date.getUTCHours();
  const two = (n: number): string => String(n).padStart(2, '0');
  const tokens = [
    ...section.matchAll(
      /"([^"]*)"|\\(.)|\[(h+|m+|s+)\]|am\/pm|a\/p|上午\/下午|y+|m+|d+|h+|s+|\.0+|_.|\*.|./gis,
    ),
  ];
  const letters = tokens.map(([token]) => /^\[?([hms])/i.exec(token)?.[1]?.toLowerCase() ?? '');
  return tokens
    .map(([token, quoted, escaped, elapsed], i) => {
      if (quoted !== undefined) return quoted;
      if (escaped !== undefined) return escaped;
      if (elapsed !== undefined) {
        const unit = { h: 24, m: 1440, s: 86_400 }[elapsed[0]!.toLowerCase()] ?? 24;
        return String(Math.floor(serial * unit + 1e-9)).padStart(elapsed.length, '0');
      }
      const size = token.length;
      switch (token[0]!.toLowerCase()) {
        case 'y':
          return size <= 2 ? two(date.getUTCFullYear() % 100) : String(date.getUTCFullYear());
        case 'd':
          if (size >= 3)
            return size === 3 ? WEEKDAYS[date.getUTCDay()]!.slice(0, 3) : WEEKDAYS[date.getUTCDay()]!;
          return size === 1 ? String(date.getUTCDate()) : two(date.getUTCDate());
        case 'h': {
          const h = half ? hour % 12 || 12 : hour;
          return size === 1 ? String(h) : two(h);
        }
        case 's':
          return size === 1 ? String(date.getUTCSeconds()) : two(date.getUTCSeconds());
        case 'm': {
          const near = (step: number): string => {
            for (let j = i + step; j >= 0 && j < letters.length; j += step)
              if (letters[j] !== '') return letters[j]!;
            return '';
          };
          if (size <= 2 && (near(-1) === 'h' || near(1) === 's')) {
            return size === 1 ? String(date.getUTCMinutes()) : two(date.getUTCMinutes());
          }
          const month = MONTHS[date.getUTCMonth()]!;
          if (size >= 3) return size === 3 ? month.slice(0, 3) : size === 5 ? month[0]! : month;
          return size === 1 ? String(date.getUTCMonth() + 1) : two(date.getUTCMonth() + 1);
        }
        default:
          if (/^(?:am\/pm|a\/p|上午\/下午)$/i.test(token)) {
            const [am = '', pm = ''] = token.split('/');
            return hour < 12 ? am : pm;
          }
          return token.startsWith('_') ? ' ' : token.startsWith('*') ? '' : token;
      }
    })
    .join('');
}
