import type { CaseSettings } from '../casework';
import { settingsFor } from '../reports/caseInput';
import type { Ruleset } from '../scoring/ruleset';

/** What a user settled for casework; everything left out is as the regulation or its usual reading has it. */
export interface CaseOptions {
  /** Reading of 「N日内」; absent = calendar days. */
  readonly dayUnit?: 'calendar' | 'working' | undefined;
  readonly serviceDepartment?: string | undefined;
  readonly hrDepartment?: string | undefined;
  readonly callBackDays?: number | undefined;
  /** Print phones as `139****5678`. */
  readonly maskPhones?: boolean | undefined;
  /** Print customers' names as `王**`. */
  readonly maskNames?: boolean | undefined;
}

export function caseSettingsOf(ruleset: Ruleset, options: CaseOptions = {}): CaseSettings {
  const plain = settingsFor(ruleset);
  const { dayUnit, serviceDepartment, hrDepartment, callBackDays } = options;
  return {
    ...plain,
    ...(dayUnit === undefined ? {} : { dayUnit }),
    ...(callBackDays === undefined ? {} : { callBackDays }),
    departments: {
      service: serviceDepartment ?? plain.departments.service,
      hr: hrDepartment ?? plain.departments.hr,
    },
  };
}
