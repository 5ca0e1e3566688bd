import path from 'node:path';
import { z } from 'zod';
import type { Disk } from '../disk.ts';
import { sealOf } from './seal.ts';
import type { Write } from './sealed-table.ts';
import { isTableName, type TableName } from './tables.ts';

/** Beside the library: what was written since the last backup, and between the two last ones. */
const REDO_FILE = 'library.redo';
const REDO_BEFORE = 'library.redo.old';
export const REDO_FILES = [REDO_FILE, REDO_BEFORE] as const;

const stored = z.union([z.string(), z.number(), z.null()]);
const table = z.custom<TableName>((name) => typeof name === 'string' && isTableName(name));
const write = z.union([
  z.strictObject({ table, row: z.record(z.string(), stored), seal: z.string() }),
  z.strictObject({ table, removed: z.array(stored) }),
]);
const entrySchema = z.strictObject({ era: z.string(), writes: z.array(write) });

/** What one transaction wrote, and the era of the library that it belongs to (`era.ts`). */
export interface RedoEntry {
  readonly era: string;
  readonly writes: readonly Write[];
}

/**
 * A second account of every acknowledged write, beside SQLite's own. The library itself keeps what it was told; this
 * file tells whether it still has all of it (a write-ahead log that lost its end reads as if the end had never been),
 * and gives back what it has not. It is appended after the commit and not flushed: a power cut that tears it leaves the
 * library, which was. Two generations, for another program may be about to append to the one that a backup ends.
 */
export class RedoLog {
  readonly #disk: Disk;
  readonly #file: string;
  readonly #before: string;
  /** Whether the last line may be torn, so that the next has to begin on its own. */
  #torn = true;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#file = path.join(folder, REDO_FILE);
    this.#before = path.join(folder, REDO_BEFORE);
  }

  /** The writes are safe in the library already, so a disk that refuses this one costs a second account, not an edit. */
  append(era: string, writes: readonly Write[]): void {
    const json = JSON.stringify({ era, writes } satisfies RedoEntry);
    const line = `${sealOf('redo', [json])} ${json}\n`;
    try {
      this.#disk.append(this.#file, this.#torn ? `\n${line}` : line);
      this.#torn = false;
    } catch {
      this.#torn = true;
    }
  }

  /** Oldest first. Lines that are not whole are passed over. */
  read(): RedoEntry[] {
    return [this.#before, this.#file].flatMap((file) => {
      if (!this.#disk.exists(file)) return [];
      return this.#disk.read(file).toString('utf8').split('\n').flatMap(entryOf);
    });
  }

  /** Whether there is anything that no backup has yet. */
  isEmpty(): boolean {
    return !this.#disk.exists(this.#file);
  }

  /** What came before counts no more: the library's content was replaced. */
  clear(): void {
    this.#disk.remove(this.#before);
    this.#disk.remove(this.#file);
  }

  /** A verified backup has all of it: what comes is a new generation. */
  turn(): void {
    if (this.#disk.exists(this.#file)) this.#disk.rename(this.#file, this.#before);
  }
}

function entryOf(line: string): RedoEntry[] {
  const space = line.indexOf(' ');
  const json = line.slice(space + 1);
  if (space < 1 || sealOf('redo', [json]) !== line.slice(0, space)) return [];
  const read = entrySchema.safeParse(JSON.parse(json));
  return read.success ? [read.data] : [];
}
