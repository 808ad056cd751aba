/** Lifts classes, members and wire names out of the text of excel-web-16.00.debug.js. */

export interface ClientClass {
  isCollection: boolean;
  item?: string;
  scalars: Record<string, { wire: string; writable: boolean }>;
  navigations: Record<string, { wire: string; type: string }>;
  methods: Record<string, { client: string; parameters: string[]; returns?: string }>;
  events: Record<string, number>;
}

const CLASS_START = /^ {4}var (\w+) = \(function \(_super\) \{/;
const METHOD = /\w+\.prototype\.(\w+) = function \([^)]*\) \{([\s\S]*?)\n {8}\};/g;
const OBJECT_CALL = /_createMethodObject\(\w+\.(\w+), this, "(\w+)", \d, \[([^\]]*)\]/;
const VALUE_CALL = /_invokeMethod\(this, "(\w+)", \d, \[([^\]]*)\]/;
const INDEXER = /_createIndexerObject\(\w+\.(\w+), this, \[([^\]]*)\]/;
const NAVIGATION = /_createPropertyObject\(\w+\.(\w+), this, "(\w+)"/;
const EVENT = /eventType: (\d+),\s*registerFunc: function \(\) \{ return _this\.(\w+)\(/g;

/** Every class of the Excel namespace, by name. */
export function clientClasses(source: string): Record<string, ClientClass> {
  const lines = source.split('\n');
  const classes: Record<string, ClientClass> = {};
  for (let i = 0; i < lines.length; i++) {
    const name = CLASS_START.exec(lines[i]!)?.[1];
    if (name === undefined) continue;
    let end = i;
    while (end < lines.length && !/^ {4}\}\(/.test(lines[end]!)) end++;
    const owner = lines
      .slice(end, end + 4)
      .map((line) => /^ {4}(\w+)\.(\w+) = \2;/.exec(line))
      .find((found) => found?.[2] === name)?.[1];
    if (owner === 'Excel' && (lines[end] ?? '').includes('ClientObject));')) {
      classes[name] = classOf(lines.slice(i, end + 1).join('\n'));
    }
    i = end;
  }
  return classes;
}

function classOf(body: string): ClientClass {
  const result: ClientClass = {
    isCollection: body.includes('"_isCollection"'),
    scalars: {},
    navigations: {},
    methods: {},
    events: {},
  };
  const item = /_createChildItemObject\(\w+\.(\w+), /.exec(body)?.[1];
  if (item !== undefined) result.item = item;

  const wires = list(body, '_scalarPropertyOriginalNames');
  const writable = list(body, '_scalarPropertyUpdateable');
  list(body, '_scalarPropertyNames').forEach((name, i) => {
    result.scalars[String(name)] = { wire: String(wires[i]), writable: writable[i] === true };
  });
  for (const block of body.split('Object.defineProperty(').slice(1)) {
    const name = /^\w+\.prototype, "(\w+)"/.exec(block)?.[1];
    const found = NAVIGATION.exec(block);
    if (name !== undefined && found) result.navigations[name] = { wire: found[2]!, type: found[1]! };
  }
  for (const [, client, text] of body.matchAll(METHOD)) readMethod(result, client!, text!);
  for (const [, type, register] of body.matchAll(EVENT)) result.events[register!] = Number(type);
  return result;
}

function readMethod(result: ClientClass, client: string, text: string): void {
  const indexer = INDEXER.exec(text);
  if (indexer) {
    result.methods.GetItem = { client, parameters: names(indexer[2]!), returns: indexer[1]! };
    return;
  }
  const made = OBJECT_CALL.exec(text);
  if (made) {
    result.methods[made[2]!] = { client, parameters: names(made[3]!), returns: made[1]! };
    return;
  }
  const called = VALUE_CALL.exec(text);
  if (called) result.methods[called[1]!] = { client, parameters: names(called[2]!) };
}

function names(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function list(body: string, property: string): unknown[] {
  const found = new RegExp(`"${property}", \\{\\s*get: function \\(\\) \\{\\s*return (\\[[^\\]]*\\]);`).exec(
    body,
  );
  return found ? (JSON.parse(found[1]!) as unknown[]) : [];
}
