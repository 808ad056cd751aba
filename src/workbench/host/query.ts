import type { Json } from '../model/bag';
import { invalidArgument } from './errors';
import { HostObject } from './hostObject';
import {
  classOf,
  getScalar,
  idOf,
  isCollection,
  itemsOf,
  navigate,
  navigationOf,
  scalarOf,
} from './objectModel';
import type { QueryInfo } from './protocol';

type Fields = Record<string, Json>;

/** What an object says of itself when it is made: its id, and its reference where it has one. */
export function identity(object: HostObject | null): Fields | null {
  if (object === null) return null;
  const fields: Fields = {};
  const id = idOf(object);
  if (id) fields[id.wire] = id.value;
  if (object.referenceId !== undefined) fields._ReferenceId = object.referenceId;
  return fields;
}

/**
 * Answers a load. With `camelCase` names are those of the client and collections `items` (the form of load as JSON).
 * Unknown properties fail with `InvalidArgument`.
 */
export function query(object: HostObject | null, info: QueryInfo, camelCase = false): Json {
  if (object === null) return null;
  return isCollection(object) ? queryItems(object, info, camelCase) : queryObject(object, info, camelCase);
}

function queryItems(object: HostObject, info: QueryInfo, camelCase: boolean): Json {
  const { Skip = 0, Top, Select = [], Expand = [] } = info;
  const { scalars, navigations } = classOf(object);
  // Properties of the collection itself may be asked for beside those of its items.
  const isOwn = (path: string): boolean => {
    const name = path.split(/[/.]/)[0]!;
    return Object.hasOwn(scalars, name) || Object.hasOwn(navigations, name);
  };
  const own = Select.filter(isOwn);
  const item = classOf(object).item;
  const isKnown = (path: string): boolean => {
    const name = path.split(/[/.]/)[0]!;
    if (name === '*' || item === undefined || hasMember(object, item, name)) return true;
    object.core.stats.countUnknownLoad(`${item}.${name}`);
    return false;
  };
  const asked = Select.filter((each) => !isOwn(each)).map(stripItems);
  const known = asked.filter(isKnown);
  // Nothing of the items is asked for where none of the names is theirs.
  const nothing = asked.length > 0 && known.length === 0;
  const inner: QueryInfo = { Select: known, Expand };
  const end = Top === undefined ? undefined : Skip + Top;
  const items = itemsOf(object)
    .map((item, index) => ({ item, index }))
    .slice(Skip, end)
    .map(({ item, index }): Json => {
      const found = nothing ? (camelCase ? {} : identity(item)!) : queryObject(item, inner, camelCase);
      return camelCase ? found : { _Index: index, ...found };
    });
  const result: Fields = own.length > 0 ? queryObject(object, { Select: own }, camelCase) : {};
  if (camelCase) result.items = items;
  else result._Items = items;
  return result;
}

/** Names that items do not have are passed over in the load of a collection, not in that of an object. */
function hasMember(collection: HostObject, item: string, name: string): boolean {
  const probe = new HostObject(collection.core, item, collection, undefined);
  return scalarOf(probe, name) !== undefined || navigationOf(probe, name) !== undefined;
}

const stripItems = (path: string): string => path.replace(/^items\//i, '');

function queryObject(object: HostObject, info: QueryInfo, camelCase: boolean): Fields {
  const { scalars } = classOf(object);
  const fields: Fields = camelCase ? {} : identity(object)!;
  const put = (name: string): void => {
    const client = Object.keys(scalars).find((each) => each === name || scalars[each]!.wire === name) ?? name;
    const scalar = scalars[client]!;
    fields[camelCase ? client : scalar.wire] = getScalar(object, scalar.wire);
  };
  const nested = new Map<string, string[]>();
  const select = info.Select && info.Select.length > 0 ? info.Select : ['*'];
  for (const path of select) {
    const [head = '', ...rest] = path.split(/[/.]/);
    if (head === '*') {
      for (const name of Object.keys(scalars)) if (!name.startsWith('_')) put(name);
      continue;
    }
    const scalar = scalarOf(object, head);
    const navigation = scalar ? undefined : navigationOf(object, head);
    if (scalar) put(scalar.wire);
    else if (navigation) nest(nested, navigation.client, rest);
    else throw invalidArgument(`The property '${head}' does not exist on ${object.type}.`);
  }
  for (const path of info.Expand ?? []) {
    const [head = '', ...rest] = path.split(/[/.]/);
    const navigation = navigationOf(object, head);
    if (!navigation) throw invalidArgument(`The property '${head}' does not exist on ${object.type}.`);
    nest(nested, navigation.client, rest);
  }
  for (const [client, paths] of nested) {
    const navigation = navigationOf(object, client)!;
    const found = query(navigate(object, client), { Select: paths }, camelCase);
    fields[camelCase ? client : navigation.wire] = found ?? { _IsNull: true };
  }
  return fields;
}

function nest(nested: Map<string, string[]>, name: string, rest: string[]): void {
  const paths = nested.get(name) ?? [];
  if (rest.length > 0 || paths.length === 0) paths.push(rest.length > 0 ? rest.join('/') : '*');
  nested.set(name, paths);
}
