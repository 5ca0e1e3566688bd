import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of scrypt: 2^17 rounds of 1 KiB each fill 128 MiB, and take an office computer about half a second. */
const COST = 17;
const BLOCK = 8;

const bytesOf = (length: number) =>
  z
    .codec(z.base64().max(2 * length), z.custom<Uint8Array>(), {
      decode: (text) => z.util.base64ToUint8Array(text),
      encode: (bytes) => z.util.uint8ArrayToBase64(bytes),
    })
    .refine((bytes) => bytes.byteLength === length);

/**
 * How a file was locked, as its header says. What the header may ask of the computer that reads it is bounded here: at
 * most 256 MiB and about a second.
 */
export const lockSchema = z.strictObject({
  cost: z.int().min(15).max(18),
  salt: bytesOf(SALT_BYTES),
  nonce: bytesOf(NONCE_BYTES),
});
export type Lock = z.output<typeof lockSchema>;

/** A lock that no other file has: the same password never makes the same key twice. */
export function newLock(): Lock {
  return { cost: COST, salt: randomBytes(SALT_BYTES), nonce: randomBytes(NONCE_BYTES) };
}

/** Encrypts; `header` is bound to it, so that it cannot be changed unseen. */
export async function locked(
  plain: Uint8Array,
  password: string,
  lock: Lock,
  header: Uint8Array,
): Promise<Uint8Array> {
  const cipher = createCipheriv(CIPHER, await keyOf(password, lock), lock.nonce, {
    authTagLength: TAG_BYTES,
  });
  cipher.setAAD(header);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Decrypts; null where the password is another, or somebody changed the header or the content. */
export async function unlocked(
  sealed: Uint8Array,
  password: string,
  lock: Lock,
  header: Uint8Array,
): Promise<Uint8Array | null> {
  if (sealed.byteLength < TAG_BYTES) return null;
  const key = await keyOf(password, lock);
  const decipher = createDecipheriv(CIPHER, key, lock.nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(header);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // The tag does not fit, and nothing of what came out is used.
    return null;
  }
}

/** The same letters are the same password, however the keyboard composed their marks. */
function keyOf(password: string, { cost, salt }: Lock): Promise<Buffer> {
  const options = { N: 2 ** cost, r: BLOCK, p: 1, maxmem: 2 * 128 * BLOCK * 2 ** cost };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
