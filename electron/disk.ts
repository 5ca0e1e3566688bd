import {
  closeSync,
  copyFileSync,
  type Dirent,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

/**
 * What the protocols of saving, backing up, restoring and recovering do with files, all of it; SQLite does the rest. One
 * small door, so that a test can stop or fail them at every step. Throws the system's errors.
 */
export interface Disk {
  exists(file: string): boolean;
  /** Bytes. */
  size(file: string): number;
  /** Names of the plain files in a folder: a link may lead anywhere, and reading from a pipe may never end. */
  files(folder: string): string[];
  /** Names of the folders in a folder, without links to others. */
  folders(folder: string): string[];
  read(file: string): Buffer;
  /** A whole new file, on the disk when this returns. */
  write(file: string, bytes: string | Uint8Array): void;
  /** A file that may be new, held open to write at its end; on the disk only after a `flush`. */
  appender(file: string): Appender;
  /** Leaves a file without content. */
  empty(file: string): void;
  /** On the disk only after a `flush`. */
  copy(from: string, to: string): void;
  flush(file: string): void;
  /** Makes renames and new names in a folder last. */
  flushFolder(folder: string): void;
  /** Over whatever bears the name. */
  rename(from: string, to: string): void;
  /** A file or a folder with all in it; nothing where there is none. */
  remove(path: string): void;
  makeFolder(folder: string): void;
}

/** Whoever appends to a file, all programs that do at its end. */
export interface Appender {
  append(text: string): void;
  close(): void;
}

/** Only this user reads what the planner writes. */
const PRIVATE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** A virus scanner or an indexer holds a new file for a moment. Milliseconds to wait before each further try. */
const PATIENCE = [10, 30, 90, 270, 800];
const HELD = ['EBUSY', 'EPERM', 'EACCES'];

/** The machine's own disk; a rename or a removal that a virus scanner stands in the way of is tried again after each wait. */
export const machineDisk: Disk = diskOfMachine(PATIENCE);

export function diskOfMachine(patience: readonly number[]): Disk {
  return {
    exists: existsSync,
    size: (file) => statSync(file).size,
    files: (folder) => namesIn(folder, (entry) => entry.isFile()),
    folders: (folder) => namesIn(folder, (entry) => entry.isDirectory()),
    read: (file) => readFileSync(file),
    write: (file, bytes) => writeFileSync(file, bytes, { mode: PRIVATE, flush: true }),
    appender: (file) => {
      const handle = openSync(file, 'a', PRIVATE);
      return { append: (text) => void writeSync(handle, text), close: () => closeSync(handle) };
    },
    empty: (file) => truncateSync(file, 0),
    copy: (from, to) => copyFileSync(from, to),
    flush: (file) => flush(file, 'r+'),
    flushFolder: (folder) => {
      // Windows has no handle for a folder; there a rename lasts by itself (NTFS keeps a journal of names).
      if (process.platform !== 'win32') flush(folder, 'r');
    },
    rename: (from, to) => patiently(patience, () => renameSync(from, to)),
    remove: (path) => patiently(patience, () => rmSync(path, { recursive: true, force: true })),
    makeFolder: (folder) => mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER }),
  };
}

function namesIn(folder: string, wanted: (entry: Dirent) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(wanted)
    .map(({ name }) => name);
}

function flush(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function patiently(patience: readonly number[], work: () => void): void {
  for (const wait of patience) {
    try {
      work();
      return;
    } catch (error) {
      if (!HELD.includes(systemCodeOf(error) ?? '')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    }
  }
  work();
}

/** The system's name of an error ("ENOSPC"), or null where it is none of the system's. */
export function systemCodeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
