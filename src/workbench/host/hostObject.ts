import { Bag, type Json } from '../model/bag';
import type { Block } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { HostCore } from './hostCore';

/**
 * An object of the object model as a request sees it: a view on the workbook, of a class of the schema. Views come
 * and go; what lasts is in `target` and `bag`.
 */
export class HostObject<T = unknown> {
  /** Set while a client holds a reference to it. */
  referenceId: string | undefined;

  constructor(
    readonly core: HostCore,
    readonly type: string,
    readonly parent: HostObject | undefined,
    readonly target: T,
    readonly bag: Bag = new Bag(),
  ) {}
}

/** A block of a sheet that follows when cells move; `lost` when its cells were taken out. */
export interface RangeTarget {
  readonly sheet: Sheet;
  block: Block;
  lost?: boolean;
}
export type RangeObject = HostObject<RangeTarget>;

/** What arguments arrive as: JSON in which objects may stand. */
export type Argument = Json | HostObject | Argument[] | { [key: string]: Argument } | undefined;

/** What a call gives: a value, an object, or null for the null object. */
export type Result = Json | HostObject | undefined;

/** How a class differs from a plain bag of properties; members by wire name. */
export interface Behaviour<T> {
  readonly get?: Readonly<Record<string, (view: HostObject<T>) => Json>>;
  readonly set?: Readonly<Record<string, (view: HostObject<T>, value: Json, argument: Argument) => void>>;
  readonly navigate?: Readonly<Record<string, (view: HostObject<T>) => HostObject | null>>;
  readonly call?: Readonly<Record<string, (view: HostObject<T>, ...args: Argument[]) => Result>>;
  /** Members of a collection, in order. */
  readonly items?: (view: HostObject<T>) => HostObject[];
  /** What properties are before they are set. */
  readonly defaults?: Readonly<Record<string, Json>>;
  /** Told after a property of a bag was set. */
  readonly changed?: (view: HostObject<T>) => void;
}

/** A behaviour whatever its target, as the table of all classes keeps it. */
export type AnyBehaviour = Behaviour<never>;

/** Declares the behaviour of a class. */
export function behaviour<T>(given: Behaviour<T>): AnyBehaviour {
  return given;
}
