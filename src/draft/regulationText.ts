import { unzipSync } from 'fflate';
import { ProblemError } from '../facts/problem';
import { textOfWordXml } from './docx';

const WORD_TEXT = 'word/document.xml';
/** A regulation of a thousand pages has less; more is no regulation. */
const MOST_BYTES = 50_000_000;

/**
 * The text of a regulation's file: plain text in the usual encodings, or the main part of a Word document.
 * @throws ProblemError DRAFT_UNREADABLE {file}
 */
export function regulationText(file: string, bytes: Uint8Array): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return textOfWordXml(wordText(file, bytes));
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) throw new ProblemError('DRAFT_UNREADABLE', { file });
  return text;
}

function wordText(file: string, bytes: Uint8Array): string {
  try {
    const filter = ({ name, originalSize }: { name: string; originalSize: number }): boolean =>
      name === WORD_TEXT && originalSize < MOST_BYTES;
    const part = unzipSync(bytes, { filter })[WORD_TEXT];
    if (part !== undefined) return new TextDecoder().decode(part);
  } catch {
    // damaged, or packed in a way that Word does not write
  }
  throw new ProblemError('DRAFT_UNREADABLE', { file });
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
