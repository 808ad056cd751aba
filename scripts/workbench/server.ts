/**
 * The workbench: `npm start` builds it with the add-in and serves both on https://localhost, for this machine alone.
 *
 *   --port N        another port (0 = any free one)
 *   --once          build only what is older than its sources, once
 *   --addin FOLDER  a built add-in from elsewhere (taskpane.html and manifest.xml)
 *   --release       the add-in as it is built for Office; only its page's address of office.js is another one
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { OFFICE_ADDRESSES } from '../build/addin.mjs';
import { localCertificate } from './certificates';
import { excelSchema, SCHEMA_FILE } from './schema';
import { serve } from './staticServer';
import { buildAndWatch, buildWhenStale, FOLDERS, type Target } from './watch';

const root = process.cwd();
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    once: { type: 'boolean', default: false },
    addin: { type: 'string' },
    release: { type: 'boolean', default: false },
  },
});

const listeners = new Set<ServerResponse>();
const own = values.release ? 'release' : 'addin';
const addin = values.addin ?? path.join(root, FOLDERS[own]);
const started = Date.now();
excelSchema(root);
const certificate = await localCertificate(path.join(root, 'out/certificates'));
const targets: Target[] = values.addin === undefined ? [own, 'workbench'] : ['workbench'];
if (values.once) await buildWhenStale(targets);
else await buildAndWatch(targets, announce);
const server = await serve(
  {
    folders: {
      '/': path.join(root, FOLDERS.workbench),
      '/addin/': addin,
      '/assets/': path.join(root, 'assets'),
      '/office/': path.join(root, 'node_modules/@microsoft/office-js/dist'),
    },
    files: {
      '/': path.join(root, FOLDERS.workbench, 'index.html'),
      '/manifest.xml': path.join(addin, 'manifest.xml'),
      '/excel-schema.json': path.join(root, SCHEMA_FILE),
      '/sample.xlsx': path.join(root, 'assets/sample.xlsx'),
    },
    answers: { '/changes': listen, ...(values.release && { '/addin/taskpane.html': answerPage }) },
  },
  { certificate, port: Number(values.port) },
);
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(`https://localhost:${server.port}/  (${seconds} s; Ctrl+C ends it)`);

/** The page as built, with office.js from this machine. */
function answerPage(response: ServerResponse): void {
  const page = fs.readFileSync(path.join(addin, 'taskpane.html'), 'utf8');
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(page.replaceAll(OFFICE_ADDRESSES.global, '/office/office.js'));
}

/** Keeps the answer open; each line on it is a rebuild that succeeded. */
function listen(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': listening\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

function announce(errors: string[]): void {
  if (errors.length > 0) return console.error(errors.join('\n'));
  console.log(`rebuilt ${new Date().toLocaleTimeString()}`);
  for (const listener of listeners) listener.write('data: rebuilt\n\n');
}
