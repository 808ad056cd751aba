import {
  isAmount,
  type AmountEffect,
  type AmountType,
  type DisciplineEffect,
  type Effect,
  type When,
} from '../effects';

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

/** An effect as a form shows it. */
export function effectFields(effect: Effect): EffectFields {
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
