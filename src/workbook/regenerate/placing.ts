import type { SheetPlan } from '../sheetPlan';
import { formOf, type RowPart } from './planRows';
import type { OtherRow, TabReading, UserRow } from './readTab';

/** A person's row that stands after a made one outside the list. */
export interface Attached {
  readonly row: UserRow;
  /** Empty rows between it and the row before. */
  readonly gap: number;
}

/** What the rows of a tab belong to in the plan. */
export interface Placing {
  /** Row of the tab by record id. */
  readonly records: ReadonlyMap<string, number>;
  readonly others: ReadonlyMap<string, OtherRow>;
  /** People's rows within the list. */
  readonly inList: readonly UserRow[];
  /** People's rows by the key of the made row they stand after. */
  readonly attached: ReadonlyMap<string, readonly Attached[]>;
  /** The row belongs to a form whose record is gone. */
  readonly isWithdrawn: (key: string) => boolean;
}

/** Key of the place above every made row. */
export const AT_START = 'start';

/** Rows of people stay after the made row they stood after; where that one is gone, after the one before it. */
export function placeRows(plan: SheetPlan, parts: readonly RowPart[], tab: TabReading): Placing {
  const keys = parts.flatMap((part) => (part.kind === 'row' ? [part.key] : []));
  const known = new Set(keys);
  const forms = new Set(keys.map(formOf));
  const isWithdrawn = (key: string): boolean =>
    key.includes(':') && plan.withdrawn !== undefined && !forms.has(formOf(key));
  const isOurs = tab.rows.some((row) => row.kind !== 'user');
  const records = new Map<string, number>();
  const others = new Map<string, OtherRow>();
  const inList: UserRow[] = [];
  const attached = new Map<string, Attached[]>();
  let after: string | undefined = isOurs ? AT_START : (keys.at(-1) ?? AT_START);
  let end = -1;
  for (const row of tab.rows) {
    if (row.kind === 'header' || row.kind === 'record') {
      if (row.kind === 'record') records.set(row.id, row.row);
      after = undefined;
    } else if (row.kind === 'row') {
      others.set(row.key, row);
      if (known.has(row.key) || isWithdrawn(row.key)) after = row.key;
      else after ??= firstKeyBelow(plan, parts);
    } else if (after === undefined) {
      inList.push(row);
    } else {
      const gap = isOurs ? Math.max(0, row.row - end - 1) : 0;
      attached.set(after, [...(attached.get(after) ?? []), { row, gap }]);
    }
    end = row.row;
  }
  return { records, others, inList, attached, isWithdrawn };
}

function firstKeyBelow({ table }: SheetPlan, parts: readonly RowPart[]): string | undefined {
  const part = parts.find((candidate, i) => candidate.kind === 'row' && i > (table?.lastRow ?? -1));
  return part?.kind === 'row' ? part.key : undefined;
}
