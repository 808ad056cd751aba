import { ProblemError } from '../../facts/problem';

/** What was wrong inside a package that is a workbook by its looks. */
export type CorruptReason =
  | 'zip' // directory or headers of the package
  | 'duplicate' // two parts of one name
  | 'compression' // a method other than stored and deflate
  | 'deflate' // compressed data that cannot be inflated
  | 'size' // not as long as declared
  | 'crc' // checksum differs
  | 'missing' // a part others refer to is absent
  | 'xml' // not well-formed
  | 'address' // a cell outside the sheet
  | 'index'; // a shared string or style that does not exist

export function corrupt(part: string, reason: CorruptReason): ProblemError {
  return new ProblemError('CORRUPT', { part, reason });
}
