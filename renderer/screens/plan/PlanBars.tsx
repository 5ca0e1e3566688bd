import { Button } from '@fluentui/react-components';
import { ErrorCircleRegular, LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons';
import { useStore } from 'zustand';
import { isProtected } from '../../../shared/api/revisions.ts';
import { printDateTime } from '../../i18n/dates.ts';
import { useText } from '../../i18n/text.ts';
import { failureText } from '../../session/failure-text.ts';
import { Bar } from '../Bar.tsx';
import { usePlanContext } from './actions/use-action-state.ts';
import { exportAdjustment } from './export-adjustment.ts';

/** What the officer has to know of the whole sheet before going on, over it. */
export function PlanBars() {
  return (
    <>
      <FailureBar />
      <ApprovalBar />
    </>
  );
}

/** What was not kept, until it has been read. */
function FailureBar() {
  const words = useText();
  const { session, hands } = usePlanContext();
  const failure = useStore(session.store, (state) => state.failure);
  if (!failure) return null;
  const close = (): void => {
    session.forgetFailure();
    hands().input.focus();
  };
  return (
    <Bar role="alert" icon={<ErrorCircleRegular />} text={failureText(failure, words)}>
      <Button size="small" onClick={close}>
        {words.t('session.read')}
      </Button>
    </Bar>
  );
}

/** That the plan is approved and cannot be changed, or what it is being adjusted from. */
function ApprovalBar() {
  const { t, locale, refusal } = useText();
  const context = usePlanContext();
  const approval = useStore(context.session.store, (state) => state.approval);
  if (!approval) return null;
  const { label, by, at, reopened } = approval;
  if (isProtected(approval)) {
    const text = t('approval.approved', { label, by, at: printDateTime(at, locale) });
    const open = (): void => context.dialogs.setState({ open: { kind: 'reopen' } });
    return (
      <Bar role="status" icon={<LockClosedRegular />} text={text}>
        <Button size="small" onClick={open}>
          {t('approval.open')}
        </Button>
      </Bar>
    );
  }
  if (!reopened) return null;
  const kind = refusal({ code: `revision.${reopened.kind}`, params: {} });
  return (
    <Bar
      role="status"
      icon={<LockOpenRegular />}
      text={t('approval.reopened', { label, kind, reason: reopened.reason })}
    >
      <Button size="small" onClick={() => void exportAdjustment(context, label)}>
        {t('approval.exportF5', { label })}
      </Button>
    </Bar>
  );
}
