import { wordingKey } from '../../intake';
import type { Confirmation, SheetRole } from '../../intake/types';
import type { ReadingValue } from '../../rulebook/primitives';
import type { SettingsJson } from '../settingsFormat';
import { settingsOf, type WorkbookSettings } from '../workbookSettings';

/** A change of what the workbook carries. */
export type Settlement = (state: WorkbookSettings) => WorkbookSettings;

const changeSettings =
  (rulebook: string, change: (settings: SettingsJson) => SettingsJson): Settlement =>
  (state) => ({
    ...state,
    settings: { ...state.settings, [rulebook]: change(settingsOf(state, rulebook)) },
  });

/** Chooses one of the rulebooks that come with the product. Settings of others stay for another time. */
export const chooseRulebook =
  (id: string): Settlement =>
  (state) => ({ ...state, rulebook: { id } });

/** Sets a parameter; an empty text leaves it open again. `base` is the starting score. */
export function setParameter(rulebook: string, param: string, text: string): Settlement {
  const value = text.normalize('NFKC').trim();
  return changeSettings(rulebook, (settings) => {
    if (param === 'base') {
      const { base: _base, ...rest } = settings;
      return value === '' ? rest : { ...rest, base: value };
    }
    const { [param]: _old, ...params } = settings.params ?? {};
    return { ...settings, params: value === '' ? params : { ...params, [param]: value } };
  });
}

export function setReading(rulebook: string, reading: string, value: ReadingValue): Settlement {
  return changeSettings(rulebook, (settings) => ({
    ...settings,
    readings: { ...settings.readings, [reading]: value },
  }));
}

/** Takes the rulebook's own parameters and readings again; rows settled by a person stay settled. */
export function resetSettings(rulebook: string): Settlement {
  return changeSettings(rulebook, (settings) => {
    const { base: _base, params: _params, readings: _readings, versions: _versions, ...kept } = settings;
    return kept;
  });
}

/** Remembers a wording's clause for every row that says the same. */
export function rememberWording(rulebook: string, wording: string, clause: string): Settlement {
  return (state) => ({
    ...state,
    wordings: {
      ...state.wordings,
      [rulebook]: { ...state.wordings[rulebook], [wordingKey(wording)]: clause },
    },
  });
}

export function forgetWording(rulebook: string, key: string): Settlement {
  return (state) => {
    const { [key]: _forgotten, ...kept } = state.wordings[rulebook] ?? {};
    return { ...state, wordings: { ...state.wordings, [rulebook]: kept } };
  };
}

/** Settles one row: its clause (null = 不考核) or its person. */
export function confirmRow(rulebook: string, confirmation: Confirmation): Settlement {
  const { sheet, row, clause, person } = confirmation;
  return changeSettings(rulebook, (settings) => {
    const same = settings.confirm?.find((one) => one.sheet === sheet && one.row === row);
    const others = settings.confirm?.filter((one) => one !== same) ?? [];
    return {
      ...settings,
      confirm: [
        ...others,
        {
          ...same,
          sheet,
          row,
          ...(clause === undefined ? {} : { clause }),
          ...(person === undefined ? {} : { person }),
        },
      ],
    };
  });
}

export function withdrawConfirmation(rulebook: string, sheet: string, row: number): Settlement {
  return changeSettings(rulebook, (settings) => ({
    ...settings,
    confirm: (settings.confirm ?? []).filter((one) => one.sheet !== sheet || one.row !== row),
  }));
}

/** Corrects a layout: its role and what its columns mean (header to field, null = not used). */
export function correctLayout(
  fingerprint: string,
  correction: {
    readonly role?: SheetRole | undefined;
    readonly fields: Readonly<Record<string, string | null>>;
  },
): Settlement {
  return (state) => {
    const before = state.mappings.find((one) => one.fingerprint === fingerprint);
    const role = correction.role ?? before?.role;
    return {
      ...state,
      mappings: [
        ...state.mappings.filter((one) => one !== before),
        {
          fingerprint,
          ...(role === undefined ? {} : { role }),
          fields: { ...before?.fields, ...correction.fields },
        },
      ],
    };
  };
}

/** Recognises a layout anew, as if nobody had corrected it. */
export function forgetLayout(fingerprint: string): Settlement {
  return (state) => ({
    ...state,
    mappings: state.mappings.filter((one) => one.fingerprint !== fingerprint),
  });
}
