import { existsSync } from 'node:fs';
import type { Day } from '../../facts/date';
import { ProblemError } from '../../facts/problem';
import { t, type Language } from '../../i18n';
import { shownFault, shownFinding, type ShownFinding } from '../../month/lintJson';
import { lintRulebook } from '../../rulebook/lint';
import { loadRulebook } from '../../rulebook/load';
import type { Rulebook } from '../../rulebook/rulebook';
import { shippedRulebook } from '../../rulebook/shipped';
import { readJson } from '../files';
import { UsageError, type Options } from '../options';
import { textTable, type Output } from '../output';
import { todayOf } from '../today';

/** What an experienced administrator would point out about a rulebook; exit 1 where something is wrong. */
export function lintCommand(options: Options): Output {
  const { targets, language } = options;
  const [target] = targets;
  if (target === undefined || targets.length > 1) throw new UsageError(language);
  const findings = findingsOf(target, language, todayOf(options));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    exit: errors > 0 ? 1 : 0,
    json: { findings },
    text: findings.length === 0 ? t(language, 'lint.none') : lintText(findings, errors, language),
  };
}

/** Faults that keep a file from loading are findings too. */
function findingsOf(target: string, language: Language, today: Day): ShownFinding[] {
  const shipped = shippedRulebook(target);
  if (shipped !== undefined) return findingsIn(shipped, language, today);
  if (!existsSync(target)) throw new ProblemError('UNKNOWN_RULEBOOK', { rulebook: target });
  const json = readJson(target);
  const result = loadRulebook(json);
  if (!result.ok) return result.problems.map((fault) => shownFault(fault, json, language));
  return findingsIn(result.rulebook, language, today);
}

function findingsIn(rulebook: Rulebook, language: Language, today: Day): ShownFinding[] {
  return lintRulebook(rulebook, { today }).map((finding) => shownFinding(finding, language));
}

function lintText(findings: readonly ShownFinding[], errors: number, language: Language): string {
  const rows = findings.map(({ severity, clause, check, message }) => [
    t(language, `lint.severity.${severity}`),
    clause ?? t(language, 'lint.book'),
    check,
    message,
  ]);
  return [
    textTable(rows),
    '',
    t(language, 'lint.summary', { errors, warnings: findings.length - errors }),
  ].join('\n');
}
