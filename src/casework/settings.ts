import type { WorkCalendar } from '../facts/workdays';
import type { DayUnit } from './timeLimit';

/** What an organisation settles for its casework. */
export interface CaseSettings {
  readonly calendar: WorkCalendar;
  /** Reading of 「N日内」. */
  readonly dayUnit: DayUnit;
  /** Names of the two departments that investigate. */
  readonly departments: { readonly service: string; readonly hr: string };
  /** Days before the due day from which an issue is due soon. */
  readonly dueSoonDays: number;
  /** Days within which the customer should be called back; undefined = no limit, as in the regulation. */
  readonly callBackDays?: number | undefined;
  /** Media that count as 主流媒体, besides the general words. */
  readonly mainstreamMedia: readonly string[];
  /** Spans that count as 重要时间段. */
  readonly importantTimes: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

export function caseSettings(settings: Partial<CaseSettings> & Pick<CaseSettings, 'calendar'>): CaseSettings {
  return {
    dayUnit: 'calendar',
    departments: { service: '客户服务中心', hr: '人力资源行政部' },
    dueSoonDays: 2,
    mainstreamMedia: [],
    importantTimes: [],
    ...settings,
  };
}
