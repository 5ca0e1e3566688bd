import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { expect, test } from 'vitest';
import described from '../../../build/electron-builder.json' with { type: 'json' };
import { complaintsAboutFuses, FUSES } from '../../../build/pack/fuses.ts';
import { makeStandIn } from '../../../build/pack/stand-in.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

test('the program is packed with every fuse hardened, and its archive sealed (item 19)', () => {
  expect(described.electronFuses).toEqual(FUSES);
  // electron-builder seals the archive unless it is told not to.
  expect(described).not.toHaveProperty('disableAsarIntegrity');
  expect(described.asar).not.toBe(false);
});

test('a binary whose fuses are as Electron is released is complained about, fuse by fuse', async () => {
  using place = temporaryFolder();
  rmSync(place.folder, { recursive: true });
  makeStandIn(place.folder, '45.0.0');
  const binary = path.join(place.folder, 'electron');
  const complaints = await complaintsAboutFuses(binary);
  expect(complaints).toContain('fuse not off: runAsNode');
  expect(complaints).toContain('fuse not on: onlyLoadAppFromAsar');

  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  });
  expect(await complaintsAboutFuses(binary)).toEqual(['fuse not off: grantFileProtocolExtraPrivileges']);
});

test('a binary without fuses is no program that is shipped', async () => {
  using place = temporaryFolder();
  const binary = path.join(place.folder, 'electron');
  writeFileSync(binary, 'no fuses');
  await expect(complaintsAboutFuses(binary)).rejects.toThrow('sentinel');
});
