import { buildZip, type FixtureEntry } from './zipFixture';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface SheetFixture {
  readonly name: string;
  /** Everything between `<worksheet ...>` and its end tag. */
  readonly body: string;
  readonly attributes?: string;
}

export interface WorkbookFixture {
  readonly sheets: readonly SheetFixture[];
  /** `<si>` elements. */
  readonly sharedStrings?: string;
  /** Content of `<styleSheet>`; left out = no style part. */
  readonly styles?: string;
  /** Between `<workbook ...>` and `<sheets>`, and after `</sheets>`. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly parts?: readonly (FixtureEntry & { readonly type?: string; readonly relationship?: string })[];
}

/** The entries of a small workbook in the usual layout. */
export function workbookEntries(fixture: WorkbookFixture): FixtureEntry[] {
  const { sheets, sharedStrings, styles, beforeSheets = '', afterSheets = '', parts = [] } = fixture;
  const overrides: string[] = [];
  const relationships: string[] = [];
  const relate = (type: string, target: string): string => {
    const id = `rId${relationships.length + 1}`;
    relationships.push(`<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`);
    return id;
  };
  const entries: FixtureEntry[] = [];
  const sheetElements = sheets.map(({ name, body, attributes = '' }, i) => {
    const target = `worksheets/sheet${i + 1}.xml`;
    overrides.push(`<Override PartName="/xl/${target}" ContentType="${SPREADSHEET}.worksheet+xml"/>`);
    entries.push({
      name: `xl/${target}`,
      content: `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${body}</worksheet>`,
    });
    return `<sheet name="${name}" sheetId="${i + 1}"${attributes} r:id="${relate('worksheet', target)}"/>`;
  });
  if (styles !== undefined) {
    relate('styles', 'styles.xml');
    overrides.push(`<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>`);
    entries.push({ name: 'xl/styles.xml', content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` });
  }
  if (sharedStrings !== undefined) {
    relate('sharedStrings', 'sharedStrings.xml');
    overrides.push(
      `<Override PartName="/xl/sharedStrings.xml" ContentType="${SPREADSHEET}.sharedStrings+xml"/>`,
    );
    entries.push({ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${sharedStrings}</sst>` });
  }
  for (const { type, relationship, ...entry } of parts) {
    if (relationship) relate(relationship, `/${entry.name}`);
    if (type) overrides.push(`<Override PartName="/${entry.name}" ContentType="${type}"/>`);
    entries.push(entry);
  }
  return [
    {
      name: '[Content_Types].xml',
      content:
        `<Types xmlns="${PACKAGE}/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content:
        `<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content:
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
        `${beforeSheets}<sheets>${sheetElements.join('')}</sheets>${afterSheets}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}/relationships">${relationships.join('')}</Relationships>`,
    },
    ...entries,
  ];
}

export function buildWorkbook(fixture: WorkbookFixture): Uint8Array {
  return buildZip(workbookEntries(fixture));
}

/** A workbook of one sheet `数据` with these rows. */
export function sheetOf(
  sheetData: string,
  more: Omit<WorkbookFixture, 'sheets'> & { before?: string; after?: string } = {},
): Uint8Array {
  const { before = '', after = '', ...rest } = more;
  return buildWorkbook({
    ...rest,
    sheets: [{ name: '数据', body: `${before}<sheetData>${sheetData}</sheetData>${after}` }],
  });
}
