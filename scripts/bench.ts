import { intakeLines } from './bench/intake';
import { editLines, lookUpLines } from './bench/live';
import { printTable, type Line } from './bench/measure';
import { memoryLines } from './bench/memory';
import { reportLines } from './bench/reports';
import { ChecksumError, scoringLines } from './bench/scoring';

/** Measured side by side in one run: `npm run bench` for everything, `npm run bench -- score` for a section. */
const SECTIONS: Readonly<Record<string, () => readonly Line[]>> = {
  score: scoringLines,
  memory: memoryLines,
  edit: editLines,
  lookup: lookUpLines,
  reports: reportLines,
  intake: intakeLines,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(SECTIONS, name));
if (unknown.length > 0) {
  console.error(`no section ${unknown.join(', ')}; there are: ${Object.keys(SECTIONS).join(', ')}`);
  process.exit(2);
}

try {
  const names = wanted.length > 0 ? wanted : Object.keys(SECTIONS);
  console.log(
    'Ratios of processor times taken in turn in this run. (b) = one hand-written pass over typed columns with ranks,',
  );
  console.log(
    '(c) = the same over rows as the host hands them; both without checks, sources or explanations.\n',
  );
  printTable(names.flatMap((name) => SECTIONS[name]?.() ?? []));
} catch (error) {
  if (!(error instanceof ChecksumError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
