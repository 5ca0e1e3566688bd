import {
  FluentProvider,
  Toaster,
  teamsHighContrastTheme,
  useId,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { Component, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Settings } from '../shared/api/contract.ts';
import { showLibrary, useOpenPlan } from './address.ts';
import type { Host } from './bridge/host.ts';
import { JobDialog } from './screens/JobDialog.tsx';
import { LibraryScreen } from './screens/library/LibraryScreen.tsx';
import { Message } from './screens/Message.tsx';
import { PlanLoader } from './screens/plan/PlanLoader.tsx';
import { LibraryBars } from './screens/safety/LibraryBars.tsx';
import type { SettingsStore } from './view/settings.ts';

interface AppProps {
  readonly host: Host;
  readonly settings: SettingsStore;
  readonly nonce: string;
}

/** The frame: the system's look, and one of two screens by the address. */
export function App({ host, settings, nonce }: AppProps) {
  const look = useLook(settings);
  useEffect(() => {
    // The page's own parts, which no theme reaches: scroll bars, form fields, the sheet.
    document.documentElement.dataset.look = look;
  }, [look]);
  // What was opened stands in the library first.
  useEffect(() => host.onFiles(showLibrary), [host]);
  const plan = useOpenPlan();
  const toaster = useId('toaster');
  return (
    <FluentProvider theme={THEMES[look]}>
      <BrokenScreen>
        <LibraryBars planner={host.planner} />
        {plan ? (
          <PlanLoader key={plan} {...{ host, settings, plan, nonce, toaster }} />
        ) : (
          <LibraryScreen host={host} settings={settings} toaster={toaster} />
        )}
      </BrokenScreen>
      <JobDialog planner={host.planner} />
      <Toaster toasterId={toaster} position="bottom-end" />
    </FluentProvider>
  );
}

/** The officer's choice, or what the system asks for. High contrast of the system goes before everything. */
function useLook(settings: SettingsStore): Exclude<Settings['theme'], 'system'> {
  const theme = useStore(settings, (state) => state.theme);
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(forced-colors: active)');
  if (contrast) return 'contrast';
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}

const THEMES = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme } as const;

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
