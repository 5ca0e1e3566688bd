import type { Session } from 'electron';
import { isOurs } from './scheme.ts';

/** What a page makes out of its own content, without asking anyone. */
const OWN_SCHEMES = ['data:', 'blob:', 'devtools:'];

/**
 * The planner works offline: no request leaves the computer, not even one that the content policy would let through.
 *
 * Electron security checklist, item 1: "Only load secure content".
 */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((request, answer) => {
    const allowed = isOurs(request.url) || OWN_SCHEMES.some((scheme) => request.url.startsWith(scheme));
    answer({ cancel: !allowed });
  });
}
