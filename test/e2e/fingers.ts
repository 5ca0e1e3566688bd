import type { CDPSession } from 'playwright-core';
import type { Sheet } from './sheet.ts';

/** Windows' key code for a letter that a program types for the officer, as UniKey does. */
const VK_PACKET = 0xe7;
const VK_BACK = 0x08;
/** What an input method shows the page instead of the key that it took. */
const VK_PROCESS = 0xe5;

/** Keys as they come from input methods: in bursts that wait for nothing, and in compositions. */
export class Fingers {
  readonly #cdp: CDPSession;

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp;
  }

  static async on({ page }: Sheet): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /**
   * Types as UniKey does: for "việt" in Telex the keys v, i, e, then for the second e a Backspace and "ê", and so on; all at
   * once, faster than the page draws. "⌫" is a Backspace.
   */
  async burst(keys: string): Promise<void> {
    const sent: Promise<unknown>[] = [];
    for (const key of keys) {
      const erases = key === '⌫';
      const named = erases ? 'Backspace' : key;
      const code = erases ? VK_BACK : VK_PACKET;
      const about = { key: named, windowsVirtualKeyCode: code, ...(erases ? { code: 'Backspace' } : {}) };
      const text = erases ? {} : { text: key };
      sent.push(this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...about, ...text }));
      sent.push(this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...about }));
    }
    await Promise.all(sent);
  }

  /** What is being composed, underlined and not yet in the text for good. */
  async compose(text: string): Promise<void> {
    const end = [...text].length;
    await this.#cdp.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  }

  /** Ends a composition with its text. */
  async commit(text: string): Promise<void> {
    await this.#cdp.send('Input.insertText', { text });
  }

  /** A key that the input method takes for itself while it composes, such as the Enter that ends a word. */
  async keyOfComposition(key: 'Enter' | 'Escape' | 'ArrowDown'): Promise<void> {
    const about = { key, windowsVirtualKeyCode: VK_PROCESS };
    await this.#cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...about });
  }
}
