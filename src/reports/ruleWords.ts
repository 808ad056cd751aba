import { formatDay } from '../facts/date';
import { t, type TextKey } from '../i18n';
import type { Clause } from '../rulebook/clause';
import { countPhrases } from './countWords';
import { effectPhrases, flagWords, type WordContext } from './effectWords';

/** Thresholds, multipliers, repeats, exemptions, joint liability and overlaps of a clause, a phrase each. */
export function rulePhrases(clause: Clause, context: WordContext): string[] {
  return [
    ...subjectPhrases(clause, context),
    ...countPhrases(clause.count, context),
    ...heavierPhrases(clause, context),
    ...lighterPhrases(clause, context),
    ...jointPhrases(clause, context),
    ...overlapPhrases(clause, context),
  ];
}

function subjectPhrases({ subject }: Clause, { ruleset, language }: WordContext): string[] {
  if (subject === ruleset.rulebook.subject || subject === 'agent' || subject === 'customer') return [];
  return [t(language, `rule.subject.${subject}`)];
}

function heavierPhrases(clause: Clause, context: WordContext): string[] {
  const { ruleset, language } = context;
  const { multiplier, escalation, substitute, linkedRange } = clause;
  const phrases: string[] = [];
  if (multiplier !== undefined) {
    phrases.push(
      t(language, 'rule.multiplied', { label: multiplier.label[language], factor: multiplier.factor }),
    );
  }
  if (escalation !== undefined) {
    const keys = { extra: 'rule.repeatExtra', replace: 'rule.repeatReplace', add: 'rule.repeatAdd' } as const;
    // what repeats bring comes once a month, whatever the clause's unit
    const whole: Clause = {
      ...clause,
      count: { mode: 'total_reached', unit: clause.count.unit, points: '0' },
    };
    const effects = effectPhrases(escalation.effects, whole, context).join(t(language, 'list.separator'));
    const count = String(ruleset.resolve(escalation.minCount));
    const repeated = t(language, keys[ruleset.resolve(escalation.mode)], { count, effects });
    phrases.push(repeated);
    if (escalation.orFlag !== undefined) {
      phrases.push(t(language, 'rule.orFlag', { flag: flagWords(escalation.orFlag, language) }));
    }
  }
  if (substitute !== undefined) {
    const isReplaced = ruleset.resolve(substitute.mode) === 'replace';
    const key: TextKey = isReplaced ? 'rule.substituteReplace' : 'rule.substituteAdd';
    phrases.push(t(language, key, { flag: flagWords(substitute.flag, language) }));
  }
  if (linkedRange !== undefined && ruleset.resolve(linkedRange.coupled) === 'coupled') {
    phrases.push(t(language, 'rule.linked', { pct: linkedRange.pctPerPoint }));
  }
  if (clause.eachTrigger !== undefined && ruleset.resolve(clause.eachTrigger) === 'each') {
    phrases.push(t(language, 'rule.eachTrigger'));
  }
  return phrases;
}

function lighterPhrases(clause: Clause, { ruleset, language }: WordContext): string[] {
  const { exemption, sameDay, catchAll } = clause;
  const shifts = exemption?.shifts;
  const isExempt =
    exemption !== undefined &&
    (exemption.flag !== undefined || (shifts !== undefined && ruleset.resolve(shifts.applies)));
  return [
    ...(isExempt ? [t(language, 'rule.exempt', { text: exemption.text[language] })] : []),
    ...(clause.excusable === true ? [t(language, 'rule.excusable')] : []),
    ...(sameDay !== undefined && ruleset.resolve(sameDay) === 'once' ? [t(language, 'rule.sameDay')] : []),
    ...(catchAll !== undefined && ruleset.resolve(catchAll) ? [t(language, 'rule.catchAll')] : []),
  ];
}

function jointPhrases({ jointLiability = [] }: Clause, { ruleset, language }: WordContext): string[] {
  return jointLiability
    .filter((joint) => joint.applies.every((applies) => ruleset.resolve(applies)))
    .map(({ clause, min, kind }) =>
      t(language, 'rule.joint', { clause, min, kind: t(language, `when.${kind}`) }),
    );
}

function overlapPhrases({ overlapGroup }: Clause, { ruleset, language }: WordContext): string[] {
  const group = ruleset.rulebook.overlapGroups?.find((candidate) => candidate.id === overlapGroup);
  if (group === undefined) return [];
  const keep = t(language, `rule.keep.${ruleset.resolve(group.keep)}`, { clause: group.specific ?? '' });
  return [t(language, 'rule.overlap', { group: group.title[language], keep })];
}

/** Where a clause stands in its source, and since when it reads as it does. */
export function originPhrases(clause: Clause, context: WordContext): string[] {
  const { ruleset, day, language } = context;
  const { rulebook } = ruleset;
  const { section, number = '', source } = clause.citation;
  const title =
    rulebook.sources.length > 1
      ? (rulebook.sources.find(({ id }) => id === source)?.title[language] ?? '')
      : '';
  const revisions = (clause.revisions ?? []).filter(({ from }) => from <= formatDay(day));
  return [
    t(language, 'rule.cited', { source: title, section, number }).trim().replace(/\s+/g, ' '),
    ...(clause.from === undefined ? [] : [t(language, 'rule.inForceFrom', { date: clause.from })]),
    ...(clause.to === undefined ? [] : [t(language, 'rule.inForceTo', { date: clause.to })]),
    ...revisions.map(({ from, reference }) => t(language, 'rule.revised', { date: from, reference })),
  ];
}
