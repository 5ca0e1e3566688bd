import { footnotesOf, totalInWords } from '../../../shared/forms/furniture.ts';
import type { Session } from '../../session/session.ts';
import { useAfterFrame } from '../../session/use-after-frame.ts';

/** What stands under the table on paper: the total in words and the footnotes. */
export function PlanFoot({ session }: { session: Session }) {
  const plan = useAfterFrame(session.store, (state) => state.plan);
  const totals = useAfterFrame(session.store, (state) => state.totals);
  return (
    <footer className="plan-foot">
      <p className="plan-words" aria-live="polite">
        {totalInWords(plan, totals)}
      </p>
      {footnotesOf(plan).map((note) => (
        <p key={note}>{note}</p>
      ))}
    </footer>
  );
}
