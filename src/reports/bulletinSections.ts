import { formatDay } from '../facts/date';
import { POINT_SCALE } from '../facts/decimal';
import { t, type Language, type TextKey } from '../i18n';
import type { Entry } from '../scoring/entry';
import type { PlanCell, PlanRow } from '../workbook/sheetPlan';
import { heightOfLines, wrappedLines } from '../workbook/textSize';
import { placesOf, pointsCell } from './amounts';
import { cell, textCell } from './layout';
import { NO_TALLY, recordEntries, tallyBy, weeksOf, type Tally } from './statistics';
import type { ReportInput } from './subjects';

/** Rows of a section above its first: the heading and the header. */
export const SECTION_HEAD = 2;
/** Points of a section's head with its first rows, which stay together. */
export const SECTION_HEAD_HEIGHT = 110;
/** Widths of the columns that sections share with the list of proposals. */
export const BULLETIN_WIDTHS = [11, 26, 13, 12, 12, 12, 36] as const;
const NAME_WIDTH = BULLETIN_WIDTHS[1];

export const headingRow = (id: string, text: string): PlanRow => ({
  id: `section:${id}`,
  height: 24,
  cells: [cell(text, 'heading')],
});

/** Rows of a section relative to the first section row: what a chart shows. */
export interface SectionPlace {
  readonly first: number;
  readonly last: number;
  /** Rows with records in the month; they come first among clauses. */
  readonly shown: number;
}

/** The month's statistics, a small table for each. */
export class BulletinSections {
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
        Math.max(...header.map((key, at) => wrappedLines(t(language, key), BULLETIN_WIDTHS[at] ?? 11))),
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
          pointsCell(tally.now.points, this.pointPlaces),
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
      pointsCell(before.points, this.pointPlaces),
      textCell(t(this.language, key, { count: Math.abs(more) }), 'textCenter'),
    ];
  }
}
