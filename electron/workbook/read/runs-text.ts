import { withoutHiddenMarks } from '../../../shared/text/hidden-marks.ts';

/** A rich text (ECMA-376, CT_Rst) as plain text: its runs one after another, without the readings of East Asian ones. */
export class RunsText {
  #text = '';
  #isText = false;
  #isReading = false;

  begin(): void {
    this.#text = '';
  }

  open(tag: string): void {
    if (tag === 'rPh') this.#isReading = true;
    this.#isText = tag === 't' && !this.#isReading;
  }

  text(text: string): void {
    if (this.#isText) this.#text += text;
  }

  close(tag: string): void {
    if (tag === 'rPh') this.#isReading = false;
    this.#isText = false;
  }

  take(): string {
    return decodedText(this.#text);
  }
}

/** Codes of characters that XML cannot carry: _x000D_ (ECMA-376, ST_Xstring). What they stand for may be hidden too. */
export function decodedText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return withoutHiddenMarks(decoded);
}
