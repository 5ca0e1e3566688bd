import type { Session } from 'electron';

/**
 * Files leave the program through the officer's own save dialog alone: nothing that a page holds is ever downloaded.
 *
 * Electron security checklist, item 13: "Disable or limit navigation", of which a download is the other end.
 */
export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}
