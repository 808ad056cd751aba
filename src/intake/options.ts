import type { RecogniseOptions } from './recognise/recognise';
import type { ScheduledShift, ShiftTime } from './types';

/** What a sheet is read with. */
export interface ReadOptions extends RecogniseOptions {
  /** Shift hours from another sheet or from the user. */
  readonly shifts?: readonly ShiftTime[] | undefined;
  /** Who works which shift, from a schedule or the roster. */
  readonly schedule?: readonly ScheduledShift[] | undefined;
  /**
   * Punches before this second of the day belong to the day before. Left out: before 04:00 they do; punches from
   * 04:00 to 07:00 stay on their day and are asked about.
   */
  readonly dayBoundary?: number | undefined;
  /** Symbols of hand-made sheets as the user corrected them: symbol -> word (迟到, 早退, 出勤 ...). */
  readonly legend?: Readonly<Record<string, string>> | undefined;
}
