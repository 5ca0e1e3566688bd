import path from 'node:path';
import { parseArgs } from 'node:util';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';

export interface StartOptions {
  readonly library: string | undefined;
  readonly port: number | undefined;
  /** The browser host even where Electron is there. */
  readonly browser: boolean;
  /** Plan files to open. */
  readonly files: readonly string[];
}

/** `npm start -- [--library DIR] [--port N] [--browser] [FILE.plkp …]`; relative names stand in `folder`. */
export function readStartOptions(
  line: readonly string[],
  folder: string,
): Result<StartOptions, 'host.badArguments'> {
  try {
    const { values, positionals } = parseArgs({
      args: [...line],
      allowPositionals: true,
      options: {
        library: { type: 'string' },
        port: { type: 'string' },
        browser: { type: 'boolean', default: false },
      },
    });
    const { library, port, browser } = values;
    if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536)) {
      return refuse('host.badArguments', { reason: `--port ${port}` });
    }
    const stranger = positionals.find((file) => !file.toLowerCase().endsWith('.plkp'));
    if (stranger !== undefined) return refuse('host.badArguments', { reason: stranger });
    return ok({
      library: library === undefined ? undefined : path.resolve(folder, library),
      port: port === undefined ? undefined : Number(port),
      browser,
      files: positionals.map((file) => path.resolve(folder, file)),
    });
  } catch (error) {
    if (error instanceof TypeError) return refuse('host.badArguments', { reason: error.message });
    throw error;
  }
}
