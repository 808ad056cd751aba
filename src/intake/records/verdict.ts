import type { Decimal } from '../../facts/decimal';
import type { Clause } from '../../rulebook/clause';
import { ELEMENTS, type Element } from '../matching/elements';
import type { ClauseMatch, RowEvidence, Suggestion } from '../matching/evidence';
import { matchClause } from '../matching/matchClause';
import type { Matcher } from '../matching/matcher';
import { chargeOf, type Charge } from './charge';
import type { NumberReading, RowWords } from './draft';
import type { RecordRows } from './recordRows';
import { readApproval, readStatus, readVerified, type AppealStatus } from './status';

const ELEMENT_FIELDS: Readonly<Record<Element, string>> = {
  dispute: 'flag.dispute',
  downstream: 'flag.downstream',
  validComplaint: 'flag.validComplaint',
};

const ONE: Decimal = { digits: 1n, scale: 0 };

const number = (reading: NumberReading): Decimal | undefined =>
  reading === 'unreadable' ? undefined : reading;

type Matched = Extract<ClauseMatch, { kind: 'matched' }>;

/** What the words of a row come to, whoever it is about and whenever it was. Worked out when asked for, and once. */
export class Verdict {
  /** What the row's own columns say of an appeal; nothing where they are silent. */
  readonly appeals: readonly AppealStatus[];
  readonly approval: ReturnType<typeof readApproval>;
  readonly verified: boolean | null | undefined;
  private found: ClauseMatch | undefined;
  private charged: Charge | undefined;
  private suggested: readonly Suggestion[] | undefined;
  private simple: Clause | null | undefined;

  constructor(
    private readonly words: RowWords,
    private readonly matcher: Matcher,
  ) {
    this.appeals = [words.appealText, words.statusText].map(readStatus).filter((status) => status !== 'none');
    this.approval = readApproval(words.approvalTexts);
    this.verified = readVerified(words.verifiedText);
  }

  /** The clause of the words. */
  get match(): ClauseMatch {
    this.found ??= matchClause(this.matcher, evidenceOf(this.words));
    return this.found;
  }

  /** The clauses to choose from where the words leave it open. */
  get suggestions(): readonly Suggestion[] {
    const { match } = this;
    this.suggested ??= 'suggestions' in match ? match.suggestions.slice(0, 5) : [];
    return this.suggested;
  }

  /**
   * The clause where the words come to a record of it and nothing else: no appeal, approval or verification to weigh, no
   * finding and no fact beside the clause. Most rows are so.
   */
  get plain(): Clause | undefined {
    this.simple ??= this.plainClause() ?? null;
    return this.simple ?? undefined;
  }

  private plainClause(): Clause | undefined {
    const [appeal = 'none'] = this.appeals;
    const stands = appeal === 'none' || appeal === 'refused' || appeal === 'withdrawn';
    if (!stands || this.approval !== 'none' || this.verified !== undefined) return undefined;
    const { match } = this;
    if (match.kind !== 'matched' || this.matcher.rulebook.issues !== undefined) return undefined;
    const { clause, problem, none, complete, more, findings } = this.charge(match);
    if (problem !== undefined || none || !complete || more !== undefined || findings.length > 0)
      return undefined;
    return clause.jointLiability === undefined && this.words.column === undefined ? clause : undefined;
  }

  /** What a record of the clause takes from the words. `match` is that of the words or one that a person confirmed. */
  charge(match: Matched): Charge {
    if (match !== this.found) return chargeOf(this.words, match, this.verified ?? undefined, this.matcher);
    this.charged ??= chargeOf(this.words, match, this.verified ?? undefined, this.matcher);
    return this.charged;
  }
}

/** The verdicts on everything that rows say, by the numbers of their words. */
export class Verdicts {
  private readonly known: (Verdict | undefined)[] = [];
  /** How many were made. */
  count = 0;

  constructor(
    private readonly rows: RecordRows,
    private readonly matcher: Matcher,
  ) {}

  /** The verdict on the words of the record at a place. */
  of(place: number): Verdict {
    const number = this.rows.wordsNumber(place);
    let verdict = this.known[number];
    if (verdict === undefined) {
      verdict = new Verdict(this.rows.words(place), this.matcher);
      this.known[number] = verdict;
      this.count += 1;
    }
    return verdict;
  }
}

/** What the row says that helps to find its clause. */
export function evidenceOf(words: RowWords): RowEvidence {
  const elements: Partial<Record<Element, boolean>> = {};
  for (const element of ELEMENTS) {
    const flag = words.flags.get(ELEMENT_FIELDS[element]);
    if (typeof flag === 'boolean') elements[element] = flag;
  }
  const [points, fine, pct] = [number(words.points), number(words.money), number(words.pct)];
  return {
    codes: words.codes.filter(
      (code): code is string | number => typeof code === 'string' || typeof code === 'number',
    ),
    texts: words.texts,
    categories: words.categories,
    amounts: {
      ...(points === undefined ? {} : { points }),
      ...(fine === undefined ? {} : { fine_yuan: fine }),
      ...(pct === undefined ? {} : { performance_pct: pct }),
      ...(words.addition ? { given: true } : {}),
    },
    qty: number(words.qty) ?? ONE,
    ...(words.shift === '' ? {} : { shift: words.shift }),
    elements,
    measured: number(words.measured) !== undefined || number(words.minutes) !== undefined,
  };
}
