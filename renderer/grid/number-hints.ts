import type { NumberHint } from '../../shared/intake/block/numbers.ts';

/** Enough cells to decide how a block writes its numbers. */
const MOST_HINTS = 2_000;

/**
 * The exact numbers that the HTML of a copied block states beside its texts: LibreOffice's `sdval`, Excel's `x:num`.
 * The HTML is parsed without running or loading anything of it.
 */
export function numberHints(html: string): NumberHint[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const hints: NumberHint[] = [];
  for (const cell of page.querySelectorAll('td[sdval], td[x\\:num]')) {
    const stated = cell.getAttribute('sdval') ?? cell.getAttribute('x:num') ?? '';
    const value = Number(stated);
    const text = cell.textContent.trim();
    if (stated !== '' && Number.isFinite(value) && text !== '') hints.push({ text, value });
    if (hints.length >= MOST_HINTS) break;
  }
  return hints;
}
