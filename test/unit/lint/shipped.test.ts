import baseline from '../../../rulesets/lint-baseline.json';
import { lintRulebook } from '../../../src/rulebook/lint';
import { SHIPPED_IDS } from '../../../src/rulebook/shipped';
import { t, TEXT_KEYS } from '../../../src/i18n';
import { LINT_CHECKS } from '../../../src/rulebook/lint';
import { shownFault, shownFinding } from '../../../src/month/lintJson';
import { day, shipped } from '../../support/scoring';

const ON = day('2026-11-22');

/** A finding in one line: check, clause, what it is about. */
const lines = (id: string): string[] =>
  lintRulebook(shipped(id), { today: ON }).map(({ check, clause, params }) =>
    [
      check,
      clause ?? '',
      Object.entries(params)
        .map(([name, value]) => `${name}=${value}`)
        .join(' '),
    ].join(' | '),
  );

test('the baseline covers the shipped rulebooks', () => {
  expect(Object.keys(baseline.rulebooks).sort()).toEqual([...SHIPPED_IDS].sort());
});

test.each(SHIPPED_IDS)('%s has the findings that were looked at, and no others', (id) => {
  const known = Object.values(baseline.rulebooks[id as keyof typeof baseline.rulebooks]).flatMap(
    ({ findings }) => findings,
  );
  expect(lines(id).sort()).toEqual([...known].sort());
});

test('no shipped rulebook has an error', () => {
  const errors = SHIPPED_IDS.flatMap((id) => lintRulebook(shipped(id), { today: ON })).filter(
    ({ severity }) => severity === 'error',
  );
  expect(errors).toEqual([]);
});

test('each check says what it found and what to do, its places filled', () => {
  const keys = new Set<string>(TEXT_KEYS);
  const unsaid = LINT_CHECKS.flatMap(({ check }) => [`lint.${check}`, `lint.${check}.do`]).filter(
    (key) => !keys.has(key),
  );
  expect(unsaid).toEqual([]);
  const open = SHIPPED_IDS.flatMap((id) => lintRulebook(shipped(id), { today: ON }))
    .flatMap((finding) => [shownFinding(finding, 'zh').message, shownFinding(finding, 'en').message])
    .filter((message) => /[{}]|lint\./.test(message));
  expect(open).toEqual([]);
});

test('a finding as it is read', () => {
  const [finding] = lintRulebook(shipped('SVC'), { today: ON });
  expect(finding && shownFinding(finding, 'zh')).toEqual({
    check: 'CATCH_ALL',
    severity: 'warning',
    clause: 'SVC-11',
    message: `兜底条款：后面还有别的条款。${t('zh', 'lint.CATCH_ALL.do')}`,
  });
});

test('a fault of the file names its clause where it has one', () => {
  const json = { clauses: [{}, { id: 'A-2' }] };
  const fault = { code: 'RULEBOOK_UNKNOWN_CLAUSE', params: { clause: 'X' } };
  expect(shownFault({ ...fault, path: 'B.clauses[1].count' }, json, 'zh')).toMatchObject({
    check: 'UNKNOWN_CLAUSE',
    severity: 'error',
    clause: 'A-2',
  });
  expect(shownFault({ ...fault, path: 'B.clauses[0].count' }, json, 'en').clause).toBeNull();
  expect(shownFault({ ...fault, path: 'B.score' }, json, 'en').clause).toBeNull();
  expect(shownFault({ ...fault, path: 'B.clauses[0]' }, [], 'en').clause).toBeNull();
});
