import type { PersonRef, SheetPerson } from '../types';
import type { Entry } from './directory';
import { idCore, idKey, nameKey } from './keys';

interface Draft {
  name: string;
  id?: string;
  userId?: string;
  aliases: string[];
  spans: Entry['spans'][number][];
}

const fromPerson = (person: SheetPerson): Draft => ({
  name: person.who.name,
  ...(person.who.id === undefined ? {} : { id: person.who.id }),
  ...(person.who.userId === undefined ? {} : { userId: person.who.userId }),
  aliases: [...person.aliases],
  spans: [...person.spans],
});

/** Same name and no contradicting id: one person on two rosters, or on two lines of one (moved, came back). */
function same(a: Draft, b: Draft): boolean {
  if (nameKey(a.name) !== nameKey(b.name)) return false;
  if (a.id !== undefined && b.id !== undefined) return idKey(a.id) === idKey(b.id);
  if (a.userId !== undefined && b.userId !== undefined) return idKey(a.userId) === idKey(b.userId);
  if (a.id !== b.id) return false;
  // Without ids only the same place, or dated spans of a move, make two lines one person.
  const dated = [...a.spans, ...b.spans].some((span) => span.from !== undefined || span.to !== undefined);
  const [teamA, teamB] = [a.spans[0], b.spans[0]].map(
    (span) => `${span?.team ?? ''}|${span?.department ?? ''}`,
  );
  return dated || teamA === teamB;
}

/** People of the roster sheets; lines about the same person are joined. */
export function rosterEntries(people: readonly SheetPerson[]): Entry[] {
  const byName = new Map<string, Draft[]>();
  const all: Draft[] = [];
  for (const person of people) {
    const draft = fromPerson(person);
    if (draft.name === '' && draft.id === undefined) continue;
    const key = nameKey(draft.name);
    const known = (byName.get(key) ?? []).find((each) => same(each, draft));
    if (known === undefined) {
      all.push(draft);
      byName.set(key, [...(byName.get(key) ?? []), draft]);
      continue;
    }
    known.id ??= draft.id!;
    known.userId ??= draft.userId!;
    known.aliases.push(...draft.aliases);
    known.spans.push(...draft.spans);
  }
  return all.map(({ id, userId, ...rest }) => ({
    ...rest,
    ...(id === undefined ? {} : { id }),
    ...(userId === undefined ? {} : { userId }),
  }));
}

/**
 * People of a workbook without a roster: everybody whom the attendance and record sheets name. A name with two
 * ids is two people; a name once with and once without id is one.
 */
export function* namedEntries(refs: Iterable<PersonRef>): Generator<void, Entry[]> {
  const byName = new Map<string, Map<string, { name: string; id?: string; userId?: string }>>();
  const order: string[] = [];
  let count = 0;
  for (const ref of refs) {
    count += 1;
    if (count % 4000 === 0) yield;
    const key = ref.name === '' ? `#${ref.id ?? ref.userId ?? ''}` : nameKey(ref.name);
    if (key === '' || key === '#') continue;
    let ids = byName.get(key);
    if (ids === undefined) {
      ids = new Map();
      byName.set(key, ids);
      order.push(key);
    }
    const id = ref.id === undefined ? '' : (idCore(ref.id) ?? idKey(ref.id));
    const known = ids.get(id);
    if (known === undefined) {
      ids.set(id, {
        name: ref.name,
        ...(ref.id === undefined ? {} : { id: ref.id }),
        ...(ref.userId === undefined ? {} : { userId: ref.userId }),
      });
    } else if (known.userId === undefined && ref.userId !== undefined) known.userId = ref.userId;
  }
  return order.flatMap((key) => {
    const ids = byName.get(key) ?? new Map<string, { name: string; id?: string; userId?: string }>();
    const nameless = ids.get('');
    const identified = [...ids].filter(([id]) => id !== '').map(([, each]) => each);
    const people = identified.length === 0 && nameless !== undefined ? [nameless] : identified;
    if (nameless?.userId !== undefined && people.length === 1 && people[0] !== undefined)
      people[0].userId ??= nameless.userId;
    return people.map((each) => ({ ...each, aliases: [], spans: [] }));
  });
}
