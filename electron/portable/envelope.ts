import { hash } from 'node:crypto';
import { z } from 'zod';
import { ok, type Result, refuse } from '../../shared/refusal.ts';
import { type Lock, locked, lockSchema, newLock, unlocked } from './lock.ts';
import { MOST_PACKED, MOST_UNPACKED, pack, unpack } from './packed.ts';

/**
 * A .plkp file: one plain line, `PLKP 1 {"lock":…}`, then the packed content, encrypted where there is a lock, then the
 * SHA-256 of everything before it. The digest tells damage on the way from a wrong password; it is no signature.
 */
export const PORTABLE_VERSION = 1;

const FIRST_LINE = /^PLKP (\d{1,9}) (.*)$/;
const LONGEST_LINE = 1_000;
const LINE_END = 0x0a;
const DIGEST_BYTES = 32;
const MB = 1024 ** 2;

const headerSchema = z.strictObject({ lock: lockSchema.nullable() });

/** A file that came whole, its content still packed and locked. */
export interface Envelope {
  readonly header: Uint8Array;
  readonly lock: Lock | null;
  readonly body: Uint8Array;
}

export async function writeEnvelope(
  content: Uint8Array,
  password: string | null,
): Promise<Result<Uint8Array<ArrayBuffer>, 'portable.tooMuch'>> {
  const packed = await pack(content);
  if (packed === null) return refuse('portable.tooMuch', { most: MOST_UNPACKED / MB });
  const lock = password === null ? null : newLock();
  const line = `PLKP ${PORTABLE_VERSION} ${JSON.stringify(z.encode(headerSchema, { lock }))}\n`;
  const header = new TextEncoder().encode(line);
  const body = lock && password !== null ? await locked(packed, password, lock, header) : packed;
  return ok(new Uint8Array(Buffer.concat([header, body, digestOf(header, body)])));
}

/** What kind of file it is and whether all of it is there; `file` is its name, for messages. Nothing is unpacked yet. */
export function readEnvelope(file: string, bytes: Uint8Array): Result<Envelope> {
  const end = bytes.subarray(0, LONGEST_LINE).indexOf(LINE_END) + 1;
  const [line, version, json] = FIRST_LINE.exec(latin(bytes.subarray(0, Math.max(end - 1, 0)))) ?? [];
  if (line === undefined) return refuse('portable.notOurs', { file });
  if (Number(version) > PORTABLE_VERSION) {
    return refuse('planFile.newer', { file, version: Number(version), known: PORTABLE_VERSION });
  }
  if (bytes.byteLength > MOST_PACKED + LONGEST_LINE) {
    return refuse('file.tooLarge', { file, most: MOST_PACKED / MB });
  }
  const header = bytes.subarray(0, end);
  const body = bytes.subarray(end, -DIGEST_BYTES);
  const stated = bytes.subarray(end).subarray(-DIGEST_BYTES);
  if (!digestOf(header, body).equals(stated)) return refuse('portable.damaged', { file });
  const read = headerSchema.safeParse(parsed(json ?? ''));
  return read.success
    ? ok({ header, lock: read.data.lock, body })
    : refuse('planFile.broken', { file, where: 'lock' });
}

/** The content of a file, of bounded size. */
export async function openEnvelope(
  file: string,
  { header, lock, body }: Envelope,
  password: string | null,
): Promise<Result<Uint8Array>> {
  if (lock && password === null) return refuse('portable.needsPassword', { file });
  const packed = lock && password !== null ? await unlocked(body, password, lock, header) : body;
  if (packed === null) return refuse('portable.wrongPassword', { file });
  const content = await unpack(packed);
  if (content === 'tooLarge') return refuse('file.tooLarge', { file, most: MOST_UNPACKED / MB });
  return content ? ok(content) : refuse('portable.damaged', { file });
}

function digestOf(header: Uint8Array, body: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([header, body]), 'buffer');
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Undefined where it is no JSON, which no header is. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
