import { formatScaled, PERCENT_SCALE, POINT_SCALE, YUAN_SCALE } from '../../facts/decimal';

const MINUS = '−';

/** Thousandths of a point as people read them: `6`, `−2.5`. */
export const pointsText = (scaled: number): string => signed(formatScaled(scaled, POINT_SCALE));

/** Fen as yuan. */
export const yuanText = (scaled: number): string => signed(formatScaled(scaled, YUAN_SCALE));

/** Hundredths of a percent as percent. */
export const percentText = (scaled: number): string => signed(formatScaled(scaled, PERCENT_SCALE));

const signed = (text: string): string => (text.startsWith('-') ? `${MINUS}${text.slice(1)}` : text);
