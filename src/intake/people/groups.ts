import { nameKey, nearNames } from './keys';

/** What a team's or customer's name comes to. */
export type GroupResolution =
  | { readonly kind: 'group'; readonly key: string }
  | { readonly kind: 'ambiguous' | 'unknown'; readonly suggestions: readonly string[] };

/** Names of teams or customers, found by normalised spelling or by an id; nothing is guessed. */
export class Groups {
  private readonly byKey = new Map<string, Set<string>>();
  readonly names: string[] = [];

  /** Makes a name known, with other spellings and ids that mean it. */
  add(name: string, others: readonly string[] = []): void {
    const key = groupKey(name);
    if (key === '') return;
    const known = this.byKey.get(key);
    const shown = known?.size === 1 ? [...known][0]! : name.trim();
    if (known === undefined) {
      this.byKey.set(key, new Set([shown]));
      this.names.push(shown);
    }
    for (const other of others) {
      const otherKey = groupKey(other);
      if (otherKey === '') continue;
      const meant = this.byKey.get(otherKey);
      if (meant === undefined) this.byKey.set(otherKey, new Set([shown]));
      else meant.add(shown);
    }
  }

  resolve(name: string): GroupResolution {
    const key = groupKey(name);
    const meant = this.byKey.get(key);
    if (meant?.size === 1) return { kind: 'group', key: [...meant][0]! };
    if (meant !== undefined) return { kind: 'ambiguous', suggestions: [...meant].slice(0, 5) };
    const near = this.names.filter((other) => nearNames(key, groupKey(other)));
    return { kind: 'unknown', suggestions: near.slice(0, 5) };
  }
}

/** A team's or company's name for comparison: brackets in one form and no blanks. */
function groupKey(name: string): string {
  return nameKey(name).replace(/[()[\]【】《》"“”]/g, '');
}
