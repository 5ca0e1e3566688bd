import type { ChangeLabel } from '../plan/edit/edit.ts';
import { wordLabel } from './change-label.ts';
import { type Locale, message } from './message.ts';

/** A row of a plan's history in words: what was done, or what of it was taken back or done again. */
export function wordHistory(
  { kind, label }: { readonly kind: 'create' | 'change' | 'undo' | 'redo'; readonly label: ChangeLabel },
  locale: Locale = 'vi',
): string {
  const text = wordLabel(label, locale);
  if (kind === 'undo') return message('history.undo', { label: text }, locale);
  if (kind === 'redo') return message('history.redo', { label: text }, locale);
  return text;
}
