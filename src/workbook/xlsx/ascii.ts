/** Bytes that mean something in XML, and the letters of the elements that are read byte by byte. */
export const QUOTE = 34;
export const AMPERSAND = 38;
export const APOSTROPHE = 39;
export const SLASH = 47;
export const ZERO = 48;
export const ONE = 49;
export const COLON = 58;
export const LT = 60;
export const EQUALS = 61;
export const GT = 62;
export const BANG = 33;
export const QUESTION = 63;
export const BEFORE_A = 64;
export const UNDERSCORE = 95;
export const LOWER_B = 98;
export const LOWER_C = 99;
export const LOWER_D = 100;
export const LOWER_E = 101;
export const LOWER_I = 105;
export const LOWER_R = 114;
export const LOWER_S = 115;
export const LOWER_T = 116;
export const LOWER_V = 118;
export const CARRIAGE_RETURN = 13;

export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
