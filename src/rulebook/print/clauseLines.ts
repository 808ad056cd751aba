import { formatDay } from '../../facts/date';
import type { Clause, Escalation } from '../clause';
import { isAmount, type Effect } from '../effects';
import { FLAG_WORDS, KIND_WORDS } from './conditions';
import type { PrintContext } from './context';
import { sayCount } from './countWords';
import { sayAmount, sayConsequence } from './effectWords';
import { LABELS, type Label } from './labels';
import { listed, quoted } from './lists';
import {
  ALONE,
  BEING,
  CITED,
  EACH_BEHAVIOUR,
  ESCALATIONS,
  EXEMPT,
  FLAGS_JOINED,
  IN_FORCE,
  JOINT,
  KEEPS,
  LINKS,
  MEASURED,
  MULTIPLIED,
  OVERLAP,
  RESPONSIBLE,
  SHIFTS,
  SUBJECTS,
  SUBSTITUTES,
  WARNINGS,
} from './termWords';

/** A line under an article: its label and its words, without the full stop. */
export interface Line {
  readonly label: Label;
  readonly words: string;
}

/** Everything the regulation says of a clause besides its statement, in the order it is printed. */
export function clauseLines(clause: Clause, context: PrintContext): Line[] {
  return [
    ...effectLines(clause, context),
    ...countLines(clause, context),
    ...triggerLines(clause, context),
    ...heavierLines(clause, context),
    ...lighterLines(clause, context),
    ...sharedLines(clause, context),
    ...originLines(clause, context),
  ];
}

const line = (label: Label, words: string): Line => ({ label, words });

/** Effects in their order; amounts that follow one another share a line. */
function effectLines(clause: Clause, context: PrintContext): Line[] {
  const lines: Line[] = [];
  for (const { effect, words, label } of saidEffects(clause, clause.effects, clause.count.unit, context)) {
    const last = lines.at(-1);
    if (isAmount(effect) && last?.label === 'amount')
      lines[lines.length - 1] = line('amount', `${last.words}；${words}`);
    else lines.push(line(label, words));
  }
  return lines;
}

function saidEffects(
  clause: Clause,
  effects: readonly Effect[],
  unit: string | undefined,
  { resolve, param }: PrintContext,
): { effect: Effect; label: Label; words: string }[] {
  const dir = clause.direction === undefined ? undefined : resolve(clause.direction);
  return effects.map((effect) => {
    if (!isAmount(effect)) return { effect, ...sayConsequence(effect) };
    const turned = effect.type === 'points' && dir !== undefined ? { ...effect, dir } : effect;
    return { effect, label: 'amount', words: sayAmount(turned, unit, param(clause.id)) };
  });
}

function countLines({ count, effects }: Clause, context: PrintContext): Line[] {
  const hasUnit = effects.some((effect) => isAmount(effect) && effect.dir !== 'set');
  const words = [hasUnit ? '' : `按${count.unit}计`, sayCount(count, context)].filter((part) => part !== '');
  return words.length === 0 ? [] : [line('count', words.join('，'))];
}

function triggerLines({ triggers = [], eachTrigger }: Clause, { resolve }: PrintContext): Line[] {
  if (triggers.length === 0 && eachTrigger === undefined) return [];
  const names = triggers.map(
    ({ text, measured }) => `${quoted([text.zh])}${measured === true ? MEASURED : ''}`,
  );
  const each = eachTrigger === undefined ? '' : EACH_BEHAVIOUR.say(resolve(eachTrigger));
  return [line('triggers', [names.join(''), each].filter((part) => part !== '').join('，'))];
}

function heavierLines(clause: Clause, context: PrintContext): Line[] {
  const { resolve } = context;
  const { multiplier, escalation, substitute, linkedRange } = clause;
  const lines: Line[] = [];
  if (multiplier !== undefined) {
    const { factor, label, flag, parts } = multiplier;
    const joined =
      parts === undefined
        ? ''
        : `（${FLAGS_JOINED[resolve(parts.join)].say({ flags: quoted(parts.flags.map((one) => FLAG_WORDS.say(one))) })}）`;
    lines.push(
      line(
        'multiplied',
        `${MULTIPLIED.say({ label: label.zh, flag: FLAG_WORDS.say(flag), factor })}${joined}`,
      ),
    );
  }
  if (escalation !== undefined) lines.push(line('repeated', repeatedWords(clause, escalation, context)));
  if (substitute !== undefined) {
    lines.push(
      line(
        'substitute',
        SUBSTITUTES[resolve(substitute.mode)].say({ flag: FLAG_WORDS.say(substitute.flag) }),
      ),
    );
  }
  if (linkedRange !== undefined)
    lines.push(line('linked', LINKS[resolve(linkedRange.coupled)].say({ pct: linkedRange.pctPerPoint })));
  return lines;
}

function repeatedWords(clause: Clause, escalation: Escalation, context: PrintContext): string {
  const { resolve } = context;
  const flag = escalation.orFlag === undefined ? '' : `或${FLAG_WORDS.say(escalation.orFlag)}`;
  const warnings = escalation.warnings === undefined ? [] : [WARNINGS.say(resolve(escalation.warnings))];
  const effects = saidEffects(clause, escalation.effects, undefined, context).map(({ label, words }) =>
    label === 'amount' || label === 'sanction' ? words : `${LABELS[label]}${BEING}${words}`,
  );
  const count = String(resolve(escalation.minCount));
  const head = ESCALATIONS[resolve(escalation.mode)].say({ count, flag });
  return `${head}：${[...effects, ...warnings].join('；')}`;
}

function lighterLines(clause: Clause, { resolve }: PrintContext): Line[] {
  const { exemption, excusable, sameDay, catchAll } = clause;
  const lines: Line[] = [];
  if (exemption !== undefined) {
    const { shifts, flag } = exemption;
    const flagged = flag === undefined ? '' : `（${EXEMPT}）`;
    const free =
      shifts === undefined
        ? ''
        : `（${SHIFTS[String(resolve(shifts.applies)) as 'true' | 'false'].say({ names: listed(shifts.names) })}）`;
    lines.push(line('exemption', `${exemption.text.zh}${flagged}${free}`));
  }
  if (excusable === true) lines.push(line('exemption', ALONE.excusable));
  if (sameDay !== undefined && resolve(sameDay) === 'once') lines.push(line('sameDay', ALONE.sameDay));
  if (catchAll !== undefined && resolve(catchAll)) lines.push(line('catchAll', ALONE.catchAll));
  return lines;
}

function sharedLines(clause: Clause, { resolve, rulebook }: PrintContext): Line[] {
  const joint = (clause.jointLiability ?? [])
    .filter(({ applies }) => applies.every((one) => resolve(one)))
    .map(({ kind, clause: under, min, sanction }) =>
      line(
        'joint',
        JOINT[sanction === undefined ? 'none' : resolve(sanction)].say({
          kind: KIND_WORDS.say(kind),
          clause: under,
          min,
        }),
      ),
    );
  const group = rulebook.overlapGroups?.find(({ id }) => id === clause.overlapGroup);
  if (group === undefined) return joint;
  const keep = KEEPS[resolve(group.keep)].say({ clause: group.specific ?? '' });
  return [...joint, line('overlap', OVERLAP.say({ title: group.title.zh, id: group.id, keep }))];
}

function originLines(clause: Clause, { rulebook, day }: PrintContext): Line[] {
  const { subject, responsible, evidence = [], from, to, fromReference, toReference, citation } = clause;
  const source = rulebook.sources.find(({ id }) => id === citation.source)?.title.zh ?? citation.source;
  const today = formatDay(day);
  return [
    ...(subject === rulebook.subject ? [] : [line('subject', SUBJECTS.say(subject))]),
    ...(responsible === undefined ? [] : [line('responsible', RESPONSIBLE.say(responsible))]),
    ...(evidence.length === 0 ? [] : [line('evidence', quoted(evidence.map(({ zh }) => zh)))]),
    ...(from === undefined && to === undefined ? [] : [line('inForce', IN_FORCE.say(from, to))]),
    ...(from === undefined || fromReference === undefined
      ? []
      : [line('revised', `自${from}起，${fromReference}`)]),
    ...(to === undefined || toReference === undefined ? [] : [line('revised', `至${to}止，${toReference}`)]),
    ...(clause.revisions ?? [])
      .filter((revision) => revision.from <= today)
      .map((revision) => line('revised', `自${revision.from}起，${revision.reference}`)),
    line(
      'citation',
      citation.number === undefined
        ? CITED.section.say({ source, section: citation.section })
        : CITED.number.say({ source, section: citation.section, number: citation.number }),
    ),
  ];
}
