/** Bounds that keep a hostile or broken file from exhausting memory. Real workbooks stay far below them. */

const MIB = 1024 * 1024;

/** Largest package that is read at all, in bytes. */
export const MAX_FILE_BYTES = 512 * MIB;
/** Sum of the declared inflated sizes of all parts. */
export const MAX_TOTAL_BYTES = 1024 * MIB;
/** Inflated size of one part. */
export const MAX_PART_BYTES = 512 * MIB;
/** Inflated size of a part that is read as a document tree (workbook, styles, relationships ...). */
export const MAX_TREE_BYTES = 32 * MIB;
/** Above `RATIO_FLOOR_BYTES` a part may not inflate to more than this many times its compressed size. */
export const MAX_RATIO = 250;
export const RATIO_FLOOR_BYTES = 64 * MIB;
/** Deflate cannot do better than this; a larger claim is a lie. */
export const DEFLATE_MAX_RATIO = 1032;

/** Cells a grid may hold, gaps to the left of a value included. */
export const MAX_GRID_CELLS = 30_000_000;
/** Entries of the shared string table. */
export const MAX_SHARED_STRINGS = 20_000_000;
/** Elements nested deeper than this are not a workbook. */
export const MAX_XML_DEPTH = 200;
/** Elements of one document tree. */
export const MAX_XML_ELEMENTS = 2_000_000;
