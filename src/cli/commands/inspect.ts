import { inspectWorkbook } from '../../intake';
import { sentence } from '../../i18n';
import { readWorkbook } from '../../workbook/xlsx';
import { readBytes } from '../files';
import { inspectText } from '../inspectText';
import { UsageError, type Options } from '../options';
import type { Output } from '../output';

/** `inspect FILE`: what was understood of every sheet with content. Throws ProblemError for what is no workbook. */
export function inspectCommand({ targets, language }: Options): Output {
  const [file] = targets;
  if (file === undefined || targets.length > 1) throw new UsageError(language);
  const workbook = readWorkbook(readBytes(file));
  const grids = workbook.sheets.filter((sheet) => sheet.hasCells).map((sheet) => workbook.grid(sheet.name));
  const { sheets } = inspectWorkbook(grids);
  const told = sheets.map((sheet) => ({
    ...sheet,
    findings: sheet.findings.map(({ code, address, params }) => ({
      code,
      address,
      message: sentence({ code, ...(params === undefined ? {} : { params }) }, language),
    })),
  }));
  return { exit: 0, json: { sheets: told }, text: inspectText(sheets, language) };
}
