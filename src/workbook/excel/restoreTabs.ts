import { PLAN_MARK, planMarkText } from '../planMark';
import type { AppliedTab } from '../port';
import { clearSheet, removeSheet } from './clearSheet';
import { askJournal, dropJournal, readJournal, type JournalTab } from './journal';
import { askState, askStateText, stateCheck } from './stateStore';

/**
 * Looks how far a cut build came. Complete: gives its tabs. Otherwise takes back what is there of it: tabs get the cells
 * they had, new and hidden sheets go.
 */
export async function restoreTabs(
  context: Excel.RequestContext,
  created: readonly string[],
  id: string,
): Promise<AppliedTab[] | undefined> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  const setting = askJournal(context);
  context.runtime.enableEvents = true;
  await context.sync();
  const journal = readJournal(setting);
  const ofThis = journal?.id === id ? journal : undefined;
  if (ofThis?.phase === 'done') return appliedTabs(context, ofThis.tabs, worksheets.items);
  const names = new Set(worksheets.items.map(({ name }) => name));
  if (ofThis !== undefined) {
    await takeBack(context, ofThis.tabs, names);
    dropJournal(setting);
  }
  for (const name of created) if (names.has(name)) removeSheet(worksheets.getItem(name));
  await context.sync();
  return undefined;
}

async function appliedTabs(
  context: Excel.RequestContext,
  tabs: readonly JournalTab[],
  sheets: readonly Excel.Worksheet[],
): Promise<AppliedTab[]> {
  const found = tabs.flatMap(({ sheet, backup }) => {
    const item = sheets.find(({ name }) => name === sheet);
    if (item === undefined) return [];
    const mark = item.names.getItemOrNullObject(PLAN_MARK);
    mark.load('formula');
    return [{ item, mark, replaced: backup !== null }];
  });
  await context.sync();
  return found.map(({ item, mark, replaced }) => ({
    planId: mark.isNullObject ? '' : (planMarkText(String(mark.formula)) ?? ''),
    sheet: item.id,
    name: item.name,
    replaced,
  }));
}

/** Puts into the batch: tabs get back the cells they had; tabs that are new go, if they are ours. */
export async function takeBack(
  context: Excel.RequestContext,
  tabs: readonly JournalTab[],
  names: ReadonlySet<string>,
): Promise<void> {
  const { worksheets } = context.workbook;
  const fresh = tabs
    .filter(({ sheet, backup }) => backup === null && names.has(sheet))
    .map(({ sheet }) => {
      const item = worksheets.getItem(sheet);
      const mark = item.names.getItemOrNullObject(PLAN_MARK);
      mark.load('formula');
      return { item, mark };
    });
  if (fresh.length > 0) await context.sync();
  for (const { item, mark } of fresh) if (!mark.isNullObject) item.delete();
  for (const { sheet, backup } of tabs) {
    if (backup === null || !names.has(backup) || !names.has(sheet)) continue;
    const kept = worksheets.getItem(backup);
    const tab = worksheets.getItem(sheet);
    clearSheet(tab);
    tab.getRange('A1').copyFrom(kept.getUsedRange(), 'All');
  }
}

/** Takes back the last build; false when there is none. */
export async function undoBuild(context: Excel.RequestContext): Promise<boolean> {
  const { worksheets, customXmlParts } = context.workbook;
  worksheets.load('items/name');
  const setting = askJournal(context);
  const state = askState(context);
  await context.sync();
  const journal = readJournal(setting);
  if (journal?.phase !== 'done') return false;
  const names = new Set(worksheets.items.map(({ name }) => name));
  const text = askStateText(state);
  if (text !== undefined) await context.sync();
  const now = text === undefined ? undefined : stateCheck(text.value);
  context.runtime.enableEvents = false;
  await takeBack(context, journal.tabs, names);
  for (const { backup } of journal.tabs) {
    if (backup !== null && names.has(backup)) removeSheet(worksheets.getItem(backup));
  }
  if (journal.wrote !== null && journal.wrote === now) {
    if (journal.state === null) {
      if (!state.part.isNullObject) state.part.delete();
    } else if (state.part.isNullObject) customXmlParts.add(journal.state);
    else state.part.setXml(journal.state);
  }
  dropJournal(setting);
  context.runtime.enableEvents = true;
  await context.sync();
  return true;
}
