import { transform } from '@swc/core';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { swcOptions } from './swc.mjs';

const suffixes = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

function isFile(url) {
  return fs.statSync(url, { throwIfNoEntry: false })?.isFile() ?? false;
}

export async function resolve(specifier, context, next) {
  if (/^\.{1,2}\//.test(specifier) && context.parentURL?.startsWith('file:')) {
    for (const suffix of suffixes) {
      const url = new URL(specifier + suffix, context.parentURL);
      if (isFile(url)) return { url: url.href, shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (url.startsWith('file:')) {
    const { pathname } = new URL(url);
    if (/\.tsx?$/.test(pathname)) {
      const filename = fileURLToPath(url);
      const { code } = await transform(fs.readFileSync(filename, 'utf8'), {
        ...swcOptions({ tsx: pathname.endsWith('x'), module: 'es6', sourceMaps: 'inline' }),
        filename,
      });
      return { format: 'module', source: code, shortCircuit: true };
    }
    if (pathname.endsWith('.json') && context.importAttributes?.type === undefined) {
      const json = fs.readFileSync(fileURLToPath(url), 'utf8');
      return { format: 'module', source: `export default ${json};`, shortCircuit: true };
    }
  }
  return next(url, context);
}
