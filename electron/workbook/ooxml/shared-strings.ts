import { cellTextXml } from './cell-text.ts';
import { MAIN, XML } from './xml-text.ts';

/** The texts of a workbook's cells, each once: cells name them by their number. */
export class SharedStrings {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  numberOf(text: string): number {
    this.#uses += 1;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  *part(): Generator<string> {
    yield `${XML}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#numbers.size}">`;
    for (const text of this.#numbers.keys()) {
      yield `<si><t xml:space="preserve">${cellTextXml(text)}</t></si>`;
    }
    yield '</sst>';
  }
}
