import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { WireResult } from '../../../shared/api/planner.ts';
import { NO_PAGE_POLICY } from '../content-policy.ts';

/** What goes back for one request. */
export interface Reply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | Uint8Array;
}

/** On every answer: nothing is guessed, leaked to another page, framed, shared with another origin or kept. */
const ALWAYS: OutgoingHttpHeaders = {
  'content-security-policy': NO_PAGE_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'cache-control': 'no-store',
  'content-type': 'text/plain; charset=utf-8',
};

export function plain(status: number, headers: OutgoingHttpHeaders = {}, body = ''): Reply {
  return { status, headers, body };
}

/** The answer of a call, or why there is none: always the contract's JSON, so that the page can word it. */
export function json(status: number, result: WireResult): Reply {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers, body: JSON.stringify(result) };
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  // Whatever else the sender of a refused request wanted to say is not listened to.
  const unheard: OutgoingHttpHeaders = response.req.complete ? {} : { connection: 'close' };
  response.writeHead(status, { ...ALWAYS, 'content-length': length, ...headers, ...unheard });
  response.end(body);
}
