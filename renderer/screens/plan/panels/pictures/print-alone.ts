/**
 * Prints a part of the page on sheets of its own: a copy stands alone on the page while the browser prints. The sizes that
 * pictures have on the screen stay behind: on paper they are as wide as their place.
 */
export function printAlone(part: HTMLElement): void {
  const copy = document.createElement('div');
  copy.className = 'printed-alone';
  copy.append(part.cloneNode(true));
  for (const sized of copy.querySelectorAll('[style]')) sized.removeAttribute('style');
  // First on the page, so that fillings are found in the copy and not in what is hidden meanwhile.
  document.body.prepend(copy);
  window.addEventListener('afterprint', () => copy.remove(), { once: true });
  window.print();
}
