import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import { addinParts } from './scripts/build/addin.mjs';
import { swcOptions } from './scripts/swc.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

/**
 * Writes each file beside its place and renames it, so that another process sees the old file or the new
 * one, and dates it at the start of the build, so that a source saved meanwhile counts as newer.
 */
class WholeFiles {
  apply(compiler) {
    let startedAt;
    const start = () => {
      startedAt = new Date();
    };
    compiler.hooks.beforeRun.tap('WholeFiles', start);
    compiler.hooks.watchRun.tap('WholeFiles', start);
    const writeFile = (file, data, done) => {
      const part = `${file}.${process.pid}.part`;
      fs.writeFile(part, data, (error) => (error ? done(error) : fs.rename(part, file, done)));
    };
    compiler.outputFileSystem = Object.assign(Object.create(fs), { writeFile });
    compiler.hooks.done.tap('WholeFiles', ({ compilation }) => {
      if (compilation.errors.length > 0) return;
      for (const asset of Object.keys(compilation.assets)) {
        fs.utimesSync(path.join(compilation.outputOptions.path, asset), startedAt, startedAt);
      }
    });
  }
}

function common(name, { mode, cache }) {
  return {
    name,
    mode,
    context: root,
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        { test: /\.ts$/, loader: 'swc-loader', options: swcOptions() },
        { test: /\.tsx$/, loader: 'swc-loader', options: swcOptions({ tsx: true }) },
      ],
    },
    infrastructureLogging: { level: 'error' },
    performance: { hints: false },
    cache: cache && {
      type: 'filesystem',
      name: `${name}-${mode}-${cache}`,
      cacheDirectory: path.join(root, 'node_modules/.cache/webpack'),
      buildDependencies: {
        config: [fileURLToPath(import.meta.url), path.join(root, 'scripts/swc.mjs')],
      },
    },
  };
}

/** One entry per thing that is built; each makes its webpack configuration from the shared one. */
const targets = {
  cli: (options) => ({
    ...common('cli', options),
    target: 'node20',
    entry: './src/cli/main.ts',
    output: { path: path.join(root, 'dist/cli'), filename: 'qascore.cjs' },
    devtool: false,
    optimization: { minimize: false },
    plugins: [new WholeFiles()],
  }),

  addin: ({ address, office, ...options }) => ({
    ...common('addin', options),
    ...addinParts(root, { address, office }),
  }),
  workbench: (options) => ({
    ...common('workbench', options),
    target: 'web',
    entry: './src/workbench/page/main.tsx',
    output: { path: path.join(root, 'dist/workbench'), filename: '[name].js', clean: true },
    devtool: false,
    experiments: { css: true },
    optimization: { minimize: false, splitChunks: { chunks: 'all', name: 'vendors' } },
    plugins: [new HtmlWebpackPlugin({ template: './src/workbench/page/index.html' })],
  }),
};

export const targetNames = Object.keys(targets);

/**
 * @param {string} target one of `targetNames`
 * @param {{ mode?: 'production' | 'development', cache?: string | false }} [options]
 *   `cache` names the cache on disk; two builds at one time must not share one. What a target takes besides is
 *   passed on, for example `address` and `office` of the add-in.
 * @returns {import('webpack').Configuration}
 */
export function configuration(target, { mode = 'production', cache = 'build', ...rest } = {}) {
  const make = targets[target];
  if (!make) throw new Error(`unknown target "${target}", known: ${targetNames.join(', ')}`);
  return make({ mode, cache, ...rest });
}

/** For the webpack command: all targets, or those named by `--env target=cli,...`. */
export default function (env = {}, argv = {}) {
  const names = env.target === undefined ? targetNames : env.target.split(',');
  const { address, office } = env;
  return names.map((name) => configuration(name, { mode: argv.mode, address, office }));
}
