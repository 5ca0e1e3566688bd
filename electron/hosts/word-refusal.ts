import { isMessageCode, message } from '../../shared/messages/message.ts';
import type { Refusal } from '../../shared/refusal.ts';

/** A code in words; the bare code where the catalogue has none, so that a new code never hides what happened. */
export function wordRefusalOf({ code, params }: Refusal): string {
  return isMessageCode(code) ? message(code, params) : code;
}
