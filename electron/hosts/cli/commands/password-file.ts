import path from 'node:path';
import { ok, type Result } from '../../../../shared/refusal.ts';
import { readWholeFile } from '../../whole-file.ts';
import type { Given } from '../given.ts';

/**
 * The password in the first line of the file that `--password-file` names; undefined where none is named. It is no option
 * itself: every user of a computer can read what programs were started with.
 */
export function passwordOf(given: Given, folder: string): Result<string | undefined> {
  const file = given.option('password-file');
  if (file === undefined) return ok(undefined);
  const bytes = readWholeFile(path.resolve(folder, file));
  if (!bytes.ok) return bytes;
  const [line = ''] = new TextDecoder().decode(bytes.value).split(/\r?\n/, 1);
  return ok(line);
}
