import type { CellValue } from '../../workbook/grid';
import { cellText, compactText, memoText } from './text';

const YES = /^(?:是的?|有|对|√|✓|✔|☑|✅|y|yes|t|true|1|已|成立|属实)$/i;
const NO = /^(?:否|不是|无|没有|不|×|✗|✘|✕|❌|x|n|no|f|false|0|未|不成立|不属实)$/i;

const yesNoOfText = memoText((text: string): boolean | undefined => {
  const compact = compactText(text);
  if (YES.test(compact)) return true;
  return NO.test(compact) ? false : undefined;
});

/** 是/否/√/×/Y/N/1/0/有/无 and their kin; undefined for blank, no-data marks and anything else. */
export function readYesNo(value: CellValue | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === undefined || value === null) return undefined;
  return yesNoOfText(cellText(value));
}
