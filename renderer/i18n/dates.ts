import type { Locale } from '../../shared/messages/message.ts';

const LOCALE = { vi: 'vi-VN', en: 'en-GB' } as const;

/** Made once: making one costs more than a keystroke may. */
const formats = (options: Intl.DateTimeFormatOptions): Readonly<Record<Locale, Intl.DateTimeFormat>> => ({
  vi: new Intl.DateTimeFormat(LOCALE.vi, options),
  en: new Intl.DateTimeFormat(LOCALE.en, options),
});

const DATE_TIME = formats({ dateStyle: 'short', timeStyle: 'short' });
const DAY = formats({ weekday: 'long', day: 'numeric', month: 'numeric', year: 'numeric' });
const TIME = formats({ hour: '2-digit', minute: '2-digit' });

export function printDateTime(iso: string, locale: Locale): string {
  return DATE_TIME[locale].format(new Date(iso));
}

/** "Chủ Nhật, 22/11/2026". */
export function printDay(iso: string, locale: Locale): string {
  return DAY[locale].format(new Date(iso));
}

/** "18:02", as the saved state shows it. */
export function printTime(iso: string, locale: Locale): string {
  return TIME[locale].format(new Date(iso));
}
