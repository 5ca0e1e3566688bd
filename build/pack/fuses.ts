import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/**
 * How each of Electron's switches is to be burnt in, by its name in electron-builder's configuration: nothing starts our
 * binary as a bare Node.js, tells it by a variable or an argument to run something else, or swaps its archive.
 * Electron security checklist, item 19: "Check which fuses you can change".
 */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

const OPTIONS: Readonly<Record<keyof typeof FUSES, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** Which fuses of a packed binary are not as they must be. Rejects where it has none. */
export async function complaintsAboutFuses(binary: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(binary);
  const names = Object.keys(FUSES).filter((name): name is keyof typeof FUSES => Object.hasOwn(OPTIONS, name));
  return names
    .filter((name) => wire[OPTIONS[name]] !== (FUSES[name] ? FuseState.ENABLE : FuseState.DISABLE))
    .map((name) => `fuse not ${FUSES[name] ? 'on' : 'off'}: ${name}`);
}
