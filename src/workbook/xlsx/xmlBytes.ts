const UTF8 = new TextDecoder('utf-8');

/** The text of an XML part, by its byte order mark or declared encoding (UTF-8 without either). */
export function decodeXml(bytes: Uint8Array): string {
  return decoderFor(bytes).decode(bytes);
}

/** The part as UTF-8 without a mark: the same bytes where it is so already. */
export function utf8Xml(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const decoder = decoderFor(bytes);
  return decoder.encoding === 'utf-8' ? bytes : new TextEncoder().encode(decoder.decode(bytes));
}

/** Text of a part to UTF-8; a declaration of another encoding is put right. */
export function encodeXml(text: string): Uint8Array {
  const declared = /^(<\?xml[^>]*?\bencoding\s*=\s*)(["'])(?!utf-8\2)[^"']*\2/i;
  return new TextEncoder().encode(text.replace(declared, '$1$2UTF-8$2'));
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const label = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(
    head,
  )?.[1];
  if (label === undefined || /^utf-?8$/i.test(label)) return UTF8;
  try {
    return new TextDecoder(label);
  } catch {
    return UTF8;
  }
}
