import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Collects garbage, so that neither memory nor a timing holds what others left behind. Some compiled code goes
 * with it: what is timed next must be warmed up first.
 */
export function tidy(): void {
  if (collect === undefined) {
    setFlagsFromString('--no-flush-bytecode');
    setFlagsFromString('--expose_gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/**
 * Milliseconds of processor time of one call. Collecting and compiling in other threads count too; what other
 * programs take from the machine does not.
 */
export function timed(action: () => void): number {
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The same of the last of three calls; the first ones warm up after everything left behind was collected. */
export function timedWarm<T>(prepare: () => T, action: (prepared: T) => void): number {
  const [first, second, third] = [prepare(), prepare(), prepare()];
  tidy();
  action(first);
  action(second);
  return timed(() => {
    action(third);
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** One line of the printed table. */
export interface Line {
  readonly what: string;
  readonly load: string;
  readonly value: string;
  readonly bar: string;
  /** Undefined for what is only told. */
  readonly met?: boolean;
  readonly note: string;
}

/** The median of ratios measured side by side, with the middle half of them as the noise. */
export function ratioLine(
  what: string,
  load: string,
  pairs: readonly (readonly [number, number])[],
  bar: number,
  note: string,
): Line {
  const ratios = pairs.map(([own, peer]) => own / peer).sort((a, b) => a - b);
  const ratio = median(ratios);
  const quarter = Math.floor(ratios.length / 4);
  const [low = 0, high = 0] = [ratios[quarter], ratios[ratios.length - 1 - quarter]];
  const spread = `${low.toFixed(2)}-${high.toFixed(2)} in the middle half of ${ratios.length}`;
  return {
    what,
    load,
    value: ratio.toFixed(2),
    bar: `<= ${bar}`,
    met: ratio <= bar,
    note: `${note}; ${spread}`,
  };
}

/** Width on screen: Chinese characters take two places. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);

export function printTable(lines: readonly Line[]): void {
  const cells = lines.map((line) => [
    line.what,
    line.load,
    line.value,
    line.bar,
    line.met === undefined ? '' : line.met ? 'met' : 'missed',
    line.note,
  ]);
  const rows = [['what', 'load', 'value', 'bar', '', 'note'], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  for (const row of rows) {
    const padded = row.map((cell, i) => (i < 5 ? cell + ' '.repeat(widths[i]! - widthOf(cell)) : cell));
    console.log(padded.join('  ').trimEnd());
  }
}
