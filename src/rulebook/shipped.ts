import CP from '../../rulesets/CP.json';
import CQ from '../../rulesets/CQ.json';
import GAS from '../../rulesets/GAS.json';
import GM from '../../rulesets/GM.json';
import OUT from '../../rulesets/OUT.json';
import PM from '../../rulesets/PM.json';
import QA from '../../rulesets/QA.json';
import SVC from '../../rulesets/SVC.json';
import { loadRulebook } from './load';
import type { Rulebook } from './rulebook';

const files: Readonly<Record<string, unknown>> = { QA, PM, SVC, GM, CQ, CP, GAS, OUT };

/** Ids of the rulebooks that come with the product. */
export const SHIPPED_IDS: readonly string[] = Object.keys(files);

const loaded = new Map<string, Rulebook>();

/** A shipped rulebook, or undefined for an id that does not come with the product. */
export function shippedRulebook(id: string): Rulebook | undefined {
  if (!Object.hasOwn(files, id)) return undefined;
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const result = loadRulebook(files[id]);
  if (!result.ok) throw new Error(`shipped rulebook ${id}: ${JSON.stringify(result.problems[0])}`);
  loaded.set(id, result.rulebook);
  return result.rulebook;
}
