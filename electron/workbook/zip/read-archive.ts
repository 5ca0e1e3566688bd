import { crc32, inflateRawSync } from 'node:zlib';
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

export const WORKBOOK_LIMITS: ArchiveLimits = {
  files: 2_000,
  fileBytes: 150_000_000,
  totalBytes: 250_000_000,
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

type ArchiveRefusal = 'workbook.damaged' | 'workbook.tooLarge' | 'workbook.encrypted';

/**
 * Unpacks a zip archive under limits, before any library sees it: sizes, ratios and checksums are those that really
 * come out, not those that the archive claims. No zip64: a workbook under the limits never needs it.
 */
export function readArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits = WORKBOOK_LIMITS,
): Result<ArchiveFile[], ArchiveRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return refuse('workbook.damaged');
  const count = view.getUint16(end + 10, true);
  if (count > limits.files) return refuse('workbook.tooLarge');

  const files: ArchiveFile[] = [];
  const paths = new Set<string>();
  let total = 0;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    const entry = entryAt(view, bytes, at);
    if (entry === null || paths.has(entry.path)) return refuse('workbook.damaged');
    paths.add(entry.path);
    at = entry.next;
    const file = unpack(view, bytes, entry, limits);
    if (!file.ok) return file;
    total += file.value.length;
    if (total > limits.totalBytes) return refuse('workbook.tooLarge');
    if (!entry.path.endsWith('/')) files.push({ path: entry.path, bytes: file.value });
  }
  return ok(files);
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

function unpack(
  view: DataView,
  bytes: Uint8Array,
  entry: Entry,
  limits: ArchiveLimits,
): Result<Uint8Array, ArchiveRefusal> {
  if ((entry.flags & ENCRYPTED) !== 0) return refuse('workbook.encrypted');
  const tooBig = entry.unpacked > limits.fileBytes;
  const tooDense = entry.unpacked > FREE_RATIO_BYTES && entry.unpacked > entry.packed * limits.ratio;
  if (tooBig || tooDense) return refuse('workbook.tooLarge');
  const data = packedBytes(view, bytes, entry);
  if (data === null) return refuse('workbook.damaged');
  const unpacked = entry.method === STORED ? data : inflated(data, entry);
  if (unpacked === null || unpacked.length !== entry.unpacked) return refuse('workbook.damaged');
  return crc32(unpacked) === entry.checksum ? ok(unpacked) : refuse('workbook.damaged');
}

function packedBytes(view: DataView, bytes: Uint8Array, { local, packed }: Entry): Uint8Array | null {
  if (local + LOCAL_LENGTH > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE) return null;
  const names = view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const from = local + LOCAL_LENGTH + names;
  return from + packed > view.byteLength ? null : bytes.subarray(from, from + packed);
}

/** Never more bytes than the entry claims, so that a small archive cannot ask for all memory. */
function inflated(data: Uint8Array, { method, unpacked }: Entry): Uint8Array | null {
  if (method !== DEFLATED) return null;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
  } catch {
    return null;
  }
}
