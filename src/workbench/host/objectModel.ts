import { Bag, type Json } from '../model/bag';
import type { Sheet } from '../model/sheet';
import { invalidArgument, itemNotFound, notModelled } from './errors';
import { HostObject, type Argument, type Behaviour, type Result } from './hostObject';
import type { ClassSchema, ScalarSchema } from './schema';
import { RECORDED_SERVICE, recordService } from './services';
import { checkArguments, fits } from './validate';

const EMPTY_CLASS: ClassSchema = {
  isCollection: false,
  scalars: {},
  navigations: {},
  methods: {},
  events: {},
};
const REGISTRATION = /^_(Un)?([Rr]egister\w*)$/;

function behaviourOf(object: HostObject): Behaviour<unknown> | undefined {
  return object.core.behaviours[object.type] as Behaviour<unknown> | undefined;
}

export function classOf(object: HostObject): ClassSchema {
  return object.core.schema.classes[object.type] ?? EMPTY_CLASS;
}

/** The scalar with a wire or client name, whatever its case. */
export function scalarOf(object: HostObject, name: string): ScalarSchema | undefined {
  const key = name.toLowerCase();
  for (const [client, scalar] of Object.entries(classOf(object).scalars)) {
    if (client.toLowerCase() === key || scalar.wire.toLowerCase() === key) return scalar;
  }
  return undefined;
}

/** The client and wire name of the property that leads to another object. */
export function navigationOf(
  object: HostObject,
  name: string,
): { client: string; wire: string; type: string } | undefined {
  const key = name.toLowerCase();
  for (const [client, each] of Object.entries(classOf(object).navigations)) {
    if (client.toLowerCase() === key || each.wire.toLowerCase() === key) return { client, ...each };
  }
  return undefined;
}

export function isCollection(object: HostObject): boolean {
  return classOf(object).isCollection;
}

/** The id of an object, when its class has one. */
export function idOf(object: HostObject): { wire: string; value: Json } | undefined {
  const { scalars } = classOf(object);
  const scalar = scalars.id ?? scalars._Id;
  return scalar && { wire: scalar.wire, value: getScalar(object, scalar.wire) };
}

export function getScalar(object: HostObject, wire: string): Json {
  const own = behaviourOf(object);
  const getter = own?.get?.[wire];
  if (getter) return getter(object);
  const kept = object.bag.values.get(wire);
  if (kept !== undefined) return kept;
  const standard = own?.defaults?.[wire];
  if (standard !== undefined) return standard;
  object.core.stats.countUnknown(`${object.type}.${wire}`);
  return null;
}

export function setScalar(object: HostObject, name: string, argument: Argument): void {
  if (object.type === RECORDED_SERVICE) {
    recordService(object, `set ${name}`, [toJson(argument)]);
    return;
  }
  const own = behaviourOf(object);
  const setter = own?.set?.[name];
  const scalar = scalarOf(object, name);
  if (!setter && !scalar) throw notModelled(`${object.type}.${name}`);
  if (scalar && !scalar.writable && !setter) throw invalidArgument();
  const value = toJson(argument);
  if (!fits(object.core.schema, scalar?.type, argument) && !isFreeArray(scalar, value))
    throw invalidArgument();
  if (setter) setter(object, value, argument);
  else if (scalar) object.bag.values.set(scalar.wire, value);
  if (own?.changed) own.changed(object);
  else if (!setter) emitChange(object, object.type);
}

/** A single value may stand for a whole array of values. */
function isFreeArray(scalar: ScalarSchema | undefined, value: Json): boolean {
  return scalar?.type?.items !== undefined && !Array.isArray(value);
}

export function navigate(object: HostObject, name: string): HostObject | null {
  if (object.type === RECORDED_SERVICE) return recordService(object, `Get ${name}`, []) as HostObject;
  const found = navigationOf(object, name);
  if (!found) throw notModelled(`${object.type}.${name}`);
  const own = behaviourOf(object)?.navigate?.[found.wire];
  if (own) return own(object);
  return new HostObject(object.core, found.type, object, undefined, object.bag.child(found.wire));
}

/** Members of a collection in order. */
export function itemsOf(object: HostObject): HostObject[] {
  const own = behaviourOf(object)?.items;
  if (own) return own(object);
  const type = classOf(object).item;
  if (type === undefined) throw notModelled(`${object.type}.items`);
  return object.bag.items.map((bag) => new HostObject(object.core, type, object, undefined, bag));
}

export function call(object: HostObject, name: string, args: Argument[]): Result {
  if (object.type === RECORDED_SERVICE) return recordService(object, name, args.map(toJson));
  const method = classOf(object).methods[name];
  const own = behaviourOf(object)?.call?.[name];
  if (!method && !own) throw notModelled(`${object.type}.${name}()`);
  if (method) checkArguments(object.core.schema, method.parameters, args);
  if (own) return own(object, ...args);
  const registration = REGISTRATION.exec(name);
  if (registration) return register(object, `_${capital(registration[2]!)}`, registration[1] === undefined);
  if (isCollection(object)) return callCollection(object, name, args);
  if (name === 'Delete' && object.parent && isCollection(object.parent)) {
    const { items } = object.parent.bag;
    const index = items.indexOf(object.bag);
    if (index < 0) throw notModelled(`${object.type}.${name}()`);
    items.splice(index, 1);
    emitChange(object, object.type);
    return null;
  }
  throw notModelled(`${object.type}.${name}()`);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function register(object: HostObject, method: string, on: boolean): null {
  const type = classOf(object).events[method];
  if (type === undefined) throw notModelled(`${object.type}.${method}()`);
  const id = idOf(object)?.value;
  object.core.events.register(type, typeof id === 'string' ? id : 'Workbook', on);
  return null;
}

function callCollection(object: HostObject, name: string, args: Argument[]): Result {
  const [key] = args;
  switch (name) {
    case 'GetItem':
    case 'GetItemOrNullObject': {
      const found = itemsOf(object).find((item) => isKey(item, key));
      if (!found && name === 'GetItem') throw itemNotFound();
      return found ?? null;
    }
    case 'GetItemAt':
    case 'GetItemAtOrNullObject': {
      const found = typeof key === 'number' ? itemsOf(object)[key] : undefined;
      if (!found && name === 'GetItemAt') throw invalidArgument();
      return found ?? null;
    }
    case 'GetCount':
      return itemsOf(object).length;
    case 'GetFirst':
      return itemsOf(object)[0] ?? null;
    case 'GetLast':
      return itemsOf(object).at(-1) ?? null;
    default:
      throw notModelled(`${object.type}.${name}()`);
  }
}

function isKey(item: HostObject, key: Argument): boolean {
  if (typeof key !== 'string' && typeof key !== 'number') return false;
  const wanted = String(key).toLowerCase();
  const candidates = ['Id', '_Id', 'Name', 'Key'].map((wire) =>
    scalarOf(item, wire)?.wire === wire ? getScalar(item, wire) : null,
  );
  return candidates.some(
    (each) => (typeof each === 'string' || typeof each === 'number') && String(each).toLowerCase() === wanted,
  );
}

function emitChange(object: HostObject, type: string): void {
  let owner: HostObject | undefined = object;
  while (owner && owner.type !== 'Worksheet') owner = owner.parent;
  const sheet = owner?.target as Sheet | undefined;
  object.core.workbook.emit({ kind: 'object', type, ...(sheet && { sheet }) });
}

/** A member of a collection that is kept as a bag, put at its end. */
export function addItem(collection: HostObject, values: Readonly<Record<string, Json>>): HostObject {
  const type = classOf(collection).item;
  if (type === undefined) throw notModelled(`${collection.type}.items`);
  const bag = new Bag(values);
  collection.bag.items.push(bag);
  const item = new HostObject(collection.core, type, collection, undefined, bag);
  emitChange(collection, type);
  return item;
}

/** An argument without objects; objects in it become their addresses or ids. */
export function toJson(value: Argument): Json {
  if (value === undefined || value === null) return null;
  if (value instanceof HostObject) {
    if (value.type === 'Range') return getScalar(value, 'Address');
    return idOf(value)?.value ?? null;
  }
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toJson(each)]));
  }
  return value;
}
