import { call, getScalar, navigate, setScalar } from './objectModel';
import { invalidArgument } from './errors';
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

/** `getCellProperties`: what the options name, for every cell. */
export function cellProperties(view: RangeObject, options: Argument): Json {
  const { sheet, block } = view.target;
  return span(block.top, block.bottom).map((row) =>
    span(block.left, block.right).map((column) =>
      read(view.core.range(sheet, { top: row, left: column, bottom: row, right: column }), options),
    ),
  );
}

/** `getRowProperties`: what the options name, for every row. */
export function rowProperties(view: RangeObject, options: Argument): Json {
  return lines(view, 'rows').map((line) => read(line, options));
}

/** `getColumnProperties`: what the options name, for every column. */
export function columnProperties(view: RangeObject, options: Argument): Json {
  return lines(view, 'columns').map((line) => read(line, options));
}

/** `setRowProperties` and `setColumnProperties`: an array with what to set on each row or column. */
export function setLineProperties(view: RangeObject, data: Argument, what: 'rows' | 'columns'): void {
  const found = lines(view, what);
  if (!Array.isArray(data) || data.length !== found.length) throw invalidArgument();
  found.forEach((line, i) => {
    const properties = data[i] as Json | undefined;
    if (properties !== null && typeof properties === 'object')
      assign(line, properties as Record<string, Json>);
  });
}

const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

function lines({ core, target: { sheet, block } }: RangeObject, what: 'rows' | 'columns'): RangeObject[] {
  return what === 'rows'
    ? span(block.top, block.bottom).map((row) => core.range(sheet, { ...block, top: row, bottom: row }))
    : span(block.left, block.right).map((column) =>
        core.range(sheet, { ...block, left: column, right: column }),
      );
}

function read(object: HostObject, options: Argument): Json {
  const fields: Record<string, Json> = {};
  for (const [name, wanted] of Object.entries((options ?? {}) as Record<string, Json>)) {
    const wire = wireOf(name);
    if (wanted === true) fields[name] = getScalar(object, wire);
    else if (wanted !== null && typeof wanted === 'object') {
      const inner =
        object.type === 'RangeBorderCollection'
          ? (call(object, 'GetItem', [SIDES[name] ?? wire]) as HostObject)
          : navigate(object, wire);
      if (inner) fields[name] = read(inner, wanted);
    }
  }
  return fields;
}
