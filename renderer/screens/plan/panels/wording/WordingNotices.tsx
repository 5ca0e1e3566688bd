import type { KeptWording } from '../../../../../shared/api/wording.ts';
import type { TextReading } from '../../../../../shared/prose/text-reading.ts';
import { useText } from '../../../../i18n/text.ts';

interface WordingNoticesProps {
  readonly kept: KeptWording;
  readonly reading: TextReading;
}

/** What must be said of a text as a whole: how it came here, and what stands against reading it. */
export function WordingNotices({ kept, reading }: WordingNoticesProps) {
  const { refusal } = useText();
  const notices = [
    ...kept.notices,
    ...reading.faults.map((code) => ({ code, params: {} })),
    ...(reading.amounts.length === 0 ? [{ code: 'prose.noAmounts', params: {} }] : []),
  ];
  if (notices.length === 0) return null;
  return (
    <ul className="wording-notices">
      {notices.map((notice) => (
        <li key={notice.code}>{`⚠ ${refusal(notice)}`}</li>
      ))}
    </ul>
  );
}
