import type { Person, RosterSpan } from '../../facts/person';
import type { PersonRef } from '../types';
import { idCore, idKey, nameKey, nearNames } from './keys';

/** Someone known, before keys are given. */
export interface Entry {
  readonly name: string;
  readonly id?: string;
  readonly userId?: string;
  readonly aliases: readonly string[];
  readonly spans: readonly (Omit<RosterSpan, 'head'> & { readonly head?: PersonRef })[];
}

/** What a name or id on a sheet comes to. */
export type Resolution =
  | { readonly kind: 'person'; readonly key: string; readonly nameDiffers?: true }
  | { readonly kind: 'ambiguous'; readonly suggestions: readonly string[] }
  /** Id and name belong to different people. */
  | { readonly kind: 'conflict'; readonly suggestions: readonly string[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

const MAX_SUGGESTIONS = 5;
/** With more people than this, near names are not searched one by one for every unknown name. */
const NEAR_SEARCH = 20_000;

/** Everyone of a workbook, found by id or name. Built once; people of one name never merge. */
export class Directory {
  readonly people: readonly Person[];
  private readonly keys: readonly string[];
  private readonly names: readonly string[];
  private readonly byId = new Map<string, number[]>();
  private readonly byCore = new Map<string, number[]>();
  private readonly byUserId = new Map<string, number[]>();
  private readonly byName = new Map<string, number[]>();
  /** Answers by id, then by name; references with a user id by all three. */
  private readonly known = new Map<string, Map<string, Resolution>>();

  constructor(entries: readonly Entry[]) {
    const add = (map: Map<string, number[]>, key: string | undefined, index: number) => {
      if (key === undefined || key === '') return;
      const list = map.get(key);
      if (list === undefined) map.set(key, [index]);
      else if (!list.includes(index)) list.push(index);
    };
    entries.forEach((entry, index) => {
      if (entry.id !== undefined) {
        add(this.byId, idKey(entry.id), index);
        add(this.byCore, idCore(entry.id), index);
      }
      if (entry.userId !== undefined) add(this.byUserId, idKey(entry.userId), index);
      add(this.byName, nameKey(entry.name), index);
      for (const alias of entry.aliases) add(this.byName, nameKey(alias), index);
    });
    this.names = entries.map((entry) => nameKey(entry.name));
    this.keys = giveKeys(entries);
    this.people = entries.map((entry, index) => ({
      key: this.keys[index]!,
      name: entry.name,
      ...(entry.id === undefined ? {} : { id: entry.id }),
      spans: entry.spans.map(({ head, ...span }) => {
        if (head === undefined) return span;
        const found = this.resolve(head);
        return { ...span, head: found.kind === 'person' ? found.key : head.name };
      }),
    }));
  }

  /** Who is meant. The same reference always comes to the same person. */
  resolve(ref: PersonRef): Resolution {
    const first = ref.userId === undefined ? (ref.id ?? '') : `${ref.id ?? ''}\u0000${ref.userId}`;
    let byName = this.known.get(first);
    if (byName === undefined) {
      byName = new Map();
      this.known.set(first, byName);
    }
    let answer = byName.get(ref.name);
    if (answer === undefined) {
      answer = this.search(ref);
      byName.set(ref.name, answer);
    }
    return answer;
  }

  private search(ref: PersonRef): Resolution {
    const name = nameKey(ref.name);
    const named = name === '' ? [] : (this.byName.get(name) ?? []);
    const byId = this.identified(ref, named);
    if (byId !== undefined) {
      const [index] = byId;
      if (byId.length > 1 || index === undefined) {
        const both = byId.filter((each) => named.includes(each));
        return both.length === 1 ? this.found(both) : { kind: 'ambiguous', suggestions: this.keysOf(byId) };
      }
      if (name === '' || named.includes(index)) return this.found([index]);
      // The id says one person and the name another.
      if (named.length > 0) return { kind: 'conflict', suggestions: this.keysOf([index, ...named]) };
      if (!nearNames(name, this.names[index]!))
        return { kind: 'conflict', suggestions: this.keysOf([index]) };
      return { kind: 'person', key: this.keys[index]!, nameDiffers: true };
    }
    if (named.length === 1) {
      const [index] = named;
      // An id that nobody has beside a name that somebody with another id has.
      if (ref.id !== undefined && this.differs(ref.id, index))
        return { kind: 'conflict', suggestions: this.keysOf(named) };
      return this.found(named);
    }
    if (named.length > 1) return { kind: 'ambiguous', suggestions: this.keysOf(named) };
    return { kind: 'unknown', suggestions: this.nearTo(name) };
  }

  /** People with the id or user id of a reference, undefined where it gives none that anybody has. */
  private identified(ref: PersonRef, named: readonly number[]): readonly number[] | undefined {
    if (ref.id !== undefined) {
      const exact = this.byId.get(idKey(ref.id)) ?? this.byUserId.get(idKey(ref.id));
      if (exact !== undefined) return exact;
      const core = idCore(ref.id);
      const loose = core === undefined ? undefined : this.byCore.get(core);
      // Without its letters or zeros an id only counts for somebody of that name, or where no name is given.
      if (loose !== undefined) {
        const same = loose.filter((index) => named.includes(index));
        if (same.length === 1) return same;
        if (ref.name === '') return loose;
      }
    }
    return ref.userId === undefined ? undefined : this.byUserId.get(idKey(ref.userId));
  }

  private differs(id: string, index: number | undefined): boolean {
    const own = index === undefined ? undefined : this.people[index]?.id;
    if (own === undefined) return false;
    const [core, ownCore] = [idCore(id), idCore(own)];
    return core === undefined || ownCore === undefined || core !== ownCore;
  }

  private found(indexes: readonly number[]): Resolution {
    return { kind: 'person', key: this.keys[indexes[0]!]! };
  }

  private keysOf(indexes: readonly number[]): string[] {
    return [...new Set(indexes)].slice(0, MAX_SUGGESTIONS).map((index) => this.keys[index]!);
  }

  private nearTo(name: string): string[] {
    if (name.length < 2 || this.names.length > NEAR_SEARCH) return [];
    const near: number[] = [];
    for (let i = 0; i < this.names.length && near.length < MAX_SUGGESTIONS; i += 1) {
      if (nearNames(name, this.names[i]!)) near.push(i);
    }
    return this.keysOf(near);
  }
}

/** The name, or name and id where two people share a name. */
function giveKeys(entries: readonly Entry[]): string[] {
  const count = new Map<string, number>();
  for (const { name } of entries) count.set(nameKey(name), (count.get(nameKey(name)) ?? 0) + 1);
  const used = new Set<string>();
  return entries.map(({ name, id, userId }) => {
    const mark = id ?? userId;
    const plain = name === '' ? (mark ?? '') : name;
    let key =
      (count.get(nameKey(name)) ?? 0) > 1 && mark !== undefined && name !== '' ? `${name}(${mark})` : plain;
    for (let n = 2; used.has(key); n += 1) key = `${plain}(#${n})`;
    used.add(key);
    return key;
  });
}
