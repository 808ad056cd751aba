import { t, type Language } from '../../i18n';
import type { MonthSession, ReplayRequest } from '../../month/live/session';
import { problemOf } from '../../month/problemOf';
import type { Replay } from '../../month/replay/replay';
import type { MonthReport } from '../../month/report';
import { changesBetween, type Changes } from '../../month/views/changes';
import { askedBy, subjectsAsked } from '../../month/views/selection';
import type { Settlement } from '../../month/views/settle';
import type { Tried } from '../../month/views/whatIf';
import { SHIPPED_IDS, shippedRulebook } from '../../rulebook/shipped';
import type { Day, MonthKey } from '../../facts/date';
import { parseAddress } from '../../workbook/address';
import type { PaneState, RulebookView, Screen } from './paneState';

/** The pane's state over the session: follows it, and holds what only the pane knows. */
export class PaneModel {
  private state: PaneState;
  private readonly listeners = new Set<() => void>();
  private isCancelled = false;
  /** A jump of our own is no new question. */
  private expected: { readonly sheet: string; readonly row: number } | undefined;
  private explaining = 0;

  constructor(
    private readonly session: MonthSession,
    screen: Screen,
  ) {
    this.state = {
      screen,
      rulebookView: 'inForce',
      trying: undefined,
      language: session.language,
      phase: session.phase,
      version: -1,
      month: session.month,
      months: [],
      report: undefined,
      isProvisional: false,
      settings: session.store.state,
      isEmpty: false,
      failure: undefined,
      notice: session.notice,
      error: undefined,
      progress: undefined,
      isCancelling: false,
      built: session.lastBuild,
      canUndo: false,
      isBusy: false,
      announcement: '',
      selected: session.selected,
      explained: undefined,
      picked: undefined,
      back: undefined,
      openSheet: undefined,
    };
  }

  readonly snapshot = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get store(): MonthSession['store'] {
    return this.session.store;
  }

  private publish(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Follows the session until the returned function is called. */
  start(): () => void {
    const stop = this.session.subscribe(() => {
      this.follow();
    });
    void this.act(() => this.session.start(), { isQuiet: true });
    this.follow();
    return stop;
  }

  private follow(): void {
    const { session } = this;
    const { phase, store, selected } = session;
    const isSelectionNew = selected !== this.state.selected;
    this.publish({
      phase,
      language: session.language,
      settings: store.state,
      failure: phase === 'failed' ? session.problem : undefined,
      notice: session.notice,
      built: session.lastBuild,
      canUndo: session.port.canUndo(),
      selected,
      ...(isSelectionNew && !this.isExpected() ? { picked: undefined, back: undefined } : {}),
    });
    if (phase === 'ready') void this.workOut();
    else if (isSelectionNew) void this.explain();
  }

  private isExpected(): boolean {
    const { selected } = this.session;
    const at = selected === undefined ? undefined : parseAddress(selected.address);
    return (
      this.expected !== undefined && selected?.sheet === this.expected.sheet && at?.row === this.expected.row
    );
  }

  private async workOut(): Promise<void> {
    const { session } = this;
    try {
      const rulebook = session.rulebook;
      const provisional = shippedRulebook(SHIPPED_IDS[0] ?? '');
      const report = await session.report(undefined, rulebook ?? provisional);
      const { store, month } = session;
      const isNew = report !== this.state.report;
      this.publish({
        report,
        isProvisional: rulebook === undefined,
        month,
        months: [...new Set([...store.recordMonths(), month])].sort((a, b) => b - a),
        version: store.version,
        isEmpty: store.grids.every(({ madeBy, rows }) => madeBy !== undefined || rows.every(isBlank)),
        ...(isNew && !this.state.isBusy ? { error: undefined } : {}),
      });
    } catch (error) {
      this.publish({ report: undefined, error: problemOf(error) });
    }
    await this.explain();
  }

  /** Works out what the selected cell asks, while somebody looks at it. */
  private async explain(): Promise<void> {
    const { session } = this;
    if (this.state.screen !== 'explain' || this.state.isProvisional) return;
    const turn = (this.explaining += 1);
    const { store, selected } = session;
    const asked = selected === undefined ? undefined : askedBy(selected, store.grids);
    try {
      const month = asked?.kind === 'problem' ? undefined : asked?.month;
      const named = asked?.kind === 'subject' ? asked.rulebook : undefined;
      const report = await session.report(
        month,
        named === undefined ? session.rulebook : store.rulebook(named),
      );
      if (turn !== this.explaining || report === undefined) return;
      this.publish({ explained: { asked, report, subjects: subjectsAsked(asked, report) } });
    } catch (error) {
      if (turn === this.explaining) this.publish({ explained: undefined, error: problemOf(error) });
    }
  }

  private async act(work: () => Promise<unknown>, { isQuiet = false } = {}): Promise<boolean> {
    this.publish({ error: undefined, ...(isQuiet ? {} : { isBusy: true }) });
    try {
      await work();
      return true;
    } catch (error) {
      this.publish({ error: problemOf(error) });
      return false;
    } finally {
      this.publish({ isBusy: false });
    }
  }

  show(screen: Screen): void {
    if (screen === this.state.screen) return;
    this.publish({ screen });
    void this.explain();
  }

  /** Does work whose failure is shown. */
  attempt(work: () => Promise<unknown>): Promise<boolean> {
    return this.act(work);
  }

  /** Opens a part of the rulebook screen. */
  showRulebook(rulebookView: RulebookView): void {
    this.publish({ rulebookView });
    this.show('rulebook');
  }

  openSheet(name: string | undefined): void {
    this.publish({ openSheet: name });
    if (name !== undefined) this.show('sources');
  }

  dismiss(): void {
    this.publish({ error: undefined });
    if (this.session.notice !== undefined) this.session.notify(undefined);
  }

  announce(announcement: string): void {
    this.publish({ announcement });
  }

  chooseMonth(month: MonthKey): Promise<boolean> {
    return this.act(() => this.session.chooseMonth(month));
  }

  settle(change: Settlement): Promise<boolean> {
    return this.act(() => this.session.settle(change));
  }

  /** Who a change would affect; undefined when it cannot be worked out (the error is shown). */
  async trial(change: Settlement): Promise<Changes | undefined> {
    const before = this.state.report;
    let after: MonthReport | undefined;
    await this.act(async () => {
      after = await this.session.trial(change);
    });
    return before === undefined || after === undefined ? undefined : changesBetween(before, after);
  }

  get today(): Day {
    return this.session.today;
  }

  /** The months of the workbook under other rules; undefined when cancelled or refused (the error is shown). */
  async replay(tried: Tried, request: ReplayRequest): Promise<Replay | undefined> {
    let result: Replay | undefined;
    await this.act(async () => {
      result = await this.session.replay(tried, request);
    });
    return result;
  }

  /** Opens the what-if on the draft of a rulebook. */
  tryDraft(id: string): void {
    this.publish({ trying: id });
    this.showRulebook('whatIf');
  }

  setLanguage(language: Language): Promise<boolean> {
    return this.act(() => this.session.setLanguage(language));
  }

  reload(): Promise<boolean> {
    return this.act(() => this.session.reload());
  }

  async build(): Promise<void> {
    this.isCancelled = false;
    const { language } = this.state;
    await this.act(async () => {
      const { outcome } = await this.session.build({
        isCancelled: () => this.isCancelled,
        onProgress: (progress) => {
          this.publish({ progress });
        },
      });
      this.announce(t(language, `pane.built.${outcome}`));
    });
    this.publish({ progress: undefined, isCancelling: false });
  }

  cancel(): void {
    this.isCancelled = true;
    this.publish({ isCancelling: true });
  }

  undo(): Promise<boolean> {
    return this.act(async () => {
      const done = await this.session.undo();
      this.announce(t(this.state.language, done ? 'pane.undone' : 'pane.nothingToUndo'));
    });
  }

  jump(sheet: string, address: string): Promise<boolean> {
    return this.act(() => this.session.port.jumpTo(sheet, address), { isQuiet: true });
  }

  /** Goes to the record of a line and keeps the explanation as it is, with the way back. */
  jumpFromExplanation(key: string, sheet: string, row: number): Promise<boolean> {
    this.expected = { sheet, row: row - 1 };
    this.publish({ picked: key, back: this.state.back ?? this.state.selected });
    return this.jump(sheet, `A${row}`);
  }

  async jumpBack(): Promise<void> {
    const { back, picked } = this.state;
    if (back === undefined) return;
    const row = parseAddress(back.address)?.row ?? 0;
    this.expected = { sheet: back.sheet, row };
    if (await this.jump(back.sheet, back.address)) this.publish({ back: undefined, picked });
  }

  pick(key: string | undefined): void {
    this.expected = undefined;
    this.publish({ picked: key, back: undefined });
  }

  insertFormula(formula: string): Promise<boolean> {
    return this.act(async () => {
      await this.session.port.insertFormula(formula);
      this.announce(t(this.state.language, 'pane.formula.inserted'));
    });
  }

  repairFormulas(): Promise<boolean> {
    return this.act(async () => {
      const count = await this.session.port.repairFormulas();
      this.announce(t(this.state.language, 'pane.formula.repaired', { count }));
    });
  }

  freezeFormulas(): Promise<boolean> {
    return this.act(async () => {
      const count = await this.session.port.freezeFormulas();
      this.announce(t(this.state.language, 'pane.formula.frozen', { count }));
    });
  }
}

const isBlank = (row: readonly unknown[]): boolean => row.every((cell) => cell === null || cell === '');
