import { crc32 } from './crc32';
import { corrupt } from './failures';
import { InflateError, inflateRaw } from './inflateRaw';
import type { ZipEntry } from './zip';

/** The content of an entry, checked against its declared size and checksum. Throws `CORRUPT`. */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  const content = entry.method === 0 ? entry.data : inflate(entry);
  if (content.length !== entry.size) throw corrupt(entry.name, 'size');
  if (crc32(content) !== entry.crc) throw corrupt(entry.name, 'crc');
  return content;
}

function inflate({ name, method, data, size }: ZipEntry): Uint8Array {
  if (method !== 8) throw corrupt(name, 'compression');
  try {
    return inflateRaw(data, size);
  } catch (error) {
    throw error instanceof InflateError ? corrupt(name, error.reason) : error;
  }
}
