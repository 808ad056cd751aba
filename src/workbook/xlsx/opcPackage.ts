import { sameBytes } from './bytes';
import { crc32 } from './crc32';
import { corrupt } from './failures';
import { inflateEntry } from './inflate';
import { MAX_TREE_BYTES } from './limits';
import { partKey } from './partNames';
import { parseXml, type XmlElement } from './xml';
import { decodeXml, encodeXml } from './xmlBytes';
import { makeEntry, readZip, writeZip, type ZipEntry } from './zip';

interface Slot {
  readonly name: string;
  /** Undefined once removed; the slot keeps its place for a part of the same name. */
  entry: ZipEntry | undefined;
}

/** A part read as a tree, with the text its positions refer to. */
export interface XmlPart {
  readonly text: string;
  readonly root: XmlElement;
}

/** An office package: parts by name. Parts that are not set or removed are written as they were. */
export class OpcPackage {
  private readonly slots = new Map<string, Slot>();
  private comment: Uint8Array = new Uint8Array(0);

  static empty(): OpcPackage {
    return new OpcPackage();
  }

  /** Throws what `readZip` throws, and `CORRUPT` when two parts have one name. */
  static open(bytes: Uint8Array): OpcPackage {
    const opened = new OpcPackage();
    const zip = readZip(bytes);
    opened.comment = zip.comment;
    for (const entry of zip.entries) {
      const key = partKey(entry.name);
      if (opened.slots.has(key)) throw corrupt(entry.name, 'duplicate');
      opened.slots.set(key, { name: entry.name, entry });
    }
    return opened;
  }

  has(part: string): boolean {
    return this.slots.get(partKey(part))?.entry !== undefined;
  }

  /** Names of all parts in the order of the file. */
  names(): string[] {
    return [...this.slots.values()].filter((slot) => slot.entry).map((slot) => slot.name);
  }

  /** Throws `CORRUPT` with reason `missing` when there is no such part. */
  bytes(part: string): Uint8Array {
    return inflateEntry(this.entry(part));
  }

  /** Inflated size of a part without inflating it. */
  size(part: string): number {
    return this.entry(part).size;
  }

  xml(part: string): XmlPart {
    if (this.size(part) > MAX_TREE_BYTES) throw corrupt(part, 'size');
    const text = decodeXml(this.bytes(part));
    return { text, root: parseXml(text, part) };
  }

  /** Adds or replaces a part. Setting what is there already leaves it untouched. */
  set(part: string, content: string | Uint8Array): void {
    const key = partKey(part);
    const bytes = typeof content === 'string' ? encodeXml(content) : content;
    const slot = this.slots.get(key);
    if (slot?.entry && holds(slot.entry, bytes)) return;
    const name = slot?.name ?? part;
    const entry = makeEntry(name, bytes);
    if (slot) slot.entry = entry;
    else this.slots.set(key, { name, entry });
  }

  remove(part: string): void {
    const slot = this.slots.get(partKey(part));
    if (slot) slot.entry = undefined;
  }

  /** First name of the form `prefix` + number + `suffix` that is free. */
  freeName(prefix: string, suffix: string): string {
    for (let n = 1; ; n++) {
      const name = `${prefix}${n}${suffix}`;
      if (!this.has(name)) return name;
    }
  }

  save(): Uint8Array {
    const entries = [...this.slots.values()].flatMap((slot) => (slot.entry ? [slot.entry] : []));
    return writeZip({ entries, comment: this.comment });
  }

  private entry(part: string): ZipEntry {
    const entry = this.slots.get(partKey(part))?.entry;
    if (!entry) throw corrupt(part, 'missing');
    return entry;
  }
}

function holds(entry: ZipEntry, bytes: Uint8Array): boolean {
  return entry.size === bytes.length && entry.crc === crc32(bytes) && sameBytes(inflateEntry(entry), bytes);
}
