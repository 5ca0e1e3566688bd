/**
 * The zip writer below exceljs cuts a part's text every 16 384 UTF-16 units, and where a cut falls inside a character
 * of two units (chữ Nôm, emoji) it writes two replacement marks. So such a character passes through exceljs as a code
 * of single units, which no text holds otherwise: `sheetText` takes the mark out of all of them.
 */
const MARK = '\ufffe';

export function codeWideCharacters(text: string): string {
  return text.replaceAll(/[\u{10000}-\u{10ffff}]/gu, (character) => {
    return `${MARK}${character.codePointAt(0)?.toString(16)}${MARK}`;
  });
}

/** The XML of a part with its characters as they were. */
export function restoreWideCharacters(xml: string): string {
  return xml.replaceAll(/\ufffe([0-9a-f]{5,6})\ufffe/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
