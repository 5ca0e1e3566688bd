import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../../shared/refusal.ts';

/** Kinds of file systems that another computer serves, as Linux names them. */
const REMOTE_KINDS = [
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  '9p',
  'afs',
  'ncpfs',
  'webdav',
  'davfs',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.davfs2',
  'fuse.gvfsd-fuse',
  'fuse.s3fs',
];

/** Folders that a program copies to the cloud while they are written, by the names that those programs give them. */
const SYNCED =
  /^(onedrive( - .*)?|dropbox( \(.*\))?|google drive|googledrive|drivefs|my drive|icloud ?drive|com~apple~clouddocs|box( sync)?|nextcloud|owncloud|pcloud ?drive|mega(sync)?|syncthing|resilio sync|yandex\.?disk|seafile)$/i;

export type PlaceRefusalCode = 'library.networkFolder' | 'library.syncedFolder';

/** What the machine says of itself. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** The environment's own words for synced folders (`OneDrive`, `OneDriveCommercial`). */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The table of mounted file systems, in the form of /proc/mounts; empty where the system has none. */
  readonly mounts: () => string;
}

export const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  mounts: () => {
    try {
      return readFileSync('/proc/self/mounts', 'utf8');
    } catch {
      return '';
    }
  },
};

/**
 * Refuses a folder in which a library would be lost sooner or later: on another computer, where SQLite's locks do not hold
 * (https://www.sqlite.org/useovernet.html), or in one that a program of the cloud copies file by file, which tears a
 * database from its log (https://www.sqlite.org/howtocorrupt.html). For backups such a folder is a good place.
 */
export function checkPlace(folder: string, machine: Machine): Result<void, PlaceRefusalCode> {
  const own = machine.platform === 'win32' ? path.win32 : path.posix;
  const whole = own.resolve(folder);
  if (machine.platform === 'win32' && /^(\\\\(?!\?\\|\.\\)|\\\\\?\\UNC\\)/i.test(whole)) {
    return refuse('library.networkFolder', { folder, kind: 'UNC' });
  }
  const kind = machine.platform === 'win32' ? undefined : kindOf(whole, machine.mounts());
  if (kind !== undefined && REMOTE_KINDS.includes(kind)) {
    return refuse('library.networkFolder', { folder, kind });
  }
  const service = whole.split(own.sep).find((name) => SYNCED.test(name)) ?? syncedBy(whole, own, machine);
  return service === undefined ? ok(undefined) : refuse('library.syncedFolder', { folder, service });
}

/** The kind of file system under a folder: that of the longest mounted path that it is below. */
function kindOf(folder: string, mounts: string): string | undefined {
  let best: { at: string; kind: string } | undefined;
  for (const line of mounts.split('\n')) {
    const [, place, kind] = line.split(' ');
    if (place === undefined || kind === undefined) continue;
    const at = place.replaceAll(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const below = folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`);
    if (below && at.length >= (best?.at.length ?? 0)) best = { at, kind };
  }
  return best?.kind;
}

/** On Windows the environment names the folders of OneDrive, whatever they are called. */
function syncedBy(folder: string, own: path.PlatformPath, { environment }: Machine): string | undefined {
  return ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].find((name) => {
    const synced = environment[name];
    if (synced === undefined || synced === '') return false;
    const way = own.relative(synced, folder);
    return way === '' || !(way.startsWith('..') || own.isAbsolute(way));
  });
}
