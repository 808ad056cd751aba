/** The text with full-width signs, letters and digits as half-width ones; every character keeps its place. */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
