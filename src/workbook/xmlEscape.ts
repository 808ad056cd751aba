/**
 * Makes any text one that XML and a cell can hold: lone surrogates become U+FFFD, control characters other than
 * tab, line feed and carriage return are dropped, and so are U+FFFE and U+FFFF.
 */
export function cleanText(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return (
    text
      // eslint-disable-next-line no-control-regex
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (c) => (c.length === 2 ? c : '\ufffd'))
  );
}

/** Text between tags. */
export function escapeText(text: string): string {
  const clean = cleanText(text);
  if (!/[&<>\r]/.test(clean)) return clean;
  return clean.replace(/[&<>\r]/g, (c) =>
    c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&#13;',
  );
}
