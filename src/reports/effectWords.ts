import { formatDecimal } from '../facts/decimal';
import type { Day } from '../facts/date';
import { t, TEXT_KEYS, type Language, type TextKey } from '../i18n';
import type { Clause } from '../rulebook/clause';
import {
  isAmount,
  type AmountEffect,
  type DisciplineEffect,
  type Effect,
  type When,
} from '../rulebook/effects';
import type { Flag } from '../rulebook/primitives';
import type { Ruleset } from '../scoring/ruleset';

export type IssueKind = NonNullable<When['kind']>;

/** What words need to know besides the clause. */
export interface WordContext {
  readonly ruleset: Ruleset;
  /** Day whose parameters count. */
  readonly day: Day;
  readonly language: Language;
}

/** Each effect of a clause as a phrase: `每次扣 2 分`, `客户投诉一级：记大过或解除劳动合同，选一种`. */
export function effectPhrases(effects: readonly Effect[], clause: Clause, context: WordContext): string[] {
  return effects.map((effect) => {
    const phrase = effectWords(effect, clause, context);
    return effect.when === undefined
      ? phrase
      : t(context.language, 'amount.when', {
          condition: conditionWords(effect.when, context.language),
          amount: phrase,
        });
  });
}

/** An effect without its condition. */
export function effectWords(effect: Effect, clause: Clause, context: WordContext): string {
  const { language } = context;
  if (isAmount(effect)) {
    const amount = amountWords(effect, clause, context);
    const unit = unitWords(clause.count.unit, language);
    const isCounted = clause.count.mode !== 'total_reached' && !clause.count.mode.startsWith('bonus_');
    return isCounted && effect.dir !== 'set' ? t(language, 'amount.each', { unit, amount }) : amount;
  }
  if (effect.type === 'discipline') return disciplineWords(effect, language);
  return effect.text;
}

const KNOWN_TEXTS: ReadonlySet<string> = new Set(TEXT_KEYS);

/** A unit of a rulebook in the reader's language, as it stands where there is no word for it. */
export function unitWords(unit: string, language: Language): string {
  const key = `unit.${unit}`;
  return KNOWN_TEXTS.has(key) ? t(language, key as TextKey) : unit;
}

function amountWords(effect: AmountEffect, clause: Clause, { ruleset, day, language }: WordContext): string {
  const verb = t(language, `verb.${effect.type}.${effect.dir}` as TextKey);
  const value = (text: string): string => t(language, `amount.${effect.type}`, { value: text });
  switch (effect.kind) {
    case 'exact':
      return t(language, 'amount.exact', { verb, value: value(effect.value) });
    case 'min':
      return t(language, 'amount.min', { verb, value: value(effect.min) });
    case 'range':
      return t(language, 'amount.range', { verb, min: effect.min, max: value(effect.max) });
    case 'unset': {
      const set = ruleset.param(clause.id, day);
      return set === undefined
        ? t(language, 'amount.unset', { verb })
        : t(language, 'amount.set', { verb, value: value(formatDecimal(set)) });
    }
  }
}

function disciplineWords(
  { choice, options, open_list: isOpen }: DisciplineEffect,
  language: Language,
): string {
  const separator = choice === 'fixed' ? t(language, 'list.separator') : t(language, 'discipline.or');
  const names = options.join(separator);
  return t(language, `discipline.${choice}`, {
    options: isOpen === true ? t(language, 'discipline.open', { options: names }) : names,
  });
}

export function flagWords(flag: Flag, language: Language): string {
  return t(language, `flag.${flag}`);
}

/** A condition in words: `客户投诉一级`, `严重`. */
export function conditionWords(when: When, language: Language): string {
  const level = when.level === undefined ? undefined : t(language, `level.${when.level}`);
  const kind = when.kind === undefined ? undefined : t(language, `when.${when.kind}`);
  const parts = [
    kind !== undefined && level !== undefined ? t(language, 'when.level', { kind, level }) : kind,
    kind === undefined && level !== undefined ? t(language, 'when.levelOnly', { level }) : undefined,
    when.flag === undefined ? undefined : flagWords(when.flag, language),
    when.flag_not === undefined
      ? undefined
      : t(language, 'when.not', { flag: flagWords(when.flag_not, language) }),
    when.tier === undefined ? undefined : t(language, `when.tier.${when.tier}`),
  ];
  return parts.filter((part) => part !== undefined).join(t(language, 'when.and'));
}

/** Phrases of the effects that apply to issues of one kind, the kind itself not repeated. */
export function phrasesOfKind(clause: Clause, kind: IssueKind, context: WordContext): string[] {
  const effects = clause.effects
    .filter((effect) => effect.when?.kind === undefined || effect.when.kind === kind)
    .map((effect) => withoutKind(effect));
  return effectPhrases(effects, clause, context);
}

function withoutKind(effect: Effect): Effect {
  if (effect.when === undefined) return effect;
  const { kind: _kind, ...rest } = effect.when;
  const { when: _when, ...plain } = effect;
  return Object.keys(rest).length === 0 ? plain : { ...plain, when: rest };
}
