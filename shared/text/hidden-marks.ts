/**
 * What nobody sees and no Vietnamese text needs: the marks of Unicode that turn the order of a text around (UAX #9), by
 * which a name could show an amount that it does not say, and control characters, by which it could command a terminal.
 * Line ends and tabs stay.
 */
const HIDDEN_MARKS = /[[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]--[\n\r\t]]/gv;

export function withoutHiddenMarks(text: string): string {
  return text.replaceAll(HIDDEN_MARKS, '');
}
