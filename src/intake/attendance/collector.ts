import type { Day } from '../../facts/date';
import type { Source } from '../../facts/incident';
import { cellAddress, columnLetters } from '../../workbook/grid';
import type { Finding, PersonRef, Severity, SheetDropped, SheetEvent, SheetSetAside } from '../types';

type Params = Readonly<Record<string, string | number>>;

/** Gathers what the readers of one sheet find. Rows and columns are 0-based on the way in. */
export class Collector {
  readonly events: SheetEvent[] = [];
  readonly findings: Finding[] = [];
  readonly setAside: SheetSetAside[] = [];
  readonly dropped: SheetDropped[] = [];
  rowCount = 0;
  private readonly once = new Set<string>();

  constructor(readonly sheet: string) {}

  event(
    who: PersonRef,
    day: Day,
    event: Omit<SheetEvent, 'who' | 'day' | 'source'>,
    row: number,
    column?: number,
  ): void {
    this.events.push({
      who,
      day,
      ...event,
      source: this.source(row, column),
    });
  }

  /** Adds an event that names its own place. */
  add(event: SheetEvent): void {
    this.events.push(event);
  }

  source(row: number, column?: number): Source {
    const { sheet } = this;
    return column === undefined
      ? { sheet, row: row + 1 }
      : { sheet, row: row + 1, column: columnLetters(column) };
  }

  finding(code: string, severity: Severity, row: number, column: number, params?: Params): void {
    this.findings.push({
      code,
      severity,
      sheet: this.sheet,
      address: cellAddress(row, column),
      ...(params === undefined ? {} : { params }),
    });
  }

  /** A finding that is said once a sheet, at the first cell concerned. */
  findingOnce(code: string, severity: Severity, row: number, column: number, params?: Params): void {
    if (this.once.has(code)) return;
    this.once.add(code);
    this.finding(code, severity, row, column, params);
  }

  aside(
    code: string,
    row: number,
    column: number | undefined,
    details: { readonly who?: PersonRef; readonly dates?: readonly Day[]; readonly params?: Params } = {},
  ): void {
    this.setAside.push({
      code,
      sheet: this.sheet,
      row: row + 1,
      dates: details.dates ?? [],
      ...(column === undefined ? {} : { column: columnLetters(column) }),
      ...(details.params === undefined ? {} : { params: details.params }),
      ...(details.who === undefined ? {} : { who: details.who }),
    });
  }

  drop(
    code: string,
    row: number,
    column: number | undefined,
    details: { readonly who?: PersonRef; readonly date?: Day; readonly params?: Params } = {},
  ): void {
    this.dropped.push({
      code,
      sheet: this.sheet,
      row: row + 1,
      ...(column === undefined ? {} : { column: columnLetters(column) }),
      ...(details.params === undefined ? {} : { params: details.params }),
      ...(details.who === undefined ? {} : { who: details.who }),
      ...(details.date === undefined ? {} : { date: details.date }),
    });
  }
}
