import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Counts } from './disk/errors.ts';
import { copyOf, judgeFolder, SCENES } from './disk/scenes.ts';

const DISK = path.join(import.meta.dirname, 'disk');
const NODE = process.execPath;

/** The instrument of `disk/disk.c`, compiled into a folder. It knows Linux only, as do the other parts of these suites. */
export function compileInstrument(folder: string): string {
  const library = path.join(folder, 'disk.so');
  const source = path.join(DISK, 'disk.c');
  execFileSync('cc', [
    '-O1',
    '-Wall',
    '-Werror',
    '-shared',
    '-fPIC',
    '-o',
    library,
    source,
    '-ldl',
    '-lpthread',
  ]);
  return library;
}

/** Every step of a scene failing with every error (`disk/errors.ts`); `all` takes each error at each step. */
export async function playWithErrors(
  instrument: string,
  scene: string,
  folder: string,
  all: boolean,
): Promise<Counts> {
  mkdirSync(folder, { recursive: true });
  const environment = {
    LD_PRELOAD: instrument,
    FAULT_ROOT: path.join(folder, 'run', 'library'),
    FAULT_ALL: all ? '1' : '',
  };
  return JSON.parse(await run([path.join(DISK, 'errors.ts'), scene, folder], environment));
}

export interface Cuts {
  copies: number;
  whole: number;
  told: number;
  silent: string[];
}

/** A scene as a kill, and as a power cut, leaves it at each of its steps: every one opened and judged. */
export async function playWithCuts(
  instrument: string,
  scene: string,
  folder: string,
  { all, careless = false }: { readonly all: boolean; readonly careless?: boolean },
): Promise<Cuts> {
  const [template, play, copies] = ['template', 'run', 'copies'].map((name) => path.join(folder, name));
  if (!template || !play || !copies) throw new Error('no folders');
  for (const made of [template, copies]) mkdirSync(made, { recursive: true });
  await SCENES[scene]?.prepare(template);
  copyOf(template, play);
  await run([path.join(DISK, 'play.ts'), scene, play], {
    LD_PRELOAD: instrument,
    FAULT_ROOT: path.join(play, 'library'),
    FAULT_SCENE: play,
    FAULT_COPIES: copies,
    FAULT_SEED: '20251122',
    FAULT_EVERY: all ? '1' : '5',
    ...(careless ? { FAULT_CARELESS: '1' } : {}),
  });
  const cuts: Cuts = { copies: 0, whole: 0, told: 0, silent: [] };
  for (const name of readdirSync(copies)) {
    const verdict = judgeFolder(path.join(copies, name));
    cuts.copies += 1;
    if (verdict.kind === 'whole') cuts.whole += 1;
    else if (verdict.kind === 'told') cuts.told += 1;
    else cuts.silent.push(`${name}: ${JSON.stringify(verdict)}`);
  }
  return cuts;
}

/** A program killed in the middle of its edits. Answers the last edit that it had said to be saved, -1 for none. */
export async function killAtWork(folder: string, afterMilliseconds: number): Promise<number> {
  const child = spawn(NODE, [path.join(DISK, 'stream.ts'), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const open = new Promise<void>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('open\n')) resolve();
    });
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([open, ended]);
  await new Promise((resolve) => setTimeout(resolve, afterMilliseconds));
  child.kill('SIGKILL');
  await ended;
  // A number that the kill cut off was not said.
  const whole = said
    .slice(0, said.lastIndexOf('\n') + 1)
    .trimEnd()
    .split('\n')
    .map(Number)
    .filter(Number.isFinite);
  return whole.at(-1) ?? -1;
}

function run(line: readonly string[], environment: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, [...line], { env: { ...process.env, ...environment } });
    let [out, wrong] = ['', ''];
    child.stdout.on('data', (part) => (out += part));
    child.stderr.on('data', (part) => (wrong += part));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(out) : reject(new Error(wrong))));
  });
}
