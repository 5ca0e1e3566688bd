import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { tableOf, writeTable, writtenOutcomes } from './guard-table.ts';
import { GUARDS, type Guard } from './guards.ts';

/**
 * `npm run attacks [-- PART]`: whether each attack is seen once its guard is gone. In a copy of the tree (hard links, so
 * that it costs nothing) one guard at a time is taken out, and its test must then fail, or not end, or end its process,
 * which is the effect of some. Prints each, and writes the table of docs/security.md. PART of a guard's file or attack
 * tries those alone, and leaves what the table says of the others.
 */
const ROOT = path.resolve(import.meta.dirname, '..', '..');
/** Milliseconds for one test, with the browser that it may start. */
const LONGEST = 90_000;
const VITEST = path.join('vitest', 'vitest.mjs');
const VITE = path.join('vite', 'bin', 'vite.js');
/** What shows that an attack had its effect. */
const SEEN: readonly string[] = ['failed', 'did not end', 'ended the process'];
/** Megabytes: an attack that fills the memory is to be seen, not felt. */
const MEMORY = 1_500;

const reportSchema = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ status: z.string() })) })),
});

function copyTree(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'without-guards-'));
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of stdout.split('\0').filter(Boolean)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    linkOrCopy(path.join(ROOT, file), path.join(copy, file));
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  return copy;
}

/** Temporary files may be on another disk. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Puts another text in place of a file of the copy; what it was linked to stays as it is. */
function replace(copy: string, file: string, text: string): void {
  const target = path.join(copy, file);
  unlinkSync(target);
  writeFileSync(target, text);
}

/** By the Node.js that runs this, which is the one that the binaries in node_modules are made for. */
function run(copy: string, program: string, ...line: readonly string[]) {
  const env = { ...process.env, NODE_OPTIONS: `--max-old-space-size=${MEMORY}` };
  const file = path.join(copy, 'node_modules', program);
  const options = { cwd: copy, env, encoding: 'utf8', timeout: LONGEST, killSignal: 'SIGKILL' } as const;
  return spawnSync(process.execPath, [file, ...line], options);
}

/** "failed", "passed", or what became of a test that came to no end. */
function outcomeOf(copy: string, test: string, attack = ''): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'attack-'));
  const report = path.join(folder, 'report.json');
  const name = attack.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  const config = [
    '--config',
    'build/vitest.config.ts',
    '--testTimeout',
    '20000',
    '--teardownTimeout',
    '2000',
  ];
  const filter = attack === '' ? [] : ['-t', name];
  const ended = run(
    copy,
    VITEST,
    'run',
    ...config,
    test,
    ...filter,
    '--reporter=json',
    '--outputFile',
    report,
  );
  try {
    if (ended.signal !== null) return 'did not end';
    const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    const said = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
    if (said.includes('failed')) return 'failed';
    if (said.includes('passed')) return 'passed';
    return ended.status === 0 ? 'not found' : 'ended the process';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isBuilt(copy: string): boolean {
  return run(copy, VITE, 'build', '--config', 'build/vite.config.ts', '--logLevel', 'error').status === 0;
}

function tryWithout(copy: string, guard: Guard): string {
  const before = new Map<string, string>();
  for (const { file, holds, without } of guard.cuts) {
    const text = readFileSync(path.join(copy, file), 'utf8');
    if (!before.has(file)) before.set(file, text);
    replace(
      copy,
      file,
      text.replace(holds, () => without),
    );
  }
  try {
    if (guard.test.endsWith('/window.test.ts')) {
      if (!isBuilt(copy)) return 'not built';
    }
    return outcomeOf(copy, guard.test, guard.attack);
  } finally {
    for (const [file, text] of before) replace(copy, file, text);
  }
}

const [part = ''] = process.argv.slice(2);
const chosen = GUARDS.filter(({ attack, test, cuts }) =>
  [attack, test, ...cuts.map(({ file }) => file)].some((text) => text.includes(part)),
);
const copy = copyTree();
const outcomes: string[] = [];
try {
  if (!isBuilt(copy)) throw new Error('the page cannot be built');
  // With every guard in its place each of these passes in the copy: otherwise a failure would show nothing.
  for (const test of new Set(chosen.map((guard) => guard.test))) {
    const outcome = outcomeOf(copy, test);
    console.log(`${outcome.padEnd(18)} ${test}  —  with all guards`);
    if (outcome !== 'passed') throw new Error(`${test} must pass first`);
  }
  for (const guard of chosen) {
    const outcome = tryWithout(copy, guard);
    outcomes.push(outcome);
    console.log(
      `${outcome.padEnd(18)} ${guard.attack}  —  without ${guard.cuts.map(({ file }) => file).join(', ')}`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const seen = outcomes.filter((outcome) => SEEN.includes(outcome)).length;
console.log(`${seen} of ${chosen.length} attacks were seen without their guard.`);
if (seen < chosen.length) process.exitCode = 1;
else {
  const day = new Date().toISOString().slice(0, 10);
  const before = writtenOutcomes(GUARDS);
  const all = GUARDS.map((guard, at) => {
    const tried = outcomes[chosen.indexOf(guard)];
    return tried === undefined ? (before[at] ?? '') : `${tried}, ${day}`;
  });
  writeTable(tableOf(GUARDS, all));
}
