/**
 * Makes a replay test of a session in a real Excel. In the console of the add-in's page set
 * `OfficeExtension.CoreUtility._logEnabled = true`, go through the session, save the console's text, then:
 *
 *     node scripts/run.mjs scripts/tape.ts CONSOLE.txt WORKBOOK.xlsx NAME
 *
 * WORKBOOK.xlsx is the workbook as it was before. Both go to test/workbench/tapes/NAME; test/workbench/tapes.test.ts replays
 * every tape there.
 */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { readTape } from '../src/workbench/host/tape';

const [log, workbook, name] = process.argv.slice(2);
if (log === undefined || workbook === undefined || name === undefined) {
  console.error('usage: node scripts/run.mjs scripts/tape.ts CONSOLE.txt WORKBOOK.xlsx NAME');
  process.exitCode = 2;
} else {
  const calls = readTape(fs.readFileSync(log, 'utf8'));
  const folder = path.join('test/workbench/tapes', name);
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'calls.json'), `${JSON.stringify(calls)}\n`);
  fs.copyFileSync(workbook, path.join(folder, 'workbook.xlsx'));
  console.log(`${calls.length} calls in ${folder}`);
}
