import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { PlanId } from '../../../shared/plan/ids.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { showLibrary } from '../../address.ts';
import { useText } from '../../i18n/text.ts';
import { Session } from '../../session/session.ts';
import { openView } from '../../view/view-store.ts';
import { Message } from '../Message.tsx';
import { PlanScreen, type PlanScreenProps } from './PlanScreen.tsx';

interface PlanLoaderProps extends Omit<PlanScreenProps, 'session' | 'view'> {
  readonly plan: PlanId;
}

/** Opens a plan as it was last looked at and hands it to its screen, or says why it cannot be opened. */
export function PlanLoader({ plan, host, ...rest }: PlanLoaderProps) {
  const { t, refusal: wordRefusal } = useText();
  const [opened, setOpened] = useState<Pick<PlanScreenProps, 'session' | 'view'> | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [gone, setGone] = useState(false);

  useEffect(() => {
    let wanted = true;
    Promise.all([host.planner.openPlan({ plan }), openView(host.planner, plan, 'F1')]).then(
      ([answer, view]) => {
        if (!wanted) return;
        if (answer.ok) setOpened({ session: new Session(host.planner, answer.value), view });
        else setRefused(answer.refusal);
      },
      () => wanted && setGone(true),
    );
    return () => {
      wanted = false;
    };
  }, [host, plan]);

  if (gone) return <Message text="app.hostGone" />;
  if (refused) {
    return (
      <main className="message" role="alert">
        <p>{wordRefusal(refused)}</p>
        <Button onClick={showLibrary}>{t('plan.back')}</Button>
      </main>
    );
  }
  if (!opened) return <Spinner className="message" label={t('app.loading')} />;
  return <PlanScreen {...opened} host={host} {...rest} />;
}
