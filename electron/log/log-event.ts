import type { BackupReason } from '../../shared/api/backups.ts';
import type { Method } from '../../shared/api/contract.ts';
import type { Recovery } from '../../shared/api/recovery.ts';
import { isMessageCode, type MessageCode } from '../../shared/messages/message.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { systemCodeOf } from '../disk.ts';
import { type LogWord, logWord } from './log-word.ts';
import { ownPlaces } from './own-places.ts';

/** The code of a refusal, without its parameters, which name plans, folders and amounts. */
type LogCode = MessageCode | 'unknown';

/**
 * What the log may tell. No text has a place in it: codes are the catalogue's, numbers count records and bytes, and every
 * other word passed `logWord`. Whoever wants to log an amount, a name or a folder finds no field for it.
 */
export type LogEvent =
  | {
      readonly event: 'start';
      readonly program: LogWord;
      readonly node: LogWord;
      readonly electron: LogWord | null;
      readonly platform: NodeJS.Platform;
      /** The version of the library's tables. */
      readonly library: number;
      readonly readOnly: boolean;
    }
  | { readonly event: 'notOpened'; readonly code: LogCode }
  | { readonly event: 'refused'; readonly method: Method; readonly code: LogCode }
  | {
      readonly event: 'bug';
      readonly error: LogWord;
      /** The system's or SQLite's, as "ENOSPC". */
      readonly code: LogWord | null;
      readonly at: readonly LogWord[];
    }
  | {
      readonly event: 'backup';
      readonly reason: BackupReason;
      readonly bytes: number;
      /** Why it is not in the second folder. */
      readonly second: LogCode | null;
    }
  | { readonly event: 'backupFailed'; readonly reason: BackupReason; readonly code: LogCode }
  /** A damaged library was put together again, and nobody has read the report yet. */
  | {
      readonly event: 'recovered';
      readonly problems: number;
      readonly whole: number;
      readonly notWhole: number;
      readonly lostRecords: number;
    }
  | { readonly event: 'restored'; readonly changed: number; readonly same: number }
  | { readonly event: 'close' };

export function logCode({ code }: Pick<Refusal, 'code'>): LogCode {
  return isMessageCode(code) ? code : 'unknown';
}

export function bugEvent(error: unknown): LogEvent {
  const known = error instanceof Error;
  const code = systemCodeOf(error);
  return {
    event: 'bug',
    error: logWord(known ? error.name : typeof error),
    code: code === null ? null : logWord(code),
    at: known ? ownPlaces(error) : [],
  };
}

export function recoveredEvent({ problems, plans, lost }: Recovery): LogEvent {
  const whole = plans.filter(({ state }) => state === 'whole').length;
  const notWhole = plans.length - whole;
  return { event: 'recovered', problems: problems.length, whole, notWhole, lostRecords: lost.length };
}

/** One line: when, what, and the rest as name=value. */
export function logLine(at: Date, { event, ...facts }: LogEvent): string {
  const told = Object.entries(facts).map(([name, value]) => `${name}=${printed(value)}`);
  return `${[at.toISOString(), event, ...told].join(' ')}\n`;
}

function printed(value: string | number | boolean | readonly LogWord[] | null): string {
  if (value === null) return '-';
  return typeof value === 'object' ? value.join(',') || '-' : `${value}`;
}
