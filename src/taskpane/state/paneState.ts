import type { MonthKey } from '../../facts/date';
import type { Problem } from '../../facts/problem';
import type { Language } from '../../i18n';
import type { BuildOutcome, BuildProgress, SessionPhase } from '../../month/live/session';
import type { MonthReport, SubjectMonth } from '../../month/report';
import type { Asked } from '../../month/views/selection';
import type { WorkbookSettings } from '../../month/workbookSettings';
import type { FormulaCell } from '../../workbook/port';

export const SCREENS = ['month', 'explain', 'sources', 'rulebook', 'issues', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

/** Parts of the rulebook screen. */
export const RULEBOOK_VIEWS = ['inForce', 'edit', 'whatIf', 'import'] as const;
export type RulebookView = (typeof RULEBOOK_VIEWS)[number];

export const isRulebookView = (name: string): name is RulebookView =>
  (RULEBOOK_VIEWS as readonly string[]).includes(name);

export const isScreen = (name: string): name is Screen => (SCREENS as readonly string[]).includes(name);

/** What the selected cell asks, with the month it asks about. */
export interface Explained {
  readonly asked: Asked | undefined;
  readonly report: MonthReport;
  /** One subject, several of one name, or none. */
  readonly subjects: readonly SubjectMonth[];
}

/** Everything the pane shows, at one moment. */
export interface PaneState {
  readonly screen: Screen;
  readonly rulebookView: RulebookView;
  /** Id of the rulebook whose draft the what-if is to try first. */
  readonly trying: string | undefined;
  readonly language: Language;
  readonly phase: SessionPhase;
  /** Grows with everything that is read from the workbook. */
  readonly version: number;
  readonly month: MonthKey;
  readonly months: readonly MonthKey[];
  /**
   * The month worked out. Before a rulebook is chosen it is read under one of the shipped rulebooks, only to show what
   * the sheets are: `isProvisional`, and no number of it is shown.
   */
  readonly report: MonthReport | undefined;
  readonly isProvisional: boolean;
  readonly settings: WorkbookSettings;
  /** The workbook holds no sheet with cells but ours. */
  readonly isEmpty: boolean;
  /** Why nothing can be shown at all. */
  readonly failure: Problem | undefined;
  /** What a ribbon button could not do. */
  readonly notice: Problem | undefined;
  /** What the last action could not do, or why the month cannot be worked out. */
  readonly error: Problem | undefined;
  readonly progress: BuildProgress | undefined;
  readonly isCancelling: boolean;
  readonly built: BuildOutcome | undefined;
  readonly canUndo: boolean;
  readonly isBusy: boolean;
  /** Said once by a screen reader. */
  readonly announcement: string;
  readonly selected: FormulaCell | undefined;
  readonly explained: Explained | undefined;
  /** Subject picked by hand; it stays until another cell is selected. */
  readonly picked: string | undefined;
  /** Where a jump from an explanation started. */
  readonly back: FormulaCell | undefined;
  /** Sheet opened under Sources. */
  readonly openSheet: string | undefined;
}
