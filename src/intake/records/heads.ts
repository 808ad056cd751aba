import type { Day } from '../../facts/date';
import { spanOn, type Person } from '../../facts/person';
import type { Directory } from '../people/directory';
import type { PersonRef } from '../types';

const HEAD_ROLE = /部门负责人|部门经理|^负责人$|部长|中心主任|department\s?head/i;

/** Finds the department head of a person on a day: from the roster's own column, else by the head's role. */
export class Heads {
  constructor(
    private readonly directory: Directory,
    private readonly people: readonly Person[],
  ) {}

  /** The head named on the row; heads need not be on the roster. */
  named(ref: PersonRef): string {
    const found = this.directory.resolve(ref);
    return found.kind === 'person' ? found.key : ref.name;
  }

  of(person: Person | undefined, department: string, day: Day): string | undefined {
    const span = person === undefined ? undefined : spanOn(person, day);
    if (span?.head !== undefined) return span.head;
    const place = span?.department ?? department;
    if (place === '') return undefined;
    const heads = this.people.filter((other) => {
      const own = spanOn(other, day);
      return own?.department === place && HEAD_ROLE.test(own.role ?? '') && other.key !== person?.key;
    });
    return heads.length === 1 ? heads[0]?.key : undefined;
  }
}
