import { calendarDate, type Day } from '../facts/date';
import { t, type Language } from '../i18n';

/** `2026年10月8日` */
export function longDate(day: Day, language: Language): string {
  const { year, month, date } = calendarDate(day);
  const pad = (n: number): string => (language === 'zh' ? String(n) : String(n).padStart(2, '0'));
  return t(language, 'form.date', { year, month: pad(month), date: pad(date) });
}

/** For comparing headers and labels: half-width, lower case, letters and digits only. */
export function labelKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
