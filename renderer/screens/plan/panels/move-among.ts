import type { KeyboardEvent } from 'react';

/** Up and down from one of a panel's items to the next, as in any list; a field of the panel keeps its keys. */
export function moveAmong(event: KeyboardEvent<HTMLElement>, selector: string): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const { target } = event;
  const own = target instanceof Element && event.currentTarget.contains(target);
  if (step === 0 || !own || target.closest('input, select, textarea')) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const at = items.findIndex((item) => item.closest('li')?.contains(document.activeElement));
  const next = items[at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
