/** The grid measures in pixels of 1/96 inch, workbooks in points of 1/72 inch. */
export const toPixels = (points: number): number => Math.round((points * 96) / 72);
export const toPoints = (pixels: number): number => (pixels * 72) / 96;
