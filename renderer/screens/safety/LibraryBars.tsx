import { Button } from '@fluentui/react-components';
import { ErrorCircleRegular, LockClosedRegular, WrenchRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import type { LibraryState } from '../../../shared/api/backups.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import { useText } from '../../i18n/text.ts';
import { useWhileSeen } from '../../session/use-while-seen.ts';
import { Bar } from '../Bar.tsx';
import { RecoveryDialog } from './RecoveryDialog.tsx';

/** Milliseconds between two looks at how the library stands: the first backup is made some seconds after the start. */
const LOOK = 30_000;

/** What there is to say of the library as a whole, over either screen, until it has been read. */
export function LibraryBars({ planner }: { readonly planner: Planner }) {
  const { t, refusal } = useText();
  const [state, setState] = useState<LibraryState | null>(null);
  const [reading, setReading] = useState(false);
  const [dismissed, setDismissed] = useState('');
  const look = useCallback(() => {
    planner.libraryState({}).then(
      (answer) => answer.ok && setState(answer.value),
      // A host that is gone is told of when something is asked of it.
      () => undefined,
    );
  }, [planner]);
  useEffect(look, [look]);
  useWhileSeen(look, LOOK);
  if (!state) return null;
  const { folder, newer, recovery, problem } = state;
  const read = async (): Promise<void> => {
    setReading(false);
    const answer = await planner.acknowledgeRecovery({}).catch(() => null);
    if (answer?.ok) setState({ ...state, recovery: null });
  };
  return (
    <>
      {recovery && (
        <Bar role="alert" icon={<WrenchRegular />} text={t('safety.recovered')}>
          <Button size="small" onClick={() => setReading(true)}>
            {t('safety.report')}
          </Button>
        </Bar>
      )}
      {newer !== null && (
        <Bar role="status" icon={<LockClosedRegular />} text={t('safety.newer', { folder, version: newer })}>
          {null}
        </Bar>
      )}
      {problem && JSON.stringify(problem) !== dismissed && (
        <Bar
          role="alert"
          icon={<ErrorCircleRegular />}
          text={t('safety.noBackup', { reason: refusal(problem) })}
        >
          <Button size="small" onClick={() => setDismissed(JSON.stringify(problem))}>
            {t('session.read')}
          </Button>
        </Bar>
      )}
      {recovery && reading && (
        <RecoveryDialog recovery={recovery} onRead={() => void read()} onClose={() => setReading(false)} />
      )}
    </>
  );
}
