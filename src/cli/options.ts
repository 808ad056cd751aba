import { parseArgs } from 'node:util';
import { ProblemError } from '../facts/problem';
import { t, type Language } from '../i18n';

/** Everything the command line may say. */
export interface Options {
  readonly command: string;
  readonly targets: readonly string[];
  readonly language: Language;
  readonly json: boolean;
  readonly entries: boolean;
  readonly facts: string | undefined;
  readonly rulebook: string | undefined;
  readonly month: string | undefined;
  /** Every month given, for commands that take several. */
  readonly months: readonly string[];
  /** A rulebook file to try in place of the one in force. */
  readonly changed: string | undefined;
  /** Readings and parameters to try, `name=value` each. */
  readonly tried: { readonly readings: readonly string[]; readonly params: readonly string[] };
  readonly out: string | undefined;
  readonly settings: string | undefined;
  /** Names of the tabs to make, as given; undefined = all. */
  readonly tabs: string | undefined;
  /** The day that deadlines of issues are looked at, `2026-10-31`; undefined = today. */
  readonly today: string | undefined;
  /** The regulation as a text to hang up. */
  readonly text: boolean;
  /** The day whose rules are printed, `2026-10-31`; undefined = today. */
  readonly on: string | undefined;
  readonly help: boolean;
}

/** The words were not understood: exit 2. */
export class UsageError extends ProblemError {
  /** @param detail what exactly was not understood */
  constructor(language: Language, detail?: string) {
    const usage = t(language, 'cli.usage');
    super('USAGE', { usage: detail === undefined ? usage : `${detail}\n${usage}` });
  }
}

/** @throws UsageError */
export function readOptions(args: readonly string[], language: Language): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        entries: { type: 'boolean', default: false },
        facts: { type: 'string' },
        rulebook: { type: 'string' },
        month: { type: 'string', multiple: true, default: [] },
        with: { type: 'string' },
        reading: { type: 'string', multiple: true, default: [] },
        param: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
        settings: { type: 'string' },
        tabs: { type: 'string' },
        today: { type: 'string' },
        text: { type: 'boolean', default: false },
        on: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en')
      throw new UsageError(language);
    const [command = '', ...targets] = positionals;
    return {
      command,
      targets,
      language: values.lang ?? language,
      json: values.json,
      entries: values.entries,
      facts: values.facts,
      rulebook: values.rulebook,
      month: values.month.at(-1),
      months: values.month,
      changed: values.with,
      tried: { readings: values.reading, params: values.param },
      out: values.out,
      settings: values.settings,
      tabs: values.tabs,
      today: values.today,
      text: values.text,
      on: values.on,
      help: values.help,
    };
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new UsageError(language);
  }
}
