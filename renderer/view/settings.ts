import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../shared/api/contract.ts';
import { DEFAULT_SETTINGS } from '../../shared/api/looks.ts';
import type { Planner } from '../../shared/api/planner.ts';
import { setLocale } from '../i18n/text.ts';

export type SettingsStore = StoreApi<Settings>;

/** How the office likes the program to look. The host keeps it; a failure to keep it only costs the next start. */
export async function openSettings(planner: Planner): Promise<SettingsStore> {
  const answer = await planner.settings({}).catch(() => null);
  const store = createStore<Settings>(() => (answer?.ok ? answer.value.settings : DEFAULT_SETTINGS));
  setLocale(store.getState().locale);
  store.subscribe((settings, before) => {
    if (settings.locale !== before.locale) setLocale(settings.locale);
    void planner.keepSettings({ settings: changed(before, settings) }).catch(() => undefined);
  });
  return store;
}

/** What became another: what another window set meanwhile stays. */
function changed(before: Settings, after: Settings): Partial<Settings> {
  const former = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => former.get(name) !== value));
}
