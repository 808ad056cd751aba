const TABLES: readonly Int32Array[] = makeTables();

/** CRC-32 as zip uses it, eight bytes a step. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES as unknown as Int32Array[] & { length: 8 };
  const whole = bytes.length - (bytes.length % 8);
  let crc = -1;
  let i = 0;
  for (; i < whole; i += 8) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc =
      t7![crc & 255]! ^
      t6![(crc >>> 8) & 255]! ^
      t5![(crc >>> 16) & 255]! ^
      t4![crc >>> 24]! ^
      t3![bytes[i + 4]!]! ^
      t2![bytes[i + 5]!]! ^
      t1![bytes[i + 6]!]! ^
      t0![bytes[i + 7]!]!;
  }
  for (; i < bytes.length; i++) crc = t0![(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

function makeTables(): Int32Array[] {
  const tables = [new Int32Array(256)];
  const first = tables[0]!;
  for (let n = 0; n < 256; n++) {
    let crc = n;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
    first[n] = crc;
  }
  for (let k = 1; k < 8; k++) {
    const before = tables[k - 1]!;
    tables.push(before.map((crc) => (crc >>> 8) ^ first[crc & 255]!));
  }
  return tables;
}
