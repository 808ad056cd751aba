/** What the last build did, as the workbook carries it, so that it can be taken back. */
export interface Journal {
  readonly id: string;
  /** `started` is written before the first change of a swap, `done` after the last. */
  readonly phase: 'started' | 'done';
  readonly tabs: readonly JournalTab[];
  /** XML of the state document before. */
  readonly state: string | null;
  /** Check of the state document that the build wrote; null = it wrote none. What was settled since stays. */
  readonly wrote: string | null;
}

export interface JournalTab {
  readonly sheet: string;
  /** Hidden sheet with the cells as they were; null = the tab is new. */
  readonly backup: string | null;
}

const KEY = 'qascore.undo';

export function askJournal(context: Excel.RequestContext): Excel.Setting {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load('value');
  return setting;
}

export function readJournal(setting: Excel.Setting): Journal | undefined {
  if (setting.isNullObject || typeof setting.value !== 'string') return undefined;
  try {
    const journal = JSON.parse(setting.value) as Partial<Journal> | null;
    return Array.isArray(journal?.tabs) ? (journal as Journal) : undefined;
  } catch {
    return undefined;
  }
}

export function putJournal(context: Excel.RequestContext, journal: Journal): void {
  context.workbook.settings.add(KEY, JSON.stringify(journal));
}

export function dropJournal(setting: Excel.Setting): void {
  if (!setting.isNullObject) setting.delete();
}
