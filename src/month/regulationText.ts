import { textOfWordXml } from '../draft/docx';
import { ProblemError } from '../facts/problem';
import { inflateEntry } from '../workbook/xlsx/inflate';
import { readZip } from '../workbook/xlsx/zip';

const WORD_TEXT = 'word/document.xml';

/**
 * The text of a regulation's file: plain text in the usual encodings, or the main part of a Word document.
 * @throws ProblemError DRAFT_UNREADABLE {file}, and those of a damaged package
 */
export function regulationText(file: string, bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const entry = readZip(bytes).entries.find(({ name }) => name === WORD_TEXT);
    if (entry === undefined) throw new ProblemError('DRAFT_UNREADABLE', { file });
    return textOfWordXml(new TextDecoder().decode(inflateEntry(entry)));
  }
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) throw new ProblemError('DRAFT_UNREADABLE', { file });
  return text;
}

/** UTF-8, UTF-16 with a mark, or the Chinese code page of Windows. */
function decode(bytes: Uint8Array): string | undefined {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const encoding of utf16 === undefined ? ['utf-8', 'gb18030'] : [utf16]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  }
  return undefined;
}
