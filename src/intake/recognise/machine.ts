import type { Grid } from '../../workbook/grid';
import type { SheetReading } from '../types';
import { readPeriod, type Period } from '../values/period';
import { cellText, isBlank, textKey } from '../values/text';
import { fingerprintOf } from './fingerprint';
import { dayHeader } from './patterns';

const LABELS = new Set([
  '工号',
  '姓名',
  '部门',
  '编号',
  '考勤号',
  '登记号',
  'id',
  'name',
  'dept',
  'no',
  '人员编号',
]);

/** Whether a cell is a label of a machine's person row: `工号：`, or label and value in one cell `姓名:周晓兰`. */
export function machineLabel(text: string): { readonly label: string; readonly value: string } | undefined {
  const match = /^([^:]{1,8}):(.{0,40})$/.exec(text.replace(/\s+/g, ' '));
  if (match === null) return undefined;
  const label = textKey(match[1]!);
  return LABELS.has(label) ? { label, value: match[2]!.trim() } : undefined;
}

/** Labels of one row of a machine's sheet, at least two of them; undefined for any other row. */
export function machinePerson(row: readonly unknown[] | undefined): Map<string, string> | undefined {
  if (row === undefined) return undefined;
  const found = new Map<string, string>();
  const end = Math.min(row.length, 80);
  for (let c = 0; c < end; c += 1) {
    const value = row[c];
    if (typeof value !== 'string' || value.length > 60) continue;
    const text = cellText(value);
    const label = machineLabel(text);
    if (label === undefined) continue;
    let content = label.value;
    for (let next = c + 1; content === '' && next < Math.min(end, c + 8); next += 1) {
      const cell = row[next];
      if (isBlank(cell as never)) continue;
      const near = cellText(cell as never);
      if (typeof cell === 'string' && machineLabel(near) !== undefined) break;
      content = near;
    }
    found.set(label.label, content);
  }
  return found.size >= 2 && (found.has('姓名') || found.has('name') || found.has('工号')) ? found : undefined;
}

/** A punch machine's sheet: a row of days 1..n, then a label row and a row of punches for every person. */
export function findMachine(grid: Grid, near: Period | undefined): SheetReading | undefined {
  const limit = Math.min(grid.rows.length, 30);
  for (let r = 0; r < limit; r += 1) {
    const row = grid.rows[r];
    if (row === undefined || row.length < 5 || machinePerson(grid.rows[r + 1]) === undefined) continue;
    const days = row.flatMap((value, c) => (c < 80 && dayHeader(value) !== undefined ? [c] : []));
    const filled = row.filter((value) => !isBlank(value)).length;
    if (days.length < 7 || days.length < filled * 0.8) continue;
    const titles = Array.from({ length: r }, (_, i) => i).filter(
      (i) => grid.rows[i]?.some((value) => !isBlank(value)) === true,
    );
    const texts = [
      ...titles.flatMap((i) => (grid.rows[i] ?? []).slice(0, 40).map((value) => cellText(value))),
      grid.sheet,
    ];
    const period = texts
      .map((text) => (text === '' ? undefined : readPeriod(text, near)))
      .find((one) => one !== undefined);
    let end = r + 1;
    for (let i = grid.rows.length - 1; i > r; i -= 1)
      if (grid.rows[i]?.some((value) => !isBlank(value)) === true) {
        end = i + 1;
        break;
      }
    return {
      name: grid.sheet,
      role: { value: 'attendance-machine', confidence: 0.95, reasons: [{ code: 'ROLE_MACHINE_BLOCKS' }] },
      titleRows: titles.map((i) => i + 1),
      headerRows: [r + 1],
      dataStartRow: r + 2,
      dataEndRow: end,
      columns: days.map((c) => ({
        index: c,
        header: cellText(row[c]),
        field: `day.${dayHeader(row[c] ?? null) ?? ''}`,
        confidence: 0.95,
        reason: { code: 'COLUMN_HEADER_PATTERN', params: { field: 'day' } },
      })),
      skipped: [],
      ...(period === undefined ? {} : { period }),
      fingerprint: fingerprintOf([['#machine'], ...days.map((c) => [cellText(row[c])])]),
    };
  }
  return undefined;
}
