import { randomBytes } from 'node:crypto';

/**
 * What our page may load and do: its own scripts and styles, its own calls, nothing from anywhere else. Styles that
 * the grid and the components make at run time carry a nonce that is new with every response.
 * Electron security checklist, item 7: "Define a Content Security Policy".
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    // Long texts are read beside the page, by a script of ours.
    "worker-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** For every answer that is no page: nothing in it may run or load. */
export const NO_PAGE_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For a page of text: one style of its own, nothing that runs, nothing that is fetched. */
export function textPagePolicy(nonce: string): string {
  return `${NO_PAGE_POLICY}; style-src 'nonce-${nonce}'; img-src data:`;
}

export function newNonce(): string {
  return randomBytes(18).toString('base64url');
}

/** What the built page has in place of its nonce, in `<meta name="csp-nonce">`. */
const PLACEHOLDER = '__CSP_NONCE__';

export function withNonce(page: string, nonce: string): string {
  return page.replaceAll(PLACEHOLDER, nonce);
}
