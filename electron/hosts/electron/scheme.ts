import { type Protocol, protocol } from 'electron';
import { newNonce, pagePolicy, withNonce } from '../content-policy.ts';
import type { RendererFiles } from '../renderer-files.ts';

/**
 * Our page comes over a scheme of its own, never as a file: it is a secure origin that reaches nothing else of the
 * disk, and each answer carries the content policy.
 *
 * Electron security checklist, item 18: "Avoid usage of the file:// protocol and prefer usage of custom protocols";
 * item 7: "Define a Content Security Policy".
 */
const SCHEME = 'app';
const HOST = 'planner';

export const PAGE_URL = `${SCHEME}://${HOST}/`;

/** Must be said before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function serveRenderer(on: Protocol, renderer: RendererFiles): void {
  on.handle(SCHEME, (request) => respond(renderer, request));
}

/** Whether an address is of our page: the one origin that may be shown, and that may speak to the main process. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol: scheme, host } = new URL(address);
  return scheme === `${SCHEME}:` && host === HOST;
}

function respond(renderer: RendererFiles, request: Request): Response {
  if (!isOurs(request.url)) return new Response(null, { status: 404 });
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const { pathname } = new URL(request.url);
  const nonce = newNonce();
  const policy = { 'content-security-policy': pagePolicy(nonce), 'x-content-type-options': 'nosniff' };
  if (pathname === '/') {
    const headers = { ...policy, 'content-type': 'text/html; charset=utf-8' };
    return new Response(withNonce(renderer.page, nonce), { headers });
  }
  const file = renderer.files.get(pathname);
  if (!file) return new Response(null, { status: 404 });
  return new Response(file.body, { headers: { ...policy, 'content-type': file.type } });
}
