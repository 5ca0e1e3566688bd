import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may use the loopback host. A token stands once in the address that the window is opened with, and is exchanged
 * for a cookie that scripts cannot read and other sites cannot make the browser send. Both are new with every start.
 */
export class Admission {
  readonly #tokens = new Set<string>();
  readonly #secret = newSecret();
  readonly #cookie: string;

  /** Cookies know no ports, so the port is in the name: two hosts on one computer do not overwrite each other's. */
  constructor(port: number) {
    this.#cookie = `plkp-${port}`;
  }

  newToken(): string {
    const token = newSecret();
    this.#tokens.add(token);
    return token;
  }

  /** Takes a token, which then admits nobody else, and answers the cookie to set. */
  exchange(token: string): string | null {
    if (!this.#tokens.delete(token)) return null;
    return `${this.#cookie}=${this.#secret}; HttpOnly; SameSite=Strict; Path=/`;
  }

  admits(headers: IncomingHttpHeaders): boolean {
    const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
    return cookies.some(([name, value]) => name === this.#cookie && sameText(value ?? '', this.#secret));
  }
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** In a time that does not tell how much of it was right. */
function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
