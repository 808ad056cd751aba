import { ProblemError } from '../../facts/problem';
import { indexOfBytes } from './bytes';

const COMPOUND_FILE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/**
 * What a file is that is no zip, as the problem to report: `ENCRYPTED` (a password), `XLS_LEGACY` (Excel 97-2003),
 * or `NOT_XLSX` with `found` = `empty`, `html`, `xml`, `rtf`, `pdf`, `text` or `binary`.
 */
export function describeNonZip(bytes: Uint8Array): ProblemError {
  if (COMPOUND_FILE.every((byte, i) => bytes[i] === byte)) return describeCompoundFile(bytes);
  return new ProblemError('NOT_XLSX', { found: describeText(bytes) });
}

/** Names of streams in a compound file stand as UTF-16 in its directory. */
function describeCompoundFile(bytes: Uint8Array): ProblemError {
  const holds = (stream: string): boolean => {
    const name = Uint8Array.from([...stream].flatMap((letter) => [letter.charCodeAt(0), 0]));
    return indexOfBytes(bytes, name) >= 0;
  };
  if (holds('EncryptedPackage')) return new ProblemError('ENCRYPTED');
  if (holds('Workbook') || holds('Book')) return new ProblemError('XLS_LEGACY');
  return new ProblemError('NOT_XLSX', { found: 'binary' });
}

function describeText(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'empty';
  const head = bytes.subarray(0, 2048);
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16) return 'text';
  const text = new TextDecoder('latin1').decode(head).toLowerCase();
  if (text.startsWith('%pdf')) return 'pdf';
  if (text.startsWith('{\\rtf')) return 'rtf';
  if (/<(!doctype html|html|table|meta)\b/.test(text)) return 'html';
  if (/^\s*(?:\u00ef\u00bb\u00bf)?<\?xml/.test(text)) return 'xml';
  // eslint-disable-next-line no-control-regex
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? 'binary' : 'text';
}
