import type { PrintSetup } from '../sheetPlan';
import { MAX_COLUMNS } from '../excelLimits';
import { escapeText } from '../xmlEscape';

const PAPER_A4 = 9;

export function printOptionsXml(): string {
  return '<printOptions horizontalCentered="1"/>';
}

/** Margins (inches), A4 paper, orientation, as many pages down as needed, and the footer. */
export function pageSetupXml({ orientation, fitToWidth, footer }: PrintSetup): string {
  const fit = fitToWidth ? ' fitToWidth="1" fitToHeight="0"' : '';
  // a footer without a section code stands in the middle
  const text = /^&[LCR]/.test(footer) ? footer : `&C${footer}`;
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER_A4}" orientation="${orientation}"${fit}/>` +
    (footer === '' ? '' : `<headerFooter><oddFooter>${escapeText(text)}</oddFooter></headerFooter>`)
  );
}

/** A break stands after the row it names, so a page that starts at 0-based row r breaks after 1-based row r. */
export function pageBreaksXml(startRows: readonly number[]): string {
  const rows = [...new Set(startRows)].filter((row) => row > 0).sort((a, b) => a - b);
  if (rows.length === 0) return '';
  const breaks = rows.map((row) => `<brk id="${row}" max="${MAX_COLUMNS - 1}" man="1"/>`).join('');
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks}</rowBreaks>`;
}
