import { ProblemError } from '../../facts/problem';
import { checkDraft } from '../checkDraft';
import type { AppliedTab, ApplyOptions, ApplyResult, TabToApply } from '../port';
import { draftColumnCount, draftOfPlan, type SheetDraft } from '../sheetDraft';
import { checkSheetName, freeSheetName } from '../sheetNames';
import { stateXml } from '../stateDocument';
import { PLAN_MARK } from '../planMark';
import { clearSheet, removeSheet } from './clearSheet';
import { inExcel } from './failures';
import { askJournal, putJournal, readJournal, type Journal } from './journal';
import { restoreTabs } from './restoreTabs';
import { askState, askStateText, putState, stateCheck, type AskedState } from './stateStore';
import { REQUEST_CELLS, writeLinks, writeRows, writeStyles } from './writeCells';
import { writeMark, writeMerges, writeRules, writeView } from './writeLayout';

/** Sheets that only live while tabs are built, or keep what undo needs. */
export const WORK_PREFIX = '~QAScore ';
/** Marks of such sheets, so that nobody takes them for records. */
const WORK_MARK = 'work:';
const UNDO_MARK = 'undo:';

interface Job {
  readonly tab: TabToApply;
  readonly draft: SheetDraft;
  readonly work: string;
  readonly backup: string | undefined;
  /** The tab whose place it takes. */
  readonly old: Excel.Worksheet | undefined;
  readonly charts: readonly string[];
}

class Cancelled extends Error {}

/**
 * Writes all tabs or none. Each is built on a hidden sheet; one last request then puts all in their places: an
 * earlier tab of ours gets new cells (it stays the same sheet, so that formulas which look at it go on), a new one is
 * renamed and shown. Before that the earlier cells are kept on hidden sheets for undo. No sheet of the user's is
 * touched.
 */
export async function applyTabs(tabs: readonly TabToApply[], options: ApplyOptions): Promise<ApplyResult> {
  if (tabs.length === 0 && options.state === undefined) return { outcome: 'unchanged', tabs: [] };
  const created: string[] = [];
  const id = `${Date.now().toString(36)}-${Math.floor(Math.random() * 1e9).toString(36)}`;
  try {
    const applied = await inExcel((context) => build(context, tabs, options, created, id));
    return { outcome: 'done', tabs: applied };
  } catch (error) {
    const isDone = await settle(created, id);
    if (isDone !== undefined) return { outcome: 'done', tabs: isDone };
    if (error instanceof Cancelled) return { outcome: 'cancelled', tabs: [] };
    throw error;
  }
}

async function build(
  context: Excel.RequestContext,
  tabs: readonly TabToApply[],
  options: ApplyOptions,
  created: string[],
  id: string,
): Promise<AppliedTab[]> {
  const look = await lookAround(context, tabs);
  const jobs = planJobs(tabs, look);
  for (const { draft } of jobs) checkDraft(draft);
  context.runtime.enableEvents = false;
  for (const [index, job] of jobs.entries()) {
    options.onProgress?.(index, jobs.length, job.draft.name);
    await writeWork(context, job, created);
    if (options.isCancelled?.() === true) throw new Cancelled();
  }
  keepForUndo(context, jobs, created);
  if (created.length > 0) await context.sync();
  options.onProgress?.(jobs.length, jobs.length, '');
  if (options.isCancelled?.() === true) throw new Cancelled();
  return swap(context, jobs, options, look, id);
}

interface Look {
  readonly names: readonly string[];
  readonly sheets: ReadonlyMap<string, Excel.Worksheet>;
  readonly charts: ReadonlyMap<string, readonly string[]>;
  readonly state: AskedState;
  readonly stateText: string | undefined;
  readonly journal: Excel.Setting;
  readonly before: Journal | undefined;
}

async function lookAround(context: Excel.RequestContext, tabs: readonly TabToApply[]): Promise<Look> {
  const { workbook } = context;
  workbook.load('readOnly');
  workbook.protection.load('protected');
  workbook.worksheets.load('items/id,items/name');
  const state = askState(context);
  const journal = askJournal(context);
  const old = tabs.flatMap(({ replaces }) => {
    if (replaces === undefined) return [];
    const sheet = workbook.worksheets.getItemOrNullObject(replaces);
    sheet.load('id,name,protection/protected');
    sheet.charts.load('items/name');
    return [sheet];
  });
  await context.sync();
  if (workbook.readOnly) throw new ProblemError('HOST_READ_ONLY');
  if (workbook.protection.protected) throw new ProblemError('HOST_PROTECTED', { sheet: '' });
  const kept = old.filter((sheet) => !sheet.isNullObject);
  const locked = kept.find((sheet) => sheet.protection.protected);
  if (locked !== undefined) throw new ProblemError('HOST_PROTECTED', { sheet: locked.name });
  const text = askStateText(state);
  if (text !== undefined) await context.sync();
  return {
    names: workbook.worksheets.items.map(({ name }) => name),
    sheets: new Map(kept.map((sheet) => [sheet.id, sheet])),
    charts: new Map(kept.map((sheet) => [sheet.id, sheet.charts.items.map(({ name }) => name)])),
    state,
    stateText: text?.value,
    journal,
    before: readJournal(journal),
  };
}

function planJobs(tabs: readonly TabToApply[], look: Look): Job[] {
  const taken = [...look.names];
  const named = tabs.map((tab) => {
    checkSheetName(tab.plan.name);
    const old = tab.replaces === undefined ? undefined : look.sheets.get(tab.replaces);
    const name = old?.name ?? freeSheetName(tab.plan.name, taken);
    if (old === undefined) taken.push(name);
    return { tab, old, name };
  });
  const work = (): string => {
    const name = freeSheetName(`${WORK_PREFIX}1`, taken);
    taken.push(name);
    return name;
  };
  return named.map(({ tab, old, name }) => ({
    tab,
    old,
    draft: draftOfPlan(tab.plan, name, ({ sheet, plan }) => {
      const planned = named.find((other) => other.tab.plan.id === plan);
      if (planned !== undefined) return planned.name;
      return look.names.includes(sheet)
        ? sheet
        : (named.find((other) => other.tab.plan.name === sheet)?.name ?? sheet);
    }),
    work: work(),
    backup: old === undefined ? undefined : work(),
    charts: old === undefined ? [] : (look.charts.get(old.id) ?? []),
  }));
}

/** Builds a tab on a hidden sheet, in as many requests as its size needs. */
async function writeWork(context: Excel.RequestContext, job: Job, created: string[]): Promise<void> {
  const { draft, work, old, tab } = job;
  const height = Math.max(1, Math.floor(REQUEST_CELLS / Math.max(1, draftColumnCount(draft))));
  context.application.suspendApiCalculationUntilNextSync();
  created.push(work);
  const sheet = context.workbook.worksheets.add(work);
  sheet.visibility = 'Hidden';
  writeMark(sheet, WORK_MARK + tab.plan.id);
  for (let from = 0; from < draft.rows.length; from += height) {
    if (from > 0) {
      // A request may not be larger than 5 MB.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      context.application.suspendApiCalculationUntilNextSync();
    }
    writeRows(sheet, draft, from, Math.min(draft.rows.length, from + height));
  }
  writeLinks(sheet, draft);
  writeStyles(sheet, draft);
  writeMerges(sheet, draft);
  writeRules(sheet, draft);
  if (old === undefined) writeView(sheet, draft);
  await context.sync();
}

/** Copies the cells of tabs that are about to change to hidden sheets. */
function keepForUndo(context: Excel.RequestContext, jobs: readonly Job[], created: string[]): void {
  for (const { old, backup, tab } of jobs) {
    if (old === undefined || backup === undefined) continue;
    created.push(backup);
    const sheet = context.workbook.worksheets.add(backup);
    sheet.visibility = 'VeryHidden';
    writeMark(sheet, UNDO_MARK + tab.plan.id);
    sheet.getRange('A1').copyFrom(old.getUsedRange(), 'All');
  }
}

/** The one request that changes what people see. */
async function swap(
  context: Excel.RequestContext,
  jobs: readonly Job[],
  { state }: ApplyOptions,
  look: Look,
  id: string,
): Promise<AppliedTab[]> {
  const { worksheets } = context.workbook;
  const journal = (phase: Journal['phase']): Journal => ({
    id,
    phase,
    tabs: jobs.map(({ draft, backup }) => ({ sheet: draft.name, backup: backup ?? null })),
    state: look.stateText ?? null,
    wrote: state === undefined ? null : stateCheck(stateXml(state)),
  });
  context.application.suspendApiCalculationUntilNextSync();
  putJournal(context, journal('started'));
  const sheets = jobs.map((job) => {
    const work = worksheets.getItem(job.work);
    if (job.old === undefined) {
      work.name = job.draft.name;
      work.visibility = 'Visible';
      work.names.getItem(PLAN_MARK).delete();
      writeMark(work, job.tab.plan.id);
      return work;
    }
    fillAnew(job.old, work, job);
    work.delete();
    return job.old;
  });
  for (const { backup } of look.before?.tabs ?? []) {
    if (backup !== null && look.names.includes(backup)) removeSheet(worksheets.getItem(backup));
  }
  if (state !== undefined) putState(context, look.state, look.stateText, state);
  putJournal(context, journal('done'));
  context.runtime.enableEvents = true;
  for (const sheet of sheets) sheet.load('id');
  await context.sync();
  return jobs.map(({ tab, draft, old }, index) => ({
    planId: tab.plan.id,
    sheet: sheets[index]?.id ?? '',
    name: draft.name,
    replaced: old !== undefined,
  }));
}

/** New cells for a tab that stays the same sheet. */
function fillAnew(old: Excel.Worksheet, work: Excel.Worksheet, { draft, charts }: Job): void {
  for (const name of charts) old.charts.getItem(name).delete();
  clearSheet(old);
  const width = Math.max(1, draftColumnCount(draft));
  const height = Math.max(1, draft.rows.length);
  old.getRange('A1').copyFrom(work.getRangeByIndexes(0, 0, height, width), 'All');
  writeView(old, draft);
}

/**
 * After a failure: the workbook is complete when the last change of the swap is there (gives the tabs then), and is
 * made what it was when it is not. @throws ProblemError HOST_LEFTOVER {sheet}
 */
async function settle(created: readonly string[], id: string): Promise<AppliedTab[] | undefined> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await inExcel((context) => restoreTabs(context, created, id));
    } catch (error) {
      if (attempt < ATTEMPTS) continue;
      if (created.length === 0) return undefined;
      throw error instanceof ProblemError
        ? new ProblemError('HOST_LEFTOVER', { sheet: created[0] ?? '' })
        : error;
    }
  }
}

const ATTEMPTS = 3;
