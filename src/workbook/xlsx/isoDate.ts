import { NumberKind } from '../grid';

const DAY = 86_400_000;
/** Serial of 1970-01-01 in the 1900 system, and how much later the 1904 system starts. */
const UNIX_EPOCH = 25_569;
const EPOCH_1904 = 1_462;
/** Excel counts a 29 February 1900 that never was: serials before it are one less. */
const FIRST_TRUE_SERIAL = 61;

export interface SerialDate {
  readonly serial: number;
  readonly kind: NumberKind;
}

const ISO =
  /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:[T ]?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** An ISO 8601 date, time or both as a serial number; undefined when it is none. A time zone is passed over. */
export function isoToSerial(text: string, date1904 = false): SerialDate | undefined {
  const found = ISO.exec(text.trim());
  if (!found || text.trim() === '') return undefined;
  const [, year, month, day, hour, minute, second] = found;
  const seconds = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
  if (seconds > 86_400 || Number(minute ?? 0) > 59) return undefined;
  const time = seconds / 86_400;
  if (year === undefined) return hour === undefined ? undefined : { serial: time, kind: NumberKind.Time };
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const back = new Date(at);
  if (back.getUTCMonth() !== Number(month) - 1 || back.getUTCDate() !== Number(day)) return undefined;
  const days = at / DAY + UNIX_EPOCH;
  const serial = date1904 ? days - EPOCH_1904 : days < FIRST_TRUE_SERIAL ? days - 1 : days;
  return { serial: serial + time, kind: hour === undefined ? NumberKind.Date : NumberKind.DateTime };
}
