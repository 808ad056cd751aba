import { readdirSync, readFileSync } from 'node:fs';
import { sentence } from '../../../src/i18n';
import { loadRulebook } from '../../../src/rulebook/load';

const folder = `${__dirname}/../../fixtures/wrong-rulebooks`;
const read = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));

interface Expected {
  readonly path: string;
  readonly code: string;
  /** What the sentence must name: the value found, what is allowed, the id that leads nowhere. */
  readonly words: readonly string[];
}

/** File -> the problems of its one fault; a fault is several problems only where each names its own key. */
const expected = read('expected.json') as Readonly<Record<string, readonly Expected[]>>;

describe('the rulebook that the wrong ones are made of', () => {
  it('has no fault', () => {
    expect(loadRulebook(read('base.json'))).toMatchObject({ ok: true, rulebook: { id: 'TEAM' } });
  });

  it('has an expectation for every wrong file', () => {
    const files = readdirSync(folder).filter((file) => file !== 'base.json' && file !== 'expected.json');
    expect(files.sort()).toEqual(Object.keys(expected).sort());
  });
});

describe.each(Object.entries(expected))('%s', (file, problems) => {
  const result = loadRulebook(read(file));
  const found = result.ok ? [] : result.problems;

  it('is refused where the fault is', () => {
    expect(found.map(({ path, code }) => ({ path, code }))).toEqual(
      problems.map(({ path, code }) => ({ path, code })),
    );
  });

  it.each(['zh', 'en'] as const)('says what is wrong in %s', (language) => {
    problems.forEach(({ words }, index) => {
      const problem = found[index];
      const said = problem === undefined ? '' : sentence(problem, language);
      expect(words.filter((word) => !said.includes(word))).toEqual([]);
      expect(said).not.toMatch(/\{\w+\}|RULEBOOK_/);
    });
  });
});
