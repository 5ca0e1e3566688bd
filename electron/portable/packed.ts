import { constants, createInflateRaw, deflateRaw } from 'node:zlib';

const MB = 1024 ** 2;
/** Bytes of a plan's content, packed and unpacked. */
export const MOST_PACKED = 64 * MB;
export const MOST_UNPACKED = 128 * MB;
/** No history packs better than this; what little there is may. */
const MOST_RATIO = 200;
const LITTLE = 4 * MB;

/** Null where the content is too much for any program to read back. */
export async function pack(content: Uint8Array): Promise<Uint8Array | null> {
  if (content.byteLength > MOST_UNPACKED) return null;
  const packed = await deflated(content, constants.Z_DEFAULT_COMPRESSION);
  // Text that repeats itself too much is stored as it is.
  const kept =
    content.byteLength <= mostOf(packed) ? packed : await deflated(content, constants.Z_NO_COMPRESSION);
  return kept.byteLength <= MOST_PACKED ? kept : null;
}

/** The content of packed bytes, unpacked only as far as the limits go; null where they are damaged or go on after its end. */
export async function unpack(packed: Uint8Array): Promise<Uint8Array | 'tooLarge' | null> {
  const most = mostOf(packed);
  const inflate = createInflateRaw();
  const parts: Buffer[] = [];
  let size = 0;
  inflate.end(packed);
  try {
    for await (const part of inflate) {
      const bytes = Buffer.from(part);
      size += bytes.byteLength;
      if (size > most) return 'tooLarge';
      parts.push(bytes);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && `${error.code}`.startsWith('Z_')) return null;
    throw error;
  }
  return inflate.bytesWritten === packed.byteLength ? Buffer.concat(parts) : null;
}

function mostOf(packed: Uint8Array): number {
  return Math.min(MOST_UNPACKED, Math.max(LITTLE, packed.byteLength * MOST_RATIO));
}

function deflated(content: Uint8Array, level: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    deflateRaw(content, { level }, (error, packed) => (error ? reject(error) : resolve(packed)));
  });
}
