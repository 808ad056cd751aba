import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import webpack, { type Compiler, type Configuration } from 'webpack';

export interface Watch {
  close(): Promise<void>;
}

interface Builds {
  configuration: (target: string, options: object) => Configuration;
}

/** What a build is made from; when all of it is older than the build, the build stands. */
const SOURCES = ['src', 'rulesets', 'assets', 'manifest.xml', 'webpack.config.js', 'package-lock.json'];
/**
 * Where builds are. `addin` is quick to make and loads office.js from here; `release` is the one for Office, to the byte.
 */
export const FOLDERS = {
  addin: 'dist/workbench-addin',
  release: 'dist/addin',
  workbench: 'dist/workbench',
};
export type Target = keyof typeof FOLDERS;
/** Dates a build by the time it began. */
const MARK = '.built';
const LOCK = 'out/workbench-build.lock';
const LOCK_STALE_MS = 180_000;

/** Builds the named targets, and again on every change; resolves when all were built once. */
export async function buildAndWatch(
  targets: readonly Target[],
  onBuilt: (errors: string[]) => void,
): Promise<Watch> {
  const compilers: Compiler[] = [];
  for (const compiler of await makeCompilers(targets)) {
    compilers.push(compiler);
    let isFirst = true;
    await new Promise<void>((resolve, reject) => {
      compiler.watch({ aggregateTimeout: 200, ignored: /node_modules/ }, (problem, stats) => {
        const errors = errorsOf(problem, stats);
        if (!isFirst) return onBuilt(errors);
        isFirst = false;
        if (errors.length > 0) reject(new Error(errors.join('\n')));
        else resolve();
      });
    });
  }
  return { close: async () => void (await Promise.all(compilers.map(close))) };
}

/** Builds the named targets that are older than their sources. Processes that do so at one time take turns. */
export async function buildWhenStale(targets: readonly Target[]): Promise<void> {
  await locked(async () => {
    const changed = newest(SOURCES);
    const stale = targets.filter((target) => changed > builtAt(FOLDERS[target]));
    for (const compiler of await makeCompilers(stale)) {
      const started = new Date();
      const mark = path.join(compiler.outputPath, MARK);
      await new Promise<void>((resolve, reject) => {
        compiler.run((problem, stats) => {
          const errors = errorsOf(problem, stats);
          if (errors.length > 0) reject(new Error(errors.join('\n')));
          else resolve();
        });
      });
      await close(compiler);
      fs.writeFileSync(mark, '');
      fs.utimesSync(mark, started, started);
    }
  });
}

const RELEASE = { mode: 'production', cache: 'build' };

async function makeCompilers(targets: readonly Target[]): Promise<Compiler[]> {
  const file = pathToFileURL(path.resolve('webpack.config.js')).href;
  const { configuration } = (await import(file)) as Builds;
  const options = { mode: 'development', cache: 'workbench', office: '/office/office.js' };
  return targets.map((target) => {
    const made = target === 'release' ? configuration('addin', RELEASE) : configuration(target, options);
    return webpack({ ...made, output: { ...made.output, path: path.resolve(FOLDERS[target]) } });
  });
}

function errorsOf(problem: Error | null, stats: webpack.Stats | undefined): string[] {
  if (problem) return [problem.message];
  return (stats?.toJson({ all: false, errors: true }).errors ?? []).map((each) => each.message);
}

function close(compiler: Compiler): Promise<void> {
  return new Promise((resolve) => compiler.close(() => resolve()));
}

async function locked(act: () => Promise<void>): Promise<void> {
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(LOCK);
      break;
    } catch {
      if (Date.now() - modified(LOCK) > LOCK_STALE_MS) fs.rmSync(LOCK, { recursive: true, force: true });
      await wait(200);
    }
  }
  try {
    await act();
  } finally {
    fs.rmSync(LOCK, { recursive: true, force: true });
  }
}

/** When a build was made: by its mark, or by its files where it was made by the build command. */
function builtAt(folder: string): number {
  const files = [MARK, 'taskpane.html', 'index.html'].map((name) => path.join(folder, name));
  return Math.max(...files.map(modified));
}

function modified(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(files: readonly string[]): number {
  return files.reduce((latest, file) => {
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (!stat) return latest;
    if (!stat.isDirectory()) return Math.max(latest, stat.mtimeMs);
    const inside = fs.readdirSync(file).map((name) => path.join(file, name));
    return Math.max(latest, newest(inside));
  }, 0);
}
