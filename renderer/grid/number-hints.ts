import { type NumberHint, statedHint } from '../../shared/intake/block/numbers.ts';
import { CHARACTER_LIMIT } from '../../shared/intake/block/read-text.ts';

/** Enough cells to decide how a block writes its numbers. */
const MOST_HINTS = 2_000;

/** The element of that name, and the attribute. */
const STYLE = /(<\/?|\s)style\b/gi;
/** An attribute that would be a script. */
const HANDLER = /\bon\w+(?=\s*=)/gi;

/**
 * The exact numbers that the HTML of a copied block states beside its texts: LibreOffice's `sdval`, Excel's `x:num`.
 * The HTML is parsed without running or loading anything of it, and without its styles and scripts, which the page's
 * security policy would report one by one.
 */
export function numberHints(html: string): NumberHint[] {
  // More than the text beside it may have: not worth parsing, the officer is asked instead.
  if (html.length > CHARACTER_LIMIT) return [];
  const page = new DOMParser().parseFromString(
    html.replaceAll(STYLE, '$1data-style').replaceAll(HANDLER, 'data-$&'),
    'text/html',
  );
  const hints: NumberHint[] = [];
  for (const cell of page.querySelectorAll('td[sdval], td[x\\:num]')) {
    const stated = cell.getAttribute('sdval') ?? cell.getAttribute('x:num') ?? '';
    const hint = statedHint(cell.textContent.trim(), stated);
    if (hint) hints.push(hint);
    if (hints.length >= MOST_HINTS) break;
  }
  return hints;
}
