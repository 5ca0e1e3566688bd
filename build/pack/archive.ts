import { closeSync, openSync, readSync } from 'node:fs';

/** A file in an .asar archive; `unpacked` ones lie beside the archive, where a binary can be loaded from. */
export interface ArchivedFile {
  readonly path: string;
  readonly unpacked: boolean;
  /** Whether the header states its hash, which Electron holds it against when it is read. */
  readonly sealed: boolean;
}

/**
 * What an .asar archive holds, from its header: four little-endian lengths, of which the last is that of the JSON tree
 * that follows.
 */
export function listArchive(file: string): ArchivedFile[] {
  const handle = openSync(file, 'r');
  try {
    const lengths = Buffer.alloc(16);
    readSync(handle, lengths, 0, 16, 0);
    const header = Buffer.alloc(lengths.readUInt32LE(12));
    readSync(handle, header, 0, header.length, 16);
    return filesUnder(JSON.parse(header.toString('utf8')), '');
  } finally {
    closeSync(handle);
  }
}

function filesUnder(node: unknown, path: string): ArchivedFile[] {
  if (!isTree(node)) return [{ path, unpacked: isUnpacked(node), sealed: isSealed(node) }];
  return Object.entries(node.files).flatMap(([name, child]) =>
    filesUnder(child, path === '' ? name : `${path}/${name}`),
  );
}

function isTree(node: unknown): node is { files: Record<string, unknown> } {
  return typeof node === 'object' && node !== null && 'files' in node && typeof node.files === 'object';
}

/** SHA-256 of the whole and of its blocks. */
function isSealed(node: unknown): boolean {
  if (typeof node !== 'object' || node === null || !('integrity' in node)) return false;
  const { integrity } = node;
  if (typeof integrity !== 'object' || integrity === null || !('hash' in integrity)) return false;
  return typeof integrity.hash === 'string' && /^[0-9a-f]{64}$/.test(integrity.hash);
}

function isUnpacked(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'unpacked' in node && node.unpacked === true;
}
