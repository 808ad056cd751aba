import type {
  ApplyOptions,
  ApplyResult,
  FormulaCell,
  OpenSheet,
  TabToApply,
  WorkbookChange,
  WorkbookPort,
  WorkbookSnapshot,
} from '../port';
import { applyTabs } from './applyTabs';
import { inExcel, readExcel } from './failures';
import { askJournal, readJournal } from './journal';
import { freezeFormulas, repairFormulas, selectedCell } from './ownFormulas';
import { readSheets } from './readSheets';
import { undoBuild } from './restoreTabs';
import { askState, askStateText, putState, readStateText } from './stateStore';
import { watchWorkbook } from './watch';

/** What differs between one Excel and another. */
export interface ExcelFeatures {
  /** Requests and answers may not be larger than 5 MB, as in Excel on the web. */
  readonly limitedAnswers: boolean;
  /** Renaming a sheet is told (ExcelApi 1.17). */
  readonly nameEvents: boolean;
}

/** The workbook that is open in Excel. One at a time: an add-in has one workbook. */
export class ExcelPort implements WorkbookPort {
  private applying = 0;
  private undoable = false;

  constructor(private readonly features: ExcelFeatures) {}

  /** Two round trips: what there is, then all of it. */
  open(): Promise<WorkbookSnapshot> {
    return readExcel(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load('items/id');
      const asked = askState(context);
      const journal = askJournal(context);
      await context.sync();
      this.undoable = readJournal(journal)?.phase === 'done';
      const text = askStateText(asked);
      const sheets = await readSheets(context, worksheets.items, this.features.limitedAnswers);
      return { sheets, state: readStateText(text?.value) };
    });
  }

  readSheets(ids: readonly string[]): Promise<readonly OpenSheet[]> {
    return readExcel((context) => {
      const sheets = ids.map((id) => context.workbook.worksheets.getItem(id));
      return readSheets(context, sheets, this.features.limitedAnswers);
    });
  }

  async apply(tabs: readonly TabToApply[], options: ApplyOptions = {}): Promise<ApplyResult> {
    this.applying += 1;
    try {
      const result = await applyTabs(tabs, options);
      if (result.outcome === 'done') this.undoable = true;
      return result;
    } finally {
      this.applying -= 1;
    }
  }

  canUndo(): boolean {
    return this.undoable;
  }

  async undo(): Promise<boolean> {
    this.applying += 1;
    try {
      const done = await inExcel(undoBuild);
      this.undoable = false;
      return done;
    } finally {
      this.applying -= 1;
    }
  }

  saveState(state: unknown): Promise<void> {
    return inExcel(async (context) => {
      const asked = askState(context);
      await context.sync();
      const text = askStateText(asked);
      if (text !== undefined) await context.sync();
      putState(context, asked, text?.value, state);
      await context.sync();
    });
  }

  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
    return watchWorkbook((change) => {
      if (this.applying === 0 || change.kind === 'selection') listener(change);
    }, this.features.nameEvents);
  }

  jumpTo(sheetName: string, address: string): Promise<void> {
    return inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetName);
      sheet.activate();
      sheet.getRange(address).select();
      await context.sync();
    });
  }

  selection(): Promise<FormulaCell | undefined> {
    return readExcel(selectedCell);
  }

  insertFormula(formula: string): Promise<void> {
    return inExcel(async (context) => {
      context.workbook.getActiveCell().formulas = [[formula]];
      await context.sync();
    });
  }

  repairFormulas(): Promise<number> {
    return inExcel(repairFormulas);
  }

  freezeFormulas(): Promise<number> {
    return inExcel(freezeFormulas);
  }
}
