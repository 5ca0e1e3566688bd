import type { Server } from 'node:http';
import type { ChosenFile } from '../../shared/api/host.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/refusal.ts';
import { Inbox } from '../inbox.ts';
import { Admission } from './browser/admission.ts';
import { FirstOpening } from './browser/first-opening.ts';
import { patientServer } from './browser/patience.ts';
import { plain, send } from './browser/reply.ts';
import { type Loopback, replyTo } from './browser/reply-to.ts';
import { openPlanner, platformFolder, refusingBugs } from './open-planner.ts';
import { readRendererFiles } from './renderer-files.ts';

export interface BrowserHostOptions {
  /** Where the plans live; the user's own folder where it is not given. */
  readonly library?: string | undefined;
  /** 0 or none takes a free one. */
  readonly port?: number | undefined;
  /** The built interface (dist/renderer). */
  readonly rendererFolder: string;
  /** What the program was opened with. */
  readonly files?: readonly ChosenFile[];
  /** Hears of bugs, whose insides no answer tells. */
  readonly onBug?: (error: unknown) => void;
}

export interface BrowserHost {
  /** "http://127.0.0.1:49152", for pages that are already let in. */
  readonly origin: string;
  readonly library: string;
  /** Why the library could not be opened yet; null once it is open. The window says so and offers to try again. */
  readonly refusal: Refusal | null;
  /** An address that lets one window in, once and within a minute. Every look at it makes a new one. */
  readonly url: string;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
/** This host always runs from its sources. */
const WORKBOOK_THREAD = new URL('../workbook/apart/thread.ts', import.meta.url);

/**
 * The planner for machines without Electron, and for end-to-end tests: the built page and the contract over HTTP, on
 * this computer only, for the one window that was given the address. A library that does not open refuses nothing here:
 * the window tells of it.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<Result<BrowserHost>> {
  const renderer = readRendererFiles(options.rendererFolder);
  if (!renderer.ok) return renderer;
  const onBug = options.onBug ?? console.error;
  const inbox = new Inbox();
  for (const file of options.files ?? []) inbox.put(file);
  const folder = options.library ?? platformFolder();

  let host: Loopback | undefined;
  const hear = (error: unknown): void => {
    const opened = host?.opening.last;
    (opened?.ok ? opened.value.onBug : onBug)(error);
  };
  const server = patientServer((request, response) => {
    const replied = host ? replyTo(host, request) : Promise.resolve(plain(503));
    replied.then(
      (reply) => send(response, reply),
      (error: unknown) => {
        // A window that went away in the middle of its request is no bug.
        if (request.destroyed && !request.complete) return;
        hear(error);
        send(response, plain(500));
      },
    );
  });
  const port = await listening(server, options.port ?? 0);
  if (!port.ok) return port;
  const address = `${LOOPBACK}:${port.value}`;
  const admission = new Admission(port.value);
  const opening = new FirstOpening(() =>
    refusingBugs(() => openPlanner(folder, { thread: WORKBOOK_THREAD, inbox, onBug }), onBug),
  );
  host = { address, folder, opening, renderer: renderer.value, admission };
  return ok({
    origin: `http://${address}`,
    library: folder,
    get refusal() {
      return opening.last.ok ? null : opening.last.refusal;
    },
    get url() {
      return `http://${address}/?token=${admission.newToken()}`;
    },
    close: async () => {
      await stopped(server);
      if (opening.last.ok) await opening.last.value.close();
    },
  });
}

function listening(server: Server, port: number): Promise<Result<number, 'host.portTaken'>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(refuse('host.portTaken', { port, reason: error.code ?? '' }));
    });
    server.listen(port, LOOPBACK, () => {
      const bound = server.address();
      resolve(ok(typeof bound === 'object' && bound !== null ? bound.port : port));
    });
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
