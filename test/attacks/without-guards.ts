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
import { tableOf, writeTable } from './guard-table.ts';
import { GUARDS, type Guard } from './guards.ts';

/**
 * `npm run attacks [-- PART]`: whether each attack is seen once its guard is gone. In a copy of the tree (hard links, so
 * that it costs nothing) one guard at a time is taken out, and its test must then fail, or not end, which is the effect of
 * some. Prints each, and writes the table of docs/security.md where all were tried. PART of a guard's file or attack tries
 * those alone.
 */
const ROOT = path.resolve(import.meta.dirname, '..', '..');
/** Milliseconds for one test, with the browser that it may start. */
const LONGEST = 90_000;
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

function run(copy: string, program: string, ...line: readonly string[]) {
  const env = { ...process.env, NODE_OPTIONS: `--max-old-space-size=${MEMORY}` };
  const file = path.join(copy, 'node_modules', '.bin', program);
  return spawnSync(file, line, { cwd: copy, env, encoding: 'utf8', timeout: LONGEST, killSignal: 'SIGKILL' });
}

/** "failed", "did not end" or "passed": what a test says in the copy. */
function outcomeOf(copy: string, { test, attack }: Guard): string {
  const report = path.join(mkdtempSync(path.join(tmpdir(), 'attack-')), 'report.json');
  const name = attack.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  const config = [
    '--config',
    'build/vitest.config.ts',
    '--testTimeout',
    '20000',
    '--teardownTimeout',
    '2000',
  ];
  const ended = run(
    copy,
    'vitest',
    'run',
    ...config,
    test,
    '-t',
    name,
    '--reporter=json',
    '--outputFile',
    report,
  );
  try {
    const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    const said = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
    if (said.includes('failed')) return 'failed';
    if (said.includes('passed')) return 'passed';
    return ended.status === 0 ? 'not found' : 'did not end';
  } catch {
    return 'did not end';
  } finally {
    rmSync(path.dirname(report), { recursive: true, force: true });
  }
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
      const built = run(copy, 'vite', 'build', '--config', 'build/vite.config.ts', '--logLevel', 'error');
      if (built.status !== 0) return 'not built';
    }
    return outcomeOf(copy, guard);
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
  for (const guard of chosen) {
    const outcome = tryWithout(copy, guard);
    outcomes.push(outcome);
    console.log(
      `${outcome.padEnd(12)} ${guard.attack}  —  without ${guard.cuts.map(({ file }) => file).join(', ')}`,
    );
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
const seen = outcomes.filter((outcome) => outcome === 'failed' || outcome === 'did not end').length;
console.log(`${seen} of ${chosen.length} attacks were seen without their guard.`);
if (seen < chosen.length) process.exitCode = 1;
else if (part === '') {
  writeTable(tableOf(GUARDS, outcomes), new Date().toISOString().slice(0, 10));
}
