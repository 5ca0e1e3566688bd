import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { systemCodeOf } from '../disk.ts';
import { type LogEvent, logLine } from './log-event.ts';

/** What happened to the program, for whoever helps the officer: codes and counts, nothing of what is planned. */
export interface Log {
  write(event: LogEvent): void;
  /** The log as it stands, by file names, older first. */
  files(): LogFile[];
}

export interface LogFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const NO_LOG: Log = { write: () => {}, files: () => [] };

const FOLDER = 'logs';
const FILES = { before: 'program.1.log', last: 'program.log' } as const;
/** Bytes of one file; there are two. */
const MOST = 512 * 1024;

/**
 * The log in a library's folder, readable by this user only. It is there to help and never stands in the way: what the
 * disk refuses is not written, and nobody hears of it; where there is no library's folder there is no log.
 */
export class FileLog implements Log {
  readonly #folder: string;
  readonly #now: () => Date;

  constructor(library: string, now: () => Date) {
    this.#folder = path.join(library, FOLDER);
    this.#now = now;
  }

  write(event: LogEvent): void {
    const line = logLine(this.#now(), event);
    quietly(() => {
      if (!existsSync(this.#folder)) mkdirSync(this.#folder, { mode: 0o700 });
      const last = path.join(this.#folder, FILES.last);
      const size = statSync(last, { throwIfNoEntry: false })?.size ?? 0;
      if (size + Buffer.byteLength(line) > MOST) renameSync(last, path.join(this.#folder, FILES.before));
      appendFileSync(last, line, { mode: 0o600 });
    });
  }

  files(): LogFile[] {
    return [FILES.before, FILES.last].flatMap((name) => {
      const file = path.join(this.#folder, name);
      return (
        quietly(() => (existsSync(file) ? { name, bytes: new Uint8Array(readFileSync(file)) } : [])) ?? []
      );
    });
  }
}

function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (systemCodeOf(error) === null) throw error;
    return null;
  }
}
