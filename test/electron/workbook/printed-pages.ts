import { execFileSync } from 'node:child_process';

/** One page as printed; points from its top left corner. */
export interface PrintedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PrintedWord[];
}

export interface PrintedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const PAGE = /<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs;
const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;

/** The pages of a PDF with every word and where it stands, by pdftotext. */
export function printedPages(path: string): PrintedPage[] {
  const xml = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return [...xml.matchAll(PAGE)].map(([, width, height, body = '']) => ({
    width: Number(width),
    height: Number(height),
    words: [...body.matchAll(WORD)].map(([, left, top, right, bottom, text = '']) => ({
      text: text.normalize('NFC'),
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    })),
  }));
}

/** Everything printed on a page without spaces: fonts that lack a letter may part a word. */
export function printedText(page: PrintedPage): string {
  return page.words.map((word) => word.text).join('');
}

/** pdftohtml takes no more. Sizes come as whole numbers, so a third of a point is what is seen. */
const ZOOM = 3;

/** The sizes of all text in a PDF, in points, by pdftohtml. */
export function fontSizes(path: string): number[] {
  const xml = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', `${ZOOM}`, path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return [...xml.matchAll(/<fontspec [^>]*size="(\d+)"/g)].map(([, size]) => Number(size) / ZOOM);
}

/** Pairs of words that are printed over each other: text that its cell cuts runs into its neighbours. */
export function overlaps(page: PrintedPage): [string, string][] {
  const found: [string, string][] = [];
  page.words.forEach((one, at) => {
    for (const other of page.words.slice(at + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const lineHeight = Math.min(one.bottom - one.top, other.bottom - other.top);
      // Boxes include the space above and below letters, which lines of one paragraph share.
      if (across > 1 && down > lineHeight * 0.35) found.push([one.text, other.text]);
    }
  });
  return found;
}
