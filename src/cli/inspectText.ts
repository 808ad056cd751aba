import { sentence, t, type Language, type TextKey } from '../i18n';
import type { InspectedSheet } from '../intake';
import { columnLetters } from '../workbook/grid';
import { textTable } from './output';

/** Findings of one kind that are listed one by one; the rest is counted. */
const LISTED = 5;

/** What `inspect` says to people: a table of the sheets, then each sheet's columns and findings. */
export function inspectText(sheets: readonly InspectedSheet[], language: Language): string {
  const head = ['sheet', 'role', 'confidence', 'header', 'data', 'events', 'findings'].map((column) =>
    t(language, `inspect.${column}` as TextKey),
  );
  const overview = textTable(
    [
      head,
      ...sheets.map((sheet) => [
        sheet.name,
        t(language, `role.${sheet.role}`),
        `${Math.round(sheet.confidence * 100)}%`,
        sheet.headerRows.join(', ') || '-',
        sheet.columns.length === 0 && sheet.events.length === 0 ? '-' : String(sheet.dataStartRow),
        String(sheet.events.length),
        String(sheet.findings.length),
      ]),
    ],
    [2, 5, 6],
  );
  return [overview, ...sheets.map((sheet) => sheetText(sheet, language)).filter((text) => text !== '')].join(
    '\n\n',
  );
}

function sheetText(sheet: InspectedSheet, language: Language): string {
  const used = sheet.columns.filter(({ field }) => field !== null);
  const unused = sheet.columns.filter(({ field, header }) => field === null && header !== '');
  if (used.length === 0 && sheet.findings.length === 0) return '';
  const lines = [`${sheet.name}: ${t(language, `role.${sheet.role}`)}`];
  if (sheet.role !== 'none' && used.length > 0)
    lines.push(
      indent(
        textTable(
          runs(used).map(({ letters, header, field }) => [letters, header, fieldName(field, language)]),
        ),
      ),
    );
  if (sheet.role !== 'none' && unused.length > 0)
    lines.push(
      `  ${t(language, 'inspect.unused', { headers: unused.map(({ header }) => header).join(', ') })}`,
    );
  lines.push(...findingLines(sheet, language));
  return lines.join('\n');
}

interface Run {
  readonly letters: string;
  readonly header: string;
  readonly field: string;
}

/** Columns as lines; the days of a month are one line. */
function runs(columns: InspectedSheet['columns']): Run[] {
  const lines: Run[] = [];
  let first: { letters: string; header: string } | undefined;
  for (const [i, { index, header, field }] of columns.entries()) {
    const letters = columnLetters(index);
    const isDay = field?.startsWith('day.') === true;
    if (isDay) first ??= { letters, header };
    if (isDay && columns[i + 1]?.field?.startsWith('day.') === true) continue;
    if (isDay && first !== undefined && first.letters !== letters)
      lines.push({
        letters: `${first.letters}-${letters}`,
        header: `${first.header} - ${header}`,
        field: 'day',
      });
    else lines.push({ letters, header, field: field ?? '' });
    first = undefined;
  }
  return lines;
}

function findingLines(sheet: InspectedSheet, language: Language): string[] {
  const seen = new Map<string, number>();
  const lines: string[] = [];
  for (const { code, address, params } of sheet.findings) {
    const count = (seen.get(code) ?? 0) + 1;
    seen.set(code, count);
    if (count <= LISTED)
      lines.push(
        `  ! ${address}  ${sentence({ code, ...(params === undefined ? {} : { params }) }, language)}`,
      );
  }
  for (const [code, count] of seen)
    if (count > LISTED) lines.push(`  ! ${t(language, 'inspect.more', { count: count - LISTED, code })}`);
  return lines;
}

const SLOT = /^(in|out)(\d)\.(time|result)$/;

/** `leave.事假` -> `请假: 事假`, `in1.time` -> `上班1 打卡时间`; fields without words stay as they are. */
function fieldName(field: string, language: Language): string {
  const slot = SLOT.exec(field);
  if (slot !== null)
    return t(language, `inspect.${slot[1] as 'in' | 'out'}.${slot[3] as 'time' | 'result'}`, {
      number: slot[2]!,
    });
  const [stem = '', ...rest] = field.split('.');
  for (const key of [field, stem]) {
    const name = t(language, `pane.field.${key}` as TextKey);
    if (name === `pane.field.${key}`) continue;
    return key === stem && rest.length > 0 && stem !== 'flag' ? `${name}: ${rest.join('.')}` : name;
  }
  return field;
}

const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
