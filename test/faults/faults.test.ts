import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../electron/store/temporary-library.ts';
import { Dice } from './dice.ts';
import { judgeFolder, SCENES } from './disk/scenes.ts';
import { compileInstrument, killAtWork, playWithCuts, playWithErrors } from './instrument.ts';

/**
 * Disks that fail and programs that are killed, at every step of what the program does with its files. `npm run faults`
 * takes every error at every step and more kills; here every fifth step is taken, and the errors take turns.
 */
const ALL = process.env.FAULTS === 'all';
const KILLS = ALL ? 240 : 20;
/** Kills of one library before the next one is begun, so that opening it does not take longer and longer. */
const KILLS_OF_ONE = 20;

const place = temporaryFolder();
const folderOf = (name: string): string => path.join(place.folder, name);
let instrument: string;
beforeAll(() => {
  instrument = compileInstrument(place.folder);
});
afterAll(() => place[Symbol.dispose]());

describe.each(Object.keys(SCENES))('%s', (scene) => {
  test('loses nothing, wherever the disk refuses a step', { timeout: 900_000 }, async () => {
    const counts = await playWithErrors(instrument, scene, folderOf(`${scene}-errors`), ALL);
    console.log(
      `${scene}, errors: ${JSON.stringify({ ...counts, crashes: counts.crashes.length, silent: counts.silent.length })}`,
    );
    expect(counts.crashes).toEqual([]);
    expect(counts.silent).toEqual([]);
    // The instrument was there: it counted steps, and the program met refusals.
    expect(counts.steps).toBeGreaterThan(20);
    expect(counts.refused).toBeGreaterThan(counts.plays / 4);
  });

  test('loses nothing, wherever it is killed or the power goes', { timeout: 900_000 }, async () => {
    const folder = folderOf(`${scene}-cuts`);
    const cuts = await playWithCuts(instrument, scene, folder, { all: ALL });
    rmSync(folder, { recursive: true });
    console.log(`${scene}, kills and power cuts: ${JSON.stringify({ ...cuts, silent: cuts.silent.length })}`);
    expect(cuts.silent).toEqual([]);
    expect(cuts.told).toBe(0);
    expect(cuts.copies).toBeGreaterThan(ALL ? 80 : 15);
  });
});

test('a program that does not wait for its disk loses edits when the power goes, and this is seen', async () => {
  const cuts = await playWithCuts(instrument, 'save', folderOf('careless'), {
    all: true,
    careless: true,
  });
  console.log(
    `careless save, kills and power cuts: ${JSON.stringify({ ...cuts, silent: cuts.silent.length })}`,
  );
  expect(cuts.silent.length).toBeGreaterThan(0);
});

test(`an edit that was said to be saved is there after a kill at any moment`, {
  timeout: 900_000,
}, async () => {
  const dice = new Dice('kills');
  const counts = { kills: 0, edits: 0, silent: 0 };
  for (let library = 0; library < KILLS / KILLS_OF_ONE; library += 1) {
    const folder = folderOf(`kills-${library}`);
    mkdirSync(path.join(folder, 'library'), { recursive: true });
    for (let kill = 0; kill < KILLS_OF_ONE; kill += 1) {
      const saved = await killAtWork(folder, dice.below(150));
      // The file of acknowledgements was written by the one that was killed; what it said aloud counts too.
      if (saved >= 0) appendFileSync(path.join(folder, 'acks'), `\nplan-1 ${saved}\n`);
      const verdict = judgeFolder(folder);
      counts.kills += 1;
      if (verdict.kind !== 'whole') counts.silent += 1;
      expect(verdict, `library ${library}, kill ${kill}`).toEqual({ kind: 'whole' });
    }
    counts.edits += readFileSync(path.join(folder, 'acks'), 'utf8').split('\n').length;
  }
  console.log(`kills at random moments: ${JSON.stringify(counts)}`);
  expect(counts.kills).toBe(KILLS);
  expect(counts.edits).toBeGreaterThan(KILLS);
});
