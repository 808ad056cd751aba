import { ProblemError } from '../../src/facts/problem';
import type { BuildOutcome } from '../../src/month/live/session';
import type { MonthSession } from '../../src/month/live/session';
import { MONTH_TABS } from '../../src/month/tabs';
import { REQUEST_ERRORS, type RequestErrorCode } from '../../src/workbench/host/errors';
import { contents } from './support/contents';
import { openExcel, type OpenedExcel } from './support/openExcel';
import { openSession } from './support/session';

const CODES = Object.keys(REQUEST_ERRORS) as RequestErrorCode[];

const SHEETS = {
  人员: [
    ['工号', '姓名', '班组'],
    ['A01', '江可', '一组'],
    ['A02', '钟离舟', '一组'],
  ],
  质检记录: [
    ['日期', '姓名', '条款', '情况'],
    ['2026-10-09', '江可', 'GM-02', '未及时应答'],
    ['2026-10-12', '钟离舟', 'GM-02', '未及时应答'],
    ['2026-10-13', '江可', 'GM-02', '未及时应答'],
  ],
};

const tabs = MONTH_TABS.filter(({ key }) => key === 'performance' || key === 'details');

interface Opened {
  readonly excel: OpenedExcel;
  readonly session: MonthSession;
}

/** A workbook with the month built once and a record changed since, so that tabs are replaced and none is added. */
async function open(builtBefore: boolean): Promise<Opened> {
  const excel = openExcel({ sheets: SHEETS });
  const { session } = openSession();
  await session.start();
  await session.settle((state) => ({ ...state, rulebook: { id: 'GM' }, month: '2026-10' }));
  if (builtBefore) {
    await session.build({ tabs });
    excel.edit('质检记录', 'B3', '江可');
  }
  return { excel, session };
}

/** Cells of the tabs and everything else, without the hidden sheets that undo keeps. */
const seen = (excel: OpenedExcel): unknown => {
  const all = contents(excel) as { sheets: readonly { visibility: string }[] };
  return { ...all, names: [], sheets: all.sheets.filter(({ visibility }) => visibility !== 'VeryHidden') };
};

describe.each([
  ['the first build', false],
  ['a build over earlier tabs', true],
])('%s', (_title, builtBefore) => {
  let calls = 0;
  let before: unknown;
  let after: unknown;

  beforeAll(async () => {
    const { excel, session } = await open(builtBefore);
    before = seen(excel);
    const first = excel.faults.count;
    const { outcome } = await session.build({ tabs });
    calls = excel.faults.count - first;
    after = seen(excel);
    expect(outcome).toBe('done');
    expect(after).not.toEqual(before);
    expect(calls).toBeGreaterThan(5);
  });

  test.each(CODES)('cut by %s at every call: as it was or complete, and says so', async (code) => {
    for (let call = 1; call <= calls; call += 1) {
      const { excel, session } = await open(builtBefore);
      excel.faults.failCall(excel.faults.count + call, code);
      let outcome: BuildOutcome['outcome'] | ProblemError;
      try {
        outcome = (await session.build({ tabs })).outcome;
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        outcome = error;
      }
      const now = seen(excel);
      if (outcome === 'done') expect(now).toEqual(after);
      else {
        expect(outcome).toBeInstanceOf(ProblemError);
        expect(now).toEqual(before);
      }
      expect(
        excel.workbook.sheets.filter(
          ({ name, visibility }) => name.startsWith('~') && visibility === 'Hidden',
        ),
      ).toEqual([]);
      excel.dispose();
    }
  });
});
