import { withoutHiddenMarks } from '../text/hidden-marks.ts';

/** The longest text that Excel holds in a cell, in UTF-16 units. */
export const LONGEST_CELL_TEXT = 32_767;

/**
 * A text as a cell can hold it: line ends as one character, tabs as spaces, and nothing that XML cannot carry or nobody sees.
 * What officers write passes unchanged.
 */
export function sheetText(text: string): string {
  return withoutHiddenMarks(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\uFFFE\uFFFF]/g, '')
    .toWellFormed();
}

/** Whether two texts differ by more than what a spreadsheet program does to them by itself. */
export function sameSheetText(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

/** Some programs decode _x0041_ to A without having encoded it: texts are compared with all such codes read. */
function comparable(text: string): string {
  let plain = text;
  for (let coded = ''; plain !== coded; ) {
    coded = plain;
    plain = coded.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  return sheetText(plain).normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
