import type { XmlElement } from './xml';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Collects changes to a text by position and applies them at once; everything between stays as it was. */
export class XmlEdit {
  private readonly edits: Edit[] = [];
  /** Elements that were written `<a/>` and have been given content. */
  private readonly opened = new Map<XmlElement, string[]>();

  constructor(private readonly source: string) {}

  get changed(): boolean {
    return this.edits.length > 0 || this.opened.size > 0;
  }

  replace(from: number, to: number, text: string): void {
    this.edits.push({ from, to, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  remove(element: XmlElement): void {
    this.replace(element.start, element.end, '');
  }

  /** Adds to the end of an element's content. */
  append(element: XmlElement, text: string): void {
    if (element.innerStart === element.end) {
      const parts = this.opened.get(element) ?? [];
      parts.push(text);
      this.opened.set(element, parts);
    } else {
      this.insert(element.innerEnd, text);
    }
  }

  /** Changes the value of an attribute where the element has it. */
  setAttribute(element: XmlElement, name: string, escapedValue: string): void {
    const found = element.attributes.find((a) => a.name === name && a.prefix === '');
    if (found) this.replace(found.start, found.end, escapedValue);
  }

  toString(): string {
    const all = [...this.edits];
    for (const [element, parts] of this.opened) {
      const close = `</${qualified(element.prefix, element.name)}>`;
      const slash = this.source.lastIndexOf('/', element.end);
      all.push({ from: slash, to: element.end, text: `>${parts.join('')}${close}` });
    }
    // a stable sort keeps insertions at one place in the order they were made
    all.sort((a, b) => a.from - b.from || a.to - b.to);
    let result = '';
    let at = 0;
    for (const edit of all) {
      result += this.source.slice(at, edit.from) + edit.text;
      at = edit.to;
    }
    return result + this.source.slice(at);
  }
}

export function qualified(prefix: string, name: string): string {
  return prefix ? `${prefix}:${name}` : name;
}
