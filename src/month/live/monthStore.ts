import { ProblemError } from '../../facts/problem';
import { formatMonth, monthOfDay, type Day, type MonthKey } from '../../facts/date';
import type { Language } from '../../i18n';
import type { WorkbookReading } from '../../intake/types';
import type { Rulebook } from '../../rulebook/rulebook';
import type { SheetRole } from '../../intake/types';
import { isCellError, type CellValue, type Grid } from '../../workbook/grid';
import type { OpenSheet, WorkbookSnapshot } from '../../workbook/port';
import { chosenRulebook } from '../chosenRulebook';
import { reportWithCasesInSteps, type BuildOptions } from '../build';
import type { MonthReport } from '../report';
import { bulletinRules, caseOptions, rulebookSettings, settingsCalendar } from '../settingsFormat';
import { NO_SETTINGS, readWorkbookSettings, settingsOf, type WorkbookSettings } from '../workbookSettings';

/**
 * The workbook as last read, and the months worked out from it. Months are worked out when they are asked for, and
 * again only when a sheet or a setting changed.
 */
export class MonthStore {
  private byId = new Map<string, Grid>();
  private current: WorkbookSettings = NO_SETTINGS;
  private months = new Map<string, MonthReport>();
  private rulebooks = new Map<string, Rulebook>();
  /** Records by month before the last change, shown until they are known again. */
  private countsBefore: ReadonlyMap<MonthKey, number> = new Map();
  private readonly counted = new WeakMap<WorkbookReading, ReadonlyMap<MonthKey, number>>();
  /** Sheets by name, and whether records were read from them when a month was last worked out. */
  private readonly sources = new Map<string, boolean>();
  /** Grows with every change. */
  version = 0;
  /** Months worked out since the start, for tests. */
  worked = 0;

  /** @param today gives the day on which deadlines are looked at */
  constructor(
    private readonly today: () => Day,
    public language: Language,
  ) {}

  get state(): WorkbookSettings {
    return this.current;
  }

  /** Sheets with their ids, in the order of the workbook. */
  get sheets(): readonly OpenSheet[] {
    return [...this.byId].map(([id, grid]) => ({ id, grid }));
  }

  /** Sheets in the order of the workbook. */
  get grids(): readonly Grid[] {
    return [...this.byId.values()];
  }

  sheetId(name: string): string | undefined {
    return [...this.byId].find(([, grid]) => grid.sheet === name)?.[0];
  }

  gridOf(id: string): Grid | undefined {
    return this.byId.get(id);
  }

  /** Takes a whole workbook. @throws ProblemError BAD_STATE */
  load({ sheets, state }: WorkbookSnapshot): boolean {
    const next = readWorkbookSettings(state);
    const sameState = JSON.stringify(next) === JSON.stringify(this.current);
    const same =
      sameState &&
      sheets.length === this.byId.size &&
      [...this.byId].every(([id, grid], index) => {
        const sheet = sheets[index];
        return sheet?.id === id && sameGrid(grid, sheet.grid);
      });
    if (same) return false;
    this.byId = new Map(sheets.map(({ id, grid }) => [id, grid]));
    this.current = next;
    this.changed();
    return true;
  }

  /** Takes sheets read again; true when one of them says something else than before. */
  update(sheets: readonly OpenSheet[]): boolean {
    let changed = false;
    for (const { id, grid } of sheets) {
      const before = this.byId.get(id);
      if (before !== undefined && sameGrid(before, grid)) continue;
      this.byId.set(id, grid);
      changed = true;
    }
    if (changed) this.changed();
    return changed;
  }

  setState(state: WorkbookSettings): void {
    const isSame = JSON.stringify(scoringPart(state)) === JSON.stringify(scoringPart(this.current));
    this.current = state;
    if (!isSame) this.changed();
  }

  /** Sheets that the last build read records from and that are gone by now, or have another name. */
  get missingSources(): readonly string[] {
    const names = new Set(this.grids.map(({ sheet }) => sheet));
    return (this.current.sources ?? []).filter((sheet) => !names.has(sheet));
  }

  /** Whether records are read from the sheet, as far as months have been worked out; unknown = yes. */
  isSource(sheet: string): boolean {
    return this.sources.get(sheet) ?? true;
  }

  /**
   * The latest month with records, as far as months have been worked out; undefined when there is none. A month that
   * has just begun, with less than a tenth of the records of the fullest one, does not count yet.
   */
  latestMonth(): MonthKey | undefined {
    const counts = this.recordCounts();
    const enough = Math.max(0, ...counts.values()) / 10;
    return this.recordMonths()
      .filter((month) => (counts.get(month) ?? 0) >= enough)
      .at(-1);
  }

  /** Months that the sheets have records of, ascending. */
  recordMonths(): readonly MonthKey[] {
    return [...this.recordCounts().keys()].sort((a, b) => a - b);
  }

  private recordCounts(): ReadonlyMap<MonthKey, number> {
    const [reading] = [...this.months.values()].map((report) => report.reading).slice(-1);
    if (reading === undefined) return this.countsBefore;
    const known = this.counted.get(reading);
    if (known !== undefined) return known;
    const counts = new Map<MonthKey, number>();
    const count = (day: Day): void => {
      const month = monthOfDay(day);
      counts.set(month, (counts.get(month) ?? 0) + 1);
    };
    for (const { date } of reading.incidents) count(date);
    for (const { day } of reading.events) count(day);
    // records that wait for a person are records, whatever rulebook they are looked at under
    for (const { dates } of reading.setAside) dates.forEach(count);
    const found = counts.size === 0 ? this.countsBefore : counts;
    this.counted.set(reading, found);
    return found;
  }

  /** Everything is to be worked out again, for example in another language. */
  invalidate(): void {
    this.changed();
  }

  private changed(): void {
    this.countsBefore = this.recordCounts();
    this.version += 1;
    this.months.clear();
    this.rulebooks.clear();
  }

  /**
   * A rulebook by id: the copy in the workbook, else the one that comes with the product; without an id the chosen one.
   * @throws ProblemError NO_RULEBOOK, UNKNOWN_RULEBOOK, and what a damaged copy is refused with
   */
  rulebook(id?: string): Rulebook {
    const key = (id ?? this.current.rulebook?.id ?? '').toUpperCase();
    const known = this.rulebooks.get(key);
    if (known !== undefined) return known;
    const found = chosenRulebook(this.current, id);
    if (found === undefined) throw new ProblemError('UNKNOWN_RULEBOOK', { rulebook: id ?? '' });
    this.rulebooks.set(key, found);
    return found;
  }

  /** The state document as text; undefined when nothing is settled. */
  get stateText(): string | undefined {
    return this.current === NO_SETTINGS ? undefined : JSON.stringify(this.current);
  }

  /** The same workbook with another document, to see what that would bring. */
  withState(state: WorkbookSettings): MonthStore {
    const other = new MonthStore(this.today, this.language);
    other.load({ sheets: this.sheets, state });
    return other;
  }

  optionsFor(rulebook: Rulebook, month: MonthKey): BuildOptions {
    const settings = settingsOf(this.current, rulebook.id);
    return {
      rulebook,
      month,
      settings: rulebookSettings(settings),
      calendar: settingsCalendar(settings),
      confirmations: settings.confirm ?? [],
      mappings: this.current.mappings,
      knownWordings: this.current.wordings[rulebook.id] ?? {},
      bulletin: bulletinRules(settings),
      cases: caseOptions(settings),
      language: this.language,
      today: this.today(),
    };
  }

  private noteSources({ reading }: MonthReport): void {
    this.sources.clear();
    for (const { name, role } of reading.sheets) {
      if (this.sources.get(name) !== true) this.sources.set(name, isSourceRole(role.value));
    }
  }

  /** A month that is worked out already, or undefined. */
  known(rulebook: Rulebook, month: MonthKey): MonthReport | undefined {
    return this.months.get(monthId(rulebook, month));
  }

  /** Works a month out in slices. Gives undefined when the workbook changed meanwhile. @throws as `reportMonth` */
  *month(rulebook: Rulebook, month: MonthKey): Generator<void, MonthReport | undefined> {
    const ready = this.known(rulebook, month);
    if (ready !== undefined) return ready;
    const { version } = this;
    const steps = reportWithCasesInSteps(this.grids, this.stateText, this.optionsFor(rulebook, month));
    for (;;) {
      const step = steps.next();
      if (this.version !== version) return undefined;
      if (step.done !== true) {
        yield;
        continue;
      }
      this.worked += 1;
      this.noteSources(step.value);
      this.months.set(monthId(rulebook, month), step.value);
      return step.value;
    }
  }
}

/** What numbers depend on: no text under review, no draft of a rulebook. */
function scoringPart({ review: _review, rulebooks, ...rest }: WorkbookSettings): object {
  const published = Object.entries(rulebooks).map(([id, own]) => [id, own.published]);
  return { ...rest, rulebooks: published.filter(([, rulebook]) => rulebook !== undefined) };
}

/** Sheets from which no number comes. */
const NO_SOURCE: ReadonlySet<SheetRole> = new Set(['none', 'made', 'qa-summary']);

/** Whether sheets of that role give records. */
export const isSourceRole = (role: SheetRole): boolean => !NO_SOURCE.has(role);

const monthId = (rulebook: Rulebook, month: MonthKey): string => `${rulebook.id}|${formatMonth(month)}`;

/** Whether two readings of a sheet say the same to the reader. */
export function sameGrid(a: Grid, b: Grid): boolean {
  if (
    a.sheet !== b.sheet ||
    a.visibility !== b.visibility ||
    a.madeBy !== b.madeBy ||
    a.date1904 !== b.date1904 ||
    a.rows.length !== b.rows.length ||
    !sameSet(a.hiddenRows, b.hiddenRows) ||
    !sameSet(a.hiddenColumns, b.hiddenColumns) ||
    JSON.stringify(a.merges) !== JSON.stringify(b.merges)
  ) {
    return false;
  }
  return a.rows.every((row, r) => {
    const other = b.rows[r] ?? [];
    if (row.length !== other.length) return false;
    const [kinds, otherKinds] = [a.kinds[r], b.kinds[r]];
    return row.every((value, c) => sameCell(value, other[c]) && (kinds?.[c] ?? 0) === (otherKinds?.[c] ?? 0));
  });
}

const sameSet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((value) => b.has(value));

function sameCell(a: CellValue, b: CellValue | undefined): boolean {
  if (isCellError(a)) return isCellError(b) && a.error === b.error;
  return a === b;
}
