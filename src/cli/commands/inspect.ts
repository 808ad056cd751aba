import { inspectWorkbook } from '../../intake';
import { sentence } from '../../i18n';
import { readWorkbook } from '../../workbook/xlsx';
import { readBytes } from '../files';
import { UsageError, type Options } from '../options';
import type { Output } from '../output';

export function inspectCommand({ targets, language }: Options): Output {
  const [file] = targets;
  if (file === undefined || targets.length > 1) throw new UsageError(language);
  const workbook = readWorkbook(readBytes(file));
  const grids = workbook.sheets.filter((sheet) => sheet.hasCells).map((sheet) => workbook.grid(sheet.name));
  const inspection = inspectWorkbook(grids);
  const sheets = inspection.sheets.map((sheet) => ({
    ...sheet,
    findings: sheet.findings.map(({ code, address, params }) => ({
      code,
      address,
      message: sentence({ code, ...(params === undefined ? {} : { params }) }, language),
    })),
  }));
  const text = sheets
    .map((sheet) => {
      const columns = sheet.columns.filter((column) => column.field !== undefined);
      return [
        `${sheet.name}: ${sheet.role} (${Math.round(sheet.confidence * 100)}%)`,
        `  ${columns.map((column) => `${column.header} → ${column.field ?? ''}`).join(', ')}`,
        `  ${sheet.events.length}`,
        ...sheet.findings.map((finding) => `  ${finding.address}: ${finding.message}`),
      ].join('\n');
    })
    .join('\n');
  return { exit: 0, json: { sheets }, text };
}
