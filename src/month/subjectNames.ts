import type { WorkbookReading } from '../intake';
import { idKey, nameKey } from '../intake/people/keys';

/** Keys of the scored subjects by the names that people write on the tabs. */
export class SubjectNames {
  private readonly keys: ReadonlySet<string>;
  private readonly byName = new Map<string, Set<string>>();

  constructor({ people, subjects }: Pick<WorkbookReading, 'people' | 'subjects'>) {
    this.keys = new Set([...people.map(({ key }) => key), ...subjects]);
    const add = (name: string, key: string): void => {
      if (name === '') return;
      const found = this.byName.get(name);
      if (found === undefined) this.byName.set(name, new Set([key]));
      else found.add(key);
    };
    for (const key of this.keys) add(nameKey(key), key);
    for (const { key, name, id } of people) {
      add(nameKey(name), key);
      if (id === undefined) continue;
      add(idKey(id), key);
      add(nameKey(`${name}(${id})`), key);
      add(nameKey(`${name}${id}`), key);
    }
  }

  /** The key as it is, or the only subject of that name or id; undefined where there is none or more than one. */
  keyOf(name: string): string | undefined {
    if (this.keys.has(name)) return name;
    const [key, another] = this.candidates(name);
    return another === undefined ? key : undefined;
  }

  /** Every subject that a name or id may mean. */
  candidates(name: string): readonly string[] {
    return [...(this.byName.get(nameKey(name)) ?? this.byName.get(idKey(name)) ?? [])];
  }
}
