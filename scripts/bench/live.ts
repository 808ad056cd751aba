import type { NumberName } from '../../src/scoring/monthNumbers';
import type { MonthTotals } from '../../src/scoring/monthTotals';
import type { WorkCounters } from '../../src/scoring/recordSums';
import { finishAll, FIRST_MONTH, fullScore, READER } from './engine';
import { median, timedWarm, type Line } from './measure';
import { passRows } from './peers';
import { dearer, randomFrom, rowsOf, rulesetOf, workload, type Row, type Workload } from './workload';

const EDITS = 20_000;
const LOOK_UPS = 50_000;
const REPETITIONS = { W1: 9, W2: 9, W3: 3 } as const;
const LOOK_UP_REPETITIONS = 5;
const NAMES = ['W1', 'W2', 'W3'] as const;

/** An edit of one row as a sheet reports it: the row's position and its cells now. */
interface Edit {
  readonly at: number;
  readonly before: Row;
  readonly row: Row;
}

const random = randomFrom(7);

/** Edits of `rows` one after the other, which are made there. */
function editsOf(load: Workload, rows: Row[]): Edit[] {
  const place = new Map(load.subjects.map((subject, index) => [subject, index]));
  return Array.from({ length: EDITS }, () => {
    const at = Math.floor(random() * rows.length);
    const before = rows[at]!;
    const [, , clause] = rows[Math.floor(random() * rows.length)]!;
    // Another subject, so that two subject months are to be finished anew.
    const step = 1 + Math.floor(random() * (load.subjects.length - 1));
    const subject = load.subjects[((place.get(before[1]) ?? 0) + step) % load.subjects.length]!;
    const row = [before[0], subject, clause, 1 + (at % 3), 0] as const;
    rows[at] = row;
    return { at, before, row };
  });
}

const monthOf = (row: Row): number => FIRST_MONTH + new Date((row[0] - 25_569) * 86_400_000).getUTCMonth();

/** Re-reads one row and asks for the two scores that it touches. */
function apply(totals: MonthTotals, edit: Edit, months: readonly [number, number]): void {
  READER.replaceIn(totals, edit.at, edit.row, edit.at + 2);
  totals.number(edit.before[1], months[0], 'score');
  totals.number(edit.row[1], months[1], 'score');
}

/** One record edited: time against (c), and work counted. */
export function editLines(): Line[] {
  const work: string[] = [];
  const lines: Line[] = [];
  for (const name of NAMES) {
    const load = workload(name);
    const rows = rowsOf(load);
    const totals = fullScore(rows, rulesetOf(load), load.months);
    // Everyone of the team is known, those without a record too.
    for (const subject of load.subjects) totals.table.addSubject(subject);
    finishAll(totals, load.months);
    const counted: WorkCounters = { ...totals.counters };
    const pairs: (readonly [number, number])[] = [];
    for (let repetition = 0; repetition < REPETITIONS[name]; repetition += 1) {
      const peer = timedWarm(
        () => rowsOf(load),
        (fresh) => {
          passRows(load, fresh);
        },
      );
      const own = timedWarm(
        () => batchOf(load, rows),
        (batch) => {
          for (const { edit, months } of batch) apply(totals, edit, months);
        },
      );
      pairs.push([own / EDITS, peer]);
    }
    const each = (key: keyof WorkCounters): string =>
      String((totals.counters[key] - counted[key]) / (EDITS * 3 * REPETITIONS[name]));
    work.push(`${each('touched')}/${each('finished')}/${each('folded')}`);
    const share = median(pairs.map(([own, peer]) => peer / own));
    const us = median(pairs.map(([own]) => own)) * 1000;
    lines.push({
      what: 'one record edited, both scores read',
      load: name,
      value: `1/${share.toFixed(0)}`,
      bar: name === 'W2' ? '<= 1/5000' : '',
      ...(name === 'W2' ? { met: share >= 5000 } : {}),
      note: `${us.toFixed(1)} us an edit; of (c) over the whole load`,
    });
  }
  lines.push({
    what: 'work of one edit: records touched/scores/pass',
    load: 'W1-W3',
    value: new Set(work).size === 1 ? 'equal' : 'differs',
    bar: 'equal',
    met: new Set(work).size === 1,
    note: work.join(', '),
  });
  return lines;
}

/** Edits ready to be applied; their cells are strings of their own, as they arrive. */
function batchOf(load: Workload, rows: Row[]) {
  const edits = JSON.parse(JSON.stringify(editsOf(load, rows))) as Edit[];
  return edits.map((edit) => ({ edit, months: [monthOf(edit.before), monthOf(edit.row)] as const }));
}

/** 50,000 formula results after one change, against one (c) pass. */
export function lookUpLines(): Line[] {
  const load = workload('W3');
  const rows = rowsOf(load);
  const totals = fullScore(rows, rulesetOf(load), load.months);
  const edits = editsOf(load, rows);
  const lines: Line[] = [];
  const changed = dearer(load);
  const changes = {
    'one record edited': (i: number) => {
      const { at, row } = edits[i]!;
      READER.replaceIn(totals, at, row, at + 2);
    },
    'one reading switched': (i: number) => {
      totals.use(rulesetOf(load, i % 2 === 0));
    },
    'all amounts changed': (i: number) => {
      totals.use(rulesetOf(i % 2 === 0 ? changed : load));
    },
  };
  for (const [change, make] of Object.entries(changes)) {
    const pairs: (readonly [number, number])[] = [];
    let passes = 0;
    let count = 0;
    for (let repetition = 0; repetition < LOOK_UP_REPETITIONS; repetition += 1) {
      const peer = timedWarm(
        () => rowsOf(load),
        (fresh) => {
          passRows(load, fresh);
        },
      );
      const own = timedWarm(
        () => formulasOf(load),
        (asked) => {
          const { folded } = totals.counters;
          make((count += 1));
          answer(totals, asked);
          passes = Math.max(passes, (totals.counters.folded - folded) / load.records);
        },
      );
      pairs.push([own, peer]);
    }
    const ratios = pairs.map(([own, peer]) => own / peer).sort((a, b) => a - b);
    const share = median(ratios);
    const ms = median(pairs.map(([own]) => own));
    lines.push({
      what: `50,000 look-ups after ${change} / (c)`,
      load: 'W3',
      value: share.toFixed(2),
      bar: '<= 0.3',
      met: share <= 0.3 && passes <= 1,
      note: `${ms.toFixed(0)} ms, ${passes} passes over the records; ${ratios[0]?.toFixed(2)}-${ratios.at(-1)?.toFixed(2)}`,
    });
  }
  return lines;
}

interface Formula {
  readonly subject: string;
  readonly month: number;
  readonly name: NumberName;
}

/** Formulas as a sheet asks them: every name a string of its own. */
function formulasOf(load: Workload): Formula[] {
  const random = randomFrom(11);
  const names = ['score', 'deducted', 'bonus', 'fine', 'rank'] as const;
  const formulas = Array.from({ length: LOOK_UPS }, () => ({
    subject: load.subjects[Math.floor(random() * load.subjects.length)],
    month: FIRST_MONTH + Math.floor(random() * load.months),
    name: names[Math.floor(random() * names.length)],
  }));
  return JSON.parse(JSON.stringify(formulas)) as Formula[];
}

function answer(totals: MonthTotals, formulas: readonly Formula[]): number {
  let sum = 0;
  for (const { subject, month, name } of formulas) sum += totals.number(subject, month, name) ?? 0;
  return sum;
}
