import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A file in an .asar archive; `unpacked` ones lie beside the archive, where a binary can be loaded from. */
export interface ArchivedFile {
  readonly path: string;
  readonly unpacked: boolean;
  /** Whether the header states the hash that the file has, and that Electron holds it against when it reads it. */
  readonly sealed: boolean;
}

interface Tree {
  readonly files: Readonly<Record<string, Tree | Leaf>>;
}

const leafSchema = z.looseObject({
  size: z.int().min(0),
  /** From where the contents begin; none of one that lies beside. */
  offset: z.string().regex(/^\d+$/).optional(),
  unpacked: z.boolean().default(false),
  integrity: z.looseObject({ algorithm: z.string(), hash: z.string() }).optional(),
});
type Leaf = z.output<typeof leafSchema>;
const treeSchema: z.ZodType<Tree> = z.looseObject({
  files: z.record(
    z.string(),
    z.lazy(() => z.union([treeSchema, leafSchema])),
  ),
});

/**
 * What an .asar archive holds: four little-endian lengths, of which the second is that of what stands before the contents
 * and the last that of the JSON tree that follows.
 */
export function listArchive(file: string): ArchivedFile[] {
  const bytes = readFileSync(file);
  const contents = 8 + bytes.readUInt32LE(4);
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8');
  const bytesOf = ({ size, offset, unpacked }: Leaf, name: string): Uint8Array => {
    if (unpacked) return readFileSync(path.join(`${file}.unpacked`, name));
    const from = contents + Number(offset);
    return bytes.subarray(from, from + size);
  };
  return leavesUnder(treeSchema.parse(JSON.parse(header)), '').map(([name, leaf]) => ({
    path: name,
    unpacked: leaf.unpacked,
    sealed: isSealed(leaf, bytesOf(leaf, name)),
  }));
}

function leavesUnder({ files }: Tree, folder: string): [string, Leaf][] {
  return Object.entries(files).flatMap(([name, child]) => {
    const inside = folder === '' ? name : `${folder}/${name}`;
    if (isTree(child)) return leavesUnder(child, inside);
    const leaf: [string, Leaf] = [inside, child];
    return [leaf];
  });
}

function isTree(node: Tree | Leaf): node is Tree {
  return 'files' in node;
}

function isSealed({ integrity }: Leaf, bytes: Uint8Array): boolean {
  if (integrity?.algorithm !== 'SHA256') return false;
  return integrity.hash === createHash('sha256').update(bytes).digest('hex');
}
