import { existsSync, readFileSync } from 'node:fs';
import { loadRulebook } from '../src/rulebook/load';

/** Loads every shipped rulebook and prints what is wrong with it. */
let faults = 0;
for (const id of ['QA', 'PM', 'SVC', 'GM', 'CQ', 'CP', 'GAS', 'OUT']) {
  const file = `rulesets/${id}.json`;
  if (!existsSync(file)) {
    console.log(`${id}: no file`);
    continue;
  }
  const result = loadRulebook(JSON.parse(readFileSync(file, 'utf8')));
  if (result.ok) console.log(`${id}: ok, ${result.rulebook.clauses.length} clauses`);
  else {
    faults += result.problems.length;
    for (const problem of result.problems) {
      console.log(`${problem.path}: ${problem.code} ${JSON.stringify(problem.params ?? {})}`);
    }
  }
}
process.exitCode = faults > 0 ? 1 : 0;
