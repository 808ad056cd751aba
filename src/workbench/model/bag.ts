/** Anything that travels as JSON. */
export type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

/**
 * Properties that need no meaning of their own here, by wire name: what was set is what is read. A chart, a
 * conditional format or a page layout is a tree of bags.
 */
export class Bag {
  readonly values = new Map<string, Json>();
  readonly children = new Map<string, Bag>();
  /** Members, where the object is a collection. */
  items: Bag[] = [];

  constructor(values: Readonly<Record<string, Json>> = {}) {
    for (const [name, value] of Object.entries(values)) this.values.set(name, value);
  }

  child(name: string): Bag {
    let child = this.children.get(name);
    if (!child) this.children.set(name, (child = new Bag()));
    return child;
  }

  /** The value at a path of children ending in a property: `read('Title', 'Text')`. */
  read(...path: string[]): Json | undefined {
    const last = path.at(-1);
    const holder = path.slice(0, -1).reduce<Bag | undefined>((bag, name) => bag?.children.get(name), this);
    return last === undefined ? undefined : holder?.values.get(last);
  }

  copy(): Bag {
    const copy = new Bag();
    for (const [name, value] of this.values) copy.values.set(name, structuredClone(value));
    for (const [name, child] of this.children) copy.children.set(name, child.copy());
    copy.items = this.items.map((item) => item.copy());
    return copy;
  }
}
