import type { Clause, JointLiability, Trigger } from '../../rulebook/clause';
import type { Effect } from '../../rulebook/effects';
import type { Rulebook } from '../../rulebook/rulebook';
import { FLAG_WORDS, KIND_WORDS } from '../../rulebook/print/conditions';
import { readCount, type ReadCount } from '../../rulebook/print/countWords';
import { fold } from '../../rulebook/print/fold';
import { LABELS, type Label } from '../../rulebook/print/labels';
import { readListed, readQuoted } from '../../rulebook/print/lists';
import type { NamedParam } from '../../rulebook/print/paramWords';
import {
  ALONE,
  CITED,
  EACH_BEHAVIOUR,
  EXEMPT,
  FLAGS_JOINED,
  IN_FORCE,
  JOINT,
  KEEPS,
  LINKS,
  MEASURED,
  MULTIPLIED,
  OVERLAP,
  RESPONSIBLE,
  SHIFTS,
  SUBJECTS,
  SUBSTITUTES,
} from '../../rulebook/print/termWords';
import { readRules } from '../grammar';
import { normalise } from '../normalise';
import { question } from '../question';
import { countOf, UNKNOWN_UNIT } from '../countOf';
import { thresholdOf } from '../thresholds';
import type { Question } from '../types';
import type { Work } from '../work';
import type { Article } from './blocks';
import { itemsOf } from './items';
import { isConsequence, readAmount, readConsequence } from './readEffects';
import { readRepeated } from './readRepeated';

/** Clauses of which one event counts only some. */
export type OverlapGroup = NonNullable<Rulebook['overlapGroups']>[number];

/** What the lines under an article tell. */
export interface ReadArticle {
  readonly terms: Terms;
  readonly effects: readonly Effect[];
  readonly unit: string | undefined;
  readonly source: { readonly title: string; readonly section: string; readonly number?: string } | undefined;
  readonly group: OverlapGroup | undefined;
  readonly params: readonly NamedParam[];
  readonly questions: readonly Question[];
}

/** The parts of a clause that lines give, effects and citation aside. */
type Terms = { -readonly [K in keyof Omit<Clause, 'count'>]?: Clause[K] } & { count?: Clause['count'] };

interface State {
  readonly terms: Terms;
  readonly effects: Effect[];
  readonly units: string[];
  readonly params: NamedParam[];
  readonly questions: Question[];
  readonly work: Work;
  source?: ReadArticle['source'];
  group?: OverlapGroup;
}

/** Reads a line into the state; false where its words are not understood. */
type LineReader = (words: string, state: State) => boolean;

/** Reads the lines under an article. A line that is not understood is asked about and changes nothing. */
export function readArticle({ lines }: Article, work: Work): ReadArticle {
  const state: State = { terms: {}, effects: [], units: [], params: [], questions: [], work };
  // the way of counting needs the unit, which amounts give
  const ordered = [
    ...lines.filter(({ label }) => label !== 'count'),
    ...lines.filter(({ label }) => label === 'count'),
  ];
  for (const { label, words } of ordered) {
    work.done += words.length;
    if (!READERS[label](words, state))
      state.questions.push(question('LINE_UNREAD', { label: LABELS[label], found: words.slice(0, 60) }));
  }
  const units = [...new Set(state.units)];
  if (units.length > 1) state.questions.push(question('UNIT_DIFFERS', { found: units.join('、') }));
  return {
    terms: state.terms,
    effects: state.effects,
    unit: units[0],
    source: state.source,
    group: state.group,
    params: state.params,
    questions: state.questions,
  };
}

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const bare = (words: string): string => fold(words).replace(/\s/g, '');

const amounts: LineReader = (words, state) => {
  const items = itemsOf(words).map((item) => [item, readAmount(item, state.work)] as const);
  for (const [item, found] of items) {
    if (found === undefined) {
      state.questions.push(question('LINE_UNREAD', { label: LABELS.amount, found: item.slice(0, 60) }));
      continue;
    }
    state.effects.push(...found.effects);
    state.questions.push(...found.questions);
    if (found.unit !== undefined) state.units.push(found.unit);
  }
  return true;
};

const consequence =
  (label: Label): LineReader =>
  (words, state) => {
    const effect = isConsequence(label) ? readConsequence(label, words) : undefined;
    if (effect !== undefined) state.effects.push(effect);
    return effect !== undefined;
  };

const COUNTED = /^\s*按([^,;。]{1,8}?)计\s*(?:,\s*|$)/;

const count: LineReader = (words, state) => {
  const counted = COUNTED.exec(fold(words));
  if (counted?.[1] !== undefined) state.units.push(counted[1].trim());
  const rest = words.slice(counted?.[0].length ?? 0).trim();
  if (rest === '') return true;
  const found = readCount(rest, state.units[0] ?? UNKNOWN_UNIT) ?? writtenBound(rest, state);
  if (found === undefined) return false;
  state.terms.count = found.count;
  state.params.push(...(found.params ?? []));
  return true;
};

/** A bound in words of one's own: `迟到超过10分钟的`. */
function writtenBound(words: string, { units, questions }: State): ReadCount | undefined {
  const threshold = thresholdOf(normalise(words).text);
  if (threshold === undefined) return undefined;
  const unit = units[0] ?? null;
  const bound = { unit, direction: 'deduct', threshold: threshold.text, consequence: null } as const;
  const read = countOf(bound);
  if (read.mode === 'occurrence') return undefined;
  questions.push(...threshold.questions);
  return { count: read };
}

const triggers: LineReader = (words, { terms }) => {
  const found = [...fold(words).matchAll(TRIGGER)];
  const at = Math.max(0, ...found.map((match) => match.index + match[0].length));
  const each = words
    .slice(at)
    .replace(/^\s*[,，]/, '')
    .trim();
  if (each !== '') {
    const way = EACH_BEHAVIOUR.read(each);
    if (way === undefined) return false;
    terms.eachTrigger = way;
  }
  const list = found.map((match, index): Trigger => {
    const text = words.slice(match.index + 1, match.index + 1 + (match[1] ?? '').length);
    return {
      id: `t${index + 1}`,
      text: both(text.trim()),
      ...(match[2] === undefined ? {} : { measured: true }),
    };
  });
  if (list.length > 0) terms.triggers = list;
  return list.length > 0 || each !== '';
};

const TRIGGER = new RegExp(`「([^」]*)」\\s*(${fold(MEASURED).replace(/[()]/g, '\\$&')})?`, 'g');

const multiplied: LineReader = (words, state) => {
  const { terms } = state;
  const tail = /\(([^()]*)\)\s*$/.exec(fold(words));
  const join = (['either', 'both'] as const).find(
    (way) => FLAGS_JOINED[way].read(tail?.[1] ?? '') !== undefined,
  );
  const found = MULTIPLIED.read(join === undefined ? words : words.slice(0, tail?.index));
  const flag = FLAG_WORDS.read(found?.flag ?? '');
  if (found === undefined || flag === undefined) return writtenMultiplier(words, state);
  terms.multiplier = { factor: found.factor, flag, label: both(found.label) };
  if (join === undefined) return true;
  const flags = (readQuoted(FLAGS_JOINED[join].read(tail?.[1] ?? '')?.flags ?? '') ?? []).map((name) =>
    FLAG_WORDS.read(name),
  );
  const known = flags.filter((one) => one !== undefined);
  if (known.length < 2 || known.length < flags.length) return false;
  terms.multiplier.parts = { flags: known, join };
  return true;
};

/** Doubling in words of one's own: `造成投诉的加倍扣罚`. */
function writtenMultiplier(words: string, { terms, work }: State): boolean {
  const { clauses, work: done } = readRules(words, true);
  work.done += done;
  const factor = clauses[0]?.multiplier ?? null;
  if (factor === null || factor <= 1 || clauses.length > 1) return false;
  terms.multiplier = { factor: String(factor), flag: 'aggravated', label: both(words) };
  return true;
}

const repeated: LineReader = (words, { terms, questions, work }) => {
  const found = readRepeated(words, work);
  if (found === undefined) return false;
  terms.escalation = found.escalation;
  questions.push(...found.questions);
  return true;
};

const substitute: LineReader = (words, { terms }) => {
  const replaced = SUBSTITUTES.replace.read(words);
  const flag = FLAG_WORDS.read((replaced ?? SUBSTITUTES.add.read(words))?.flag ?? '');
  if (flag === undefined) return false;
  terms.substitute = { flag, mode: replaced === undefined ? 'add' : 'replace' };
  return true;
};

const linked: LineReader = (words, { terms }) => {
  const coupled = LINKS.coupled.read(words);
  const pct = (coupled ?? LINKS.free.read(words))?.pct;
  if (pct === undefined) return false;
  terms.linkedRange = { pctPerPoint: pct, coupled: coupled === undefined ? 'free' : 'coupled' };
  return true;
};

const exemption: LineReader = (words, { terms }) => {
  if (bare(words) === bare(ALONE.excusable)) {
    terms.excusable = true;
    return true;
  }
  let text = words.trim();
  let isFlagged = false;
  let shifts: NonNullable<NonNullable<Clause['exemption']>['shifts']> | undefined;
  for (let tail = lastBracket(text); tail !== undefined; tail = lastBracket(text)) {
    const inner = tail.inner;
    const free = SHIFTS.true.read(inner);
    const names = (free ?? SHIFTS.false.read(inner))?.names;
    if (bare(inner) === EXEMPT) isFlagged = true;
    else if (names !== undefined) shifts = { names: readListed(names), applies: free !== undefined };
    else break;
    text = text.slice(0, tail.at).trim();
  }
  if (text === '') return false;
  terms.exemption = {
    text: both(text),
    ...(isFlagged ? { flag: 'exempt' as const } : {}),
    ...(shifts === undefined ? {} : { shifts }),
  };
  return true;
};

function lastBracket(text: string): { inner: string; at: number } | undefined {
  const match = /\(([^()]*)\)$/.exec(fold(text));
  return match === null ? undefined : { inner: text.slice(match.index + 1, -1), at: match.index };
}

const joint: LineReader = (words, { terms }) => {
  const chosen = JOINT.chosen.read(words);
  const found = chosen ?? JOINT.none.read(words);
  const kind = KIND_WORDS.read(found?.kind ?? '');
  if (found === undefined || kind === undefined) return false;
  const { clause, min } = found;
  const share: JointLiability = {
    role: 'department_head',
    clause,
    min,
    kind,
    applies: [],
    ...(chosen === undefined ? {} : { sanction: 'chosen' as const }),
  };
  terms.jointLiability = [...(terms.jointLiability ?? []), share];
  return true;
};

const overlap: LineReader = (words, state) => {
  const found = OVERLAP.read(words);
  const keep = (['highest', 'specific', 'cumulative'] as const).find(
    (way) => KEEPS[way].read(found?.keep ?? '') !== undefined,
  );
  if (found === undefined || keep === undefined) return false;
  const specific = KEEPS.specific.read(found.keep)?.clause;
  state.terms.overlapGroup = found.id;
  state.group = {
    id: found.id,
    title: both(found.title),
    keep,
    ...(specific === undefined ? {} : { specific }),
  };
  return true;
};

/** A line that says one thing and sets one part of the clause. */
const fixed =
  (said: string, set: (terms: Terms) => void): LineReader =>
  (words, { terms }) => {
    if (bare(words) !== bare(said)) return false;
    set(terms);
    return true;
  };

const READERS: Readonly<Record<Label, LineReader>> = {
  amount: amounts,
  sanction: consequence('sanction'),
  liability: consequence('liability'),
  obligation: consequence('obligation'),
  benefit: consequence('benefit'),
  restriction: consequence('restriction'),
  count,
  triggers,
  multiplied,
  repeated,
  substitute,
  linked,
  exemption,
  joint,
  overlap,
  sameDay: fixed(ALONE.sameDay, (terms) => (terms.sameDay = 'once')),
  catchAll: fixed(ALONE.catchAll, (terms) => (terms.catchAll = true)),
  subject: (words, { terms }) => {
    const subject = SUBJECTS.read(words);
    if (subject !== undefined) terms.subject = subject;
    return subject !== undefined;
  },
  responsible: (words, { terms }) => {
    const responsible = RESPONSIBLE.read(words);
    if (responsible !== undefined) terms.responsible = responsible;
    return responsible !== undefined;
  },
  evidence: (words, { terms }) => {
    const names = readQuoted(words);
    if (names !== undefined) terms.evidence = names.map(both);
    return names !== undefined;
  },
  inForce: (words, { terms }) => {
    const found = IN_FORCE.read(words);
    if (found !== undefined) Object.assign(terms, found);
    return found !== undefined;
  },
  // what was changed when: history of the words that are printed
  revised: () => true,
  citation: (words, state) => {
    const numbered = CITED.number.read(words);
    const found = numbered ?? CITED.section.read(words);
    if (found === undefined) return false;
    const { source: title, section } = found;
    state.source = { title, section, ...(numbered === undefined ? {} : { number: numbered.number }) };
    return true;
  },
};
