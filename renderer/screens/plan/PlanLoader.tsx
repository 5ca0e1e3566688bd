import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { PlanId } from '../../../shared/plan/ids.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { showLibrary } from '../../address.ts';
import type { Host } from '../../bridge/host.ts';
import { useText } from '../../i18n/text.ts';
import { Session } from '../../session/session.ts';
import { Message } from '../Message.tsx';
import { PlanScreen } from './PlanScreen.tsx';

interface PlanLoaderProps {
  readonly host: Host;
  readonly plan: PlanId;
  readonly nonce: string;
  readonly toaster: string;
}

/** Opens a plan and hands it to its screen, or says why it cannot be opened. */
export function PlanLoader({ host, plan, nonce, toaster }: PlanLoaderProps) {
  const { t, refusal: wordRefusal } = useText();
  const [session, setSession] = useState<Session | null>(null);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [gone, setGone] = useState(false);

  useEffect(() => {
    let wanted = true;
    host.planner.openPlan({ plan }).then(
      (opened) => {
        if (!wanted) return;
        if (opened.ok) setSession(new Session(host.planner, opened.value));
        else setRefused(opened.refusal);
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
  if (!session) return <Spinner className="message" label={t('app.loading')} />;
  return <PlanScreen session={session} host={host} nonce={nonce} toaster={toaster} />;
}
