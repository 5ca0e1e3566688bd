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
  let text = table;
  for (const value of values) text += `|${written(value)}`;
  return hash('sha256', text, 'base64url').slice(0, LENGTH);
}

function written(value: Stored): string {
  switch (typeof value) {
    case 'string':
      return `${value.length}:${value}`;
    case 'number':
      return `#${value}`;
    default:
      // A damaged file may answer bytes where it held text: no seal was ever made of such a value.
      return value === null ? '-' : '?';
  }
}
