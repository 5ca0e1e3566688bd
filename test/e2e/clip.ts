import type { Sheet } from './sheet.ts';

/** What another program, or this one, put on the clipboard, by type. */
export interface Flavours {
  readonly text: string;
  readonly html?: string;
  readonly own?: string;
}

const OWN = 'application/x-phu-luc-kinh-phi+json';

/** A paste as the browser brings it: its event, on the input that has the keyboard. */
export function pasteEvent({ page }: Sheet, { text, html, own }: Flavours): Promise<void> {
  return page.evaluate(
    ([plain, rich, exact, ownType]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      if (rich !== undefined) clipboardData.setData('text/html', rich);
      if (exact !== undefined) clipboardData.setData(ownType, exact);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [text, html, own, OWN] as const,
  );
}

/** What copying (or cutting) the selection would put on the clipboard, which stays as it is. */
export function copyEvent({ page }: Sheet, kind: 'copy' | 'cut' = 'copy'): Promise<Required<Flavours>> {
  return page.evaluate(
    ([type, ownType]) => {
      const clipboardData = new DataTransfer();
      const event = new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      const [text, html, own] = ['text/plain', 'text/html', ownType].map((one) => clipboardData.getData(one));
      return { text: text ?? '', html: html ?? '', own: own ?? '' };
    },
    [kind, OWN] as const,
  );
}

/** Puts a text on the clipboard, as copying in another program does. */
export async function otherProgramCopies({ page }: Sheet, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}

/** A copied block as rows of texts. */
export function rowsIn({ text }: Flavours): string[][] {
  return text
    .replace(/\r\n$/, '')
    .split('\r\n')
    .map((row) => row.split('\t'));
}
