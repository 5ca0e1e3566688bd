import { wordLabel } from '../../shared/messages/change-label.ts';
import { wordHistory } from '../../shared/messages/history-line.ts';
import type { Words } from '../i18n/text.ts';
import type { Failure } from './session.ts';

/** So many of the things done elsewhere are told one by one. */
const MOST_TOLD = 3;

/** Why something was not kept: what it was, word for word, and who did what elsewhere that stood against it. */
export function failureText({ refusal, lost, theirs }: Failure, words: Words): string {
  const { t, locale } = words;
  const ours = lost.map((label) => `“${wordLabel(label, locale)}”`).join('; ');
  if (theirs.length === 0) {
    const why = words.refusal(refusal);
    return ours === '' ? why : t('session.lost', { why, ours });
  }
  const told = theirs.slice(-MOST_TOLD).map((one) => `${one.by}: ${wordHistory(one, locale)}`);
  const more = theirs.length - told.length;
  const others = (more > 0 ? [t('session.more', { count: more }), ...told] : told).join('; ');
  return ours === '' ? t('session.staleStep', { others }) : t('session.stale', { ours, others });
}
