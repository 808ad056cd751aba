import { NumberKind } from '../grid';
import { builtInKind, formatCodeKind } from '../numberKinds';
import { attribute, child, childrenNamed, type XmlElement } from './xml';

/** Display kind of every cell format (`cellXfs`), by its index. */
export function readCellKinds(styleSheet: XmlElement): Uint8Array {
  const codes = new Map<number, NumberKind>();
  for (const format of childrenNamed(child(styleSheet, 'numFmts'), 'numFmt')) {
    const code = attribute(format, 'formatCode');
    if (code !== undefined) codes.set(Number(attribute(format, 'numFmtId')), formatCodeKind(code));
  }
  const kinds = childrenNamed(child(styleSheet, 'cellXfs'), 'xf').map((xf) => {
    const id = Number(attribute(xf, 'numFmtId') ?? 0);
    return codes.get(id) ?? builtInKind(id);
  });
  return Uint8Array.from(kinds);
}

/** Kinds of a workbook without a style part. */
export const NO_CELL_KINDS = Uint8Array.of(NumberKind.General);
