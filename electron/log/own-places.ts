import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LogWord, logWord } from './log-word.ts';

/** Where the program stands: the folder of its sources, or of its archive once it is bundled to dist/electron. */
const ROOT = path.resolve(import.meta.dirname, '..', '..');
const FRAME = /^\s+at (?:.* \()?(.+):(\d+):(\d+)\)?$/;
const MOST = 12;

/**
 * Where an error was thrown, innermost first, as places of the program ("electron/store/library.ts:120:7") or of Node.
 * Nothing else of its stack: its message may quote a name, and the way to the program has the user's.
 */
export function ownPlaces(error: Error): LogWord[] {
  const { message, stack = '' } = error;
  const lines = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split('\n');
  return lines.flatMap((line) => placeOf(line) ?? []).slice(0, MOST);
}

function placeOf(line: string): LogWord | null {
  const [, file, row, column] = FRAME.exec(line) ?? [];
  if (file === undefined) return null;
  const own = file.startsWith('node:') ? file : relativeTo(ROOT, file);
  return own === null ? null : logWord(`${own}:${row}:${column}`);
}

function relativeTo(root: string, file: string): string | null {
  const way = path.relative(root, file.startsWith('file:') ? fileURLToPath(file) : file);
  const isInside = !way.startsWith('..') && !path.isAbsolute(way);
  return isInside ? way.split(path.sep).join('/') : null;
}
