const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
/** Below this many bytes a loop beats the set-up of the platform decoder. */
const SHORT = 20;

/** Text of a byte range; malformed UTF-8 becomes U+FFFD. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT) return DECODER.decode(bytes.subarray(start, end));
  let text = '';
  for (let i = start; i < end;) {
    const a = bytes[i]!;
    if (a < 0x80) {
      text += String.fromCharCode(a);
      i += 1;
      continue;
    }
    const b = bytes[i + 1]!;
    const c = bytes[i + 2]!;
    const isCjk = (a & 0xf0) === 0xe0 && i + 2 < end && (b & 0xc0) === 0x80 && (c & 0xc0) === 0x80;
    const code = isCjk ? ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f) : 0;
    if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) return DECODER.decode(bytes.subarray(start, end));
    text += String.fromCharCode(code);
    i += 3;
  }
  return text;
}
