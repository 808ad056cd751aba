import { call, navigate, setScalar } from './objectModel';
import { valueGrid } from './rangeCells';
import type { Argument, HostObject, RangeObject } from './hostObject';
import type { Json } from '../model/bag';

const SIDES: Readonly<Record<string, string>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

/** `setCellProperties`: an array of the size of the range with what to set on each cell. */
export function setCellProperties(view: RangeObject, data: Argument): void {
  const { sheet, block } = view.target;
  const at = valueGrid(block, data as Json);
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) {
      const properties = at(row - block.top, column - block.left);
      if (properties === null || typeof properties !== 'object') continue;
      const cell = view.core.range(sheet, { top: row, left: column, bottom: row, right: column });
      assign(cell, properties as Record<string, Json>);
    }
  }
}

const wireOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function assign(object: HostObject, properties: Readonly<Record<string, Json>>): void {
  for (const [name, value] of Object.entries(properties)) {
    const wire = wireOf(name);
    if (object.type === 'RangeBorderCollection') {
      const border = call(object, 'GetItem', [SIDES[name] ?? wire]) as HostObject;
      assign(border, value as Record<string, Json>);
    } else if (value !== null && typeof value === 'object' && !Array.isArray(value) && wire !== 'Hyperlink') {
      const inner = navigate(object, wire);
      if (inner) assign(inner, value);
    } else if (value !== null) setScalar(object, wire, value);
  }
}
