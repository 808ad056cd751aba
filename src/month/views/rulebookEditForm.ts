import type { Clause } from '../../rulebook/clause';
import { boundOf, restated, withBound, type ClauseChanges } from '../../rulebook/edit';
import {
  isAmount,
  type AmountEffect,
  type AmountType,
  type DisciplineEffect,
  type Effect,
  type When,
} from '../../rulebook/effects';

/** An amount as it stands in a form: texts that may still be wrong. */
export interface AmountFields {
  readonly is: 'amount';
  readonly type: AmountType;
  readonly dir: 'deduct' | 'add' | 'set';
  readonly kind: AmountEffect['kind'];
  /** The amount, or the lower end. */
  readonly low: string;
  /** The upper end of a range. */
  readonly high: string;
  readonly when: When | undefined;
}

export interface SanctionFields {
  readonly is: 'sanction';
  readonly choice: DisciplineEffect['choice'];
  /** Sanctions in words, between commas. */
  readonly options: string;
  readonly when: When | undefined;
  readonly isOpen: boolean | undefined;
}

/** What a form shows and leaves as it is. */
export interface OtherFields {
  readonly is: 'other';
  readonly effect: Exclude<Effect, AmountEffect | DisciplineEffect>;
}

export type EffectFields = AmountFields | SanctionFields | OtherFields;

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

function effectFields(effect: Effect): EffectFields {
  if (isAmount(effect)) {
    const { type, dir, kind, when } = effect;
    const [low = '', high = ''] =
      effect.kind === 'exact'
        ? [effect.value]
        : effect.kind === 'min'
          ? [effect.min]
          : effect.kind === 'range'
            ? [effect.min, effect.max]
            : [];
    return { is: 'amount', type, dir: dir as AmountFields['dir'], kind, low, high, when };
  }
  if (effect.type !== 'discipline') return { is: 'other', effect };
  const { choice, options, when, open_list: isOpen } = effect;
  return { is: 'sanction', choice, options: options.join('、'), when, isOpen };
}

const plain = (text: string): string => text.normalize('NFKC').trim();

/** The effects that a form states. What is wrong with them is for loading to say. */
export const effectsOf = (fields: readonly EffectFields[]): Effect[] => fields.map(effectOf);

function effectOf(fields: EffectFields): Effect {
  if (fields.is === 'other') return fields.effect;
  const when = fields.when === undefined ? {} : { when: fields.when };
  if (fields.is === 'sanction') {
    const options = fields.options.split(/[、,，;；/]/).map((text) => text.trim());
    return {
      type: 'discipline',
      choice: fields.choice,
      options: options.filter((text) => text !== ''),
      ...when,
      ...(fields.isOpen === undefined ? {} : { open_list: fields.isOpen }),
    };
  }
  const { type, dir, kind } = fields;
  const [low, high] = [plain(fields.low), plain(fields.high)];
  const amount = {
    exact: { kind, value: low },
    min: { kind, min: low },
    range: { kind, min: low, max: high },
    unset: { kind, value: null },
  }[kind];
  // the parts of an amount stand in the order of the files
  const { kind: _kind, ...values } = amount;
  return { type, dir, kind, ...values, ...when } as Effect;
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

/** Amounts and sanctions that can be added to a clause. */
export const NEW_EFFECTS = [
  'points.deduct',
  'points.add',
  'fine_yuan.deduct',
  'fine_yuan.add',
  'performance_pct.deduct',
  'discipline',
] as const;
export type NewEffect = (typeof NEW_EFFECTS)[number];

export function newEffect(name: NewEffect): EffectFields {
  if (name === 'discipline')
    return { is: 'sanction', choice: 'fixed', options: '', when: undefined, isOpen: undefined };
  const [type, dir] = name.split('.') as [AmountType, 'deduct' | 'add'];
  return { is: 'amount', type, dir, kind: 'exact', low: '', high: '', when: undefined };
}

/** A form for a clause that counts every occurrence. */
export const NEW_CLAUSE: ClauseFields = {
  effects: [newEffect('points.deduct')],
  unit: '次',
  bound: undefined,
  boundUnit: undefined,
  zh: '',
  en: '',
};
