import { attribute, child, childrenNamed, type XmlElement } from './xml';
import { qualified, type XmlEdit } from './xmlEdit';

/** Children of a style sheet in the order the format demands. */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** One list of a style sheet (`fonts`, `cellXfs` ...): finds items by key and appends new ones. */
export class StyleList {
  private readonly indexes = new Map<string, number>();
  private readonly keys: (string | undefined)[];
  private readonly added: string[] = [];
  private readonly list: XmlElement | undefined;
  private readonly count: number;

  constructor(
    private readonly root: XmlElement,
    private readonly group: string,
    item: string,
    key: (element: XmlElement) => string | undefined,
    private readonly edit: XmlEdit,
  ) {
    this.list = child(root, group);
    const items = childrenNamed(this.list, item);
    this.count = items.length;
    this.keys = items.map(key);
    this.keys.forEach((text, index) => {
      if (text !== undefined && !this.indexes.has(text)) this.indexes.set(text, index);
    });
  }

  get length(): number {
    return this.count + this.added.length;
  }

  /** Key of an item that was there from the start; empty for an index that is not. */
  keyAt(index: number): string {
    return this.keys[index] ?? '';
  }

  indexOf(key: string, make: () => string): number {
    return this.indexes.get(key) ?? this.add(make(), key);
  }

  add(xml: string, key?: string): number {
    const index = this.length;
    this.added.push(xml);
    if (key !== undefined) this.indexes.set(key, index);
    return index;
  }

  /** Hands what was added to the edit; call once. */
  flush(): void {
    if (this.added.length === 0) return;
    const { root, edit, list, group } = this;
    const xml = this.added.join('');
    if (list) {
      if (attribute(list, 'count') !== undefined) edit.setAttribute(list, 'count', String(this.length));
      edit.append(list, xml);
      return;
    }
    const name = qualified(root.prefix, group);
    const place = ORDER.indexOf(group);
    const next = root.children.find((c) => c.namespace === root.namespace && ORDER.indexOf(c.name) > place);
    const whole = `<${name} count="${this.length}">${xml}</${name}>`;
    if (next) edit.insert(next.start, whole);
    else edit.append(root, whole);
  }
}
