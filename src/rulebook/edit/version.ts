import { formatDay, type Day } from '../../facts/date';
import type { Rulebook } from '../rulebook';
import { accepted, refused, type EditResult } from './result';

const DATED = /\/\d{4}-\d{2}-\d{2}(?:\.\d+)?$/;

/** A version text for a rulebook published on a day: the old one and the day, `2026.1/2026-11-22`. */
export function proposedVersion(published: string, today: Day): string {
  const next = `${published.replace(DATED, '')}/${formatDay(today)}`;
  if (!published.startsWith(next)) return next;
  const number = Number(published.slice(next.length + 1)) || 1;
  return `${next}.${number + 1}`;
}

/** A rulebook under another version. Refused with EDIT_VERSION, EDIT_VERSION_TAKEN {version}. */
export function withVersion(rulebook: Rulebook, inForce: Rulebook | undefined, version: string): EditResult {
  const text = version.trim();
  if (text === '') return refused('EDIT_VERSION');
  if (text === inForce?.version) return refused('EDIT_VERSION_TAKEN', { version: text });
  return accepted({ ...rulebook, version: text });
}
