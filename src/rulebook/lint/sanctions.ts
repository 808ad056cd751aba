import type { Effect } from '../effects';

/** From mild to grave, as labour discipline grades them. */
const GRADES: readonly RegExp[] = [
  /批评|检讨|提醒/,
  /警告/,
  /严重警告/,
  /记过/,
  /记大过/,
  /降[级职薪]/,
  /撤职|免职/,
  /留用察看/,
  /辞退|开除|解除劳动合同|除名/,
];

/** The gravest of the sanctions among effects; undefined where none is known. */
export function heaviestSanction(
  effects: readonly Effect[],
): { readonly name: string; readonly weight: number } | undefined {
  const graded = effects.flatMap((effect) =>
    effect.type === 'discipline'
      ? effect.options.map((name) => ({ name, weight: GRADES.findLastIndex((grade) => grade.test(name)) }))
      : [],
  );
  const known = graded.filter(({ weight }) => weight >= 0);
  return known.sort((a, b) => b.weight - a.weight)[0];
}
