import { findingsOf } from '../../../../../shared/checks/findings.ts';
import { message } from '../../../../../shared/messages/message.ts';
import { useText } from '../../../../i18n/text.ts';
import { useAfterFrame } from '../../../../session/use-after-frame.ts';
import { usePlanContext } from '../../actions/use-action-state.ts';

/** What an officer should look at before signing. */
export function ChecksPanel() {
  const { t, locale } = useText();
  const { session } = usePlanContext();
  const plan = useAfterFrame(session.store, (state) => state.plan);
  const findings = findingsOf(plan);
  if (findings.length === 0) return <p className="side-panel-body">{t('status.noFindings')}</p>;
  return (
    <ul className="side-panel-body">
      {findings.map(({ code, row, params }) => (
        <li key={`${code} ${row}`}>⚠ {message(code, params, locale)}</li>
      ))}
    </ul>
  );
}
