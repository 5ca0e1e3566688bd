import {
  Button,
  FluentProvider,
  Toaster,
  teamsHighContrastTheme,
  useId,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { Component, type ReactNode, useSyncExternalStore } from 'react';
import { type PlanId, planId } from '../shared/plan/ids.ts';
import type { Host } from './bridge/host.ts';
import { type TextKey, useText } from './i18n/text.ts';
import { LibraryScreen } from './screens/library/LibraryScreen.tsx';
import { PlanLoader } from './screens/plan/PlanLoader.tsx';

/** The frame: the system's look, and one of two screens by the address. */
export function App({ host, nonce }: { host: Host; nonce: string }) {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(forced-colors: active)');
  const theme = contrast ? teamsHighContrastTheme : dark ? webDarkTheme : webLightTheme;
  const plan = useOpenPlan();
  const toaster = useId('toaster');
  return (
    <FluentProvider theme={theme}>
      <BrokenScreen>
        {plan ? (
          <PlanLoader key={plan} host={host} plan={plan} nonce={nonce} toaster={toaster} />
        ) : (
          <LibraryScreen host={host} toaster={toaster} />
        )}
      </BrokenScreen>
      <Toaster toasterId={toaster} position="bottom-end" />
    </FluentProvider>
  );
}

export function showPlan(plan: PlanId): void {
  location.hash = `#/plan/${plan}`;
}

export function showLibrary(): void {
  location.hash = '#/';
}

function useOpenPlan(): PlanId | null {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed);
      return () => window.removeEventListener('hashchange', changed);
    },
    () => location.hash,
  );
  const id = /^#\/plan\/(.+)$/.exec(hash)?.[1];
  return id === undefined ? null : planId(decodeURIComponent(id));
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** A bug in drawing must not leave an officer with a white window. */
class BrokenScreen extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Message text="app.broken" /> : this.props.children;
  }
}

export function Message({ text }: { text: TextKey }) {
  const { t } = useText();
  return (
    <main className="message" role="alert">
      <p>{t(text)}</p>
      <Button appearance="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </main>
  );
}
