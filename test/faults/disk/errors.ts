import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { SqliteError } from 'better-sqlite3';
import { systemCodeOf } from '../../../electron/disk.ts';
import { storageRefusal } from '../../../electron/store/storage-refusal.ts';
import { copyOf, judgeFolder, Refused, SCENES } from './scenes.ts';

/**
 * Plays one scene again and again with the instrument of `disk.c` loaded, every step of it failing once and from then on
 * with each error, and says how it came through: `node errors.ts SCENE FOLDER`, one line of JSON. The library's folder is
 * the FAULT_ROOT, FOLDER/run/library. Without FAULT_ALL they take turns at every fifth step.
 */
const ERRORS = ['ENOSPC', 'EIO', 'EPERM', 'EBUSY'] as const;

export interface Counts {
  steps: number;
  plays: number;
  /** The scene came to its end all the same. */
  done: number;
  /** The program said what the disk did wrong. */
  refused: number;
  /** The program threw something else. */
  crashes: string[];
  /** Changes that the report of a recovery names as lost. */
  told: number;
  silent: string[];
}

function say(words: string): void {
  try {
    openSync(`/fault/${words}`, 'r');
  } catch {
    // The instrument heard it; there is no such file.
  }
}

async function play(scene: string, folder: string): Promise<'done' | 'refused' | string> {
  try {
    await SCENES[scene]?.play(folder);
    return 'done';
  } catch (error) {
    if (error instanceof Refused || storageRefusal(error, '') !== null) return 'refused';
    const text = error instanceof Error ? `${error.name}: ${error.message}` : `${error}`;
    return `${text} ${systemCodeOf(error) ?? ''} ${error instanceof SqliteError ? error.code : ''}`;
  }
}

const [scene = '', folder = ''] = process.argv.slice(2);
const [template, run] = [path.join(folder, 'template'), path.join(folder, 'run')];
mkdirSync(template, { recursive: true });
await SCENES[scene]?.prepare(template);
copyOf(template, run);
say('0/NONE/0');
await play(scene, run);
say('count');
const steps = Number(process.env.FAULT_STEPS);
const counts: Counts = { steps, plays: 0, done: 0, refused: 0, crashes: [], told: 0, silent: [] };
for (let at = 1; at <= steps; at += process.env.FAULT_ALL ? 1 : 5) {
  for (const error of process.env.FAULT_ALL ? ERRORS : [ERRORS[at % ERRORS.length]]) {
    for (const stays of process.env.FAULT_ALL ? [0, 1] : [at % 2]) {
      copyOf(template, run);
      say(`${at}/${error}/${stays}`);
      const outcome = await play(scene, run);
      say('0/NONE/0');
      counts.plays += 1;
      if (outcome === 'done' || outcome === 'refused') counts[outcome] += 1;
      else counts.crashes.push(`${error} at ${at}, ${stays}: ${outcome}`);
      const verdict = judgeFolder(run);
      if (verdict.kind === 'told') counts.told += verdict.changes;
      if (verdict.kind !== 'whole' && verdict.kind !== 'told') {
        counts.silent.push(`${error} at ${at}, ${stays}: ${JSON.stringify(verdict)}`);
      }
    }
  }
}
console.log(JSON.stringify(counts));
