import type { Clause } from '../rulebook/clause';
import type { Rulebook } from '../rulebook/rulebook';
import { amountText, effectsOf } from './effects';
import { clauseTitle } from './clauseTitle';
import { countOf } from './countOf';
import type { Draft, DraftBook, DraftClause } from './types';

const SOURCE = 'text';

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
  /** Parts that a regulation with labelled articles gives. */
  readonly book?: DraftBook | undefined;
}

/** A rulebook of clauses read from a text. */
export function rulebookWith(head: RulebookHead, clauses: readonly Clause[]): Rulebook {
  const categories = [...new Set(clauses.map((clause) => clause.category))];
  const { id, title, version, effectiveFrom, subject, base, general, book } = head;
  const named = new Map(book?.categories?.map((category) => [category.id, category.title]));
  const sources = [{ id: SOURCE, title: both(title) }, ...(book?.sources ?? [])];
  const cited = new Set(clauses.map(({ citation }) => citation.source));
  return {
    versionBy: 'record-date',
    params: [],
    ...book,
    id,
    title: both(title),
    version,
    effectiveFrom,
    subject,
    sources: sources.filter((source) => sources.length === 1 || cited.has(source.id)),
    score: {
      base,
      floor: 'none',
      paysPerformance: clauses.some((clause) =>
        clause.effects.some((effect) => effect.type === 'performance_pct'),
      ),
      performanceCap: '100',
      ranked: false,
      ...book?.score,
    },
    categories: categories.map((category) => ({
      id: category,
      title: named.get(category) ?? both(category),
    })),
    readings: [],
    ...(general.length === 0 ? {} : { general: general.map(both) }),
    clauses: [...clauses],
  };
}

/** What of a draft belongs to no clause: title, base, and the rules about scores as a whole. */
export function headOf(draft: Draft): Pick<RulebookHead, 'title' | 'base' | 'general' | 'book'> {
  const tiers = draft.clauses.filter((clause) => clause.direction === 'score_tier');
  return {
    title: oneLine(draft.title ?? ''),
    base: amountText(draft.base),
    general: [...(draft.book?.general ?? []).map(({ zh }) => zh), ...tiers.map((tier) => oneLine(tier.text))],
    ...(draft.book === undefined ? {} : { book: draft.book }),
  };
}

/** The draft as a rulebook file. Undefined where the text has no rule. */
export function rulebookOf(draft: Draft, notesOf: NotesOf): Rulebook | undefined {
  const clauses = clausesOf(draft, notesOf).map(({ clause }) => clause);
  if (clauses.length === 0) return undefined;
  const { title, base, general, book } = headOf(draft);
  return rulebookWith(
    {
      id: book?.id ?? 'DRAFT',
      title: title === '' ? '规程草稿' : title,
      version: book?.version ?? 'draft',
      effectiveFrom: book?.effectiveFrom ?? '2000-01-01',
      subject: book?.subject ?? 'agent',
      base,
      general,
      book,
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
  if (clause.stated !== undefined) return { ...clause.stated, ...(notes.length === 0 ? {} : { notes }) };
  const words = oneLine(clause.text);
  const short = clauseTitle(words);
  return {
    id: clause.id ?? `D-${String(number).padStart(3, '0')}`,
    category: clause.category,
    title: both(clause.title ?? short),
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
