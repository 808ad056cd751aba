import type { Effect } from '../../rulebook/effects';
import { isAmount } from '../../rulebook/effects';
import type { When } from '../../rulebook/effects';
import { readWhen } from '../../rulebook/print/conditions';
import { BEARERS, OPEN_AMOUNTS, readDiscipline } from '../../rulebook/print/effectWords';
import { fold } from '../../rulebook/print/fold';
import type { Label } from '../../rulebook/print/labels';
import { phrase } from '../../rulebook/print/phrase';
import { effectsOf } from '../effects';
import { readRules } from '../grammar';
import { question } from '../question';
import type { Question } from '../types';
import type { Work } from '../work';

/** What one item of a line gives. */
export interface ReadEffect {
  readonly effects: readonly Effect[];
  readonly unit?: string;
  readonly questions: readonly Question[];
}

const CONDITION = /^\s*([^,;。]{1,40}?)的\s*,\s*/;

/** The condition in front of an item, and the rest of the item. */
export function splitCondition(words: string): { when?: When; rest: string; unknown?: string } {
  const match = CONDITION.exec(fold(words));
  if (match === null) return { rest: words };
  const rest = words.slice(match[0].length);
  const when = readWhen(match[1] ?? '');
  return when === undefined ? { rest, unknown: words.slice(0, match[0].length - 1).trim() } : { when, rest };
}

const UNIT = /^\s*每([^至扣加罚奖减当,]{1,8})/;
const GRANTED = phrase('当月绩效按{value:n}%发放');
/** What an item of its own need not say. */
const NEEDLESS = new Set(['ALONE', 'UNIT_MISSING', 'GLUED', 'DIRECTION', 'NO_AMOUNT_UNIT']);

/** `客户抱怨的，每次至少扣10分`: condition, unit and amount; undefined where there is no amount. */
export function readAmount(words: string, work: Work): ReadEffect | undefined {
  const { when, rest, unknown } = splitCondition(words);
  const counted = UNIT.exec(fold(rest));
  const unit = counted?.[1]?.trim();
  const own = rest.slice(counted?.[0].length ?? 0).trim();
  const found = openAmount(own) ?? grantedShare(own) ?? writtenAmounts(rest, work);
  if (found === undefined) return undefined;
  const conditioned =
    when === undefined ? found.effects : found.effects.map((effect) => ({ ...effect, when }));
  return {
    effects: unknown === undefined ? conditioned : conditioned.map(unset),
    ...(unit === undefined ? (found.unit === undefined ? {} : { unit: found.unit }) : { unit }),
    questions: [
      ...found.questions,
      ...(unknown === undefined ? [] : [question('CONDITION_UNREAD', { found: unknown })]),
    ],
  };
}

/** An amount under a condition that nobody understands must not be charged. */
function unset(effect: Effect): Effect {
  if (!isAmount(effect)) return effect;
  if (effect.type === 'points') return { type: 'points', dir: effect.dir, kind: 'unset', value: null };
  if (effect.type === 'fine_yuan') return { type: 'fine_yuan', dir: effect.dir, kind: 'unset', value: null };
  return { type: 'performance_pct', dir: effect.dir, kind: 'unset', value: null };
}

function openAmount(words: string): ReadEffect | undefined {
  const key = OPEN_AMOUNTS.read(words);
  if (key === undefined) return undefined;
  const [type, dir] = key.split('.');
  const questions = [question('AMOUNT_MISSING', { found: words })];
  const open = { kind: 'unset', value: null } as const;
  const way = dir === 'add' ? 'add' : 'deduct';
  if (type === 'points') return { effects: [{ type, dir: way, ...open }], questions };
  if (type === 'fine_yuan') return { effects: [{ type, dir: way, ...open }], questions };
  return { effects: [{ type: 'performance_pct', dir: dir === 'set' ? 'set' : way, ...open }], questions };
}

function grantedShare(words: string): ReadEffect | undefined {
  const value = GRANTED.read(words)?.value;
  if (value !== undefined)
    return { effects: [{ type: 'performance_pct', dir: 'set', kind: 'exact', value }], questions: [] };
  const added = /^加当月绩效(\d+(?:\.\d+)?)(?:%至(\d+(?:\.\d+)?))?%$/.exec(fold(words).replace(/\s/g, ''));
  const [, min, max] = added ?? [];
  if (min === undefined) return undefined;
  return {
    effects: [
      max === undefined
        ? { type: 'performance_pct', dir: 'add', kind: 'exact', value: min }
        : { type: 'performance_pct', dir: 'add', kind: 'range', min, max },
    ],
    questions: [],
  };
}

/** Amounts as the grammar of running text reads them. */
function writtenAmounts(words: string, work: Work): ReadEffect | undefined {
  const { clauses, work: done } = readRules(words, true);
  work.done += done;
  const [clause] = clauses;
  if (clause === undefined || clauses.length > 1) return undefined;
  const effects = effectsOf(clause);
  if (!effects.some(isAmount)) return undefined;
  return {
    effects,
    ...(clause.unit === null ? {} : { unit: clause.unit }),
    questions: clause.questions.filter(({ code }) => !NEEDLESS.has(code)),
  };
}

type ConsequenceLabel = Extract<Label, 'sanction' | 'liability' | 'obligation' | 'benefit' | 'restriction'>;

export const isConsequence = (label: Label): label is ConsequenceLabel =>
  label === 'sanction' ||
  label === 'liability' ||
  label === 'obligation' ||
  label === 'benefit' ||
  label === 'restriction';

const BEARER = /\(([^()]*)\)$/;

/** A sanction, a liability, a duty, a benefit or a restriction from the words of its line. */
export function readConsequence(label: ConsequenceLabel, words: string): Effect | undefined {
  const split = splitCondition(words);
  const { when } = split;
  const rest = (split.unknown === undefined ? split.rest : words).trim();
  if (rest === '') return undefined;
  const condition = when === undefined ? {} : { when };
  if (label === 'sanction') {
    const effect = readDiscipline(rest);
    return effect === undefined ? undefined : { ...effect, ...condition };
  }
  if (label !== 'liability') return { type: label, text: rest, ...condition };
  const tail = BEARER.exec(fold(rest));
  const bearer = BEARERS.read(tail?.[1] ?? '');
  if (tail === null || bearer === undefined) return { type: label, text: rest, ...condition };
  return { type: label, text: rest.slice(0, tail.index).trim(), bearer, ...condition };
}
