import { behaviour, type AnyBehaviour } from '../hostObject';

/** The regional settings of the machine: those of a Chinese system. */
export const cultureBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  CultureInfo: behaviour({ get: { Name: () => 'zh-CN' } }),
  NumberFormatInfo: behaviour({
    get: {
      NumberDecimalSeparator: () => '.',
      NumberGroupSeparator: () => ',',
      CurrencySymbol: () => '¥',
    },
  }),
  DatetimeFormatInfo: behaviour({
    get: {
      DateSeparator: () => '/',
      TimeSeparator: () => ':',
      ShortDatePattern: () => 'yyyy/M/d',
      LongDatePattern: () => "yyyy'年'M'月'd'日'",
      LongTimePattern: () => 'H:mm:ss',
    },
  }),
};
