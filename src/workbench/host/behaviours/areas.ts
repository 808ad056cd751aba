import {
  cellsOf,
  formatAddress,
  intersection,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  type Block,
} from '../../model/address';
import { itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { clearRange } from '../rangeCalls';
import { blocksOf, makeAreas, type AreasTarget } from '../ranges';

type AreasObject = HostObject<AreasTarget>;

const address = ({ target: { sheet, blocks } }: AreasObject): string =>
  blocks.map((block) => formatAddress(sheet.name, block)).join(',');

function part(type: string) {
  return (self: AreasObject): HostObject => new HostObject(self.core, type, self, self.target);
}

function mapped(self: AreasObject, change: (block: Block) => Block): HostObject {
  return makeAreas(self.core, self.target.sheet, self.target.blocks.map(change));
}

function intersect(self: AreasObject, value: Argument): HostObject | null {
  const { sheet, blocks } = blocksOf(value as HostObject);
  if (sheet !== self.target.sheet) return null;
  const common = self.target.blocks.flatMap((a) =>
    blocks.flatMap((b) => {
      const block = intersection(a, b);
      return block ? [block] : [];
    }),
  );
  return common.length > 0 ? makeAreas(self.core, sheet, common) : null;
}

export const areasBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  RangeAreas: behaviour<AreasTarget>({
    get: {
      Address: address,
      AddressLocal: address,
      AreaCount: (self) => self.target.blocks.length,
      CellCount: (self) => self.target.blocks.reduce((sum, block) => sum + cellsOf(block), 0),
      IsEntireColumn: (self) => self.target.blocks.every(isWholeColumns),
      IsEntireRow: (self) => self.target.blocks.every(isWholeRows),
      _ReferenceId: (self) => self.referenceId ?? null,
    },
    navigate: {
      Areas: (self) => new HostObject(self.core, 'RangeCollection', self, self.target),
      Worksheet: (self) => self.core.worksheet(self.target.sheet),
      Format: part('RangeFormat'),
      ConditionalFormats: part('ConditionalFormatCollection'),
      DataValidation: part('DataValidation'),
    },
    call: {
      Clear: (self, applyTo) => {
        for (const block of self.target.blocks) clearRange(self.core, self.target.sheet, block, applyTo);
        return null;
      },
      GetEntireRow: (self) => mapped(self, (block) => ({ ...block, left: 0, right: MAX_COLUMNS - 1 })),
      GetEntireColumn: (self) => mapped(self, (block) => ({ ...block, top: 0, bottom: MAX_ROWS - 1 })),
      GetIntersection: (self, value) => {
        const found = intersect(self, value);
        if (!found) throw itemNotFound();
        return found;
      },
      GetIntersectionOrNullObject: intersect,
      Calculate: (self) => {
        self.core.workbook.engine.calculate();
        return null;
      },
      _KeepReference: (self) => {
        self.referenceId ??= `RangeAreas${self.core.workbook.nextId()}`;
        self.core.references.set(self.referenceId, self);
        return null;
      },
    },
  }),
  RangeCollection: behaviour<AreasTarget>({
    items: (self) => self.target.blocks.map((block) => self.core.range(self.target.sheet, block)),
  }),
};
