import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanation, sentence, t, TEXT_KEYS } from '../../../src/i18n';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

test('both languages fill the same places', () => {
  const different = TEXT_KEYS.filter(
    (key) => JSON.stringify(placeholders(t('zh', key))) !== JSON.stringify(placeholders(t('en', key))),
  );

  expect(different).toEqual([]);
});

test('Chinese texts hold Chinese, English texts hold none but field terms', () => {
  const quotedOrTerm = /[“"][^”"]*[”"]|《[^》]*》|抱怨|投诉|不考核|待定|满分|标准分|工资支付暂行规定/g;
  // the switch to the other language is written in that language
  const untranslated = TEXT_KEYS.filter(
    (key) => key !== 'workbench.language' && /[\u4e00-\u9fff]/.test(t('en', key).replace(quotedOrTerm, '')),
  );

  expect(untranslated).toEqual([]);
});

test('every problem and reason that the code names has a text', () => {
  const keys = new Set<string>(TEXT_KEYS);
  const named = sources(join(__dirname, '../../../src')).flatMap((source) => [
    ...[...source.matchAll(/new ProblemError\(\s*'([A-Z0-9_]+)'/g)].map((match) => match[1] ?? ''),
    ...[...source.matchAll(/\bcode: '([A-Z][A-Z0-9_]+)'/g)].map((match) => match[1] ?? ''),
  ]);

  const texts = (code: string): string[] => [`problem.${code}`, `reason.${code}`, `problem.RULEBOOK_${code}`];
  const missing = [...new Set(named)].filter((code) => !texts(code).some((key) => keys.has(key)));

  expect(missing).toEqual([]);
});

test('a sentence names the values it is about', () => {
  const problem = { code: 'BELOW_MINIMUM', params: { clause: 'GAS-01', found: '9.9', min: '10' } };

  expect(sentence(problem, 'zh')).toBe('GAS-01 选的是 9.9，规定不低于 10。请改到 10 或以上。');
  expect(sentence(problem, 'en')).toBe(
    'GAS-01: 9.9 was chosen, the rule asks for at least 10. Choose 10 or more.',
  );
});

test('a reason is explained with its numbers', () => {
  const reason = { code: 'EXCEEDED', params: { value: '61', bound: '60', unit: 'min', units: '1' } };

  expect(explanation(reason, 'zh')).toBe('61 min，超过 60 min');
});

test('a code without a text is shown, not hidden', () => {
  expect(sentence({ code: 'NO_SUCH_CODE', params: { a: 1 } }, 'zh')).toBe('NO_SUCH_CODE {"a":1}');
});

test('text from sheets cannot smuggle placeholders in', () => {
  const problem = { code: 'BAD_MONTH', params: { found: '{path}' } };

  expect(sentence(problem, 'en')).toBe('The month “{path}” is unclear. Write it as 2026-10.');
});
