const ENTITY = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const PIECE =
  /<(\/?)(?:\w+:)?(p|t|tab|br|cr|tc|tr|tbl|delText|instrText|noBreakHyphen)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g;

/**
 * The text of the main part of a Word document: a line for each paragraph, `|` between the cells of a row.
 * Deleted text and field codes are left out.
 */
export function textOfWordXml(xml: string): string {
  const lines: string[] = [];
  let paragraph = '';
  /** Rows being read, innermost last, as nested tables have them. */
  const rows: string[][] = [];
  const cells: string[][] = [];
  const add = (line: string): void => {
    const cell = cells.at(-1);
    if (cell === undefined) lines.push(line);
    else if (line !== '') cell.push(line);
  };
  for (const match of xml.matchAll(PIECE)) {
    const closing = match[1] === '/';
    const alone = match[4] === '/';
    switch (match[2]) {
      case 't':
        if (!closing && !alone) {
          const from = match.index + match[0].length;
          const to = xml.indexOf('<', from);
          paragraph += decoded(xml.slice(from, to < 0 ? xml.length : to));
        }
        break;
      case 'tab':
        if (!closing && !/\bw:val=/.test(match[3] ?? '')) paragraph += ' ';
        break;
      case 'noBreakHyphen':
        paragraph += '-';
        break;
      case 'br':
      case 'cr':
        paragraph += '\n';
        break;
      case 'p':
        if (closing || alone) {
          add(paragraph);
          paragraph = '';
        }
        break;
      case 'tc':
        if (closing) rows.at(-1)?.push((cells.pop() ?? []).join('\n'));
        else if (!alone) cells.push([]);
        break;
      case 'tr':
        if (closing) add((rows.pop() ?? []).join(' | '));
        else if (!alone) rows.push([]);
        break;
      default:
        break;
    }
  }
  if (paragraph !== '') lines.push(paragraph);
  return lines.join('\n');
}

function decoded(text: string): string {
  return text.replace(
    ENTITY,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
