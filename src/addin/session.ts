import { dayOf, type Day } from '../facts/date';
import type { Language } from '../i18n';
import { MonthSession } from '../month/live/session';
import { ExcelPort } from '../workbook/excel/excelPort';

/** The session of the workbook that Excel shows this add-in in. */
export function createSession(language: Language): MonthSession {
  return new MonthSession({
    port: new ExcelPort({
      limitedAnswers: Office.context.platform === Office.PlatformType.OfficeOnline,
      nameEvents: Office.context.requirements.isSetSupported('ExcelApi', '1.17'),
    }),
    language,
    today,
    pause,
    clock: () => performance.now(),
    later: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
}

/** zh unless Office speaks something else than Chinese. */
export function languageOf(displayLanguage: string | undefined): Language {
  return displayLanguage === undefined || /^zh/i.test(displayLanguage) ? 'zh' : 'en';
}

function today(): Day {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
}

/** Through a message, since timers of hidden pages run once a second. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
