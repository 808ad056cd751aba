import { parseDay } from '../src/facts/date';
import { draftRegulation } from '../src/draft';
import { SHIPPED_IDS, shippedRulebook } from '../src/rulebook/shipped';
import { scoreAnnotated } from './draft/annotated';
import { longRegulation } from './draft/longText';
import { roundTrip } from './draft/roundTrip';

/**
 * How well regulations are read: `npm run draft:score -- [FOLDER] [--misses]`. With a folder of annotated texts
 * the reach on them and on their variants; always the clauses that come back from the printed form of the
 * shipped rulebooks, and the time for a long text (for information: no machine is like another).
 */
const args = process.argv.slice(2).filter((arg) => arg !== '--misses');
const [folder] = args;
if (args.length > 1) {
  console.error('usage: npm run draft:score -- [FOLDER] [--misses]');
  process.exit(2);
}
if (folder !== undefined) scoreAnnotated(folder, process.argv.includes('--misses'));

const DAY = parseDay('2026-10-31') ?? 0;
let [same, all, extra] = [0, 0, 0];
for (const id of SHIPPED_IDS) {
  const rulebook = shippedRulebook(id);
  if (rulebook === undefined) continue;
  const trip = roundTrip(rulebook, DAY);
  same += trip.same;
  all += trip.clauses;
  extra += trip.different.length - (trip.clauses - trip.same);
  console.log(
    `printed ${id.padEnd(4)} read back the same  ${trip.same}/${trip.clauses}  ${trip.different.join(' ')}`.trimEnd(),
  );
}
console.log(`printed ALL  read back the same  ${same}/${all}  extra ${extra}`);

for (const length of [20_000, 40_000]) {
  const text = longRegulation(length);
  draftRegulation(text);
  const start = performance.now();
  const { clauses, work } = draftRegulation(text);
  const spent = performance.now() - start;
  console.log(
    `long text  ${text.length} characters  ${clauses.length} clauses  ${(work / text.length).toFixed(1)} looks a character  ${spent.toFixed(0)} ms`,
  );
}
