import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isMessageCode, type Locale, message } from '../../shared/messages/message.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { withoutHiddenMarks } from '../../shared/text/hidden-marks.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

/** The interface's own words. Codes of refusals, labels and findings are worded by `shared/messages`. */
export type TextKey = keyof typeof vi;
export type Params = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, params?: Params) => string;

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>> = { vi, en };
export const localeStore = createStore<{ locale: Locale }>(() => ({
  locale: 'vi',
}));

export function setLocale(locale: Locale): void {
  document.documentElement.lang = locale;
  localeStore.setState({ locale });
}

export function translate(locale: Locale, key: TextKey, params: Params = {}): string {
  return CATALOGUES[locale][key].replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    withoutHiddenMarks(`${params[name] ?? hole}`),
  );
}

/** The words in the locale of the moment; the same object until the locale changes. */
export interface Words {
  readonly locale: Locale;
  readonly t: Translate;
  readonly refusal: (refusal: Refusal) => string;
}

const wordsOf = (locale: Locale): Words => ({
  locale,
  t: (key, params) => translate(locale, key, params),
  refusal: (refused) => refusalText(refused, locale),
});

const WORDS: Readonly<Record<Locale, Words>> = { vi: wordsOf('vi'), en: wordsOf('en') };

export function useText(): Words {
  return WORDS[useStore(localeStore, (state) => state.locale)];
}

/** A refusal of whatever floor. A code that nobody words is shown as it is: better than an empty box. */
export function refusalText({ code, params }: Refusal, locale: Locale): string {
  if (isMessageCode(code)) return message(code, params, locale);
  return isTextKey(code) ? translate(locale, code, params) : code;
}

function isTextKey(code: string): code is TextKey {
  return Object.hasOwn(vi, code);
}
