import { formatDay } from '../facts/date';
import { formatScaled, POINT_SCALE, YUAN_SCALE } from '../facts/decimal';
import { t, type Language, type TextKey } from '../i18n';
import type { Entry } from '../scoring/entry';
import type { PlanCell, PlanChart, PlanRow, SheetPlan } from '../workbook/sheetPlan';
import { heightOfLines, wrappedLines } from '../workbook/textSize';
import { cellNumber, numberStyle, placesOf, signedStyle } from './amounts';
import { breaksBefore, cell, chartBlock, listPlan, textCell, type ListColumn } from './layout';
import { criticismLimit, proposals, type Proposal } from './proposals';
import { isClean, NO_TALLY, recordEntries, tallyBy, weeksOf, type Tally } from './statistics';
import type { ReportInput } from './subjects';

const CHARTED_CLAUSES = 10;
const CHART_ROWS = 16;
/** Rows of a section above its first: the heading and the header. */
const SECTION_HEAD = 2;
/** Points of a section's head with its first rows, which stay together. */
const HEAD_HEIGHT = 110;
const NAME_COLUMN = 1;
const HITS_COLUMN = 2;
const HITS_BEFORE_COLUMN = 4;
const NAME_WIDTH = 26;
/** Of the columns that sections share with the list. */
const WIDTHS = [11, NAME_WIDTH, 13, 12, 12, 12, 36] as const;

/** 通报: who may be praised or criticised, for a person to confirm, and what the month looks like. */
export function bulletinPlan(input: ReportInput, language: Language): SheetPlan {
  const rows = proposals(input, language).map((row) => ({ id: row.id, row }));
  const sections = new Sections(input, language);
  const { rows: sectionRows, places } = sections.make(rows.length === 0);
  const columns = proposalColumns(input, language);
  return listPlan<Proposal>(input, language, 'tab.bulletin', 'bulletin', columns, rows, {
    frozenColumns: 0,
    lead: [
      { id: 'summary', height: 20, cells: [cell(summary(input, language), 'subtitle')] },
      headingRow('proposals', t(language, 'bulletin.proposals')),
    ],
    sections: sectionRows,
    notes: notes(input, language),
    withdrawnIn: 'kind',
    extras: ({ first, last, below, plan }) => {
      const approve = columns.findIndex(({ key }) => key === 'approve');
      const charts = chartsOf(places, last + 1, below + 1, input, language);
      const headings = Object.values(places).map(({ first: row }) => ({
        row: last + 1 + row - SECTION_HEAD,
        height: HEAD_HEIGHT,
      }));
      const pageBreaks = breaksBefore(plan, [
        ...headings,
        ...(charts.length > 0 ? [chartBlock(below, CHART_ROWS)] : []),
      ]);
      return {
        charts,
        ...(rows.length > 0 && {
          validations: [
            {
              range: { top: first, bottom: last, left: approve, right: approve },
              list: [t(language, 'bulletin.approve'), t(language, 'bulletin.decline')],
            },
          ],
        }),
        print: { ...plan.print, pageBreaks },
      };
    },
  });
}

function proposalColumns({ subjects, rulebook }: ReportInput, language: Language): ListColumn<Proposal>[] {
  const deducted = subjects.map(({ card }) => card.deducted);
  const scores = subjects.map(({ card }) => card.score ?? 0);
  const places = placesOf([...deducted, ...scores], POINT_SCALE);
  return [
    {
      key: 'kind',
      header: 'col.proposal',
      width: WIDTHS[0],
      cell: ({ kind }) =>
        textCell(t(language, `bulletin.${kind}`), kind === 'praise' ? 'textCenter' : 'warning'),
    },
    {
      key: 'name',
      header: rulebook.subject === 'agent' ? 'col.name' : 'col.subject',
      width: WIDTHS[1],
      cell: ({ subject }) => textCell(subject.name, 'textWrap'),
    },
    {
      key: 'team',
      header: 'col.team',
      width: WIDTHS[2],
      cell: ({ subject }) => textCell(subject.team, 'textCenter'),
    },
    {
      key: 'deducted',
      header: 'col.deducted',
      width: WIDTHS[3],
      cell: ({ subject }) => points(-subject.card.deducted, places),
    },
    {
      key: 'score',
      header: 'col.score',
      width: WIDTHS[4],
      cell: ({ subject: { card } }) =>
        cell(card.score === undefined ? null : cellNumber(card.score, POINT_SCALE), numberStyle(places)),
    },
    {
      key: 'rank',
      header: 'col.rank',
      width: WIDTHS[5],
      cell: ({ subject }) => cell(subject.rank ?? null, 'integerCenter'),
    },
    {
      key: 'reason',
      header: 'col.reason',
      width: WIDTHS[6],
      cell: ({ reason }) => textCell(reason, 'textWrap'),
    },
    { key: 'approve', header: 'col.approve', width: 11, hand: true, cell: () => cell('', 'hand') },
    { key: 'note', header: 'col.note', width: 16, hand: true, cell: () => cell('', 'hand') },
    { key: 'id', header: 'col.id', width: 11, cell: ({ id }) => textCell(id, 'textCenter') },
  ];
}

const points = (scaled: number, places: number): PlanCell =>
  cell(cellNumber(scaled, POINT_SCALE), signedStyle(scaled, places));

const headingRow = (id: string, text: string): PlanRow => ({
  id: `section:${id}`,
  height: 24,
  cells: [cell(text, 'heading')],
});

function summary({ subjects }: ReportInput, language: Language): string {
  const entries = recordEntries(subjects);
  const total = entries.reduce((sum, entry) => sum + entry.added - entry.deducted, 0);
  const fine = subjects.reduce((sum, { card }) => sum + card.fine, 0);
  const sentence = t(language, 'bulletin.summary', {
    subjects: subjects.length,
    records: entries.filter(({ origin }) => origin !== 'repeat').length,
    points: formatScaled(total, POINT_SCALE).replace('-', '−'),
    clean: subjects.filter(isClean).length,
    open: subjects.filter(({ state }) => state === 'incomplete').length,
  });
  return fine <= 0
    ? sentence
    : `${sentence}${t(language, 'bulletin.money', { fine: formatScaled(fine, YUAN_SCALE) })}`;
}

function notes(input: ReportInput, language: Language): string[] {
  const limit = criticismLimit(input);
  return [
    limit === undefined
      ? t(language, 'bulletin.noLimit')
      : t(language, 'bulletin.limit', { points: formatScaled(limit, POINT_SCALE) }),
    t(language, input.previous === undefined ? 'bulletin.noPrevious' : 'bulletin.previous'),
  ];
}

/** Rows of a section relative to the first section row: what a chart shows. */
interface SectionPlace {
  readonly first: number;
  readonly last: number;
  /** Rows with records in the month; they come first among clauses. */
  readonly shown: number;
}

class Sections {
  private readonly rows: PlanRow[] = [];
  private readonly places: Record<string, SectionPlace> = {};
  private readonly entries: readonly Entry[];
  private readonly before: readonly Entry[] | undefined;
  private readonly pointPlaces: number;

  constructor(
    private readonly input: ReportInput,
    private readonly language: Language,
  ) {
    this.entries = recordEntries(input.subjects);
    this.before = input.previous === undefined ? undefined : recordEntries(input.previous);
    const all = [...this.entries, ...(this.before ?? [])];
    this.pointPlaces = placesOf(
      all.map(({ added, deducted }) => added - deducted),
      POINT_SCALE,
    );
  }

  make(isEmpty: boolean): {
    readonly rows: readonly PlanRow[];
    readonly places: Readonly<Record<string, SectionPlace>>;
  } {
    const { rulebook, month } = this.input;
    if (isEmpty)
      this.rows.push({ id: 'section:none', cells: [cell(t(this.language, 'bulletin.none'), 'subtitle')] });
    const categories = this.tallies((entry) => entry.category);
    this.section(
      'category',
      'stat.category',
      rulebook.categories
        .map(({ id, title }) => ({ id, code: '', name: title[this.language] }))
        .filter(({ id }) => categories.has(id)),
      categories,
    );
    const clauses = this.tallies((entry) => entry.clause);
    const used = rulebook.clauses.filter(({ id }) => clauses.has(id));
    const weight = (id: string): number => clauses.get(id)?.now.points ?? 0;
    const hits = (id: string): number => clauses.get(id)?.now.hits ?? 0;
    this.section(
      'clause',
      'stat.clause',
      [...used]
        .sort((a, b) => hits(b.id) - hits(a.id) || weight(a.id) - weight(b.id))
        .map(({ id, title }) => ({ id, code: id, name: title[this.language] })),
      clauses,
    );
    this.teams();
    const weeks = weeksOf(month);
    const byWeek = tallyBy(this.entries, ({ date }) =>
      weeks.findIndex(({ first, last }) => first <= date && date <= last),
    );
    this.section(
      'week',
      'stat.week',
      weeks.map(({ first, last }, index) => ({
        id: String(index),
        code: '',
        name: t(this.language, 'bulletin.week', {
          from: formatDay(first).slice(5),
          to: formatDay(last).slice(5),
        }),
      })),
      new Map(
        weeks.map((_, index) => [String(index), { now: byWeek.get(index) ?? NO_TALLY, before: undefined }]),
      ),
    );
    return { rows: this.rows, places: this.places };
  }

  private tallies(
    keyOf: (entry: Entry) => string,
  ): Map<string, { readonly now: Tally; readonly before: Tally | undefined }> {
    const now = tallyBy(this.entries, keyOf);
    const before = this.before === undefined ? undefined : tallyBy(this.before, keyOf);
    const keys = new Set([...now.keys(), ...(before?.keys() ?? [])]);
    return new Map(
      [...keys].map((key) => [
        key,
        {
          now: now.get(key) ?? NO_TALLY,
          before: before === undefined ? undefined : (before.get(key) ?? NO_TALLY),
        },
      ]),
    );
  }

  private teams(): void {
    const { subjects, previous } = this.input;
    const teamOf = new Map([...(previous ?? []), ...subjects].map(({ key, team }) => [key, team]));
    if (![...teamOf.values()].some((team) => team !== undefined)) return;
    const none = t(this.language, 'bulletin.noTeam');
    const tallies = this.tallies(({ subject }) => teamOf.get(subject) ?? none);
    const people = new Map<string, number>();
    for (const { team } of subjects) people.set(team ?? none, (people.get(team ?? none) ?? 0) + 1);
    for (const team of people.keys()) {
      if (!tallies.has(team))
        tallies.set(team, { now: NO_TALLY, before: this.before === undefined ? undefined : NO_TALLY });
    }
    const names = [...tallies.keys()].sort(
      (a, b) => (tallies.get(a)?.now.points ?? 0) - (tallies.get(b)?.now.points ?? 0),
    );
    this.section(
      'team',
      'stat.people',
      names.map((name) => ({ id: name, code: people.get(name) ?? 0, name })),
      tallies,
      'stat.team',
    );
  }

  private section(
    kind: 'category' | 'clause' | 'team' | 'week',
    codeHeader: TextKey,
    items: readonly { readonly id: string; readonly code: string | number; readonly name: string }[],
    tallies: ReadonlyMap<string, { readonly now: Tally; readonly before: Tally | undefined }>,
    nameHeader: TextKey = kind === 'clause' ? 'stat.name' : codeHeader,
  ): void {
    if (items.length === 0) return;
    const { language, rows } = this;
    const titles = {
      category: 'bulletin.byCategory',
      clause: 'bulletin.byClause',
      team: 'bulletin.byTeam',
      week: 'bulletin.byWeek',
    } as const;
    const compares = this.before !== undefined && kind !== 'week';
    const hasCode = kind === 'clause' || kind === 'team';
    rows.push({ id: `section:${kind}:gap`, height: 10, cells: [] });
    rows.push(headingRow(kind, t(language, titles[kind])));
    const header = [
      hasCode ? codeHeader : 'stat.seq',
      nameHeader,
      'stat.hits',
      'stat.points',
      ...(compares ? (['stat.hitsBefore', 'stat.pointsBefore', 'stat.change'] as const) : []),
    ] as const;
    rows.push({
      id: `section:${kind}:header`,
      height: heightOfLines(
        Math.max(...header.map((key, at) => wrappedLines(t(language, key), WIDTHS[at] ?? 11))),
      ),
      cells: header.map((key) => cell(t(language, key), 'header')),
    });
    const first = rows.length;
    items.forEach(({ id, code, name }, index) => {
      const tally = tallies.get(id) ?? { now: NO_TALLY, before: undefined };
      const number = hasCode ? code : index + 1;
      rows.push({
        id: `${kind}:${id}`,
        height: heightOfLines(wrappedLines(name, NAME_WIDTH)),
        cells: [
          cell(number, typeof number === 'number' ? 'integerCenter' : 'textCenter'),
          textCell(name, 'textWrap'),
          cell(tally.now.hits, 'integer'),
          points(tally.now.points, this.pointPlaces),
          ...(compares ? this.comparison(tally.now, tally.before ?? NO_TALLY) : []),
        ],
      });
    });
    const shown = items.filter(({ id }) => (tallies.get(id)?.now.hits ?? 0) > 0).length;
    this.places[kind] = { first, last: rows.length - 1, shown };
  }

  private comparison(now: Tally, before: Tally): PlanCell[] {
    const more = now.hits - before.hits;
    const key = more > 0 ? 'stat.more' : more < 0 ? 'stat.fewer' : 'stat.same';
    return [
      cell(before.hits, 'integer'),
      points(before.points, this.pointPlaces),
      textCell(t(this.language, key, { count: Math.abs(more) }), 'textCenter'),
    ];
  }
}

/** Heat of the clauses on the left, this month against last by category (or the weeks) on the right. */
function chartsOf(
  places: Readonly<Record<string, SectionPlace>>,
  start: number,
  top: number,
  input: ReportInput,
  language: Language,
): PlanChart[] {
  const { clause, category, week } = places;
  const bottom = top + CHART_ROWS - 1;
  const column = (place: SectionPlace, at: number, most = Infinity) => ({
    top: start + place.first,
    bottom: start + Math.min(place.last, place.first + most - 1),
    left: at,
    right: at,
  });
  const charts: PlanChart[] = [];
  const count = Math.min(CHARTED_CLAUSES, clause?.shown ?? 0);
  if (clause !== undefined && count > 0) {
    charts.push({
      type: 'bar',
      title: t(language, 'bulletin.chartClauses', { count }),
      categories: column(clause, NAME_COLUMN, count),
      series: [{ name: t(language, 'stat.hits'), values: column(clause, HITS_COLUMN, count) }],
      anchor: { top, bottom, left: 0, right: 5 },
    });
  }
  const compares = category !== undefined && input.previous !== undefined && category.last > category.first;
  const right = compares ? category : week;
  if (clause === undefined || right === undefined) return charts;
  charts.push({
    type: 'column',
    title: t(language, compares ? 'bulletin.chartCategories' : 'bulletin.chartWeeks'),
    categories: column(right, NAME_COLUMN),
    series: [
      { name: t(language, 'stat.hits'), values: column(right, HITS_COLUMN) },
      ...(compares
        ? [{ name: t(language, 'stat.hitsBefore'), values: column(right, HITS_BEFORE_COLUMN) }]
        : []),
    ],
    anchor: { top, bottom, left: 6, right: 9 },
  });
  return charts;
}
