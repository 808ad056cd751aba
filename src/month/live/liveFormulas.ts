import { ProblemError, type Problem } from '../../facts/problem';
import type { Language } from '../../i18n';
import { answer, clauseInWords, type Answer } from './answer';
import type { MonthStore } from './monthStore';
import { questionKey, type Question } from './question';

/** Answers looked up between two slices. */
const SLICE = 200;

type Push = (answer: Answer) => void;

interface Asked {
  readonly question: Question;
  readonly listeners: Set<Push>;
  /** What was pushed last, as text. */
  shown: string | undefined;
  last: Answer | undefined;
}

/**
 * The formulas on the sheets: each asks a question, and hears the answer and every answer after it that differs.
 * Same questions share one answer. Answers come from `refresh`, never from a formula.
 */
export class LiveFormulas {
  private readonly asked = new Map<string, Asked>();
  /** Answers pushed since the start, for tests. */
  pushed = 0;

  constructor(
    private readonly store: MonthStore,
    public language: Language,
  ) {}

  get size(): number {
    return this.asked.size;
  }

  /** Asks a question. Returns the way to stop asking. */
  subscribe(question: Question, push: Push): () => void {
    const key = questionKey(question);
    let asked = this.asked.get(key);
    if (asked === undefined) {
      asked = { question, listeners: new Set(), shown: undefined, last: undefined };
      this.asked.set(key, asked);
    }
    const entry = asked;
    entry.listeners.add(push);
    if (entry.last !== undefined) {
      this.pushed += 1;
      push(entry.last);
    }
    return () => {
      entry.listeners.delete(push);
      if (entry.listeners.size === 0 && this.asked.get(key) === entry) this.asked.delete(key);
    };
  }

  /** The answer as far as it is known already, without asking for it. */
  peek(question: Question): Answer | undefined {
    return this.asked.get(questionKey(question))?.last;
  }

  /**
   * Answers everything that is asked from the store as it is, in slices, and pushes what differs. Gives false when
   * the workbook changed meanwhile: then it is to be called again.
   */
  *refresh(): Generator<void, boolean> {
    let answered = 0;
    for (const asked of [...this.asked.values()]) {
      const found = yield* this.find(asked.question);
      if (found === undefined) return false;
      answered += 1;
      if (answered % SLICE === 0) yield;
      const shown = JSON.stringify(found);
      if (shown === asked.shown) continue;
      this.push(asked, found, shown);
    }
    return true;
  }

  /** Everything is answered with one problem, for example that the workbook cannot be read. */
  fail(problem: Problem): void {
    const found: Answer = { kind: 'missing', problem };
    const shown = JSON.stringify(found);
    for (const asked of this.asked.values()) {
      if (asked.shown !== shown) this.push(asked, found, shown);
    }
  }

  private push(asked: Asked, found: Answer, shown: string): void {
    asked.shown = shown;
    asked.last = found;
    for (const listener of asked.listeners) {
      this.pushed += 1;
      listener(found);
    }
  }

  private *find(question: Question): Generator<void, Answer | undefined> {
    try {
      const rulebook = this.store.rulebook(question.rulebook);
      if (question.name === 'QACLAUSE') return clauseInWords(question.clause ?? '', rulebook, this.language);
      if (question.month === undefined) return { kind: 'invalid', problem: { code: 'FORMULA_BAD_MONTH' } };
      const report =
        this.store.known(rulebook, question.month) ?? (yield* this.store.month(rulebook, question.month));
      return report === undefined ? undefined : answer(question, report, this.language);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { kind: 'missing', problem: error.problem };
    }
  }
}
