import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Milliseconds in which a window must have come with its token. */
export const TOKEN_LIFE = 60_000;

/**
 * Who may use the loopback host. A token stands once in the address that the window is opened with, and is exchanged
 * for a cookie that scripts cannot read and other sites cannot make the browser send. Both are new with every start; a
 * token is worth nothing a minute later.
 */
export class Admission {
  /** When each was made. */
  readonly #tokens = new Map<string, number>();
  readonly #now: () => number;
  readonly #secret = newSecret();
  readonly #cookie: string;

  /** Cookies know no ports, so the port is in the name: two hosts on one computer do not overwrite each other's. */
  constructor(port: number, now: () => number = () => performance.now()) {
    this.#cookie = `plkp-${port}`;
    this.#now = now;
  }

  newToken(): string {
    const token = newSecret();
    this.#tokens.set(token, this.#now());
    return token;
  }

  /** Takes a token, which then admits nobody else, and answers the cookie to set. */
  exchange(token: string): string | null {
    const made = this.#tokens.get(token);
    this.#tokens.delete(token);
    if (made === undefined || this.#now() - made > TOKEN_LIFE) return null;
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
