import { isCellError } from '../../../workbook/grid';
import type { DraftCell, DraftRow, SheetDraft } from '../../../workbook/sheetDraft';
import type { PlanColumn, PlanConditionalFormat, PlanValidation } from '../../../workbook/sheetPlan';
import type { CellStyle } from '../../../workbook/styles';
import { formatValue, type CellFormat, type FormatKey } from '../../model/format';
import type { ConditionalFormatModel, ValidationModel } from '../../model/parts';
import type { Cell, Sheet } from '../../model/sheet';
import { conditionalRule, listSource } from '../conditionalRule';
import { toPixels } from '../units';
import { chartsOf, printOf } from './draftParts';

const ALIGN: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  Left: 'left',
  Center: 'center',
  CenterAcrossSelection: 'center',
  Right: 'right',
};
const STANDARD_SIZE = 11;
const PIXELS_PER_CHARACTER = 7;
const COMPARISONS: Readonly<Record<string, 'lessThan' | 'greaterThan'>> = {
  LessThan: 'lessThan',
  GreaterThan: 'greaterThan',
};
const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** A sheet of the workbook as the project's file writer takes it. */
export function draftOfSheet(sheet: Sheet): SheetDraft {
  const rows: (DraftRow | undefined)[] = sheet.rows.map((row, r) => {
    if (!row) return undefined;
    const hidden = sheet.isRowHidden(r);
    return {
      ...(row.height !== undefined && { height: row.height }),
      ...(hidden && { hidden }),
      cells: Array.from(row.cells, (cell, c) => cell && draftCell(cell, sheet.formatAt(r, c))),
    };
  });
  const print = printOf(sheet);
  const { rows: frozenRows, columns: frozenColumns } = sheet.freeze;
  return {
    name: sheet.name,
    columns: columnsOf(sheet),
    rows: Array.from(rows),
    merges: sheet.merges,
    validations: sheet.validations.flatMap(validationOf),
    conditionalFormats: sheet.conditionalFormats.flatMap(conditionalFormatOf),
    charts: chartsOf(sheet),
    visibility: VISIBILITY[sheet.visibility],
    ...(print && { print }),
    ...(frozenRows + frozenColumns > 0 && { freeze: sheet.freeze }),
    ...(sheet.autoFilter && { filter: sheet.autoFilter.block }),
  };
}

function columnsOf(sheet: Sheet): PlanColumn[] {
  return Array.from({ length: sheet.columns.length }, (_, c) => ({
    width: Math.round((toPixels(sheet.columnWidth(c)) / PIXELS_PER_CHARACTER) * 100) / 100,
    ...(sheet.columns[c]?.hidden === true && { hidden: true }),
  }));
}

/** A cell as the file writer takes it. */
export function draftCell(cell: Cell, format: CellFormat): DraftCell {
  const style = styleOfFormat(format);
  const formula = cell.formula === undefined ? {} : { formula: cell.formula.replace(/^=/, '') };
  if (isCellError(cell.value)) return { value: null, error: cell.value.error, style, ...formula };
  return { value: cell.value, style, ...formula };
}

const styles = new WeakMap<CellFormat, CellStyle>();

/** The look of a cell as far as the file writer can write it; formats that are one object give one object. */
export function styleOfFormat(format: CellFormat): CellStyle {
  let style = styles.get(format);
  if (!style) styles.set(format, (style = makeStyle(format)));
  return style;
}

function makeStyle(format: CellFormat): CellStyle {
  const text = (key: FormatKey): string => String(formatValue(format, key));
  const align = ALIGN[text('horizontalAlignment')];
  const size = Number(text('font.size'));
  const vertical = text('verticalAlignment');
  const color = format['font.color'] === undefined ? undefined : hex(text('font.color'));
  const fill = format['fill.color'] === undefined ? undefined : hex(text('fill.color'));
  return {
    ...(format['font.bold'] === true && { bold: true }),
    ...(format['font.italic'] === true && { italic: true }),
    ...(size !== STANDARD_SIZE && { size }),
    ...(color !== undefined && color !== '000000' && { color }),
    ...(fill !== undefined && { fill }),
    ...(text('border.top.style') !== 'None' && { border: 'thin' as const }),
    ...(align && { align }),
    ...(vertical === 'Top' && { valign: 'top' as const }),
    ...(vertical === 'Center' && { valign: 'middle' as const }),
    ...(format.wrapText === true && { wrap: true }),
    ...(format.numberFormat !== undefined && { format: text('numberFormat') }),
    ...(format['protection.locked'] === false && { unlocked: true }),
  };
}

function hex(color: string): string | undefined {
  return /^#([0-9A-F]{6})$/i.exec(color)?.[1]?.toUpperCase();
}

function validationOf({ blocks, rule }: ValidationModel): PlanValidation[] {
  const found = listSource(rule);
  if (!found || found.source.startsWith('=')) return [];
  return blocks.map((range) => ({ range, list: found.source.split(',').map((each) => each.trim()) }));
}

function conditionalFormatOf(model: ConditionalFormatModel): PlanConditionalFormat[] {
  const found = conditionalRule(model);
  if (!found) return [];
  const each = (rule: PlanConditionalFormat['rule'], style?: PlanConditionalFormat['style']) =>
    model.blocks.map((range) => ({ range, rule, ...(style && { style }) }));
  if (found.kind === 'dataBar') return each({ type: 'dataBar', color: hex(found.color) ?? '638EC6' });
  const [color, fill] = [hex(found.look.color ?? ''), hex(found.look.fill ?? '')];
  const style = { ...(color !== undefined && { color }), ...(fill !== undefined && { fill }) };
  if (found.kind === 'text') {
    return found.operator === 'EqualTo' ? each({ type: 'equals', text: found.text }, style) : [];
  }
  const type = COMPARISONS[found.operator];
  return type ? each({ type, value: found.values[0]! }, style) : [];
}
