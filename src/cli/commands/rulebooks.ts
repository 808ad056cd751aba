import { formatDay } from '../../facts/date';
import { t } from '../../i18n';
import { rulebookDocument, rulebookSummary } from '../../month/rulebookJson';
import { readSettings, rulebookSettings } from '../../month/settingsFormat';
import { printRulebook } from '../../rulebook/print';
import { readJson } from '../files';
import type { Options } from '../options';
import { UsageError } from '../options';
import { textTable, type Output } from '../output';
import { allRulebooks, findRulebook } from '../rulebooks';
import { dayGiven } from '../today';

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

/** One rulebook: its clauses, or with `--text` the regulation as it reads on a day under the given settings. */
export function rulebookCommand(options: Options): Output {
  const { targets, language } = options;
  const [target] = targets;
  if (target === undefined || targets.length > 1) throw new UsageError(language);
  const rulebook = findRulebook(target);
  if (options.text) {
    const day = dayGiven('--on', options.on);
    const given = readSettings(options.settings === undefined ? {} : readJson(options.settings));
    const text = printRulebook(rulebook, { day, settings: rulebookSettings(given) });
    return { exit: 0, json: { id: rulebook.id, day: formatDay(day), text }, text: text.trimEnd() };
  }
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
