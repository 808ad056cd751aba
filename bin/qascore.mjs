#!/usr/bin/env node
/**
 * Runs the built command line. In a source checkout it is built first where it is missing or older than
 * what it is made of; an installed package only has the built file.
 */
import fs from 'node:fs';
import module, { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const built = path.join(root, 'dist/cli/qascore.cjs');
const sources = ['src', 'rulesets', 'scripts/swc.mjs', 'webpack.config.js', 'package-lock.json'];
const buildFailed = 70;
const lockExpires = 60_000;

/** Directories count too: their time changes when a file is removed. */
function changedSince(time, file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (stat.mtimeMs > time) return true;
  return stat.isDirectory() && fs.readdirSync(file).some((name) => changedSince(time, path.join(file, name)));
}

function isCurrent() {
  const stat = fs.statSync(built, { throwIfNoEntry: false });
  return stat !== undefined && !sources.some((file) => changedSince(stat.mtimeMs, path.join(root, file)));
}

/** Webpack's cache on disk bears one process at a time; whoever comes second builds without it. */
async function withCacheName(work) {
  const folder = path.join(root, 'node_modules/.cache');
  const lock = path.join(folder, 'qascore.lock');
  const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
  if (age > lockExpires) fs.rmSync(lock, { force: true });
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.closeSync(fs.openSync(lock, 'wx'));
  } catch {
    return work(false);
  }
  try {
    return await work('qascore');
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

async function build() {
  const { default: webpack } = await import('webpack');
  const { configuration } = await import('../webpack.config.js');
  await withCacheName(async (cache) => {
    const compiler = webpack(configuration('cli', { cache }));
    const stats = await new Promise((resolve, reject) => {
      compiler.run((error, result) => (error ? reject(error) : resolve(result)));
    });
    await new Promise((resolve) => compiler.close(resolve));
    if (stats.hasErrors()) {
      throw new Error(stats.toString({ all: false, errors: true, errorStack: false, colors: false }));
    }
  });
}

if (fs.existsSync(path.join(root, 'src/cli')) && !isCurrent()) {
  try {
    await build();
  } catch (error) {
    const withoutBundler = error.code === 'ERR_MODULE_NOT_FOUND' && fs.existsSync(built);
    if (!withoutBundler) {
      console.error(`qascore: the command line could not be built\n${error.message}`);
      process.exit(buildFailed);
    }
  }
}

module.enableCompileCache?.();
createRequire(import.meta.url)(built);
