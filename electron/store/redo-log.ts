import path from 'node:path';
import { z } from 'zod';
import type { Appender, Disk } from '../disk.ts';
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
const writesSchema = z.array(write);

/** What one transaction wrote, and the era of the library that it belongs to (`era.ts`). */
export interface RedoEntry {
  readonly era: string;
  readonly writes: readonly Write[];
}

/** The last row of a plan's history that the log has. */
export interface RedoHead {
  readonly plan: string;
  readonly sequence: number;
  readonly seal: string;
}

/**
 * A second account of every acknowledged write, beside SQLite's own. The library itself keeps what it was told; this
 * file tells whether it still has all of it (a write-ahead log that lost its end reads as if the end had never been),
 * and gives back what it has not. It is appended in the turn after the commit's answer and not flushed: a kill or a power
 * cut that comes before it leaves the library, which was. Two generations: what was written while a backup was made is in
 * the one or the other. The file stays the same one, emptied, for every program that has the library open holds it open
 * too.
 *
 * A line is `SEAL ERA HEADS WRITES`, the seal over all that follows it. The heads name the rows of histories among the
 * writes, so that looking whether the library has them all takes no reading of what they did.
 */
export class RedoLog {
  readonly #disk: Disk;
  readonly #file: string;
  readonly #before: string;
  #appender: Appender | null = null;
  /** Lines that are not in the file yet. */
  #waiting: string[] = [];
  /** Whether the last line may be torn, so that the next has to begin on its own. */
  #torn = true;

  constructor(disk: Disk, folder: string) {
    this.#disk = disk;
    this.#file = path.join(folder, REDO_FILE);
    this.#before = path.join(folder, REDO_BEFORE);
  }

  /** Goes to the file as soon as whoever waits for the commit has its answer, or before anything else is done here. */
  append(era: string, writes: readonly Write[]): void {
    const text = `${era} ${headsOf(writes)} ${JSON.stringify(writes)}`;
    if (this.#waiting.push(text) === 1) setImmediate(() => this.settle());
  }

  /**
   * Writes what waits. The writes are safe in the library already, so a disk that refuses this costs a second account,
   * not an edit.
   */
  settle(): void {
    if (this.#waiting.length === 0) return;
    const lines = this.#waiting.map((text) => `${sealOf('redo', [text])} ${text}\n`).join('');
    this.#waiting = [];
    try {
      this.#appender ??= this.#disk.appender(this.#file);
      this.#appender.append(this.#torn ? `\n${lines}` : lines);
      this.#torn = false;
    } catch {
      this.#torn = true;
    }
  }

  /** Oldest first. Lines that are not whole are passed over. */
  read(): RedoEntry[] {
    return this.#files().flatMap((bytes) => bytes.toString('utf8').split('\n').flatMap(entryOf));
  }

  /** The last row of each plan's history in an era. */
  heads(era: string): RedoHead[] {
    const last = new Map<string, RedoHead>();
    for (const bytes of this.#files()) {
      for (const head of headsIn(bytes, era)) {
        if (head.sequence > (last.get(head.plan)?.sequence ?? -1)) last.set(head.plan, head);
      }
    }
    return [...last.values()];
  }

  #files(): Buffer[] {
    this.settle();
    return [this.#before, this.#file].flatMap((file) =>
      this.#disk.exists(file) ? [this.#disk.read(file)] : [],
    );
  }

  /** Whether there is anything that no backup has yet. */
  isEmpty(): boolean {
    this.settle();
    return !this.#disk.exists(this.#file) || this.#disk.size(this.#file) === 0;
  }

  /** What came before counts no more: the library's content was replaced. */
  clear(): void {
    this.settle();
    for (const file of [this.#before, this.#file]) if (this.#disk.exists(file)) this.#disk.empty(file);
  }

  /** A verified backup has all of it: what comes is a new generation. */
  turn(): void {
    if (this.isEmpty()) return;
    this.#disk.copy(this.#file, this.#before);
    this.#disk.empty(this.#file);
  }

  close(): void {
    this.settle();
    this.#appender?.close();
    this.#appender = null;
  }
}

/** A line's words, or null where it is not whole. */
function wordsOf(line: string): { era: string; heads: string; json: string } | null {
  const [, seal, text, era, heads, json] = /^(\S+) ((\S+) (\S+) (.*))$/.exec(line) ?? [];
  if (text === undefined || era === undefined || heads === undefined || json === undefined) return null;
  return seal === sealOf('redo', [text]) ? { era, heads, json } : null;
}

function entryOf(line: string): RedoEntry[] {
  const words = wordsOf(line);
  if (!words) return [];
  const read = writesSchema.safeParse(parsed(words.json));
  return read.success ? [{ era: words.era, writes: read.data }] : [];
}

/** Undefined where it is no JSON: whoever can write the file can make seals too. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** `plan:sequence:seal`, parted by commas; `-` for none. */
function headsOf(writes: readonly Write[]): string {
  let heads = '';
  for (const write of writes) {
    if (write.table !== 'history' || 'removed' in write) continue;
    const head = `${encodeURIComponent(`${write.row.plan}`)}:${write.row.sequence}:${write.seal}`;
    heads = heads === '' ? head : `${heads},${head}`;
  }
  return heads || '-';
}

const LINE_END = 10;
const SPACE = 32;

/** From the end, so that the line of each plan's last head is the only one that has to be whole. */
function headsIn(bytes: Buffer, era: string): RedoHead[] {
  const found = new Map<string, RedoHead>();
  for (let end = bytes.length; end > 0; ) {
    const start = bytes.lastIndexOf(LINE_END, end - 1) + 1;
    const said = bytes.indexOf(SPACE, start) + 1;
    const heads = bytes.indexOf(SPACE, said) + 1;
    if (said > start && heads > said && bytes.toString('latin1', said, heads - 1) === era) {
      const names = bytes.toString('latin1', heads, bytes.indexOf(SPACE, heads));
      for (const head of names.split(',').flatMap(headOf)) {
        if ((found.get(head.plan)?.sequence ?? -1) >= head.sequence) continue;
        if (wordsOf(bytes.toString('utf8', start, end))) found.set(head.plan, head);
      }
    }
    end = start - 1;
  }
  return [...found.values()];
}

function headOf(text: string): RedoHead[] {
  const [plan, sequence, seal] = text.split(':');
  if (plan === undefined || seal === undefined || !/^\d{1,15}$/.test(sequence ?? '')) return [];
  try {
    return [{ plan: decodeURIComponent(plan), sequence: Number(sequence), seal }];
  } catch {
    // Damaged in the middle of an escape.
    return [];
  }
}
