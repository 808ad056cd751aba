import { AMPERSAND, CARRIAGE_RETURN, LT, SLASH, UNDERSCORE } from './ascii';
import { decodeUtf8 } from './byteText';
import { TagScanner } from './tagScanner';
import { decodeEntities, decodeEscapes } from './xmlText';

const CDATA = '<![CDATA[';

/** Text between two tags as a cell holds it: references, line ends and `_x000D_` escapes resolved. */
export function plainText(bytes: Uint8Array, start: number, end: number, part: string): string {
  let special = false;
  for (let i = start; i < end && !special; i++) {
    const byte = bytes[i];
    special = byte === AMPERSAND || byte === UNDERSCORE || byte === CARRIAGE_RETURN;
  }
  const text = decodeUtf8(bytes, start, end);
  return special ? decodeEscapes(decodeEntities(text.replace(/\r\n?/g, '\n'), part)) : text;
}

/** Content of an element that may be broken up by comments and CDATA sections. */
export function mixedText(bytes: Uint8Array, start: number, end: number, part: string): string {
  const literal = decodeUtf8(bytes, start, end);
  let text = '';
  for (const [piece] of literal.matchAll(/<!\[CDATA\[[^]*?\]\]>|<!--[^]*?-->|<[^>]*>|[^<]+/g)) {
    if (piece.startsWith(CDATA)) text += piece.slice(CDATA.length, -3);
    else if (!piece.startsWith('<')) text += decodeEntities(piece.replace(/\r\n?/g, '\n'), part);
  }
  return decodeEscapes(text);
}

/**
 * Text of a shared string or inline string: all its `<t>` joined, readings (`<rPh>`) left out.
 * The range lies between the tags of `<si>` or `<is>`.
 */
export function richText(bytes: Uint8Array, start: number, end: number, part: string): string {
  const tags = new TagScanner(bytes, part, start, end);
  let text = '';
  while (tags.next()) {
    if (tags.closing || tags.selfClosing) continue;
    if (tags.is('rPh')) tags.skip();
    else if (tags.is('t')) {
      const from = tags.position;
      const to = bytes.indexOf(LT, from);
      if (bytes[to + 1] === SLASH) {
        text += plainText(bytes, from, to, part);
      } else {
        tags.skip();
        text += mixedText(bytes, from, tags.start, part);
      }
    }
  }
  return text;
}
