import { deflateSync } from 'fflate';
import { ProblemError } from '../../facts/problem';
import { concatBytes, readUint16, readUint32, writeUint16, writeUint32 } from './bytes';
import { crc32 } from './crc32';
import { corrupt } from './failures';
import { describeNonZip } from './foreign';
import {
  DEFLATE_MAX_RATIO,
  MAX_FILE_BYTES,
  MAX_PART_BYTES,
  MAX_RATIO,
  MAX_TOTAL_BYTES,
  RATIO_FLOOR_BYTES,
} from './limits';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_RECORD_LENGTH = 22;
const UTF8_NAMES = 0x0800;
/** 1980-01-01 00:00, the first time a zip can hold: parts we make have no time of their own. */
const NO_TIME = 0x00210000;

/** One file of a package. Its raw records are kept so that it can be written again byte for byte. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflate; anything else cannot be inflated but can be copied. */
  readonly method: number;
  readonly crc: number;
  /** Declared inflated size. */
  readonly size: number;
  /** Compressed bytes. */
  readonly data: Uint8Array;
  /** Local header, name, extra fields, data and data descriptor as they stand. */
  readonly local: Uint8Array;
  /** The central directory header as it stands; its offset is rewritten on writing. */
  readonly central: Uint8Array;
}

export interface ZipFile {
  readonly entries: readonly ZipEntry[];
  readonly comment: Uint8Array;
}

/**
 * Reads the directory of a zip; no content is inflated. Bytes before the first record are tolerated.
 * Throws `NOT_XLSX`, `XLS_LEGACY`, `ENCRYPTED`, `TRUNCATED`, `ZIP64_UNSUPPORTED`, `ZIP_BOMB`, `CORRUPT`.
 */
export function readZip(input: Uint8Array): ZipFile {
  // a Node Buffer is a Uint8Array whose slices share memory
  const bytes = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (bytes.length > MAX_FILE_BYTES) throw new ProblemError('ZIP_BOMB', { part: '', size: bytes.length });
  const end = findEnd(bytes);
  const headers = readDirectory(bytes, end);
  return { entries: sliceEntries(bytes, end, headers), comment: end.comment };
}

interface End {
  readonly count: number;
  /** Where the central directory really starts. */
  readonly start: number;
  /** Bytes in front of the zip, by which every stored offset is short. */
  readonly prefix: number;
  readonly comment: Uint8Array;
}

function findEnd(bytes: Uint8Array): End {
  const last = bytes.length - END_RECORD_LENGTH;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (bytes[at] !== 0x50 || readUint32(bytes, at) !== END_RECORD) continue;
    const end = readEnd(bytes, at);
    if (end) return end;
  }
  if (bytes.length >= 4 && readUint32(bytes, 0) === LOCAL_HEADER) throw new ProblemError('TRUNCATED');
  throw describeNonZip(bytes);
}

function readEnd(bytes: Uint8Array, at: number): End | undefined {
  const count = readUint16(bytes, at + 10);
  const size = readUint32(bytes, at + 12);
  const offset = readUint32(bytes, at + 16);
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
    throw new ProblemError('ZIP64_UNSUPPORTED');
  }
  const starts = (start: number): boolean =>
    start >= 0 &&
    start <= at &&
    (count === 0 || (start + 4 <= at && readUint32(bytes, start) === CENTRAL_HEADER));
  const start = starts(offset) ? offset : at - size;
  if (!starts(start) || start < offset) return undefined;
  const comment = bytes.slice(at + END_RECORD_LENGTH, at + END_RECORD_LENGTH + readUint16(bytes, at + 20));
  return { count, start, prefix: start - offset, comment };
}

interface Header {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
  readonly central: Uint8Array;
}

function readDirectory(bytes: Uint8Array, end: End): Header[] {
  const headers: Header[] = [];
  const utf8 = new TextDecoder('utf-8');
  let total = 0;
  let at = end.start;
  for (let n = 0; n < end.count; n++) {
    if (at + 46 > bytes.length || readUint32(bytes, at) !== CENTRAL_HEADER) throw corrupt('', 'zip');
    const nameEnd = at + 46 + readUint16(bytes, at + 28);
    const next = nameEnd + readUint16(bytes, at + 30) + readUint16(bytes, at + 32);
    if (next > bytes.length) throw corrupt('', 'zip');
    const header: Header = {
      name: utf8.decode(bytes.subarray(at + 46, nameEnd)),
      method: readUint16(bytes, at + 10),
      crc: readUint32(bytes, at + 16),
      compressed: readUint32(bytes, at + 20),
      size: readUint32(bytes, at + 24),
      offset: readUint32(bytes, at + 42) + end.prefix,
      central: bytes.subarray(at, next),
    };
    if (readUint16(bytes, at + 8) & 1) throw new ProblemError('ENCRYPTED');
    checkSizes(header);
    total += header.size;
    if (total > MAX_TOTAL_BYTES) throw new ProblemError('ZIP_BOMB', { part: header.name, size: total });
    headers.push(header);
    at = next;
  }
  return headers;
}

function checkSizes({ name, method, compressed, size, offset }: Header): void {
  if (compressed === 0xffffffff || size === 0xffffffff || offset >= 0xffffffff) {
    throw new ProblemError('ZIP64_UNSUPPORTED');
  }
  if (size > MAX_PART_BYTES || (size > RATIO_FLOOR_BYTES && size > compressed * MAX_RATIO)) {
    throw new ProblemError('ZIP_BOMB', { part: name, size });
  }
  const possible = method === 0 ? size === compressed : size <= compressed * DEFLATE_MAX_RATIO;
  if (!possible) throw corrupt(name, 'size');
}

function sliceEntries(bytes: Uint8Array, end: End, headers: readonly Header[]): ZipEntry[] {
  const inFileOrder = [...headers].sort((a, b) => a.offset - b.offset);
  const recordEnds = new Map(
    inFileOrder.map((header, i) => [header, inFileOrder[i + 1]?.offset ?? end.start] as const),
  );
  return headers.map((header) => {
    const { name, method, crc, size, offset, compressed, central } = header;
    const recordEnd = Math.min(recordEnds.get(header)!, end.start);
    if (offset + 30 > recordEnd || readUint32(bytes, offset) !== LOCAL_HEADER) throw corrupt(name, 'zip');
    const dataStart = offset + 30 + readUint16(bytes, offset + 26) + readUint16(bytes, offset + 28);
    if (dataStart + compressed > recordEnd) throw corrupt(name, 'zip');
    return {
      name,
      method,
      crc,
      size,
      data: bytes.subarray(dataStart, dataStart + compressed),
      local: bytes.subarray(offset, recordEnd),
      central,
    };
  });
}

/** A new entry, deflated where that helps. The same content always gives the same bytes. */
export function makeEntry(name: string, content: Uint8Array): ZipEntry {
  const deflated = deflateSync(content, { level: 6 });
  const method = deflated.length < content.length ? 8 : 0;
  const data = method === 8 ? deflated : content;
  const crc = crc32(content);
  const nameBytes = new TextEncoder().encode(name);

  // version needed ... extra length: the 26 bytes both headers share
  const shared = new Uint8Array(26);
  writeUint16(shared, 0, 20);
  writeUint16(shared, 2, UTF8_NAMES);
  writeUint16(shared, 4, method);
  writeUint32(shared, 6, NO_TIME);
  writeUint32(shared, 10, crc);
  writeUint32(shared, 14, data.length);
  writeUint32(shared, 18, content.length);
  writeUint16(shared, 22, nameBytes.length);

  const localHead = new Uint8Array(4);
  writeUint32(localHead, 0, LOCAL_HEADER);
  const centralHead = new Uint8Array(6);
  writeUint32(centralHead, 0, CENTRAL_HEADER);
  writeUint16(centralHead, 4, 20);
  return {
    name,
    method,
    crc,
    size: content.length,
    data,
    local: concatBytes([localHead, shared, nameBytes, data]),
    central: concatBytes([centralHead, shared, new Uint8Array(14), nameBytes]),
  };
}

/** Joins entries to a package in the given order; their records are copied, only offsets are new. */
export function writeZip({ entries, comment }: ZipFile): Uint8Array {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const central = entry.central.slice();
    writeUint32(central, 42, offset);
    directory.push(central);
    offset += entry.local.length;
  }
  const end = new Uint8Array(END_RECORD_LENGTH);
  writeUint32(end, 0, END_RECORD);
  writeUint16(end, 8, entries.length);
  writeUint16(end, 10, entries.length);
  writeUint32(
    end,
    12,
    directory.reduce((total, header) => total + header.length, 0),
  );
  writeUint32(end, 16, offset);
  writeUint16(end, 20, comment.length);
  return concatBytes([...entries.map((entry) => entry.local), ...directory, end, comment]);
}
