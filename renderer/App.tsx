import {
  FluentProvider,
  Toaster,
  teamsHighContrastTheme,
  useId,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { Component, type ReactNode, useSyncExternalStore } from 'react';
import { useOpenPlan } from './address.ts';
import type { Host } from './bridge/host.ts';
import { LibraryScreen } from './screens/library/LibraryScreen.tsx';
import { Message } from './screens/Message.tsx';
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
