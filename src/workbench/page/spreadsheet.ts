import { LocaleType, LogLevel, mergeLocales, Univer, type Plugin, type PluginCtor } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingEn from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalFormattingZh from '@univerjs/preset-sheets-conditional-formatting/locales/zh-CN';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import coreZh from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationEn from '@univerjs/preset-sheets-data-validation/locales/en-US';
import dataValidationZh from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEn from '@univerjs/preset-sheets-filter/locales/en-US';
import filterZh from '@univerjs/preset-sheets-filter/locales/zh-CN';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortEn from '@univerjs/preset-sheets-sort/locales/en-US';
import sortZh from '@univerjs/preset-sheets-sort/locales/zh-CN';
import { UniverSheetsTablePreset } from '@univerjs/preset-sheets-table';
import tableEn from '@univerjs/preset-sheets-table/locales/en-US';
import tableZh from '@univerjs/preset-sheets-table/locales/zh-CN';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';
import '@univerjs/preset-sheets-table/lib/index.css';
import type { Language } from '../../i18n';

/** The spreadsheet component: `univer` holds its services, `api` is its facade. */
export interface Spreadsheet {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly container: HTMLElement;
}

/** These calculate formulas by themselves unless told not to; the host's model is the only one that may. */
const CALCULATING = new Set(['UNIVER_ENGINE_FORMULA_PLUGIN', 'SHEET_PLUGIN']);

/** Makes the component in an element. The umbrella package is left out: it brings parts that are not free. */
export function createSpreadsheet(container: HTMLElement, language: Language): Spreadsheet {
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    locale: language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(
        coreZh,
        conditionalFormattingZh,
        dataValidationZh,
        filterZh,
        sortZh,
        tableZh,
      ),
      [LocaleType.EN_US]: mergeLocales(
        coreEn,
        conditionalFormattingEn,
        dataValidationEn,
        filterEn,
        sortEn,
        tableEn,
      ),
    },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      toolbar: false,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsSortPreset(),
    UniverSheetsTablePreset(),
  ];
  const plugins = new Map<string, { plugin: PluginCtor<Plugin>; options: object }>();
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, options] = (Array.isArray(entry) ? entry : [entry, {}]) as [PluginCtor<Plugin>, object];
    const quiet = CALCULATING.has(plugin.pluginName) ? { notExecuteFormula: true } : {};
    plugins.delete(plugin.pluginName);
    plugins.set(plugin.pluginName, { plugin, options: { ...options, ...quiet } });
  }
  for (const { plugin, options } of plugins.values()) univer.registerPlugin(plugin, options);
  return { univer, api: FUniver.newAPI(univer), container };
}

export function setSpreadsheetLanguage({ univer }: Spreadsheet, language: Language): void {
  univer.setLocale(language === 'zh' ? LocaleType.ZH_CN : LocaleType.EN_US);
}
