import type { Clause } from '../../rulebook/clause';
import { SENTENCE_BREAK } from './phrases';

/** Circumstances of a record that sheets keep in yes/no columns, in the words of rulebook statements. */
export const ELEMENTS = ['dispute', 'downstream', 'validComplaint'] as const;
export type Element = (typeof ELEMENTS)[number];

const WORDS: Readonly<Record<Element, RegExp>> = {
  dispute: /争议/,
  downstream: /后序|后续/,
  validComplaint: /有效投诉/,
};

/** How a text names the element. */
export const elementOf = (element: Element): RegExp => WORDS[element];

/** The element stands behind an "or": it is one of several ways to fulfil the clause. */
const OPTIONAL: Readonly<Record<Element, RegExp>> = {
  dispute: /或者?(?:因此|由此|因而|从而)?(?:产生|引起|造成|导致)?(?:客户|用户)?的?争议/,
  downstream: /或者?(?:影响)?后[序续]/,
  validComplaint: /或者?(?:造成|引起|导致)?(?:业主|客户)?有效投诉/,
};

const COST = /扣|加倍|罚|减\s*\d/;

/** The elements without which a record is no violation of the clause (SVC-03 needs a dispute). */
export function requiredElements(clause: Clause): readonly Element[] {
  const flags = new Set<string>([
    ...(clause.multiplier?.parts?.flags ?? []),
    ...clause.effects
      .flatMap(({ when }) => [when?.flag, when?.flag_not])
      .filter((flag) => flag !== undefined),
  ]);
  const sentences = clause.statement.zh.split(SENTENCE_BREAK).filter((part) => !COST.test(part));
  return ELEMENTS.filter((element) => {
    if (flags.has(element === 'validComplaint' ? 'valid_complaint' : element)) return false;
    return sentences.some((part) => WORDS[element].test(part) && !OPTIONAL[element].test(part));
  });
}

/** `早`, `中`, `晚`, `夜`: the shifts a clause speaks of; empty = all. */
export function shiftsOf(clause: Clause): ReadonlySet<string> {
  const shifts = new Set<string>();
  const parts = [clause.title.zh, ...clause.statement.zh.split(SENTENCE_BREAK)];
  for (const part of parts) {
    if (/不计|除外|豁免|不算/.test(part)) continue;
    for (const match of part.matchAll(/([早中晚夜])班/g)) shifts.add(match[1]!);
  }
  for (const rule of clause.derive ?? []) {
    if (rule.from === 'attendance') for (const name of rule.shifts ?? []) shifts.add(name.slice(0, 1));
  }
  return shifts;
}

/** The shift letter in a shift cell (`早班 08:00-17:00`), undefined where it names none of the four. */
export function shiftLetter(shift: string | undefined): string | undefined {
  return shift === undefined ? undefined : /([早中晚夜])/.exec(shift)?.[1];
}
