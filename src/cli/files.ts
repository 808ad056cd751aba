import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync, rmSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ProblemError } from '../facts/problem';

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** @throws ProblemError FILE_NOT_FOUND, FILE_UNREADABLE */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ProblemError(hasCode(error, 'ENOENT', 'ENOTDIR') ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', {
      file,
    });
  }
}

/** @throws ProblemError FILE_NOT_FOUND, FILE_UNREADABLE, NOT_JSON */
export function readJson(file: string): unknown {
  const text = new TextDecoder().decode(readBytes(file));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('NOT_JSON', { file });
  }
}

/**
 * Writes a file whole or not at all: to a neighbour first, then renamed.
 * @throws ProblemError FILE_UNWRITABLE
 */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const partial = `${file}.${process.pid}.part`;
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(partial, bytes);
    renameSync(partial, file);
  } catch {
    rmSync(partial, { force: true });
    throw new ProblemError('FILE_UNWRITABLE', { file });
  }
}

/** Whether two paths name one file, links followed. */
export function isSameFile(a: string, b: string): boolean {
  const real = (file: string): string => {
    try {
      return realpathSync(file);
    } catch {
      return resolve(file);
    }
  };
  if (real(a) === real(b)) return true;
  const [left, right] = [a, b].map((file) => statSync(file, { throwIfNoEntry: false }));
  return left !== undefined && left.ino === right?.ino && left.dev === right.dev;
}
