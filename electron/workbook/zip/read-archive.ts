import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { ok, type Result, refuse } from '../../../shared/refusal.ts';

/** A file inside an archive, unpacked. */
export interface ArchiveFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a workbook of any size that people send stays far below. */
export interface ArchiveLimits {
  readonly files: number;
  /** Bytes of one unpacked file, and of all together. */
  readonly fileBytes: number;
  readonly totalBytes: number;
  /** How many times a file above a million bytes may grow when unpacked. */
  readonly ratio: number;
}

/** Sheets are read as they are unpacked, so their size bounds time and not memory. */
export const WORKBOOK_LIMITS: ArchiveLimits = {
  files: 2_000,
  fileBytes: 400_000_000,
  totalBytes: 500_000_000,
  ratio: 300,
};

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const FREE_RATIO_BYTES = 1_000_000;
/** Bytes of a file that are unpacked at once. */
const PIECE = 1 << 18;

type ArchiveRefusal = 'workbook.damaged' | 'workbook.tooLarge' | 'workbook.encrypted';

/** A zip archive whose directory was found sound and within limits; its files are unpacked when they are asked for. */
export interface Archive {
  readonly paths: readonly string[];
  /** Bytes of a file when unpacked, as the archive claims; 0 where there is no such file. */
  sizeOf(path: string): number;
  /** A file whole; null where there is none. Throws `DamagedArchive`. */
  unpack(path: string): Uint8Array | null;
  /** A file piece by piece, unpacked in zlib's own threads. Throws `DamagedArchive` at what is not as it claims. */
  pieces(path: string): AsyncGenerator<Uint8Array>;
}

/** What a file unpacks to is not what the archive claims. */
export class DamagedArchive extends Error {}

/**
 * Opens a zip archive before any library sees it. Sizes and ratios that the archive claims are held against the
 * limits; nothing unpacks to more than it claims. No zip64: a workbook under the limits never needs it.
 */
export function openArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = WORKBOOK_LIMITS,
): Result<Archive, ArchiveRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return refuse('workbook.damaged');
  const count = view.getUint16(end + 10, true);
  if (count > limits.files) return refuse('workbook.tooLarge');

  const entries = new Map<string, Entry>();
  let total = 0;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const entry = entryAt(view, bytes, at);
    if (entry === null || entries.has(entry.path)) return refuse('workbook.damaged');
    at = entry.next;
    total += entry.unpacked;
    if (isOver(entry, limits) || total > limits.totalBytes) return refuse('workbook.tooLarge');
    if ((entry.flags & ENCRYPTED) !== 0) return refuse('workbook.encrypted');
    entries.set(entry.path, entry);
  }
  return ok({
    paths: [...entries.keys()].filter((path) => !path.endsWith('/')),
    sizeOf: (path) => entries.get(path)?.unpacked ?? 0,
    unpack: (path) => {
      const entry = entries.get(path);
      return entry ? unpacked(packedBytes(view, bytes, entry), entry) : null;
    },
    pieces: async function* (path) {
      const entry = entries.get(path);
      if (entry) yield* checked(inflating(packedBytes(view, bytes, entry), entry), entry);
    },
  });
}

/** All files of an archive, unpacked. */
export function readArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = WORKBOOK_LIMITS,
): Result<ArchiveFile[], ArchiveRefusal> {
  const archive = openArchive(bytes, limits);
  if (!archive.ok) return archive;
  const { paths, unpack } = archive.value;
  try {
    return ok(paths.map((path) => ({ path, bytes: unpack(path) ?? new Uint8Array() })));
  } catch (error) {
    if (error instanceof DamagedArchive) return refuse('workbook.damaged');
    throw error;
  }
}

function isOver({ packed, unpacked: size }: Entry, { fileBytes, ratio }: ArchiveLimits): boolean {
  return size > fileBytes || (size > FREE_RATIO_BYTES && size > packed * ratio);
}

/** Where the end record stands: the last place that looks like one, as comments may follow it. */
function endOf(view: DataView): number | null {
  const earliest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return null;
}

interface Entry {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly local: number;
  readonly next: number;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): Entry | null {
  if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
  const pathLength = view.getUint16(at + 28, true);
  const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const next = at + ENTRY_LENGTH + pathLength + rest;
  if (next > view.byteLength) return null;
  return {
    path: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + pathLength)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    next,
  };
}

function packedBytes(view: DataView, bytes: Uint8Array, { local, packed }: Entry): Uint8Array {
  if (local + LOCAL_LENGTH > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE) {
    throw new DamagedArchive();
  }
  const names = view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const from = local + LOCAL_LENGTH + names;
  if (from + packed > view.byteLength) throw new DamagedArchive();
  return bytes.subarray(from, from + packed);
}

function unpacked(packed: Uint8Array, entry: Entry): Uint8Array {
  const bytes = entry.method === STORED ? packed : inflated(packed, entry);
  if (bytes.length !== entry.unpacked || crc32(bytes) !== entry.checksum) throw new DamagedArchive();
  return bytes;
}

/** Never more bytes than the entry claims, so that a small archive cannot ask for all memory. */
function inflated(packed: Uint8Array, { method, unpacked: size }: Entry): Uint8Array {
  if (method !== DEFLATED) throw new DamagedArchive();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new DamagedArchive('inflate', { cause: error });
  }
}

async function* inflating(packed: Uint8Array, { method }: Entry): AsyncGenerator<Uint8Array> {
  if (method === STORED) {
    yield packed;
    return;
  }
  if (method !== DEFLATED) throw new DamagedArchive();
  const inflate = createInflateRaw({ chunkSize: PIECE });
  inflate.end(packed);
  try {
    for await (const piece of inflate) yield piece;
  } catch (error) {
    throw new DamagedArchive('inflate', { cause: error });
  }
}

async function* checked(pieces: AsyncIterable<Uint8Array>, entry: Entry): AsyncGenerator<Uint8Array> {
  let size = 0;
  let checksum = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > entry.unpacked) throw new DamagedArchive();
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== entry.unpacked || checksum !== entry.checksum) throw new DamagedArchive();
}
