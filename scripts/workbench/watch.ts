import path from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack, { type Compiler, type Configuration } from 'webpack';

export interface Watch {
  close(): Promise<void>;
}

interface Builds {
  targetNames: string[];
  configuration(target: string, options: object): Configuration;
}

/**
 * Builds the named targets one after the other and, when `watching`, again on every change; resolves when all were
 * built once. `onBuilt` gets the errors of a build, none when it succeeded. The first build with errors fails.
 */
export async function build(
  targets: readonly string[],
  { watching, onBuilt }: { readonly watching: boolean; readonly onBuilt: (errors: string[]) => void },
): Promise<Watch> {
  const file = pathToFileURL(path.resolve('webpack.config.js')).href;
  const { configuration, targetNames } = (await import(file)) as Builds;
  const compilers: Compiler[] = [];
  for (const target of targets.filter((each) => targetNames.includes(each))) {
    const options = { mode: 'development', cache: 'workbench', officeJs: '/office/office.js' };
    const compiler = webpack(configuration(target, options))!;
    compilers.push(compiler);
    await new Promise<void>((resolve, reject) => {
      let first = true;
      const done = (problem: Error | null, stats?: webpack.Stats): void => {
        const errors = problem
          ? [problem.message]
          : (stats?.toJson({ all: false, errors: true }).errors ?? []).map((each) => each.message);
        if (!first) return onBuilt(errors);
        first = false;
        if (errors.length > 0) reject(new Error(`${target}: ${errors.join('\n')}`));
        else resolve();
      };
      if (watching) compiler.watch({ aggregateTimeout: 200, ignored: /node_modules/ }, done);
      else compiler.run((problem, stats) => done(problem, stats));
    });
  }
  const close = (compiler: Compiler): Promise<void> => new Promise((resolve) => compiler.close(() => resolve()));
  if (!watching) await Promise.all(compilers.map(close));
  return { close: async () => void (watching && (await Promise.all(compilers.map(close)))) };
}
