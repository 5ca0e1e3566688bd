import path from 'node:path';
import { parseArgs } from 'node:util';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';

export interface StartOptions {
  readonly library: string | undefined;
  readonly port: number | undefined;
  /** The browser host even where Electron is there. */
  readonly browser: boolean;
}

/** `npm start -- [--library DIR] [--port N] [--browser]`; a relative folder stands in `folder`. */
export function readStartOptions(
  line: readonly string[],
  folder: string,
): Result<StartOptions, 'host.badArguments'> {
  try {
    const { values } = parseArgs({
      args: [...line],
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
    return ok({
      library: library === undefined ? undefined : path.resolve(folder, library),
      port: port === undefined ? undefined : Number(port),
      browser,
    });
  } catch (error) {
    if (error instanceof TypeError) return refuse('host.badArguments', { reason: error.message });
    throw error;
  }
}
