import { inflateRawSync } from 'node:zlib';

export interface UnzippedEntry {
  readonly name: string;
  /** Local header through the end of the compressed data, offsets apart all a file says about the part. */
  readonly record: Buffer;
  /** Central header without its offset. */
  readonly central: Buffer;
  readonly compressed: Buffer;
  readonly content: Buffer;
}

/** Reads a zip by its directory, independently of the code under test. */
export function unzip(bytes: Uint8Array): UnzippedEntry[] {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = file.readUInt32LE(end + 16);
  return Array.from({ length: file.readUInt16LE(end + 10) }, () => {
    const [nameLength, extra, comment] = [28, 30, 32].map((n) => file.readUInt16LE(at + n)) as [
      number,
      number,
      number,
    ];
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const compressed = file.subarray(start, start + file.readUInt32LE(at + 20));
    const next = at + 46 + nameLength + extra + comment;
    const entry: UnzippedEntry = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      record: file.subarray(local, start + compressed.length),
      central: Buffer.concat([file.subarray(at, at + 42), file.subarray(at + 46, next)]),
      compressed,
      content: file.readUInt16LE(at + 10) === 8 ? inflateRawSync(compressed) : compressed,
    };
    at = next;
    return entry;
  });
}

export function partText(bytes: Uint8Array, name: string): string {
  const entry = unzip(bytes).find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`no part ${name}`);
  return entry.content.toString('utf8');
}

export function partNames(bytes: Uint8Array): string[] {
  return unzip(bytes).map((entry) => entry.name);
}
