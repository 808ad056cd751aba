import { toScaled } from '../facts/decimal';
import type { Clause } from '../rulebook/clause';
import type { Count } from '../rulebook/counting';
import type { Effect } from '../rulebook/effects';
import type { Rulebook } from '../rulebook/rulebook';
import type { Amount, Draft, DraftClause } from './types';

const SOURCE = 'text';
const UNKNOWN_UNIT = '未写明';
const TITLE_LENGTH = 18;

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

/** A draft clause's notes in both languages; sentences come from the caller, who has the i18n table. */
export type NotesOf = (clause: DraftClause) => { zh: string; en: string }[];

/** A clause as a rulebook would state it, and the places of the text it was read from. */
export interface ReadClause {
  readonly clause: Clause;
  readonly from: readonly DraftClause[];
}

/**
 * The clauses of a draft as a rulebook states them, in the order of the text. What the text leaves open is `unset`,
 * so that no rule charges before a person has filled it in; what a rulebook cannot say stands in the notes.
 */
export function clausesOf(draft: Draft, notesOf: NotesOf): ReadClause[] {
  const scoring = draft.clauses.filter((clause) => clause.direction !== 'score_tier');
  const listed = [...scoring, ...draft.consequences].sort((a, b) => a.start - b.start);
  const read: { clause: Clause; from: DraftClause[] }[] = [];
  for (const clause of listed) {
    const previous = read.at(-1);
    if (
      isMultiplierOnly(clause) &&
      previous !== undefined &&
      previous.clause.multiplier === undefined &&
      (clause.multiplier ?? 0) > 1
    ) {
      // 加倍扣罚 says how the rule before is charged in worse cases.
      previous.clause.multiplier = {
        factor: String(clause.multiplier),
        flag: 'aggravated',
        label: both(oneLine(clause.text)),
      };
      previous.from.push(clause);
      continue;
    }
    read.push({ clause: clauseOf(clause, read.length + 1, notesOf(clause)), from: [clause] });
  }
  return read;
}

/** What a rulebook says besides its clauses. */
export interface RulebookHead {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** First day in force, `2026-01-01`. */
  readonly effectiveFrom: string;
  readonly subject: Rulebook['subject'];
  /** Points everybody starts with; null = to be given by the user. */
  readonly base: string | null;
  readonly general: readonly string[];
}

/** A rulebook of clauses read from a text. */
export function rulebookWith(head: RulebookHead, clauses: readonly Clause[]): Rulebook {
  const categories = [...new Set(clauses.map((clause) => clause.category))];
  const { id, title, version, effectiveFrom, subject, base, general } = head;
  return {
    id,
    title: both(title),
    version,
    effectiveFrom,
    subject,
    sources: [{ id: SOURCE, title: both(title) }],
    score: {
      base,
      floor: 'none',
      paysPerformance: clauses.some((clause) =>
        clause.effects.some((effect) => effect.type === 'performance_pct'),
      ),
      performanceCap: '100',
      ranked: false,
    },
    versionBy: 'record-date',
    categories: categories.map((category) => ({ id: category, title: both(category) })),
    readings: [],
    params: [],
    ...(general.length === 0 ? {} : { general: general.map(both) }),
    clauses: [...clauses],
  };
}

/** What of a draft belongs to no clause: title, base, and the rules about scores as a whole. */
export function headOf(draft: Draft): Pick<RulebookHead, 'title' | 'base' | 'general'> {
  const tiers = draft.clauses.filter((clause) => clause.direction === 'score_tier');
  return {
    title: oneLine(draft.title ?? ''),
    base: amountText(draft.base),
    general: tiers.map((tier) => oneLine(tier.text)),
  };
}

/** The draft as a rulebook file. Undefined where the text has no rule. */
export function rulebookOf(draft: Draft, notesOf: NotesOf): Rulebook | undefined {
  const clauses = clausesOf(draft, notesOf).map(({ clause }) => clause);
  if (clauses.length === 0) return undefined;
  const { title, base, general } = headOf(draft);
  return rulebookWith(
    {
      id: 'DRAFT',
      title: title === '' ? '规程草稿' : title,
      version: 'draft',
      effectiveFrom: '2000-01-01',
      subject: 'agent',
      base,
      general,
    },
    clauses,
  );
}

function isMultiplierOnly(clause: DraftClause): boolean {
  return (
    clause.multiplier !== null &&
    clause.points === null &&
    clause.money === null &&
    clause.percent === null &&
    clause.wage_days === undefined
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function clauseOf(clause: DraftClause, number: number, notes: { zh: string; en: string }[]): Clause {
  const words = oneLine(clause.text);
  const short = [...words].slice(0, TITLE_LENGTH).join('');
  return {
    id: `D-${String(number).padStart(3, '0')}`,
    category: clause.category,
    title: both(short),
    statement: both(words),
    citation: {
      source: SOURCE,
      section: oneLine(clause.section ?? '') === '' ? '正文' : oneLine(clause.section ?? ''),
    },
    subject: 'agent',
    count: countOf(clause),
    effects: effectsOf(clause),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

const MEASURED = /^(minutes|hours|days)(>=?)(\d+(?:\.\d+)?)$/;
const RATE = /^rate<(\d+(?:\.\d+)?)%/;
const MEASURE_UNITS: Readonly<Record<string, string>> = { minutes: '分钟', hours: '小时', days: '天' };

function countOf(clause: DraftClause): Count {
  const unit = clause.unit ?? UNKNOWN_UNIT;
  if (clause.direction === 'none') {
    const as = /^(?:直接)?(?:按照?|以|作为|作|视为|视同|视作|根据|算作?)(.+?)(?:处理|论处|计算|论|计)?$/.exec(
      clause.consequence ?? '',
    )?.[1];
    if (as !== undefined) return { mode: 'treat_as', unit, as, target: null };
  }
  const measured = MEASURED.exec(clause.threshold ?? '');
  if (measured !== null && clause.per_step === undefined) {
    const measure = measured[1] ?? '';
    return {
      mode: 'measure_threshold',
      unit,
      measure,
      measureUnit: MEASURE_UNITS[measure] ?? measure,
      value: measured[3] ?? '',
      inclusive: measured[2] === '>=',
    };
  }
  const rate = RATE.exec(clause.threshold ?? '');
  if (rate !== null && clause.per_step === undefined) {
    return { mode: 'rate_below', unit, measure: 'rate', limit: rate[1] ?? '', cause: 'automatic' };
  }
  return { mode: 'occurrence', unit };
}

const DISCIPLINE =
  /通报批评|严重警告|书面警告|口头警告|警告|记大过|记小过|记过|降级|降职|降薪|撤职|待岗|停职|停岗|留用察看|辞退|开除|除名|解除劳动(?:合同|关系)|解聘|劝退|书面检讨|检讨/g;
const LIABILITY = /赔偿|责任|司法/;

function effectsOf(clause: DraftClause): Effect[] {
  const dir = clause.direction === 'bonus' ? 'add' : 'deduct';
  const effects: Effect[] = [];
  const unsure = clause.lost_hyphen !== undefined;
  const open = clause.questions.some((question) =>
    ['AMOUNT_MISSING', 'AMOUNT_OPEN', 'PLACEHOLDER', 'RANGE_REVERSED'].includes(question.code),
  );
  if (clause.points !== null)
    effects.push({ type: 'points', dir, ...amountOf(clause.points, clause.minimum === true, unsure) });
  if (clause.money !== null)
    effects.push({ type: 'fine_yuan', dir, ...amountOf(clause.money, clause.minimum === true, unsure) });
  const ofPerformance = clause.percent_of?.includes('绩效') === true;
  if (clause.percent_of !== undefined && ofPerformance) {
    effects.push({ type: 'performance_pct', dir, ...amountOf(clause.percent, false, unsure) });
  } else if (clause.percent_of !== undefined) {
    const percent = clause.percent === null ? '' : `${[clause.percent].flat().join('-')}%`;
    effects.push({
      type: 'obligation',
      text: `${dir === 'add' ? '发放' : '扣除'}${clause.percent_of}${percent}`,
    });
  } else if (effects.length === 0 && open) {
    effects.push({ type: 'points', dir, kind: 'unset', value: null });
  }
  const sanctions = clause.consequence ?? '';
  const options = [...new Set([...sanctions.matchAll(DISCIPLINE)].map((match) => match[0]))];
  if (options.length > 0)
    effects.push({ type: 'discipline', choice: options.length > 1 ? 'one_or_more' : 'fixed', options });
  for (const part of sanctions.split(';')) {
    if (part === '' || [...part.matchAll(DISCIPLINE)].length > 0) continue;
    effects.push({ type: LIABILITY.test(part) ? 'liability' : 'obligation', text: part });
  }
  return effects;
}

type Stated =
  | { kind: 'exact'; value: string }
  | { kind: 'min'; min: string }
  | { kind: 'range'; min: string; max: string }
  | { kind: 'unset'; value: null };

const UNSET: Stated = { kind: 'unset', value: null };

function amountOf(amount: Amount | null, minimum: boolean, unsure: boolean): Stated {
  if (amount === null || unsure) return UNSET;
  if (typeof amount === 'number') {
    const value = amountText(amount);
    if (value === null) return UNSET;
    return minimum ? { kind: 'min', min: value } : { kind: 'exact', value };
  }
  const [low, high] = amount.map(amountText);
  if (amount.length !== 2 || !low || !high || Number(low) >= Number(high)) return UNSET;
  return { kind: 'range', min: low, max: high };
}

function amountText(amount: number | null): string | null {
  if (amount === null) return null;
  const text = String(amount);
  const scaled = toScaled(text, 1000);
  return scaled === undefined || scaled < 0 ? null : text;
}
