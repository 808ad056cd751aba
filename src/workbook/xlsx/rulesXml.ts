import type { PlanConditionalFormat, PlanValidation } from '../sheetPlan';
import { rangeAddress } from '../address';
import { argb } from './styleKeys';
import type { StyleSheet } from './styleSheet';
import { escapeText } from '../xmlEscape';

/** Rules earlier in the list win. */
export function conditionalFormatsXml(formats: readonly PlanConditionalFormat[], styles: StyleSheet): string {
  return formats
    .map((format, i) => {
      const rule = ruleXml(format, i + 1, styles);
      return `<conditionalFormatting sqref="${rangeAddress(format.range)}">${rule}</conditionalFormatting>`;
    })
    .join('');
}

function ruleXml({ rule, style }: PlanConditionalFormat, priority: number, styles: StyleSheet): string {
  if (rule.type === 'dataBar') {
    // bars start at zero, so that their lengths compare
    const bar = `<cfvo type="num" val="0"/><cfvo type="max"/><color rgb="${argb(rule.color)}"/>`;
    return `<cfRule type="dataBar" priority="${priority}"><dataBar>${bar}</dataBar></cfRule>`;
  }
  const [operator, formula] =
    rule.type === 'equals' ? ['equal', textConstant(rule.text)] : [rule.type, String(rule.value)];
  return (
    `<cfRule type="cellIs" dxfId="${styles.difference(style ?? {})}" priority="${priority}" ` +
    `operator="${operator}"><formula>${escapeText(formula)}</formula></cfRule>`
  );
}

export function validationsXml(validations: readonly PlanValidation[]): string {
  if (validations.length === 0) return '';
  const items = validations.map(
    ({ range, list }) =>
      '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" ' +
      `sqref="${rangeAddress(range)}"><formula1>${escapeText(textConstant(list.join(',')))}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

function textConstant(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
