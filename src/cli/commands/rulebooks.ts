import { t } from '../../i18n';
import { rulebookDocument, rulebookSummary } from '../../month/rulebookJson';
import type { Options } from '../options';
import { UsageError } from '../options';
import { textTable, type Output } from '../output';
import { allRulebooks, findRulebook } from '../rulebooks';

export function rulebooksCommand({ language }: Options): Output {
  const rulebooks = allRulebooks();
  return {
    exit: 0,
    json: rulebooks.map(rulebookSummary),
    text: textTable(
      rulebooks.map((rulebook) => [
        rulebook.id,
        rulebook.version,
        t(language, 'cli.clauses', { count: rulebook.clauses.length }),
        rulebook.title[language],
      ]),
      [2],
    ),
  };
}

export function rulebookCommand({ targets, language }: Options): Output {
  const [target] = targets;
  if (target === undefined || targets.length > 1) throw new UsageError(language);
  const rulebook = findRulebook(target);
  const lines = rulebook.clauses.map((clause) => [
    clause.id,
    clause.title[language],
    clause.statement[language],
  ]);
  return {
    exit: 0,
    json: rulebookDocument(rulebook),
    text: `${rulebook.id}  ${rulebook.title[language]}\n\n${lines.map(([id, title, statement]) => `${id}  ${title}\n    ${statement}`).join('\n')}`,
  };
}
