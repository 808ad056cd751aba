import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32';
import { corrupt } from './failures';
import type { ZipEntry } from './zip';

/** Compressed bytes handed to the inflater at once; bounds what one step can produce to about 66 MiB. */
const STEP = 64 * 1024;

/**
 * The content of an entry, checked against its declared size and checksum. Never produces more than the
 * declared size plus one step, whatever the data says. Throws `CORRUPT`.
 */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  const content = entry.method === 0 ? entry.data : inflate(entry);
  if (content.length !== entry.size) throw corrupt(entry.name, 'size');
  if (crc32(content) !== entry.crc) throw corrupt(entry.name, 'crc');
  return content;
}

function inflate(entry: ZipEntry): Uint8Array {
  if (entry.method !== 8) throw corrupt(entry.name, 'compression');
  const { data, size } = entry;
  const content = new Uint8Array(size);
  let filled = 0;
  let tooLong = false;
  try {
    if (data.length <= STEP) return inflateSync(data, { out: content });
    const inflater = new Inflate((chunk) => {
      if (filled + chunk.length > size) {
        tooLong = true;
        return;
      }
      content.set(chunk, filled);
      filled += chunk.length;
    });
    for (let at = 0; at < data.length && !tooLong; at += STEP) {
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    }
  } catch {
    throw corrupt(entry.name, 'deflate');
  }
  if (tooLong) throw corrupt(entry.name, 'size');
  return content.subarray(0, filled);
}
