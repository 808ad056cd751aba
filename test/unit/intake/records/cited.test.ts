import { readdirSync } from 'node:fs';
import { citedClause } from '../../../../src/intake/matching/cited';
import type { RowEvidence } from '../../../../src/intake/matching/evidence';
import { buildMatcher } from '../../../../src/intake/matching/matcher';
import { matchClause } from '../../../../src/intake/matching/matchClause';
import { wordingKey } from '../../../../src/intake/matching/tokens';
import { countingKindOf } from '../../../../src/rulebook/counting';
import type { Clause } from '../../../../src/rulebook/clause';
import type { Rulebook } from '../../../../src/rulebook/rulebook';
import { matcher, rulebook } from './helpers';

const evidence = (more: Partial<RowEvidence>): RowEvidence => ({
  codes: [],
  texts: [],
  categories: [],
  amounts: {},
  qty: { digits: 1n, scale: 0 },
  elements: {},
  ...more,
});

function outcome(book: Rulebook, more: Partial<RowEvidence>): string {
  const match = matchClause(buildMatcher(book), evidence(more));
  return match.kind === 'matched' ? `${match.by} ${match.clause.id}` : `${match.kind} ${match.reason.code}`;
}

/** A team's own rulebook: titles are the first words of statements that differ in little. */
function own(...statements: readonly (readonly [title: string, statement: string])[]): Rulebook {
  const base = rulebook('GM');
  const [plain] = base.clauses.filter(({ id }) => id === 'GM-16');
  if (plain === undefined) throw new Error('GM-16 is gone');
  const clauses = statements.map(([title, statement], i): Clause => ({
    ...plain,
    id: `OWN-${i + 1}`,
    title: { zh: title, en: '' },
    statement: { zh: statement, en: '' },
  }));
  return { ...base, clauses };
}

const near = own(
  ['接听电话时未使用规范', '接听电话时未使用规范的开头语,每次扣2分'],
  ['接听电话时未使用规范的结束语', '接听电话时未使用规范的结束语,每次扣2分'],
  ['接听电话时未使用规范', '接听电话时未使用规范的服务用语,每次扣2分'],
);

describe('a rule copied to the letter', () => {
  test.each([
    ['接听电话时未使用规范的开头语,每次扣2分', 'OWN-1'],
    ['接听电话时未使用规范的结束语，每次扣2分。', 'OWN-2'],
    ['接听电话时未使用规范的结束语', 'OWN-2'],
    [' 接听电话时未使用规范的服务用语 ,每次扣２分', 'OWN-3'],
  ])('%s is %s', (text, clause) => {
    expect(outcome(near, { texts: [text] })).toBe(`title ${clause}`);
  });

  test('words that two clauses share are asked about, both being offered', () => {
    const match = matchClause(buildMatcher(near), evidence({ texts: ['接听电话时未使用规范'] }));
    expect(match.kind).toBe('uncertain');
    const offered = 'suggestions' in match ? match.suggestions.slice(0, 3).map(({ id }) => id) : [];
    expect(offered).toEqual(expect.arrayContaining(['OWN-1', 'OWN-3']));
  });

  test('so are two clauses of the same words, also where one of them has more to say', () => {
    const twins = own(
      ['上班吃零食', '上班吃零食'],
      ['上班吃零食', '上班吃零食,屡教不改'],
      ['迟到', '上班迟到'],
    );
    expect(outcome(twins, { texts: ['上班吃零食'] })).toBe('uncertain MATCH_CLOSE');
    expect(outcome(twins, { texts: ['上班吃零食,屡教不改'] })).toBe('title OWN-2');
  });

  test('a description that is vague beside it changes nothing, one of another clause does', () => {
    const book = rulebook('GM');
    const smoking = book.clauses.find(({ id }) => id === 'GM-16')?.statement.zh ?? '';
    expect(outcome(book, { texts: [smoking, '主管现场看到'] })).toBe('title GM-16');
    const other = book.clauses.find(({ id }) => id === 'GM-04')?.statement.zh ?? '';
    expect(outcome(book, { texts: [smoking, other] })).not.toMatch(/^title/);
    expect(outcome(book, { texts: [smoking, '违反GM-04'] })).toBe('code GM-04');
  });

  test('a rule that cites another one is itself', () => {
    const book = own(['重复违规', '当月再次违反第2条'], ['辱骂客户', '在通话中辱骂客户']);
    expect(outcome(book, { texts: ['当月再次违反第2条'] })).toBe('title OWN-1');
  });

  test('shift, denied elements and given amounts still contradict', () => {
    const svc = rulebook('SVC');
    const text = svc.clauses.find(({ id }) => id === 'SVC-03')?.statement.zh ?? '';
    expect(outcome(svc, { texts: [text], elements: { dispute: false } })).toBe('absent MATCH_BY_TITLE');
    const given = { points: { digits: 2n, scale: 0 }, given: true };
    expect(outcome(near, { texts: ['接听电话时未使用规范的结束语'], amounts: given })).toBe(
      'uncertain MATCH_ADDITION',
    );
  });

  test('a wording that a person settled comes first', () => {
    const known = buildMatcher(near, { 接听电话时未使用规范的结束语: 'OWN-1' });
    const match = matchClause(known, evidence({ texts: ['接听电话时未使用规范的结束语'] }));
    expect(match.kind === 'matched' && [match.by, match.clause.id]).toEqual(['known', 'OWN-1']);
  });
});

describe('the rulebooks that come with the program', () => {
  const books = readdirSync('rulesets')
    .filter((name) => /^[A-Z]+\.json$/.test(name))
    .map((name) => name.replace('.json', ''));

  test.each(books)('%s: every statement of its own is its clause', (id) => {
    const built = matcher(id);
    const recorded = rulebook(id).clauses.filter(({ count }) => countingKindOf(count).source === 'record');
    const holders = new Map<string, Set<string>>();
    for (const { id: clause, title, statement, triggers = [] } of recorded)
      for (const { zh } of [title, statement, ...triggers.map(({ text }) => text)]) {
        const key = wordingKey(zh);
        holders.set(key, (holders.get(key) ?? new Set()).add(clause));
      }
    let alone = 0;
    for (const { id: clause, statement } of recorded) {
      const single = holders.get(wordingKey(statement.zh))?.size === 1;
      if (single) alone += 1;
      expect(citedClause(built, [statement.zh])?.clause.id).toBe(single ? clause : undefined);
    }
    expect(alone).toBeGreaterThan(recorded.length / 2);
  });
});
