import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request means this host by its own address. A name that someone else's DNS points at 127.0.0.1 is another
 * origin to the browser, and must be one to us (DNS rebinding).
 */
export function isForUs(headers: IncomingHttpHeaders, address: string): boolean {
  return headers.host === address;
}

/**
 * Whether a page of ours asks, or the officer by opening the address. Browsers say so themselves and scripts cannot
 * forge it; an old one that does not say it still sends no SameSite=Strict cookie from elsewhere.
 */
export function isFromUs(headers: IncomingHttpHeaders, address: string): boolean {
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${address}`) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/**
 * Whether a window opens the address that was made for it, which the file that sends it on, a terminal or a typed address
 * may have it do: as a whole page, never as a picture, a frame or a script of another one.
 */
export function isArrival(headers: IncomingHttpHeaders): boolean {
  const { origin, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } = headers;
  const asPage = mode === undefined || mode === 'navigate';
  return origin === undefined && asPage && (dest === undefined || dest === 'document');
}

/** A call, which only a page of ours makes: the browser always names its origin on a POST. */
export function isOurCall(headers: IncomingHttpHeaders, address: string): boolean {
  return headers.origin === `http://${address}` && isFromUs(headers, address);
}
