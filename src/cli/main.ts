import { ProblemError } from '../facts/problem';
import { sentence, type Language } from '../i18n';
import { draftCommand } from './commands/draft';
import { inspectCommand } from './commands/inspect';
import { lintCommand } from './commands/lint';
import { replayCommand } from './commands/replay';
import { reportCommand } from './commands/report';
import { rulebookCommand, rulebooksCommand } from './commands/rulebooks';
import { scoreCommand } from './commands/score';
import { readOptions, UsageError, type Options } from './options';
import type { Output } from './output';
import { RulebookFileError } from './rulebooks';

const commands: Readonly<Record<string, (options: Options) => Output>> = {
  rulebooks: rulebooksCommand,
  rulebook: rulebookCommand,
  lint: lintCommand,
  score: scoreCommand,
  inspect: inspectCommand,
  draft: draftCommand,
  report: reportCommand,
  replay: replayCommand,
};

/** zh unless the environment asks for English. */
function defaultLanguage(): Language {
  const wanted = process.env.QASCORE_LANG ?? '';
  return wanted.startsWith('en') ? 'en' : 'zh';
}

function run(args: readonly string[]): number {
  const fallback = defaultLanguage();
  const language: Language =
    args.includes('en') && args[args.indexOf('en') - 1] === '--lang' ? 'en' : fallback;
  const wantsJson = args.includes('--json');
  try {
    const options = readOptions(args, language);
    const command = Object.hasOwn(commands, options.command) ? commands[options.command] : undefined;
    if (command === undefined || options.help) throw new UsageError(options.language);
    const output = command(options);
    if (options.json) process.stdout.write(`${JSON.stringify(output.json, null, 1)}\n`);
    else if (output.text !== undefined) process.stdout.write(`${output.text}\n`);
    return output.exit;
  } catch (error) {
    const exit = error instanceof UsageError ? 2 : 1;
    const problem =
      error instanceof ProblemError
        ? error.problem
        : { code: 'UNEXPECTED', params: { detail: error instanceof Error ? error.message : String(error) } };
    const faults = error instanceof RulebookFileError ? error.faults : [];
    const lines = [
      sentence(problem, language),
      ...faults.map((fault) => `${fault.path}: ${sentence(fault, language)}`),
    ];
    process.stderr.write(`${lines.join('\n')}\n`);
    if (wantsJson && exit === 1) {
      process.stdout.write(
        `${JSON.stringify({ status: 'error', code: problem.code, message: lines[0], ...(faults.length === 0 ? {} : { faults }) }, null, 1)}\n`,
      );
    }
    return exit;
  }
}

process.exitCode = run(process.argv.slice(2));
