import { explanation, sentence } from '../../i18n';
import { scoreFacts } from '../../month/scoreFacts';
import { readJson } from '../files';
import { UsageError, type Options } from '../options';
import { textTable, type Output } from '../output';
import { findRulebook } from '../rulebooks';

export function scoreCommand({ targets, facts, entries, language }: Options): Output {
  const file = facts ?? targets[0];
  if (file === undefined || targets.length > (facts === undefined ? 1 : 0)) throw new UsageError(language);
  const answer = scoreFacts(readJson(file), {
    rulebook: findRulebook,
    entries,
    explain: (reason) => explanation(reason, language),
    sentence: (refusal) => sentence(refusal, language),
  });
  if (answer.status !== 'ok') {
    const { status, code, message } = answer;
    return { exit: 1, json: { status, code, message }, text: message };
  }
  const results = Object.entries(answer.results);
  return {
    exit: 0,
    json: answer,
    text: textTable(
      results.map(([subject, result]) => [
        subject,
        result.score ?? '—',
        `-${result.pointsDeducted}`,
        `+${result.pointsAdded}`,
        `+${result.bonus}`,
        result.fineYuan,
        `${result.performanceDeductPct}%`,
        result.discipline.join('、'),
      ]),
      [1, 2, 3, 4, 5, 6],
    ),
  };
}
