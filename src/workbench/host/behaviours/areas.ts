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
import type { Precedent } from '../../model/engine/precedents';
import { itemNotFound } from '../errors';
import { behaviour, HostObject, type AnyBehaviour, type Argument } from '../hostObject';
import { clearRange } from '../rangeCalls';
import { copyCells } from '../copyCells';
import { blocksOf, makeAreas, rangeArgument, type AreasTarget } from '../ranges';

type AreasObject = HostObject<AreasTarget>;

const address = ({ target: { sheet, blocks } }: AreasObject): string =>
  blocks.map((block) => formatAddress(sheet.name, block)).join(',');

function part(type: string) {
  return (view: AreasObject): HostObject => new HostObject(view.core, type, view, view.target);
}

function mapped(view: AreasObject, change: (block: Block) => Block): HostObject {
  return makeAreas(view.core, view.target.sheet, view.target.blocks.map(change));
}

function intersect(view: AreasObject, value: Argument): HostObject | null {
  const { sheet, blocks } = blocksOf(value as HostObject);
  if (sheet !== view.target.sheet) return null;
  const common = view.target.blocks.flatMap((a) =>
    blocks.flatMap((b) => {
      const block = intersection(a, b);
      return block ? [block] : [];
    }),
  );
  return common.length > 0 ? makeAreas(view.core, sheet, common) : null;
}

export const areasBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  RangeAreas: behaviour<AreasTarget>({
    get: {
      Address: address,
      AddressLocal: address,
      AreaCount: (view) => view.target.blocks.length,
      CellCount: (view) => view.target.blocks.reduce((sum, block) => sum + cellsOf(block), 0),
      IsEntireColumn: (view) => view.target.blocks.every(isWholeColumns),
      IsEntireRow: (view) => view.target.blocks.every(isWholeRows),
      _ReferenceId: (view) => view.referenceId ?? null,
    },
    navigate: {
      Areas: (view) => new HostObject(view.core, 'RangeCollection', view, view.target),
      Worksheet: (view) => view.core.worksheet(view.target.sheet),
      Format: part('RangeFormat'),
      ConditionalFormats: part('ConditionalFormatCollection'),
      DataValidation: part('DataValidation'),
    },
    call: {
      Clear: (view, applyTo) => {
        for (const block of view.target.blocks) clearRange(view.core, view.target.sheet, block, applyTo);
        return null;
      },
      CopyFrom: (view, source, type, skipBlanks, transpose) => {
        const { sheet, blocks } = view.target;
        const from = rangeArgument(view.core, sheet, source);
        for (const block of blocks) {
          copyCells(view.core.range(sheet, block), from, {
            type: type ?? 'All',
            skipBlanks: skipBlanks === true,
            transpose: transpose === true,
          });
        }
        return null;
      },
      GetEntireRow: (view) => mapped(view, (block) => ({ ...block, left: 0, right: MAX_COLUMNS - 1 })),
      GetEntireColumn: (view) => mapped(view, (block) => ({ ...block, top: 0, bottom: MAX_ROWS - 1 })),
      GetIntersection: (view, value) => {
        const found = intersect(view, value);
        if (!found) throw itemNotFound();
        return found;
      },
      GetIntersectionOrNullObject: intersect,
      Calculate: (view) => {
        view.core.workbook.engine.calculate();
        return null;
      },
      _KeepReference: (view) => {
        view.referenceId ??= `RangeAreas${view.core.workbook.nextId()}`;
        view.core.references.set(view.referenceId, view);
        return null;
      },
    },
  }),
  RangeCollection: behaviour<AreasTarget | readonly Precedent[]>({
    items: ({ core, target }) =>
      'blocks' in target
        ? target.blocks.map((block) => core.range(target.sheet, block))
        : target.map(({ sheet, block }) => core.range(sheet, block)),
  }),
};
