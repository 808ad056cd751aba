import { checkedDecimal, compareDecimals, decimalOf } from '../facts/decimal';
import type { Clause, Multiplier } from './clause';
import { countingKindOf, type Count } from './counting';
import { isAmount, type Effect } from './effects';
import { formatPath, type RulebookProblem } from './issues';
import { isByReading } from './primitives';
import type { Rulebook } from './rulebook';

type Path = readonly PropertyKey[];
type Report = (path: Path, code: string, params?: Readonly<Record<string, string | number>>) => void;

/** Faults beyond the form: references that lead nowhere, contradictions, amounts the wrong way round. */
export function checkRulebook(rulebook: Rulebook, root: string): RulebookProblem[] {
  const problems: RulebookProblem[] = [];
  const report: Report = (path, code, params) => {
    problems.push({
      path: formatPath(root, path),
      code: `RULEBOOK_${code}`,
      ...(params === undefined ? {} : { params }),
    });
  };
  checkUnique(rulebook, report);
  checkReadings(rulebook, report);
  checkReferences(rulebook, report);
  rulebook.clauses.forEach((clause, index) => {
    checkClause(clause, ['clauses', index], report);
  });
  checkDates(['effectiveFrom'], rulebook.effectiveFrom, rulebook.effectiveTo, report);
  return problems;
}

function checkUnique(rulebook: Rulebook, report: Report): void {
  const lists = {
    sources: rulebook.sources,
    categories: rulebook.categories,
    readings: rulebook.readings,
    params: rulebook.params,
    overlapGroups: rulebook.overlapGroups ?? [],
    clauses: rulebook.clauses,
  };
  for (const [list, items] of Object.entries(lists)) duplicates(items, [list], report);
  rulebook.clauses.forEach((clause, index) => {
    duplicates(clause.triggers ?? [], ['clauses', index, 'triggers'], report);
  });
}

function duplicates(items: readonly { readonly id: string }[], path: Path, report: Report): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(item.id)) report([...path, index, 'id'], 'DUPLICATE_ID', { id: item.id });
    seen.add(item.id);
  });
}

/** Every reading in use is declared and has a case for each option; every declared one is used. */
function checkReadings(rulebook: Rulebook, report: Report): void {
  const options = new Map(
    rulebook.readings.map((reading) => [reading.id, reading.options.map((o) => String(o.value))]),
  );
  const used = new Set<string>();
  walk(rulebook, [], (value, path) => {
    if (!isByReading(value)) return;
    used.add(value.reading);
    const declared = options.get(value.reading);
    if (declared === undefined) {
      report([...path, 'reading'], 'UNKNOWN_READING', { reading: value.reading });
      return;
    }
    for (const option of declared) {
      if (!Object.hasOwn(value.cases, option)) report([...path, 'cases'], 'CASE_MISSING', { option });
    }
    for (const option of Object.keys(value.cases)) {
      if (!declared.includes(option)) report([...path, 'cases', option], 'CASE_UNKNOWN', { option });
    }
  });
  rulebook.readings.forEach((reading, index) => {
    if (!reading.options.some((option) => option.value === reading.default)) {
      report(['readings', index, 'default'], 'DEFAULT_NOT_AN_OPTION', { found: String(reading.default) });
    }
    if (!used.has(reading.id)) report(['readings', index, 'id'], 'READING_UNUSED', { reading: reading.id });
  });
}

function walk(value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void {
  if (typeof value !== 'object' || value === null) return;
  visit(value, path);
  if (Array.isArray(value))
    value.forEach((item, index) => {
      walk(item, [...path, index], visit);
    });
  else for (const [key, item] of Object.entries(value)) walk(item, [...path, key], visit);
}

function checkReferences(rulebook: Rulebook, report: Report): void {
  const clauses = new Set(rulebook.clauses.map((clause) => clause.id));
  const sources = new Set(rulebook.sources.map((source) => source.id));
  const categories = new Set(rulebook.categories.map((category) => category.id));
  const groups = new Set((rulebook.overlapGroups ?? []).map((group) => group.id));
  const params = new Set(rulebook.params.map((param) => param.id));
  const needClause = (path: Path, id: string): void => {
    if (!clauses.has(id)) report(path, 'UNKNOWN_CLAUSE', { clause: id });
  };
  const needParam = (path: Path, id: string): void => {
    if (!params.has(id)) report(path, 'UNKNOWN_PARAM', { param: id });
  };

  rulebook.clauses.forEach((clause, index) => {
    const path: Path = ['clauses', index];
    if (!categories.has(clause.category))
      report([...path, 'category'], 'UNKNOWN_CATEGORY', { category: clause.category });
    if (!sources.has(clause.citation.source))
      report([...path, 'citation', 'source'], 'UNKNOWN_SOURCE', { source: clause.citation.source });
    if (clause.overlapGroup !== undefined && !groups.has(clause.overlapGroup)) {
      report([...path, 'overlapGroup'], 'UNKNOWN_GROUP', { group: clause.overlapGroup });
    }
    clause.jointLiability?.forEach((joint, i) => {
      needClause([...path, 'jointLiability', i, 'clause'], joint.clause);
    });
    clause.derive?.forEach((derive, i) => {
      if (derive.from === 'attendance-count' || derive.trigger === undefined) return;
      if (!(clause.triggers ?? []).some((trigger) => trigger.id === derive.trigger)) {
        report([...path, 'derive', i, 'trigger'], 'UNKNOWN_TRIGGER', { trigger: derive.trigger });
      }
    });
    const checkCount = (count: Count, at: Path): void => {
      countReferences(count).forEach((id) => {
        needClause(at, id);
      });
      countingKindOf(count)
        .params?.(count)
        .forEach((id) => {
          needParam(at, id);
        });
    };
    checkCount(clause.count, [...path, 'count']);
    clause.revisions?.forEach((revision, i) => {
      if (revision.count !== undefined) checkCount(revision.count, [...path, 'revisions', i, 'count']);
    });
  });
  rulebook.overlapGroups?.forEach((group, index) => {
    if (group.specific !== undefined) needClause(['overlapGroups', index, 'specific'], group.specific);
    const canBeSpecific = isByReading(group.keep)
      ? Object.values(group.keep.cases).includes('specific')
      : group.keep === 'specific';
    if (canBeSpecific && group.specific === undefined)
      report(['overlapGroups', index, 'specific'], 'MISSING', { expected: 'clause id' });
  });
  if (rulebook.tiers !== undefined) {
    needParam(['tiers', 'high', 'param'], rulebook.tiers.high.param);
    needParam(['tiers', 'low', 'param'], rulebook.tiers.low.param);
  }
}

/** Clause ids that a way of counting points to. */
function countReferences(count: Count): string[] {
  switch (count.mode) {
    case 'treat_as':
      return (isByReading(count.target) ? Object.values(count.target.cases) : [count.target]).filter(
        (id): id is string => typeof id === 'string',
      );
    case 'state':
      return count.conflict === undefined ? [] : [count.conflict.clause];
    case 'process':
      return count.follows === undefined ? [] : [count.follows];
    default:
      return [];
  }
}

function checkClause(clause: Clause, path: Path, report: Report): void {
  checkEffects(clause.effects, [...path, 'effects'], report);
  if (clause.escalation !== undefined)
    checkEffects(clause.escalation.effects, [...path, 'escalation', 'effects'], report);
  checkFactor(clause.multiplier, path, report);
  if (countingKindOf(clause.count).source === 'computed') {
    clause.effects.forEach((effect, index) => {
      if (isAmount(effect) && effect.kind !== 'exact')
        report([...path, 'effects', index], 'COMPUTED_NOT_EXACT');
    });
  }
  const measured = (clause.triggers ?? []).filter((trigger) => trigger.measured === true).length;
  if (measured > 1) report([...path, 'triggers'], 'SEVERAL_MEASURED', { count: measured });
  if (
    measured === 1 &&
    clause.count.mode !== 'measure_threshold' &&
    clause.count.mode !== 'quota_shortfall'
  ) {
    report([...path, 'triggers'], 'MEASURED_WITHOUT_BOUND', { mode: clause.count.mode });
  }
  const ranges = [...clause.effects, ...(clause.escalation?.effects ?? [])].filter(
    (effect) => isAmount(effect) && effect.kind === 'range',
  );
  if (clause.linkedRange !== undefined && ranges.length < 2)
    report([...path, 'linkedRange'], 'LINK_WITHOUT_RANGES');
  checkDates([...path, 'from'], clause.from, clause.to, report);
  clause.revisions?.forEach((revision, index) => {
    const previous = index === 0 ? clause.from : clause.revisions?.[index - 1]?.from;
    if (previous !== undefined && revision.from <= previous) {
      report([...path, 'revisions', index, 'from'], 'DATES_NOT_RISING', {
        found: revision.from,
        after: previous,
      });
    }
    const at = [...path, 'revisions', index];
    if (revision.effects !== undefined) checkEffects(revision.effects, [...at, 'effects'], report);
    if (revision.escalation)
      checkEffects(revision.escalation.effects, [...at, 'escalation', 'effects'], report);
    checkFactor(revision.multiplier, at, report);
  });
}

function checkFactor(multiplier: Multiplier | null | undefined, path: Path, report: Report): void {
  if (multiplier && compareDecimals(checkedDecimal(multiplier.factor), decimalOf(1)) <= 0) {
    report([...path, 'multiplier', 'factor'], 'FACTOR_TOO_SMALL', { found: multiplier.factor });
  }
}

function checkEffects(effects: readonly Effect[], path: Path, report: Report): void {
  effects.forEach((effect, index) => {
    if (
      isAmount(effect) &&
      effect.kind === 'range' &&
      compareDecimals(checkedDecimal(effect.min), checkedDecimal(effect.max)) >= 0
    ) {
      report([...path, index], 'RANGE_REVERSED', { min: effect.min, max: effect.max });
    }
    if (effect.when?.level !== undefined && effect.when.kind !== '投诉') {
      report([...path, index, 'when'], 'LEVEL_WITHOUT_KIND');
    }
    if (effect.when?.flag !== undefined && effect.when.flag === effect.when.flag_not) {
      report([...path, index, 'when'], 'WHEN_IMPOSSIBLE', { flag: effect.when.flag });
    }
  });
}

function checkDates(path: Path, from: string | undefined, to: string | undefined, report: Report): void {
  if (from === undefined || to === undefined) return;
  if (to < from) report(path, 'DATES_REVERSED', { from, to });
}
