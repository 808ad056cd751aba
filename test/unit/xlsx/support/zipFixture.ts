import { crc32, deflateRawSync } from 'node:zlib';

/** Builds zip files by hand, faults included, without the code under test. */
export interface FixtureEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** Sizes and checksum follow the data, as streaming writers do. */
  readonly descriptor?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly extra?: Uint8Array;
  readonly time?: number;
  readonly date?: number;
  /** Lies told in both headers. */
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  readonly data?: Uint8Array;
}

export interface FixtureZip {
  readonly prefix?: Uint8Array;
  readonly comment?: string;
}

export function buildZip(
  entries: readonly FixtureEntry[],
  { prefix, comment = '' }: FixtureZip = {},
): Uint8Array {
  const records: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content as Uint8Array);
    const data = entry.data ? Buffer.from(entry.data) : entry.stored ? content : deflateRawSync(content);
    const name = Buffer.from(entry.name, 'utf8');
    const extra = Buffer.from(entry.extra ?? []);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const flags = (entry.flags ?? 0) | 0x800 | (entry.descriptor ? 8 : 0);
    const crc = entry.declaredCrc ?? crc32(content);
    const size = entry.declaredSize ?? content.length;

    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(entry.time ?? 0x6000, 10);
    local.writeUInt16LE(entry.date ?? 0x5a21, 12);
    if (!entry.descriptor) {
      local.writeUInt32LE(crc, 14);
      local.writeUInt32LE(data.length, 18);
      local.writeUInt32LE(size, 22);
    }
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(extra.length, 28);
    const descriptor = Buffer.alloc(entry.descriptor ? 16 : 0);
    if (entry.descriptor) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(crc, 4);
      descriptor.writeUInt32LE(data.length, 8);
      descriptor.writeUInt32LE(size, 12);
    }
    records.push(local, name, extra, data, descriptor);

    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x031e, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(0x81a40000, 38);
    central.writeUInt32LE(offset, 42);
    directory.push(central, name, extra);
    offset += local.length + name.length + extra.length + data.length + descriptor.length;
  }
  const directorySize = directory.reduce((total, part) => total + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return new Uint8Array(
    Buffer.concat([Buffer.from(prefix ?? []), ...records, ...directory, end, Buffer.from(comment)]),
  );
}
