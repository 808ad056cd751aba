import type { Day } from '../../facts/date';
import { spanOn, type Person } from '../../facts/person';
import type { Directory, Resolution } from '../people/directory';
import type { Groups } from '../people/groups';
import type { PersonRef } from '../types';

/** Everything that names on sheets are looked up in. */
export interface Subjects {
  readonly kind: 'agent' | 'team' | 'customer';
  readonly directory: Directory;
  readonly byKey: ReadonlyMap<string, Person>;
  readonly teams: Groups;
  readonly customers: Groups;
}

/** What a reference to the scored subject comes to. */
export type SubjectResolution =
  | {
      readonly kind: 'subject';
      readonly key: string;
      readonly person?: Person;
      readonly note?: 'NAME_DIFFERS';
    }
  | {
      readonly kind: 'unresolved';
      readonly code: string;
      readonly name: string;
      readonly suggestions: readonly string[];
      /** Subjects that it may concern. */
      readonly candidates: readonly string[];
    };

/** How a row names its subject. */
export interface SubjectRef {
  readonly who?: PersonRef;
  readonly team: string;
  readonly department: string;
  readonly customer?: PersonRef;
  readonly day?: Day;
}

const unresolved = (
  code: string,
  name: string,
  suggestions: readonly string[] = [],
  candidates: readonly string[] = [],
): SubjectResolution => ({ kind: 'unresolved', code, name, suggestions, candidates });

export function resolveSubject(subjects: Subjects, ref: SubjectRef): SubjectResolution {
  if (subjects.kind === 'customer') return resolveCustomer(subjects, ref);
  if (subjects.kind === 'team') return resolveTeam(subjects, ref);
  return ref.who === undefined ? unresolved('PERSON_MISSING', '') : resolvePerson(subjects, ref.who);
}

export function resolvePerson(subjects: Subjects, who: PersonRef): SubjectResolution {
  const found: Resolution = subjects.directory.resolve(who);
  const name = who.name === '' ? (who.id ?? who.userId ?? '') : who.name;
  switch (found.kind) {
    case 'person': {
      const person = subjects.byKey.get(found.key);
      return {
        kind: 'subject',
        key: found.key,
        ...(person === undefined ? {} : { person }),
        ...(found.nameDiffers === true ? { note: 'NAME_DIFFERS' as const } : {}),
      };
    }
    case 'ambiguous':
      return unresolved('PERSON_AMBIGUOUS', name, found.suggestions, found.suggestions);
    case 'conflict':
      return unresolved('PERSON_CONFLICT', name, found.suggestions, found.suggestions);
    default:
      return unresolved('PERSON_UNKNOWN', name, found.suggestions);
  }
}

/** The team named, else that of the person on the day, else the only team there is. */
function resolveTeam(subjects: Subjects, ref: SubjectRef): SubjectResolution {
  const { teams } = subjects;
  for (const name of [ref.team, ref.department]) {
    if (name === '') continue;
    const found = teams.resolve(name);
    if (found.kind === 'group') return { kind: 'subject', key: found.key };
    if (name === ref.team) {
      const code = found.kind === 'ambiguous' ? 'TEAM_AMBIGUOUS' : 'TEAM_UNKNOWN';
      return unresolved(code, name, found.suggestions, found.kind === 'ambiguous' ? found.suggestions : []);
    }
  }
  if (ref.who !== undefined) {
    const named = ref.who.name === '' ? undefined : teams.resolve(ref.who.name);
    if (named?.kind === 'group') return { kind: 'subject', key: named.key };
    const person = resolvePerson(subjects, ref.who);
    if (person.kind === 'unresolved') return person;
    const team = teamOf(subjects, person.person, ref.day);
    return team === undefined
      ? unresolved('TEAM_OF_PERSON_UNKNOWN', ref.who.name)
      : { kind: 'subject', key: team, ...(person.person === undefined ? {} : { person: person.person }) };
  }
  const [only] = teams.names;
  return teams.names.length === 1 && only !== undefined
    ? { kind: 'subject', key: only }
    : unresolved('TEAM_MISSING', '');
}

/** The team of a person on a day: from the roster, and only where it is on the list of teams. */
export function teamOf(
  subjects: Subjects,
  person: Person | undefined,
  day: Day | undefined,
): string | undefined {
  if (person === undefined) return undefined;
  const span = day === undefined ? person.spans[0] : spanOn(person, day);
  const name = span?.team ?? span?.department;
  if (name === undefined) return undefined;
  const found = subjects.teams.resolve(name);
  return found.kind === 'group' ? found.key : undefined;
}

function resolveCustomer(subjects: Subjects, ref: SubjectRef): SubjectResolution {
  const named = ref.customer ?? ref.who;
  if (named === undefined) return unresolved('CUSTOMER_MISSING', '');
  const byId = named.id === undefined ? undefined : subjects.customers.resolve(named.id);
  const byName = named.name === '' ? undefined : subjects.customers.resolve(named.name);
  if (byId?.kind === 'group') {
    if (byName?.kind === 'group' && byName.key !== byId.key) {
      return unresolved('CUSTOMER_CONFLICT', named.name, [byId.key, byName.key], [byId.key, byName.key]);
    }
    return { kind: 'subject', key: byId.key };
  }
  if (byName?.kind === 'group') return { kind: 'subject', key: byName.key };
  const found = byName ?? byId;
  const suggestions = found?.suggestions ?? [];
  const ambiguous = found?.kind === 'ambiguous';
  return unresolved(
    ambiguous ? 'CUSTOMER_AMBIGUOUS' : 'CUSTOMER_UNKNOWN',
    named.name === '' ? (named.id ?? '') : named.name,
    suggestions,
    ambiguous ? suggestions : [],
  );
}
