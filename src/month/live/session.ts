import { formatMonth, monthOfDay, parseMonth, type Day, type MonthKey } from '../../facts/date';
import { ProblemError, type Problem } from '../../facts/problem';
import type { Language } from '../../i18n';
import type { Rulebook } from '../../rulebook/rulebook';
import { planDiff, type RegenerateConflict } from '../../workbook/regenerate';
import type { AppliedTab, FormulaCell, TabToApply, WorkbookChange, WorkbookPort } from '../../workbook/port';
import type { SheetPlan } from '../../workbook/sheetPlan';
import { buildMonthInSteps } from '../build';
import { problemOf } from '../problemOf';
import { replayInSteps, type Replay, type ReplayStep } from '../replay/replay';
import type { MonthReport } from '../report';
import type { MonthTab } from '../tabs';
import { tryOut, type Tried } from '../views/whatIf';
import type { WorkbookSettings } from '../workbookSettings';
import { LiveFormulas } from './liveFormulas';
import { isSourceRole, MonthStore } from './monthStore';

/** What the session needs of the program around it. */
export interface SessionEnvironment {
  readonly port: WorkbookPort;
  readonly language: Language;
  readonly today: () => Day;
  /** Lets the host do other work; resolves soon. */
  readonly pause: () => Promise<void>;
  /** Milliseconds on a steady clock. */
  readonly clock: () => number;
  /** Does the work later; returns the way to stop it. */
  readonly later: (milliseconds: number, work: () => void) => () => void;
}

/** What the session is doing. */
export type SessionPhase = 'closed' | 'reading' | 'working' | 'ready' | 'building' | 'failed';

/** Where a build is: `step` of the list, and the tab being written. */
export interface BuildProgress {
  readonly step: 'read' | 'cases' | 'scored' | 'planned' | 'writing';
  readonly done: number;
  readonly of: number;
  readonly tab: string;
}

export interface BuildOutcome {
  readonly outcome: 'done' | 'unchanged' | 'cancelled';
  readonly report: MonthReport;
  readonly tabs: readonly AppliedTab[];
  readonly conflicts: readonly RegenerateConflict[];
}

export interface BuildRequest {
  /** Absent = every tab that the month has. */
  readonly tabs?: readonly MonthTab[];
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Asked between steps. */
  readonly isCancelled?: () => boolean;
}

export interface ReplayRequest {
  /** Absent = every month in which the workbook has a record. */
  readonly months?: readonly MonthKey[] | undefined;
  readonly onProgress?: (step: ReplayStep) => void;
  /** Asked between slices. */
  readonly isCancelled?: () => boolean;
}

/** A person edits several cells in a row; they are looked at together. */
const DEBOUNCE = 250;
/** Longer without a pause, and Excel feels dead. */
const SLICE = 40;

/**
 * The add-in's one session with its workbook: reads it, keeps it current, answers the formulas, builds the month.
 * Listeners hear every change of phase or content.
 */
export class MonthSession {
  readonly store: MonthStore;
  readonly formulas: LiveFormulas;
  phase: SessionPhase = 'closed';
  /** Why the phase is `failed`. */
  problem: Problem | undefined;
  /** What a ribbon button could not do, for the pane to show. */
  notice: Problem | undefined;
  /** What the last build came to. */
  lastBuild: BuildOutcome | undefined;
  /** Last selected cell. */
  selected: FormulaCell | undefined;

  private readonly listeners = new Set<() => void>();
  private readonly dirty = new Set<string>();
  private mustOpen = true;
  private stopWatching: (() => Promise<void>) | undefined;
  private cancelLater: (() => void) | undefined;
  /** A sheet of the last build that is missing, as last said. */
  private gone: string | undefined;
  /** Ends with the last of what has been asked for. */
  private queue: Promise<void> = Promise.resolve();
  private started: Promise<void> | undefined;

  constructor(private readonly environment: SessionEnvironment) {
    this.store = new MonthStore(environment.today, environment.language);
    this.formulas = new LiveFormulas(this.store, environment.language);
  }

  get port(): WorkbookPort {
    return this.environment.port;
  }

  get language(): Language {
    return this.store.language;
  }

  /** Speaks another language from now on; formulas follow. */
  async setLanguage(language: Language): Promise<void> {
    if (language === this.store.language) return;
    this.store.language = language;
    this.formulas.language = language;
    this.store.invalidate();
    await this.refresh();
  }

  notify(problem: Problem | undefined): void {
    this.notice = problem;
    this.emit();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private emit(): void {
    for (const listener of this.listeners) listener();
  }

  private enter(phase: SessionPhase, problem?: Problem): void {
    this.phase = phase;
    this.problem = problem;
    this.emit();
  }

  /** Reads the workbook and begins to watch it. Called again it only waits for that. */
  start(): Promise<void> {
    this.started ??= this.refresh();
    return this.started;
  }

  /** Stops watching; the session is of no more use. */
  async close(): Promise<void> {
    this.cancelLater?.();
    await this.stopWatching?.();
    this.phase = 'closed';
  }

  private onChange(change: WorkbookChange): void {
    if (change.kind === 'selection') {
      void this.followSelection();
      return;
    }
    if (change.kind === 'calculated' && !this.isSource(change.sheet)) return;
    if (change.kind === 'sheets') this.mustOpen = true;
    else this.dirty.add(change.sheet);
    this.refreshSoon();
  }

  /** Formulas that look at our numbers sit on sheets that are no records; what they calculate is nothing new to us. */
  private isSource(sheet: string): boolean {
    const grid = this.store.gridOf(sheet);
    if (grid === undefined) return true;
    if (grid.madeBy !== undefined) return false;
    return this.store.isSource(grid.sheet);
  }

  private async followSelection(): Promise<void> {
    try {
      this.selected = await this.port.selection();
      this.emit();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  /** A formula asks; the answer comes once the workbook is read. */
  ask(...args: Parameters<LiveFormulas['subscribe']>): () => void {
    const stop = this.formulas.subscribe(...args);
    void this.start();
    this.refreshSoon(0);
    return stop;
  }

  private refreshSoon(milliseconds = DEBOUNCE): void {
    this.cancelLater?.();
    this.cancelLater = this.environment.later(milliseconds, () => {
      this.cancelLater = undefined;
      void this.refresh();
    });
  }

  /** Reads everything again, whatever the events said. */
  reload(): Promise<void> {
    this.mustOpen = true;
    return this.refresh();
  }

  /** Waits for everything that has been asked for. */
  async settled(): Promise<void> {
    for (let last; last !== this.queue;) {
      last = this.queue;
      await last;
    }
  }

  /** Brings store and formulas up to the workbook. One run at a time, in the order in which they are asked for. */
  refresh(): Promise<void> {
    return this.inTurn(() => this.guarded(() => this.catchUp()));
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(work);
    this.queue = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      this.formulas.fail(problem);
      this.enter('failed', problem);
      // the person is told; what nobody foresaw is a bug and is heard of as well
      if (!(error instanceof ProblemError)) throw error;
    }
  }

  private async catchUp(): Promise<void> {
    if (this.phase !== 'building') this.enter('reading');
    this.stopWatching ??= await this.port.watch((change) => {
      this.onChange(change);
    });
    await this.readChanges();
    this.sayWhatIsGone();
    if (this.phase !== 'building') this.enter('working');
    while (!(await this.slices(() => this.formulas.refresh()))) {
      // the workbook changed meanwhile: once more
    }
    if (this.phase !== 'building') this.enter('ready');
  }

  /** A sheet that the last build read and that is gone is said once, with what to do. */
  private sayWhatIsGone(): void {
    const [gone] = this.store.missingSources;
    if (gone === this.gone) return;
    this.gone = gone;
    if (gone !== undefined) this.notify({ code: 'SHEET_GONE', params: { sheet: gone } });
    else if (this.notice?.code === 'SHEET_GONE') this.notify(undefined);
  }

  private async readChanges(): Promise<void> {
    if (this.mustOpen) {
      this.mustOpen = false;
      this.dirty.clear();
      try {
        this.store.load(await this.port.open());
      } catch (error) {
        this.mustOpen = true;
        throw error;
      }
      return;
    }
    if (this.dirty.size === 0) return;
    const ids = [...this.dirty];
    this.dirty.clear();
    try {
      this.store.update(await this.port.readSheets(ids));
    } catch (error) {
      // a sheet of them may be gone
      this.mustOpen = true;
      if (!(error instanceof ProblemError)) throw error;
      await this.readChanges();
    }
  }

  /** Runs steps with pauses; each stretch stays short. */
  private async slices<T>(start: () => Generator<unknown, T>, onStep?: (step: unknown) => void): Promise<T> {
    const { clock, pause } = this.environment;
    const steps = start();
    let begun = clock();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      onStep?.(step.value);
      if (clock() - begun < SLICE) continue;
      await pause();
      begun = clock();
    }
  }

  get today(): Day {
    return this.environment.today();
  }

  /** The rulebook chosen in the workbook; undefined when none is. @throws ProblemError BAD_RULEBOOK_COPY */
  get rulebook(): Rulebook | undefined {
    return this.store.state.rulebook === undefined ? undefined : this.store.rulebook();
  }

  /** The month shown: the one chosen, else the latest with records, else that of today. */
  get month(): MonthKey {
    const chosen = this.store.state.month;
    const month = chosen === undefined ? undefined : parseMonth(chosen);
    return month ?? this.store.latestMonth() ?? monthOfDay(this.environment.today());
  }

  /**
   * Changes what the workbook carries, saves it and works everything out again.
   * @throws ProblemError what the host refuses; nothing is changed then
   */
  async settle(change: (state: WorkbookSettings) => WorkbookSettings): Promise<void> {
    const next = change(this.store.state);
    await this.port.saveState(next);
    this.store.setState(next);
    await this.refresh();
  }

  /**
   * The month shown as it would be after a change of what the workbook carries; nothing is saved. Undefined when no
   * rulebook would be chosen.
   * @throws ProblemError as `reportMonth`
   */
  async trial(change: (state: WorkbookSettings) => WorkbookSettings): Promise<MonthReport | undefined> {
    const { month } = this;
    const store = this.store.withState(change(this.store.state));
    return store.state.rulebook === undefined
      ? undefined
      : this.slices(() => store.month(store.rulebook(), month));
  }

  /**
   * The months of the workbook under the rules chosen and under those tried, as the workbook stands now; nothing is
   * saved. Undefined when cancelled.
   * @throws ProblemError NO_RULEBOOK, UNKNOWN_RULEBOOK, NO_DRAFT, BAD_RULEBOOK_COPY, BAD_READING, BAD_PARAM
   */
  async replay(tried: Tried, request: ReplayRequest = {}): Promise<Replay | undefined> {
    const { store, month } = this;
    const { before, after } = tryOut(store.state, tried);
    const options = { ...store.optionsFor(before.rulebook, month), months: request.months };
    const steps = replayInSteps(store.grids, store.stateText, before, after, options);
    return this.slices(
      function* () {
        for (;;) {
          if (request.isCancelled?.() === true) return undefined;
          const step = steps.next();
          if (step.done === true) return step.value;
          yield step.value;
        }
      },
      (step) => {
        if (step !== undefined) request.onProgress?.(step as ReplayStep);
      },
    );
  }

  chooseMonth(month: MonthKey): Promise<void> {
    return this.settle((state) => ({ ...state, month: formatMonth(month) }));
  }

  /**
   * The month shown (or another one), worked out. Undefined when no rulebook is chosen.
   * @throws ProblemError as `reportMonth`
   */
  async report(wanted?: MonthKey, rulebook = this.rulebook): Promise<MonthReport | undefined> {
    if (rulebook === undefined) return undefined;
    for (;;) {
      const month = wanted ?? this.month;
      const found = await this.slices(() => this.store.month(rulebook, month));
      // which months have records is known only after the first reading
      if (found !== undefined && (wanted ?? this.month) === month) return found;
    }
  }

  /**
   * Builds the month's tabs: all or none. Tabs that would come out as they are stay untouched.
   * @throws ProblemError NO_RULEBOOK, NOTHING_RECOGNISED, and what the host refuses
   */
  build(request: BuildRequest = {}): Promise<BuildOutcome> {
    return this.inTurn(() => this.buildNow(request)).finally(() => this.refresh());
  }

  private async buildNow(request: BuildRequest): Promise<BuildOutcome> {
    this.enter('building');
    try {
      this.mustOpen = true;
      await this.readChanges();
      const rulebook = this.store.rulebook();
      const { month } = this;
      const { store } = this;
      const isCancelled = (): boolean => request.isCancelled?.() === true;
      const options = { ...store.optionsFor(rulebook, month), tabs: request.tabs };
      const built = await this.slices(
        () => buildMonthInSteps(store.grids, store.stateText, options),
        (step) => {
          if (step !== undefined) request.onProgress?.({ step: step as 'read', done: 0, of: 0, tab: '' });
        },
      );
      const { report, conflicts } = built;
      if (report.subjects.length === 0) throw new ProblemError('NOTHING_RECOGNISED');
      if (isCancelled()) return { outcome: 'cancelled', report, conflicts, tabs: [] };
      const tabs = this.changedTabs(built.plans);
      const state = withSources(built.stateText ?? store.stateText, report);
      const applied = await this.port.apply(tabs, {
        ...(JSON.stringify(state) === store.stateText ? {} : { state }),
        isCancelled,
        onProgress: (done, of, tab) => {
          request.onProgress?.({ step: 'writing', done, of, tab });
        },
      });
      this.lastBuild = { ...applied, report, conflicts };
      return this.lastBuild;
    } finally {
      this.mustOpen = true;
      this.phase = 'ready';
    }
  }

  /** Plans that differ from the tab made from them before. */
  private changedTabs(plans: readonly SheetPlan[]): TabToApply[] {
    return plans.flatMap((plan): TabToApply[] => {
      const own = this.store.sheets.filter(({ grid }) => grid.madeBy === plan.id);
      const before = own.find(({ grid }) => grid.sheet === plan.name) ?? own[0];
      if (before === undefined) return [{ plan }];
      return planDiff(before.grid, plan).changed === 0 ? [] : [{ plan, replaces: before.id }];
    });
  }

  /** Takes the last build back; false when there is none. */
  async undo(): Promise<boolean> {
    const done = await this.port.undo();
    this.lastBuild = undefined;
    await this.reload();
    return done;
  }
}

/** The document to store after a build: with the sheets that records were read from. */
function withSources(stateText: string | undefined, { reading }: MonthReport): object {
  const state = (stateText === undefined ? {} : JSON.parse(stateText)) as object;
  const sources = reading.sheets.filter(({ role }) => isSourceRole(role.value)).map(({ name }) => name);
  return { ...state, sources: [...new Set(sources)] };
}
