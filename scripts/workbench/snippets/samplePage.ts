/** What a sample's page has: elements by id, and the handlers its script attaches to them. */
export interface SamplePage {
  readonly document: object;
  /** jQuery as far as the samples use it. */
  readonly query: (selector: unknown) => object;
  /** Handlers of clicks in the order of their registration. */
  readonly clicks: readonly Click[];
}

export interface Click {
  readonly id: string;
  readonly run: () => unknown;
}

interface Element {
  readonly id: string;
  readonly style: Record<string, string>;
  value: string;
  checked: boolean;
  textContent: string;
  innerHTML: string;
  innerText: string;
  readonly files: readonly unknown[];
  readonly children: Element[];
  [member: string]: unknown;
}

type Handler = (event: object) => unknown;

/** A page with the elements of an HTML text: their values, but no layout. */
export function samplePage(html: string): SamplePage {
  const clicks: Click[] = [];
  const elements = new Map<string, Element>();
  const make = (id: string, value = '', text = ''): Element => {
    const on = (event: string, handler: Handler): void => {
      if (event === 'click') clicks.push({ id, run: () => handler({ target: element }) });
    };
    const attributes = new Map<string, string>(value === '' ? [] : [['value', value]]);
    const element: Element = {
      id,
      style: {},
      value,
      checked: false,
      textContent: text,
      innerHTML: text,
      innerText: text,
      files: [],
      children: [],
      options: [],
      selectedIndex: 0,
      classList: { add: nothing, remove: nothing, toggle: nothing },
      addEventListener: on,
      removeEventListener: nothing,
      setAttribute: (name: string, given: string) => void attributes.set(name, given),
      getAttribute: (name: string) => attributes.get(name) ?? null,
      hasAttribute: (name: string) => attributes.has(name),
      focus: nothing,
      remove: nothing,
      appendChild: (child: Element) => element.children.push(child),
    };
    return element;
  };
  for (const found of html.matchAll(/<(\w+)([^>]*\bid=["']([^"']+)["'][^>]*)>([^<]*)/g)) {
    const [, tag = '', attributes = '', id = '', text = ''] = found;
    const given = /\bvalue=["']([^"']*)["']/.exec(attributes)?.[1];
    const rest = html.slice(found.index);
    const option =
      tag === 'select'
        ? /<option[^>]*value=["']([^"']*)["']/.exec(rest.split('</select>')[0]!)?.[1]
        : undefined;
    elements.set(id, make(id, given ?? option ?? (tag === 'textarea' ? text : ''), text));
  }
  // Scripts name buttons that their page has lost; what they do counts all the same.
  const byId = (id: string): Element => {
    let element = elements.get(id);
    if (!element) elements.set(id, (element = make(id)));
    return element;
  };
  const document = {
    getElementById: byId,
    createElement: () => make(''),
    createTextNode: () => make(''),
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener: nothing,
    body: make('body'),
  };
  const query = (selector: unknown): object => {
    const element = typeof selector === 'string' ? byId(selector.replace(/^#/, '')) : make('');
    const add = element.addEventListener as (event: string, handler: Handler) => void;
    return {
      click: (handler: Handler) => {
        add('click', handler);
      },
      on: add,
      val: () => element.value,
      text: nothing,
    };
  };
  return { document, query, clicks };
}

const nothing = (): undefined => undefined;
