import type { Clause } from '../../rulebook/clause';

const NONE = /^(?:无|没有|不适用|否|暂无|不处分|免于处分|-+|\/)$/;

/**
 * The sanctions written in a cell, in the clause's own words where they name one of its options
 * (`给予记过处分` -> `记过`); anything else stays as written and is for the rulebook to refuse.
 */
export function chosenSanctions(clause: Clause, text: string): string[] {
  const clean = text.trim();
  if (clean === '' || NONE.test(clean)) return [];
  const options = [
    ...new Set(
      [...clause.effects, ...(clause.escalation?.effects ?? [])].flatMap((effect) =>
        effect.type === 'discipline' ? effect.options : [],
      ),
    ),
  ].sort((a, b) => b.length - a.length);
  if (options.length === 0) return [];
  return clean
    .split(/[、,;/+\uff0c\uff1b\n]|和|并/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !NONE.test(part))
    .slice(0, 8)
    .map(
      (part) =>
        options.find((option) => option === part) ?? options.find((option) => part.includes(option)) ?? part,
    );
}
