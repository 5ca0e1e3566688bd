import { crc32, deflateRawSync } from 'node:zlib';
import { PACKING_LEVEL, type PackedFile } from './pack-file.ts';
import type { ArchiveFile } from './read-archive.ts';

/** 1 January 1980, the first day that a zip archive knows: equal contents are equal bytes. */
const FIRST_DAY = 0x0021;
const VERSION = 20;
const UTF8_PATHS = 0x0800;
const DEFLATED = 8;

/** A zip archive of the files in their order. The same files give the same bytes. */
export function writeArchive(files: readonly ArchiveFile[]): Uint8Array<ArrayBuffer> {
  return archiveOf(
    files.map(({ path, bytes }): PackedFile => {
      const packed = deflateRawSync(bytes, { level: PACKING_LEVEL });
      const checksum = crc32(bytes);
      return { path, checksum, size: bytes.length, packed: [packed], packedSize: packed.length };
    }),
  );
}

/** A zip archive of files that are packed already. No zip64: a workbook within `WORKBOOK_LIMITS` never needs it. */
export function archiveOf(files: readonly PackedFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const path = new TextEncoder().encode(file.path);
    const facts = commonFacts(file, path);
    const local = joined([record([0x04034b50, 4]), facts, path]);
    parts.push(local, ...file.packed);
    directory.push(
      joined([
        record([0x02014b50, 4], [VERSION, 2]),
        facts,
        // No comment, first disk, no attributes, and where the local record stands.
        record([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        path,
      ]),
    );
    offset += local.length + file.packedSize;
  }
  const entries = joined(directory);
  const end = record(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [entries.length, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([...parts, entries, end]);
}

/** What a local record and its directory entry say alike: from the version needed to the length of extra fields. */
function commonFacts({ checksum, size, packedSize }: PackedFile, path: Uint8Array): Uint8Array {
  return record(
    [VERSION, 2],
    [UTF8_PATHS, 2],
    [DEFLATED, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [checksum, 4],
    [packedSize, 4],
    [size, 4],
    [path.length, 2],
    [0, 2],
  );
}

/** Numbers of two or four bytes, least significant first. */
function record(...fields: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((length, [, size]) => length + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
