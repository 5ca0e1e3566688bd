import type { Refusal } from '../refusal.ts';
import { withoutHiddenMarks } from '../text/hidden-marks.ts';
import en from './en.json' with { type: 'json' };
import vi from './vi.json' with { type: 'json' };

/** Every code that can be worded. The Vietnamese catalogue is the list; a test holds the English one to it. */
export type MessageCode = keyof typeof vi;
export type Locale = 'vi' | 'en';

const CATALOGUES: Readonly<Record<Locale, Readonly<Record<MessageCode, string>>>> = { vi, en };

/**
 * The text of a code, each {param} replaced by its value. Amounts come already written, for only the caller knows the unit.
 * A param that is not given stays visible as {param}: that is a bug of the caller, and better seen than hidden.
 */
export function message(code: MessageCode, params: Refusal['params'] = {}, locale: Locale = 'vi'): string {
  // One pass: a value that itself holds braces is not replaced again.
  return CATALOGUES[locale][code].replaceAll(/\{(\w+)\}/g, (hole, name: string) =>
    // Nothing in a name may turn the sentence around it.
    Object.hasOwn(params, name) ? withoutHiddenMarks(String(params[name])) : hole,
  );
}

/** A refusal as the officer reads it: what happened, where, and what to do. */
export function wordRefusal(refusal: Refusal<MessageCode>, locale: Locale = 'vi'): string {
  return message(refusal.code, refusal.params, locale);
}

/** Whether a code that came from outside (a stored row, the other side of a border) can be worded. */
export function isMessageCode(code: string): code is MessageCode {
  return Object.hasOwn(vi, code);
}
