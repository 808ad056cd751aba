import {
  AddConditionalRuleMutation,
  DeleteConditionalRuleMutation,
} from '@univerjs/preset-sheets-conditional-formatting';
import {
  AddDataValidationMutation,
  RemoveDataValidationMutation,
} from '@univerjs/preset-sheets-data-validation';
import { RemoveSheetsFilterMutation, SetSheetsFilterRangeMutation } from '@univerjs/preset-sheets-filter';
import { sameBlock, type Block } from '../model/address';
import type { Sheet } from '../model/sheet';
import { shownConditionalFormat, shownValidation } from './rules';
import { rangeOf } from './sheetData';

type Run = (id: string, params: object) => void;

interface Shown {
  formats: readonly string[];
  validations: readonly string[];
  filter: Block | undefined;
}

/** Keeps conditional formats, validations and filter buttons of the component as the workbook has them. */
export class RuleDrawing {
  private readonly shown = new Map<Sheet, Shown>();
  private serial = 0;

  /** Replaces what is shown of a sheet; `target` names it for the component. */
  draw(sheet: Sheet, target: object, run: Run): void {
    const before = this.shown.get(sheet) ?? { formats: [], validations: [], filter: undefined };
    for (const cfId of before.formats) run(DeleteConditionalRuleMutation.id, { ...target, cfId });
    if (before.validations.length > 0) {
      run(RemoveDataValidationMutation.id, { ...target, ruleId: before.validations, source: 'command' });
    }
    const formats = sheet.conditionalFormats.flatMap((each) => shownConditionalFormat(each) ?? []);
    // the last one added comes first in the component
    for (const rule of [...formats].reverse()) run(AddConditionalRuleMutation.id, { ...target, rule });
    const validations = sheet.validations.flatMap(
      (each) => shownValidation(each, `validation${++this.serial}`) ?? [],
    );
    if (validations.length > 0) {
      run(AddDataValidationMutation.id, { ...target, rule: validations, source: 'command' });
    }
    const filter = sheet.autoFilter?.block;
    if (before.filter && !(filter && sameBlock(before.filter, filter)))
      run(RemoveSheetsFilterMutation.id, target);
    if (filter && !(before.filter && sameBlock(before.filter, filter))) {
      run(SetSheetsFilterRangeMutation.id, { ...target, range: rangeOf(filter) });
    }
    this.shown.set(sheet, {
      formats: formats.map((rule) => rule.cfId),
      validations: validations.map((rule) => rule.uid),
      filter: filter && { ...filter },
    });
  }
}
