import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../../shared/refusal.ts';

export interface RendererFile {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The built page's files by their path in an address (`/assets/index.js`), and the page itself. */
export interface RendererFiles {
  readonly page: string;
  readonly files: ReadonlyMap<string, RendererFile>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/**
 * Reads the built interface, once. What is served later is what was found here: an address is looked up among these
 * paths and never becomes a path on the disk, so there is nothing to climb out of.
 */
export function readRendererFiles(folder: string): Result<RendererFiles, 'host.rendererMissing'> {
  const files = new Map<string, RendererFile>();
  let page: string | undefined;
  for (const name of namesIn(folder)) {
    const body = new Uint8Array(readFileSync(path.join(folder, name)));
    const type = TYPES[path.extname(name)];
    if (name === 'index.html') page = new TextDecoder().decode(body);
    else if (type !== undefined) files.set(`/${name.split(path.sep).join('/')}`, { type, body });
  }
  return page === undefined ? refuse('host.rendererMissing', { folder }) : ok({ page, files });
}

/** Relative names of the files in a folder and below; none where it does not exist. Links are not followed. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
