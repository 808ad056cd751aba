import type { Grid } from '../../workbook/grid';
import type { Rulebook } from '../../rulebook/rulebook';
import { PERSON_FIELDS, personOf } from '../attendance/who';
import { rowsOf, SheetRows } from '../recognise/rows';
import { SameRows } from '../recognise/sameRows';
import type { RecordRow, RowWords } from '../records/draft';
import type { RecordRows } from '../records/recordRows';
import { customerIn } from '../records/rowNames';
import type { PersonRef, SheetFacts } from '../types';
import { Directory } from './directory';
import { namedEntries, rosterEntries } from './gather';
import { Groups } from './groups';
import { nameKey, nearNames } from './keys';

/** Everyone and everything a workbook names, ready for look-up. */
export interface Known {
  readonly directory: Directory;
  readonly teams: Groups;
  readonly customers: Groups;
  readonly hasRoster: boolean;
  /** Names of record sheets that no other sheet has, first place of each. */
  readonly strangers: readonly RecordRow[];
}

const LAYOUTS_BY_ROW: ReadonlySet<string> = new Set([
  'attendance-daily',
  'attendance-matrix',
  'attendance-handmade',
  'attendance-punches',
]);

/** Rows between two pauses. */
const SLICE = 4000;

/** Gathers them from all sheets; yields between slices of rows. */
export function* gatherKnown(
  grids: readonly Grid[],
  facts: readonly SheetFacts[],
  drafts: RecordRows,
  rulebook: Pick<Rulebook, 'subject'>,
): Generator<void, Known> {
  const roster = facts.flatMap((sheet) => sheet.people);
  const people = roster.filter((person) => person.who.name !== '' || person.who.id !== undefined);
  const hasRoster = people.length > 0 && rulebook.subject !== 'customer';
  const strangers: RecordRow[] = [];
  const entries = hasRoster
    ? rosterEntries(people)
    : rulebook.subject === 'customer'
      ? []
      : yield* namedEntries(yield* withoutRoster(grids, facts, drafts, strangers));
  yield;
  const directory = new Directory(entries);
  yield;
  const teams = yield* teamsOf(facts, drafts, hasRoster);
  yield;
  return {
    directory,
    teams,
    customers: rulebook.subject === 'customer' ? yield* customersOf(grids, facts, drafts) : new Groups(),
    hasRoster,
    strangers,
  };
}

/**
 * People of the attendance sheets; names of record sheets join them, except those one character away from
 * somebody else: these are asked about.
 */
function* withoutRoster(
  grids: readonly Grid[],
  facts: readonly SheetFacts[],
  drafts: RecordRows,
  strangers: RecordRow[],
): Generator<void, Iterable<PersonRef>> {
  // Rows that name somebody alike share one reference.
  const refs = new Set<PersonRef>();
  let count = 0;
  for (const { events, metrics } of facts) {
    for (const { who } of [...events, ...metrics]) {
      if (who !== undefined) refs.add(who);
      count += 1;
      if (count % SLICE === 0) yield;
    }
  }
  for (const [i, sheet] of facts.entries()) {
    const grid = grids[i];
    if (grid === undefined || !LAYOUTS_BY_ROW.has(sheet.reading.role.value)) continue;
    const rows = new SheetRows(grid, sheet.reading);
    const same = new SameRows(grid, sheet.reading, (field) => PERSON_FIELDS.has(field));
    const read = new Set<number>();
    for (let index = rows.start; index < rows.end; index += 1) {
      count += 1;
      if (count % SLICE === 0) yield;
      const number = same.numberOf(index);
      if (read.has(number) || !rows.holds(index)) continue;
      read.add(number);
      const who = personOf(rows.at(index));
      if (who !== undefined) refs.add(who);
    }
  }
  const listed = new Set<string>();
  for (const { name } of refs) {
    count += 1;
    if (count % SLICE === 0) yield;
    if (name !== '') listed.add(nameKey(name));
  }
  listed.delete('');
  const known = [...listed];
  const answers = new Map<string, boolean>();
  for (const draft of drafts.named()) {
    count += 1;
    if (count % SLICE === 0) yield;
    const { who } = draft.names;
    if (who === undefined) continue;
    const name = nameKey(who.name);
    let joins = answers.get(name);
    if (joins === undefined) {
      joins =
        known.length === 0 ||
        listed.has(name) ||
        name === '' ||
        !known.some((other) => nearNames(name, other));
      answers.set(name, joins);
      if (joins && known.length > 0 && !listed.has(name)) strangers.push(draft);
    }
    if (joins) refs.add(who);
  }
  return refs;
}

/** Teams of the roster; without any, those that the sheets name. */
function* teamsOf(
  facts: readonly SheetFacts[],
  drafts: RecordRows,
  hasRoster: boolean,
): Generator<void, Groups> {
  const teams = new Groups();
  if (hasRoster) {
    for (const { spans } of facts.flatMap((sheet) => sheet.people))
      for (const { team } of spans) if (team !== undefined) teams.add(team);
  }
  if (teams.names.length > 0) return teams;
  for (const sheet of facts) {
    for (const { spans } of sheet.people)
      for (const { team } of spans) if (team !== undefined) teams.add(team);
    for (const { team } of sheet.metrics) if (team !== undefined) teams.add(team);
  }
  addNamedTeams(teams, yield* namedBy(drafts, ({ team }) => team));
  if (teams.names.length > 0) return teams;
  for (const department of (yield* namedBy(drafts, (words) => words.department)).keys())
    teams.add(department);
  return teams;
}

/** What rows say in one of their cells, and how often, in the order of the rows. */
function* namedBy(
  drafts: RecordRows,
  said: (words: RowWords) => string,
): Generator<void, Map<string, number>> {
  const counts = new Map<string, number>();
  let met = 0;
  for (const [words, count] of drafts.said()) {
    met += 1;
    if (met % SLICE === 0) yield;
    const name = said(words);
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}

/**
 * Teams that only the log names, the more often named first. A name written once that differs by one character
 * from a known team is no team of its own: a person is asked.
 */
function addNamedTeams(teams: Groups, counts: ReadonlyMap<string, number>): void {
  for (const [name, count] of [...counts].sort(([, a], [, b]) => b - a)) {
    const misspelt = count === 1 && teams.names.some((known) => nearNames(name, known));
    if (!misspelt) teams.add(name);
  }
}

/** Customers of the list of customers, with ids and other spellings; without a list, those of the records. */
function* customersOf(
  grids: readonly Grid[],
  facts: readonly SheetFacts[],
  drafts: RecordRows,
): Generator<void, Groups> {
  const customers = new Groups();
  const add = (named: PersonRef | undefined, aliases: readonly string[] = []) => {
    if (named === undefined) return;
    const { name, id } = named;
    customers.add(name === '' ? (id ?? '') : name, [...aliases, ...(id === undefined ? [] : [id])]);
  };
  for (const [i, { reading }] of facts.entries()) {
    const grid = grids[i];
    if (grid === undefined || reading.role.value !== 'roster') continue;
    for (const row of rowsOf(grid, reading)) {
      const name = row.has('customer') ? row.value('customer') : row.value('name');
      const id = row.has('customerId') ? row.value('customerId') : row.value('id');
      const aliases = row.text('aliases').split(/[、,;/|]+/);
      add(
        customerIn(name, id),
        aliases.map((alias) => alias.trim()).filter((alias) => alias !== ''),
      );
    }
  }
  if (customers.names.length > 0) return customers;
  let count = 0;
  for (const { names } of drafts.named()) {
    count += 1;
    if (count % SLICE === 0) yield;
    add(names.customer ?? names.who);
  }
  return customers;
}
