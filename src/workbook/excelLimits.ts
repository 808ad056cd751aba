/** Excel's own limits. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const MAX_TEXT_LENGTH = 32_767;
export const MAX_SHEET_NAME_LENGTH = 31;
