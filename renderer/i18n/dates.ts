import type { Locale } from '../../shared/messages/message.ts';

const LOCALE = { vi: 'vi-VN', en: 'en-GB' } as const;

export function printDateTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(LOCALE[locale], { dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** "18:02", as the saved state shows it. */
export function printTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(LOCALE[locale], { hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );
}
