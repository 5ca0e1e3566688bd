import { mkdirSync, writeFileSync } from 'node:fs';
import { request as send } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { type BrowserHost, startBrowserHost } from '../../../electron/hosts/browser.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { temporaryFolder } from '../store/temporary-library.ts';

export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What a window that opens a host's address is given: its cookie. */
export function enter(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = send(url, { agent: false }, (response) => {
      response.resume();
      const [cookie = ''] = response.headers['set-cookie'] ?? [];
      resolve(cookie.split(';')[0] ?? '');
    });
    request.on('error', reject);
    request.end();
  });
}

/** A running loopback host over a page of three lines, and requests that say of themselves whatever a test wants. */
export class TestLoopback {
  readonly host: BrowserHost;
  readonly bugs: readonly unknown[];
  readonly #place: ReturnType<typeof temporaryFolder>;

  private constructor(host: BrowserHost, place: ReturnType<typeof temporaryFolder>, bugs: unknown[]) {
    this.host = host;
    this.bugs = bugs;
    this.#place = place;
  }

  /** `library`: what its folder is called; `before`: what happens to it before the start. */
  static async start(
    library = 'library',
    before: (folder: string) => void = () => {},
  ): Promise<TestLoopback> {
    const place = temporaryFolder();
    const rendererFolder = path.join(place.folder, 'renderer');
    mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true });
    writeFileSync(
      path.join(rendererFolder, 'index.html'),
      '<meta name="csp-nonce" content="__CSP_NONCE__" />',
    );
    writeFileSync(path.join(rendererFolder, 'assets', 'main-1.js'), 'export {};');
    writeFileSync(path.join(rendererFolder, 'assets', 'main-1.js.map'), '{}');
    writeFileSync(path.join(place.folder, 'secret.js'), 'secret');
    const bugs: unknown[] = [];
    const folder = path.join(place.folder, library);
    before(folder);
    const onBug = (bug: unknown) => bugs.push(bug);
    const host = must(await startBrowserHost({ library: folder, rendererFolder, onBug }));
    return new TestLoopback(host, place, bugs);
  }

  get port(): number {
    return Number(new URL(this.host.origin).port);
  }

  /** A window that was let in. */
  async admitted(): Promise<Record<string, string>> {
    return { cookie: await enter(this.host.url), origin: this.host.origin };
  }

  /** A request with exactly these headers (and a Host of ours unless one is given). */
  ask(method: string, target: string, headers: Record<string, string> = {}, body?: string): Promise<Got> {
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.port, method, path: target, headers, agent: false };
      const request = send(options, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  call(method: string, payload: unknown, headers: Record<string, string>): Promise<Got> {
    const type = { 'content-type': 'application/json' };
    return this.ask('POST', `/api/${method}`, { ...type, ...headers }, JSON.stringify(payload));
  }

  /** The first line that comes back for bytes that no HTTP library would send. */
  raw(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(text));
      socket.once('data', (data) => {
        resolve(data.toString('latin1').split('\r\n')[0] ?? '');
        socket.destroy();
      });
      socket.once('error', reject);
      socket.once('close', () => resolve(''));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.host.close();
    this.#place[Symbol.dispose]();
    if (this.bugs.length > 0) throw new Error('the host met a bug', { cause: this.bugs[0] });
  }
}
