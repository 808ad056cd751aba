/** How much room text takes, for row heights: Chinese characters are two digits wide. */

const LINE_HEIGHT = 15;
const ROW_PADDING = 5;
const TALLEST = 409;

/** Width in digits of the default font. */
export function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) > 0x2e7f ? 2 : 1;
  return width;
}

/** Lines that text takes when it is wrapped in a column of that width. */
export function wrappedLines(text: string, width: number): number {
  // what no line may begin or end with costs a character a line
  const room = Math.max(4, width - 2);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}

/** Points of a row of so many lines. */
export function heightOfLines(lines: number): number {
  return Math.min(TALLEST, Math.max(1, lines) * LINE_HEIGHT + ROW_PADDING);
}
