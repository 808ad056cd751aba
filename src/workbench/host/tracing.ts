import { formatAddress, sameBlock } from '../model/address';
import type { Precedent } from '../model/engine/precedents';
import { itemNotFound } from './errors';
import { behaviour, HostObject, type AnyBehaviour, type RangeObject, type Result } from './hostObject';
import { asText } from './arguments';
import { makeAreas } from './ranges';
import type { Argument } from './hostObject';

type Step = (from: Precedent) => Precedent[];
type AreasObject = HostObject<readonly Precedent[]>;

/** Blocks one step away, or however many; each once, in the order in which they are come upon. */
function trace(start: Precedent, step: Step, all: boolean): Precedent[] {
  const found: Precedent[] = [];
  let border = [start];
  while (border.length > 0) {
    const next: Precedent[] = [];
    for (const each of border.flatMap(step)) {
      if (found.some((known) => known.sheet === each.sheet && sameBlock(known.block, each.block))) continue;
      found.push(each);
      next.push(each);
    }
    border = all ? next : [];
  }
  return found;
}

function tracing(what: 'precedents' | 'dependents', all: boolean) {
  return (view: RangeObject): Result => {
    const { engine } = view.core.workbook;
    const found = trace(view.target, ({ sheet, block }) => engine[what](sheet, block), all);
    if (found.length === 0) throw itemNotFound();
    return new HostObject<readonly Precedent[]>(view.core, 'WorkbookRangeAreas', view, found);
  };
}

/** Calls of a range that lead to the cells its formulas read, and to the formulas that read it. */
export const tracingCalls = {
  GetDirectPrecedents: tracing('precedents', false),
  GetPrecedents: tracing('precedents', true),
  GetDirectDependents: tracing('dependents', false),
  GetDependents: tracing('dependents', true),
};

function bySheet(view: AreasObject): HostObject[] {
  const sheets = new Map(view.target.map(({ sheet }) => [sheet, [] as Precedent[]]));
  for (const each of view.target) sheets.get(each.sheet)!.push(each);
  return [...sheets].map(([sheet, parts]) =>
    makeAreas(
      view.core,
      sheet,
      parts.map(({ block }) => block),
    ),
  );
}

function areasOf(view: AreasObject, key: Argument): HostObject | null {
  const sheet = view.core.workbook.sheet(asText(key));
  const blocks = view.target.filter((each) => each.sheet === sheet).map(({ block }) => block);
  return sheet && blocks.length > 0 ? makeAreas(view.core, sheet, blocks) : null;
}

export const tracingBehaviours: Readonly<Record<string, AnyBehaviour>> = {
  WorkbookRangeAreas: behaviour<readonly Precedent[]>({
    get: {
      Addresses: (view) => view.target.map(({ sheet, block }) => formatAddress(sheet.name, block)),
      _ReferenceId: (view) => view.referenceId ?? null,
    },
    navigate: {
      Areas: (view) => new HostObject(view.core, 'RangeAreasCollection', view, view.target),
      Ranges: (view) => new HostObject(view.core, 'RangeCollection', view, view.target),
    },
    call: {
      GetRangeAreasBySheet: (view, key) => {
        const found = areasOf(view, key);
        if (!found) throw itemNotFound();
        return found;
      },
      GetRangeAreasOrNullObjectBySheet: areasOf,
      _KeepReference: (view) => {
        view.referenceId ??= `WorkbookRangeAreas${view.core.workbook.nextId()}`;
        view.core.references.set(view.referenceId, view);
        return null;
      },
    },
  }),
  RangeAreasCollection: behaviour<readonly Precedent[]>({ items: bySheet }),
};
