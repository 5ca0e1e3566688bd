import path from 'node:path';

const NAME = 'phu-luc-kinh-phi';

/**
 * Where a user's library lives when none is named: the platform's place for a program's own data, on the local disk.
 * `home` is the user's folder.
 */
export function defaultFolder(
  platform: NodeJS.Platform,
  environment: { readonly APPDATA?: string | undefined; readonly XDG_DATA_HOME?: string | undefined },
  home: string,
): string {
  switch (platform) {
    case 'win32':
      return path.win32.join(environment.APPDATA || path.win32.join(home, 'AppData', 'Roaming'), NAME);
    case 'darwin':
      return path.posix.join(home, 'Library', 'Application Support', NAME);
    default:
      return path.posix.join(
        absolute(environment.XDG_DATA_HOME) ?? path.posix.join(home, '.local', 'share'),
        NAME,
      );
  }
}

/** The XDG base directory specification: a relative path there is to be ignored. */
function absolute(folder: string | undefined): string | undefined {
  return folder !== undefined && path.posix.isAbsolute(folder) ? folder : undefined;
}
