import { checksumOfTotals, finishAll, fullScore } from './engine';
import { median, ratioLine, timed, type Line } from './measure';
import { checksumOf, columnsOf, passColumns, passRows } from './peers';
import { dearer, rowsOf, rulesetOf, workload, type Row, type Workload, type WorkloadName } from './workload';

/** Thrown where the engine and the hand-written passes do not come to the same numbers. */
export class ChecksumError extends Error {}

const REPETITIONS = { W1: 15, W2: 13, W3: 7 } as const;
/** Loads scored one after the other within one timing, so that short ones are measured too. */
const COPIES = { W1: 20, W2: 2, W3: 1 } as const;

/** Milliseconds of each pass in each repetition, all taken in turn. */
interface Timings {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly full: readonly number[];
  readonly recompute: readonly number[];
}

/** Full score from rows, recompute from resident columns, growth. */
export function scoringLines(): Line[] {
  const lines: Line[] = [];
  const perRecord = new Map<WorkloadName, { readonly rows: number; readonly full: number }>();
  for (const name of ['W1', 'W2', 'W3'] as const) {
    const load = workload(name);
    checkEqual(load);
    const { columns, rows, full, recompute } = measure(load, name);
    const ns = (ms: readonly number[]): number => (median(ms) * 1e6) / (load.records * COPIES[name]);
    perRecord.set(name, { rows: ns(rows), full: ns(full) });
    const pairs = (own: readonly number[], peer: readonly number[]) =>
      own.map((ms, i) => [ms, peer[i] ?? NaN] as const);
    const fullNote = `${ns(full).toFixed(0)} against ${ns(rows).toFixed(0)} ns a record`;
    const recomputeNote = `${ns(recompute).toFixed(1)} against ${ns(columns).toFixed(1)} ns a record`;
    const barred = name !== 'W1';
    const told = (line: Line): Line =>
      barred ? line : { what: line.what, load: name, value: line.value, bar: '', note: line.note };
    lines.push(told(ratioLine('full score from rows / (c)', name, pairs(full, rows), 1.5, fullNote)));
    lines.push(
      told(ratioLine('recompute from columns / (b)', name, pairs(recompute, columns), 2, recomputeNote)),
    );
  }
  const [small, large] = [perRecord.get('W1'), perRecord.get('W3')];
  if (small !== undefined && large !== undefined) {
    const own = large.full / small.full;
    const peer = large.rows / small.rows;
    lines.push({
      what: 'growth of the full score / growth of (c)',
      load: 'W1-W3',
      value: (own / peer).toFixed(2),
      bar: '<= 2',
      met: own / peer <= 2,
      note: `ns a record grow ${own.toFixed(2)} times, those of (c) ${peer.toFixed(2)} times`,
    });
  }
  return lines;
}

function checkEqual(load: Workload): void {
  const rows = rowsOf(load);
  const columns = columnsOf(load, rows);
  const totals = fullScore(rows, rulesetOf(load), load.months);
  const plain = [passColumns(load, columns), passRows(load, rows)].map(checksumOf);
  plain.push(checksumOfTotals(totals, load.months));
  totals.use(rulesetOf(load, true));
  const floored = [checksumOf(passColumns(load, columns, true)), checksumOfTotals(totals, load.months)];
  const changed = dearer(load);
  totals.use(rulesetOf(changed));
  const revised = [checksumOf(passColumns(changed, columns)), checksumOfTotals(totals, load.months)];
  const all = [plain, floored, revised];
  if (all.some((sums) => new Set(sums).size > 1) || new Set(all.map(([first]) => first)).size < all.length) {
    throw new ChecksumError(`${load.name}: checksums ${all.map((sums) => sums.join(', ')).join('; ')}`);
  }
}

function measure(load: Workload, name: WorkloadName): Timings {
  const copies = Array.from({ length: COPIES[name] }, (_, i) => i);
  const columns = columnsOf(load, rowsOf(load));
  // The other rulebook changes every amount, so that no sum can be kept.
  const changed = dearer(load);
  const resident = fullScore(rowsOf(load), rulesetOf(load), load.months);
  const fresh = (): Row[][] => copies.map(() => rowsOf(load));
  const timings = {
    columns: [] as number[],
    rows: [] as number[],
    full: [] as number[],
    recompute: [] as number[],
  };
  for (let repetition = -2; repetition < REPETITIONS[name]; repetition += 1) {
    let loads = fresh();
    const rows = timed(() => {
      loads.forEach((each) => passRows(load, each));
    });
    loads = fresh();
    const full = timed(() => {
      loads.forEach((each) => fullScore(each, rulesetOf(load), load.months));
    });
    loads = [];
    const byColumns = timed(() => {
      copies.forEach(() => passColumns(load, columns));
    });
    const recompute = timed(() => {
      copies.forEach((i) => {
        resident.use(rulesetOf((i + repetition) % 2 === 0 ? changed : load));
        finishAll(resident, load.months);
      });
    });
    if (repetition < 0) continue;
    timings.rows.push(rows);
    timings.full.push(full);
    timings.columns.push(byColumns);
    timings.recompute.push(recompute);
  }
  return timings;
}
