import type { PersonRef } from '../types';
import type { DataRow } from '../recognise/rows';
import { readId, readName } from '../values/name';

/** Fields that {@link personOf} looks at. */
export const PERSON_FIELDS: ReadonlySet<string> = new Set(['name', 'id', 'userId']);

/** The person of a row; undefined when it names nobody. */
export function personOf(row: DataRow, carried?: PersonRef): PersonRef | undefined {
  const name = readName(row.value('name'));
  const id = readId(row.value('id')) ?? name?.id;
  const userId = readId(row.value('userId'));
  if (name === undefined && id === undefined && userId === undefined) return carried;
  return {
    name: name?.name ?? '',
    ...(id === undefined ? {} : { id }),
    ...(userId === undefined ? {} : { userId }),
    ...(name?.left === true ? { left: true } : {}),
  };
}
