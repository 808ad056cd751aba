import { makeRange } from '../ranges';
import { accessDenied, invalidArgument, invalidOperation, invalidReference } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import type { WorkbookModel } from '../../model/workbook';
import type { HostCore } from '../hostCore';
import { eventRange } from '../modelEvents';

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
      Name: (self) => self.target.name,
      ReadOnly: () => false,
      AutoSave: () => false,
      PreviouslySaved: () => true,
      CalculationEngineVersion: () => 191_029,
    },
    defaults: { IsDirty: false, UsePrecisionAsDisplayed: false, ChartDataPointTrack: true },
    call: {
      GetSelectedRange: (self) => selectedRange(self.core),
      GetSelectedRanges: (self) => {
        const { sheet, block } = self.target.selected;
        return new HostObject(self.core, 'RangeAreas', self, { sheet, blocks: [block] });
      },
      GetActiveCell: (self) => {
        const { sheet, block } = self.target.selected;
        return self.core.range(sheet, { ...block, bottom: block.top, right: block.left });
      },
      GetIsActiveCollabSession: () => false,
      _RemoveReference: (self, id) => {
        self.core.references.delete(String(id as string));
        return null;
      },
      _RemoveAllReferences: (self) => {
        self.core.references.clear();
        return null;
      },
      _GetReferenceCount: (self) => self.core.references.size,
      _GetRangeForEventByReferenceId: (self, id) => {
        const range = fromEvent(self.core, id);
        if (!range) throw invalidReference();
        return range;
      },
      _GetRangeOrNullObjectForEventByReferenceId: (self, id) => fromEvent(self.core, id),
      Save: () => null,
    },
  }),

  Runtime: behaviour({
    get: { EnableEvents: (self) => self.core.events.enabled },
    set: {
      EnableEvents: (self, value) => {
        self.core.events.enabled = value === true;
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
      Calculate: (self, type) => {
        self.core.workbook.engine.calculate(type !== 'Recalculate');
        return null;
      },
      SuspendApiCalculationUntilNextSync: () => null,
      SuspendScreenUpdatingUntilNextSync: () => null,
    },
  }),

  WorkbookProtection: behaviour({
    defaults: { Protected: false },
    call: {
      Protect: (self, password) => {
        if (self.bag.values.get('Protected') === true) throw invalidOperation();
        self.bag.values.set('Protected', true);
        if (typeof password === 'string') self.bag.values.set('Password', password);
        return null;
      },
      Unprotect: (self, password) => {
        const expected = self.bag.values.get('Password');
        if (expected !== undefined && expected !== password) throw accessDenied();
        self.bag.values.set('Protected', false);
        self.bag.values.delete('Password');
        return null;
      },
    },
  }),

  CultureInfo: behaviour({ get: { Name: () => 'zh-CN' } }),
};
