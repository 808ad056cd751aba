import { cellAddress } from '../../src/workbook/grid';
import { readWorkbook } from '../../src/workbook/xlsx';
import { OpcPackage } from '../../src/workbook/xlsx/opcPackage';

/**
 * A workbook file as a person leaves it who wrote texts under headers of a made tab, into the row that holds `id`:
 * the cells of the sheet's part are changed and nothing else.
 */
export function typeIntoFile(
  bytes: Uint8Array,
  sheet: string,
  id: string,
  values: Readonly<Record<string, string>>,
): Uint8Array {
  const { rows } = readWorkbook(bytes).grid(sheet);
  const row = rows.findIndex((cells) => cells.includes(id));
  const pkg = OpcPackage.open(bytes);
  const part = partOf(pkg, sheet);
  let xml = new TextDecoder().decode(pkg.bytes(part));
  for (const [header, text] of Object.entries(values)) {
    const column = Math.max(...rows.slice(0, row).map((cells) => cells.indexOf(header)));
    if (row < 0 || column < 0) throw new Error(`${sheet} has no ${header} of ${id}`);
    const address = cellAddress(row, column);
    const cell = new RegExp(`<c r="${address}" s="(\\d+)"[^>]*?(?:/>|>.*?</c>)`);
    if (!cell.test(xml)) throw new Error(`no cell ${sheet}!${address}`);
    xml = xml.replace(cell, `<c r="${address}" s="$1" t="inlineStr"><is><t>${text}</t></is></c>`);
  }
  pkg.set(part, xml);
  return pkg.save();
}

function partOf(pkg: OpcPackage, sheet: string): string {
  const text = (part: string): string => new TextDecoder().decode(pkg.bytes(part));
  const id = new RegExp(`<sheet name="${sheet}"[^>]*r:id="([^"]+)"`).exec(text('xl/workbook.xml'))?.[1] ?? '';
  const relationship = text('xl/_rels/workbook.xml.rels')
    .split('<Relationship ')
    .find((one) => one.includes(`Id="${id}"`));
  const target = /Target="([^"]+)"/.exec(relationship ?? '')?.[1];
  if (target === undefined) throw new Error(`no sheet ${sheet}`);
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
