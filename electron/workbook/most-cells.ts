/** The most cells with content that a workbook may have: what memory holds of them. 700 localities on F2 have 1.4 million. */
export const MOST_CELLS = 2_000_000;
