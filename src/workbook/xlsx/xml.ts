import { corrupt } from './failures';
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS } from './limits';
import { decodeEntities } from './xmlText';

/**
 * A small XML reader for the parts of a package that are read whole and changed in places: it keeps where every
 * element stands in the text, so that a change leaves the rest of the part as it was. Document types are refused.
 */

export interface XmlAttribute {
  readonly prefix: string;
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
  /** Range of the value in the text, without its quotes. */
  readonly start: number;
  readonly end: number;
}

export interface XmlElement {
  readonly prefix: string;
  /** Local name. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Own text without that of child elements, entities resolved. */
  readonly text: string;
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
  /** Namespace prefixes in scope. */
  readonly scope: ReadonlyMap<string, string>;
}

interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
  innerEnd: number;
  end: number;
}

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const NAME = /[^\s/>=<"'&]+/y;
const ATTRIBUTE = /\s+([^\s/>=<"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;

/** The root element. Throws `CORRUPT` with reason `xml` where the text is not well-formed. */
export function parseXml(text: string, part: string): XmlElement {
  return new Parser(text, part).parse();
}

class Parser {
  private readonly open: OpenElement[] = [];
  private root: OpenElement | undefined;
  private count = 0;

  constructor(
    private readonly source: string,
    private readonly part: string,
  ) {}

  parse(): XmlElement {
    const { source } = this;
    let at = 0;
    for (;;) {
      const tag = source.indexOf('<', at);
      this.addText(source.slice(at, tag < 0 ? source.length : tag));
      if (tag < 0) break;
      at = this.readMarkup(tag);
    }
    if (!this.root || this.open.length > 0) throw this.bad();
    return this.root;
  }

  private readMarkup(at: number): number {
    const { source } = this;
    if (source.startsWith('<?', at)) return this.after('?>', at + 2);
    if (source.startsWith('<!--', at)) return this.after('-->', at + 4);
    if (source.startsWith('<![CDATA[', at)) {
      const end = this.after(']]>', at + 9);
      const top = this.open.at(-1);
      if (!top) throw this.bad();
      top.text += source.slice(at + 9, end - 3);
      return end;
    }
    if (source.startsWith('<!', at)) throw this.bad();
    return source.startsWith('</', at) ? this.closeTag(at) : this.openTag(at);
  }

  private openTag(start: number): number {
    const [prefix, name] = this.splitName(this.match(NAME, start + 1)[0]);
    let at = NAME.lastIndex;
    const raw: Omit<XmlAttribute, 'namespace'>[] = [];
    const parent = this.open.at(-1);
    let scope = parent?.scope ?? new Map([['xml', XML_NAMESPACE]]);
    ATTRIBUTE.lastIndex = at;
    for (let found = ATTRIBUTE.exec(this.source); found; found = ATTRIBUTE.exec(this.source)) {
      at = ATTRIBUTE.lastIndex;
      const [attributePrefix, attributeName] = this.splitName(found[1]!);
      const literal = found[2] ?? found[3]!;
      const value = decodeEntities(literal.replace(/[\t\n\r]/g, ' '), this.part);
      raw.push({
        prefix: attributePrefix,
        name: attributeName,
        value,
        start: at - 1 - literal.length,
        end: at - 1,
      });
      const declared = attributePrefix === 'xmlns' ? attributeName : found[1] === 'xmlns' ? '' : undefined;
      if (declared !== undefined) scope = new Map(scope).set(declared, value);
    }
    const selfClosing = this.match(TAG_END, at)[1] === '/';
    const innerStart = TAG_END.lastIndex;
    const element: OpenElement = {
      prefix,
      name,
      namespace: this.resolve(scope, prefix),
      attributes: raw.map((a) => ({ ...a, namespace: a.prefix ? this.resolve(scope, a.prefix) : '' })),
      children: [],
      text: '',
      start,
      innerStart,
      innerEnd: innerStart,
      end: innerStart,
      scope,
    };
    this.count++;
    if (parent) parent.children.push(element);
    else if (this.root) throw this.bad();
    else this.root = element;
    if (!selfClosing) this.open.push(element);
    if (this.open.length > MAX_XML_DEPTH || this.count > MAX_XML_ELEMENTS) throw this.bad();
    return innerStart;
  }

  private closeTag(start: number): number {
    const [prefix, name] = this.splitName(this.match(NAME, start + 2)[0]);
    const selfClosing = this.match(TAG_END, NAME.lastIndex)[1] === '/';
    const element = this.open.pop();
    if (!element || selfClosing || element.name !== name || element.prefix !== prefix) throw this.bad();
    element.innerEnd = start;
    element.end = TAG_END.lastIndex;
    return element.end;
  }

  private addText(literal: string): void {
    if (literal === '') return;
    const top = this.open.at(-1);
    if (top) top.text += decodeEntities(literal.replace(/\r\n?/g, '\n'), this.part);
    else if (literal.trim() !== '') throw this.bad();
  }

  private splitName(qualified: string): [prefix: string, name: string] {
    const colon = qualified.indexOf(':');
    if (colon === 0 || colon === qualified.length - 1) throw this.bad();
    return colon < 0 ? ['', qualified] : [qualified.slice(0, colon), qualified.slice(colon + 1)];
  }

  private resolve(scope: ReadonlyMap<string, string>, prefix: string): string {
    if (prefix === 'xmlns') return '';
    const namespace = scope.get(prefix);
    if (namespace === undefined && prefix !== '') throw this.bad();
    return namespace ?? '';
  }

  private match(pattern: RegExp, at: number): RegExpExecArray {
    pattern.lastIndex = at;
    const found = pattern.exec(this.source);
    if (!found) throw this.bad();
    return found;
  }

  private after(mark: string, from: number): number {
    const at = this.source.indexOf(mark, from);
    if (at < 0) throw this.bad();
    return at + mark.length;
  }

  private bad(): Error {
    return corrupt(this.part, 'xml');
  }
}

/** Value of an attribute; `namespace` is needed only for prefixed ones such as `r:id`. */
export function attribute(element: XmlElement, name: string, namespace = ''): string | undefined {
  return element.attributes.find((a) => a.name === name && a.namespace === namespace && a.prefix !== 'xmlns')
    ?.value;
}

/** First child of that local name in the namespace of its parent. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((c) => c.name === name && c.namespace === element.namespace);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((c) => c.name === name && c.namespace === element.namespace) ?? [];
}

/** An XML boolean; absent counts as `fallback`. */
export function booleanAttribute(element: XmlElement, name: string, fallback = false): boolean {
  const value = attribute(element, name);
  return value === undefined ? fallback : value === '1' || value === 'true' || value === 'on';
}
