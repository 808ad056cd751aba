/**
 * Runs a TypeScript script: `node scripts/run.mjs scripts/bench.ts [arguments]`. Types are taken off as the
 * modules load, extension-less and JSON imports resolve as they do in the bundle.
 */
import { register } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const script = process.argv[2];
if (script === undefined) {
  console.error('usage: node scripts/run.mjs SCRIPT.ts [arguments]');
  process.exit(2);
}
process.argv.splice(1, 2, path.resolve(script));
process.setSourceMapsEnabled(true);
register('./typescriptHooks.mjs', import.meta.url);
await import(pathToFileURL(path.resolve(script)).href);
