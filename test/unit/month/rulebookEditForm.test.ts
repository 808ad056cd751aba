import {
  changesOf,
  clauseFields,
  proposedStatement,
  type ClauseFields,
} from '../../../src/month/views/rulebookEditForm';
import { reviseClause } from '../../../src/rulebook/edit';
import { effectsOf, newEffect, type AmountFields } from '../../../src/rulebook/edit/effectForm';
import { SHIPPED_IDS } from '../../../src/rulebook/shipped';
import { shipped } from '../../support/scoring';

test.each(SHIPPED_IDS)('a form of %s that nobody touched changes nothing', (id) => {
  const rulebook = shipped(id);
  for (const clause of rulebook.clauses) {
    const changes = changesOf(clause, clauseFields(clause));
    const result = reviseClause(rulebook, clause.id, { from: '2026-10-16', reference: '通知', changes });
    expect(result).toEqual({
      ok: false,
      problems: [{ code: 'EDIT_NOTHING', params: { clause: clause.id, date: '2026-10-16' } }],
    });
  }
});

const clause = shipped('GM').clauses.find(({ id }) => id === 'GM-12')!;
const fields = clauseFields(clause);

const withAmount = (change: Partial<AmountFields>): ClauseFields => ({
  ...fields,
  effects: fields.effects.map((effect) =>
    effect.is === 'amount' && effect.type === 'points' ? { ...effect, ...change } : effect,
  ),
});

test('amounts are written as they are stated', () => {
  const points = (change: Partial<AmountFields>): unknown =>
    changesOf(clause, withAmount(change)).effects?.find(({ type }) => type === 'points');
  const common = { type: 'points', dir: 'deduct' };
  expect(points({ low: ' ３ ', high: '6' })).toEqual({ ...common, kind: 'range', min: '3', max: '6' });
  expect(points({ kind: 'exact', low: '4' })).toEqual({ ...common, kind: 'exact', value: '4' });
  expect(points({ kind: 'min', low: '4' })).toEqual({ ...common, kind: 'min', min: '4' });
  expect(points({ kind: 'unset' })).toEqual({ ...common, kind: 'unset', value: null });
});

test('sanctions are told apart by commas; what a form does not show stays', () => {
  expect(
    effectsOf([
      {
        is: 'sanction',
        choice: 'one_of',
        options: '警告、记过, 降级；',
        when: { flag: 'serious' },
        isOpen: true,
      },
    ]),
  ).toEqual([
    {
      type: 'discipline',
      choice: 'one_of',
      options: ['警告', '记过', '降级'],
      when: { flag: 'serious' },
      open_list: true,
    },
  ]);
  const other = { type: 'obligation', text: '写检讨' } as const;
  expect(effectsOf([{ is: 'other', effect: other }])).toEqual([other]);
  expect(effectsOf([newEffect('fine_yuan.deduct')])).toEqual([
    { type: 'fine_yuan', dir: 'deduct', kind: 'exact', value: '' },
  ]);
});

test('the words of the rule follow a range', () => {
  const { zh } = proposedStatement(clause, withAmount({ low: '3', high: '6' }).effects);
  expect(clause.statement.zh).toContain('减 2 至 5 分');
  expect(zh).toContain('减 3 至 6 分');
});
