import type { IncomingMessage } from 'node:http';

/** The largest body of a call, in bytes: a workbook of 100 MB as base64, and some room. */
export const LARGEST_BODY = 144 * 1024 * 1024;

/** The body of a request, or null as soon as it is too large, whatever its length was said to be. */
export async function readBody(request: IncomingMessage, largest = LARGEST_BODY): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return null;
  const parts: Buffer[] = [];
  let size = 0;
  // Not destroyed on the way out: the refusal is still to be written on this connection.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(part);
    size += bytes.byteLength;
    if (size > largest) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
