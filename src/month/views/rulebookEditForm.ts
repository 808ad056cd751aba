import type { Clause } from '../../rulebook/clause';
import { boundOf, restated, withBound, type ClauseChanges } from '../../rulebook/edit';
import { effectFields, effectsOf, newEffect, type EffectFields } from '../../rulebook/edit/effectForm';
import type { Effect } from '../../rulebook/effects';

/** What a person edits of a clause. */
export interface ClauseFields {
  readonly effects: readonly EffectFields[];
  readonly unit: string;
  /** Undefined where the way of counting has no bound. */
  readonly bound: string | undefined;
  readonly boundUnit: string | undefined;
  readonly zh: string;
  readonly en: string;
}

export function clauseFields({ effects, count, statement }: Clause): ClauseFields {
  const bound = boundOf(count);
  return {
    effects: effects.map(effectFields),
    unit: count.unit,
    bound: bound?.value,
    boundUnit: bound?.unit,
    ...statement,
  };
}

/** What a form changes of a clause as it stands on the day of the change. */
export function changesOf(state: Clause, fields: ClauseFields): ClauseChanges {
  const effects = effectsOf(fields.effects);
  const same = effects.every((effect, index) => isSameEffect(effect, state.effects[index]));
  return {
    statement: { zh: fields.zh.trim(), en: fields.en.trim() },
    count: withBound(state.count, {
      unit: fields.unit,
      ...(fields.bound === undefined ? {} : { value: fields.bound }),
    }),
    effects: same && effects.length === state.effects.length ? state.effects : effects,
  };
}

/** Whether two effects say the same, in whatever order their parts are written. */
function isSameEffect(a: Effect, b: Effect | undefined): boolean {
  const sorted = (effect: Effect): string =>
    JSON.stringify(Object.entries(effect).sort(([x], [y]) => (x < y ? -1 : 1)));
  return b !== undefined && sorted(a) === sorted(b);
}

/** The statement that goes with the amounts of a form. */
export const proposedStatement = (
  state: Clause,
  effects: readonly EffectFields[],
): { zh: string; en: string } => restated(state, effectsOf(effects));

/** A form for a clause that counts every occurrence. */
export const NEW_CLAUSE: ClauseFields = {
  effects: [newEffect('points.deduct')],
  unit: '次',
  bound: undefined,
  boundUnit: undefined,
  zh: '',
  en: '',
};
