import { spanOf } from './mentions.ts';
import type { Unread } from './text-reading.ts';

const FIGURE = /^[\s\u00a0]*(?:[-–]|\(?-?\d[\d.,]*\)?)[\s\u00a0]*$/u;
const BIG = /\d{1,3}(?:\.\d{3})+|\d,\d/u;
/** Fewer figures in a row make no table. */
const FEWEST = 6;
/** Lines without figures that a table's rows are parted by: a name, a note, a total's title twice. */
const MOST_APART = 3;

/**
 * Tables that came as text: stretches of lines, or cells parted by tabs, that hold bare figures and no unit. Each is one block:
 * what its figures are of is lost. `taken` is what was read as amounts, in the order of the text.
 */
export function bareFigureBlocks(
  text: string,
  taken: readonly { readonly start: number; readonly end: number }[],
): Unread[] {
  const blocks: Unread[] = [];
  let open: { start: number; end: number; figures: number; big: number; apart: number } | null = null;
  const close = (): void => {
    if (open && open.figures >= FEWEST && open.big >= 2) {
      blocks.push({ ...spanOf(text, open.start, open.end), why: 'prose.bareFigures' });
    }
    open = null;
  };
  let at = 0;
  let next = 0;
  for (const line of text.split('\n')) {
    const [start, end] = [at, at + line.length];
    at = end + 1;
    if (line.trim() === '') continue;
    const cells = line.split('\t').filter((cell) => cell.trim() !== '');
    const figures = cells.filter((cell) => FIGURE.test(cell));
    const isFigures = figures.length > 0 && (figures.length === cells.length || figures.length >= 3);
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) < end) {
      close();
      continue;
    }
    if (isFigures) {
      open ??= { start, end, figures: 0, big: 0, apart: 0 };
      open.end = end;
      open.figures += figures.length;
      open.big += figures.filter((figure) => BIG.test(figure)).length;
      open.apart = 0;
    } else if (open) {
      open.apart += 1;
      if (open.apart > MOST_APART) close();
    }
  }
  close();
  return blocks;
}
