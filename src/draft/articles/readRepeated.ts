import type { Escalation } from '../../rulebook/clause';
import type { Effect } from '../../rulebook/effects';
import { FLAG_WORDS } from '../../rulebook/print/conditions';
import { fold } from '../../rulebook/print/fold';
import { LABELS, type Label } from '../../rulebook/print/labels';
import { BEING, ESCALATIONS, WARNINGS } from '../../rulebook/print/termWords';
import { question } from '../question';
import type { Question } from '../types';
import type { Work } from '../work';
import { itemsOf } from './items';
import { isConsequence, readAmount, readConsequence } from './readEffects';

const MODES = ['extra', 'replace', 'add'] as const;

/** `同一人当月满2次，合计改为：扣5至10分；每次的处分照给`; undefined where the words are not understood. */
export function readRepeated(
  words: string,
  work: Work,
): { escalation: Escalation; questions: readonly Question[] } | undefined {
  const colon = fold(words).indexOf(':');
  const head = words.slice(0, colon);
  const mode = MODES.find((way) => ESCALATIONS[way].read(head) !== undefined);
  if (colon < 0 || mode === undefined) return undefined;
  const { count = '', flag = '' } = ESCALATIONS[mode].read(head) ?? {};
  const orFlag = flag === '' ? undefined : FLAG_WORDS.read(flag.replace(/^或/, ''));
  if (Number(count) < 2 || !Number.isInteger(Number(count)) || (flag !== '' && orFlag === undefined))
    return undefined;
  const effects: Effect[] = [];
  const questions: Question[] = [];
  let warnings: Escalation['warnings'];
  for (const item of itemsOf(words.slice(colon + 1))) {
    const kept = WARNINGS.read(item);
    if (kept !== undefined) {
      warnings = kept;
      continue;
    }
    const found = readAmount(item, work);
    const effect = found === undefined ? consequenceIn(item) : undefined;
    if (found === undefined && effect === undefined)
      questions.push(question('LINE_UNREAD', { label: LABELS.repeated, found: item.slice(0, 60) }));
    effects.push(...(found?.effects ?? []), ...(effect === undefined ? [] : [effect]));
    questions.push(...(found?.questions ?? []));
  }
  if (effects.length === 0) return undefined;
  const escalation: Escalation = {
    minCount: Number(count),
    ...(orFlag === undefined ? {} : { orFlag }),
    mode,
    effects,
    ...(warnings === undefined ? {} : { warnings }),
  };
  return { escalation, questions };
}

/** `责任为…` names its kind; anything else is a sanction. */
function consequenceIn(item: string): Effect | undefined {
  const label = (Object.keys(LABELS) as Label[])
    .filter(isConsequence)
    .find((one) => item.startsWith(`${LABELS[one]}${BEING}`));
  return label === undefined
    ? readConsequence('sanction', item)
    : readConsequence(label, item.slice(LABELS[label].length + BEING.length));
}
