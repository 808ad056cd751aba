import { makeRange } from '../ranges';
import { accessDenied, invalidArgument, invalidOperation, invalidReference } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import type { WorkbookModel } from '../../model/workbook';
import type { HostCore } from '../hostCore';
import { eventRange } from '../modelEvents';
import { asText } from '../arguments';

function selectedRange(core: HostCore): HostObject {
  const { sheet, block } = core.workbook.selected;
  return core.range(sheet, block);
}

function fromEvent(core: HostCore, id: Argument): HostObject | null {
  if (typeof id !== 'string') throw invalidArgument();
  const found = eventRange(core.workbook, id);
  return found ? makeRange(core, found.sheet, found.block) : null;
}

export const workbookBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  Workbook: behaviour<WorkbookModel>({
    get: {
      Name: (view) => view.target.name,
      ReadOnly: () => false,
      AutoSave: () => false,
      PreviouslySaved: () => true,
      CalculationEngineVersion: () => 191_029,
    },
    defaults: { IsDirty: false, UsePrecisionAsDisplayed: false, ChartDataPointTrack: true },
    call: {
      GetSelectedRange: (view) => selectedRange(view.core),
      GetSelectedRanges: (view) => {
        const { sheet, block } = view.target.selected;
        return new HostObject(view.core, 'RangeAreas', view, { sheet, blocks: [block] });
      },
      GetActiveCell: (view) => {
        const { sheet, block } = view.target.selected;
        return view.core.range(sheet, { ...block, bottom: block.top, right: block.left });
      },
      GetIsActiveCollabSession: () => false,
      _RemoveReference: (view, id) => {
        view.core.references.delete(asText(id));
        return null;
      },
      _RemoveAllReferences: (view) => {
        view.core.references.clear();
        return null;
      },
      _GetReferenceCount: (view) => view.core.references.size,
      _GetRangeForEventByReferenceId: (view, id) => {
        const range = fromEvent(view.core, id);
        if (!range) throw invalidReference();
        return range;
      },
      _GetRangeOrNullObjectForEventByReferenceId: (view, id) => fromEvent(view.core, id),
      Save: () => null,
    },
  }),

  Runtime: behaviour({
    get: { EnableEvents: (view) => view.core.events.enabled },
    set: {
      EnableEvents: (view, value) => {
        view.core.events.enabled = value === true;
      },
    },
  }),

  Application: behaviour({
    defaults: {
      CalculationMode: 'Automatic',
      CalculationState: 'Done',
      CalculationEngineVersion: 191_029,
      DecimalSeparator: '.',
      ThousandsSeparator: ',',
      UseSystemSeparators: true,
    },
    call: {
      Calculate: (view, type) => {
        view.core.workbook.engine.calculate(type !== 'Recalculate');
        return null;
      },
      SuspendApiCalculationUntilNextSync: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
    },
  }),

  WorkbookProtection: behaviour({
    defaults: { Protected: false },
    call: {
      Protect: (view, password) => {
        if (view.bag.values.get('Protected') === true) throw invalidOperation();
        view.bag.values.set('Protected', true);
        if (typeof password === 'string') view.bag.values.set('Password', password);
        return null;
      },
      Unprotect: (view, password) => {
        const expected = view.bag.values.get('Password');
        if (expected !== undefined && expected !== password) throw accessDenied();
        view.bag.values.set('Protected', false);
        view.bag.values.delete('Password');
        return null;
      },
    },
  }),
};
