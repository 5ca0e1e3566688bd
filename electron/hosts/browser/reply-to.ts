import type { IncomingMessage } from 'node:http';
import { answer, isMethod } from '../../../shared/api/planner.ts';
import { message } from '../../../shared/messages/message.ts';
import { refuse } from '../../../shared/refusal.ts';
import { newNonce, pagePolicy, textPagePolicy, withNonce } from '../content-policy.ts';
import type { RendererFiles } from '../renderer-files.ts';
import type { Admission } from './admission.ts';
import { LARGEST_BODY, readBody } from './body.ts';
import type { FirstOpening } from './first-opening.ts';
import { isArrival, isForUs, isFromUs, isOurCall } from './origin.ts';
import { json, plain, type Reply } from './reply.ts';
import { startupPage } from './startup-page.ts';

/** What the loopback host answers from. */
export interface Loopback {
  /** "127.0.0.1:49152". */
  readonly address: string;
  /** The library's. */
  readonly folder: string;
  readonly opening: FirstOpening;
  readonly renderer: RendererFiles;
  readonly admission: Admission;
}

const CALLS = '/api/';

/** One request: refused unless it is ours in every respect, then a call, the page or one of its files. */
export async function replyTo(host: Loopback, request: IncomingMessage): Promise<Reply> {
  const { headers, method } = request;
  const { address } = host;
  if (!isForUs(headers, address)) return plain(403);
  // Only a path is an address of ours: "http://elsewhere/", "//elsewhere" and "*" are not.
  const target = request.url ?? '';
  if (!target.startsWith('/') || !URL.canParse(target, `http://${address}`)) return plain(404);
  const url = new URL(target, `http://${address}`);
  if (url.host !== address) return plain(404);
  if (url.pathname.startsWith(CALLS)) return call(host, url.pathname.slice(CALLS.length), request);
  if (method !== 'GET' && method !== 'HEAD') return plain(405, { allow: 'GET, HEAD' });
  const token = url.pathname === '/' ? url.searchParams.get('token') : null;
  if (token !== null) return method === 'GET' && isArrival(headers) ? admit(host, token) : plain(403);
  if (!isFromUs(headers, address)) return plain(403);
  if (!host.admission.admits(headers)) return plain(403, {}, message('api.forbidden'));
  return url.pathname === '/' ? page(host) : file(host.renderer, url.pathname);
}

/**
 * Swaps the token for the cookie and takes it out of the address bar. The page goes on by itself: a redirect would still
 * be the step of whoever led here, and the browser would keep a SameSite=Strict cookie to itself.
 */
function admit(host: Loopback, token: string): Reply {
  const cookie = host.admission.exchange(token);
  if (cookie === null) return plain(403, {}, message('api.forbidden'));
  return plain(200, { refresh: '0; url=/', 'set-cookie': cookie });
}

/** The window; as long as the library does not open, why, with another attempt at each look. */
function page({ opening, folder, renderer }: Loopback): Reply {
  const nonce = newNonce();
  const opened = opening.again();
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': opened.ok ? pagePolicy(nonce) : textPagePolicy(nonce),
  };
  if (opened.ok) return plain(200, headers, withNonce(renderer.page, nonce));
  return plain(200, headers, startupPage({ refusal: opened.refusal, folder, at: new Date() }, nonce));
}

function file(renderer: RendererFiles, pathname: string): Reply {
  const found = renderer.files.get(pathname);
  return found ? { status: 200, headers: { 'content-type': found.type }, body: found.body } : plain(404);
}

async function call(host: Loopback, method: string, request: IncomingMessage): Promise<Reply> {
  const { headers } = request;
  if (request.method !== 'POST') return plain(405, { allow: 'POST' });
  if (!isOurCall(headers, host.address) || !host.admission.admits(headers)) {
    return json(403, refuse('api.forbidden'));
  }
  if (!isMethod(method)) return json(404, refuse('api.unknownMethod'));
  // A form or a beacon of another site cannot send this type without asking first.
  if (headers['content-type'] !== 'application/json') {
    return json(415, refuse('api.badRequest', { method, where: 'content-type' }));
  }
  const body = await readBody(request);
  if (body === null) return json(413, refuse('api.tooLarge', { most: LARGEST_BODY / 1024 ** 2 }));
  const payload = parsed(body);
  if (!payload) return json(400, refuse('api.badRequest', { method, where: 'JSON' }));
  const opened = host.opening.last;
  if (!opened.ok) return json(200, opened);
  const { planner, onBug } = opened.value;
  return json(200, await answer(planner, method, payload.value, onBug));
}

function parsed(body: Buffer): { value: unknown } | null {
  try {
    return { value: JSON.parse(body.toString('utf8')) };
  } catch {
    return null;
  }
}
