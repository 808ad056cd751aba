import { parseDay } from '../../../src/facts/date';
import { MonthSession } from '../../../src/month/live/session';
import { ExcelPort } from '../../../src/workbook/excel/excelPort';

export const TODAY = parseDay('2026-11-02')!;

/** A session over the workbook that is open; timers are run by hand. */
export function openSession(): { session: MonthSession; port: ExcelPort; runTimers: () => Promise<void> } {
  const port = new ExcelPort({ limitedAnswers: false, nameEvents: false });
  const timers = new Set<() => void>();
  let ticks = 0;
  const session = new MonthSession({
    port,
    language: 'zh',
    today: () => TODAY,
    pause: () => Promise.resolve(),
    clock: () => (ticks += 1),
    later: (_milliseconds, work) => {
      timers.add(work);
      return () => timers.delete(work);
    },
  });
  const runTimers = async (): Promise<void> => {
    for (const work of [...timers]) {
      timers.delete(work);
      work();
    }
    await session.settled();
  };
  return { session, port, runTimers };
}
