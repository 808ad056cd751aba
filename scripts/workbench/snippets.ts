/**
 * Runs public Excel samples against the emulated Excel: `npm run snippets -- FOLDER [part of a name] [--told]`.
 * FOLDER holds the `samples/excel` folder of a copy of the samples, as YAML. Prints what became of every sample, which
 * members are missing and totals.
 */
import process from 'node:process';
import { runSample, type Outcome } from './snippets/runSample';
import { samplesIn } from './snippets/sampleFile';

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run snippets -- FOLDER [part of a name] [--told]');
  process.exit(2);
}
const wanted = rest.find((each) => !each.startsWith('--')) ?? '';
const telling = rest.includes('--told');
/** The newest requirement set the installed client library can use. */
const NEWEST = 15;

function isOffered({ apiVersion }: Outcome): boolean {
  const minor = Number(apiVersion.split('.')[1] ?? NaN);
  return apiVersion === '' || !(minor > NEWEST);
}

/** Ran to the end, nothing missing, and something came of it. */
function isDone(outcome: Outcome): boolean {
  return (
    outcome.handlers > 0 &&
    outcome.failures.length === 0 &&
    outcome.unimplemented.length === 0 &&
    (outcome.changed || outcome.told.length > 0)
  );
}

const outcomes: Outcome[] = [];
for (const sample of samplesIn(folder)) {
  if (sample.name.includes(wanted)) outcomes.push(await runSample(sample));
}

for (const outcome of outcomes) {
  const mark = isDone(outcome) ? 'ran   ' : outcome.handlers === 0 ? 'none  ' : 'failed';
  const notes = [
    ...(isOffered(outcome) ? [] : [`needs ExcelApi ${outcome.apiVersion}`]),
    ...outcome.unimplemented.map((member) => `no ${member}`),
    ...outcome.failures,
    ...outcome.unknownDefaults.map((member) => `null ${member}`),
  ];
  console.log(
    `${mark} ${outcome.name.padEnd(58)} ${String(outcome.handlers).padStart(2)}  ${notes.join(' | ').slice(0, 500)}`,
  );
  if (telling) for (const line of outcome.told) console.log(`         ${line}`);
}

const missing = new Map<string, number>();
for (const { unimplemented } of outcomes) {
  for (const member of unimplemented) missing.set(member, (missing.get(member) ?? 0) + 1);
}
console.log('\nMissing members, by samples:');
for (const [member, count] of [...missing].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(3)} ${member}`);

const done = outcomes.filter(isDone);
const offered = outcomes.filter((outcome) => isOffered(outcome) && outcome.handlers > 0);
console.log(
  `\n${outcomes.length} samples, ${offered.length} with handlers and within ExcelApi 1.${NEWEST};`,
  `${done.length} ran to the end, ${done.filter(isOffered).length} of them within 1.${NEWEST}`,
);
process.exit(0);
