import { hash } from 'node:crypto';

/** What a column of our tables holds. */
export type Stored = string | number | null;

/** Characters of a seal: 132 bits of a SHA-256. */
const LENGTH = 22;

/**
 * The seal of a record: says of every later reading whether table and values are still the ones that were written, also
 * where the file was changed in a way that SQLite does not see. It protects against damage, not against people: whoever
 * can write the file can make seals too. Its form is part of the file's format and must not change.
 */
export function sealOf(table: string, values: readonly Stored[]): string {
  const text = values.map((value) => (value === null ? '-' : `${`${value}`.length}:${value}`)).join('|');
  return hash('sha256', `${table}|${text}`, 'base64url').slice(0, LENGTH);
}
