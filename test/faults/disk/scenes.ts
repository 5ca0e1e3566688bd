import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PrinterDesk } from '../../../electron/desk.ts';
import { diskOfMachine } from '../../../electron/disk.ts';
import { OpenPlans } from '../../../electron/open-plans.ts';
import { PlanChanges } from '../../../electron/plan-changes.ts';
import { backupsIn } from '../../../electron/store/backup-files.ts';
import { Backups } from '../../../electron/store/backups.ts';
import { Library } from '../../../electron/store/library.ts';
import { LIBRARY_FILE } from '../../../electron/store/library-files.ts';
import { openLibrary } from '../../../electron/store/open-library.ts';
import type { Recovery } from '../../../shared/api/recovery.ts';
import { grandTotal } from '../../../shared/engine/grand-total.ts';
import { Totals } from '../../../shared/engine/totals.ts';
import { dong } from '../../../shared/money/dong.ts';
import { editedPlan } from '../../../shared/plan/edit/apply.ts';
import type { PlanEdit } from '../../../shared/plan/edit/edit.ts';
import { planId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { refuse } from '../../../shared/refusal.ts';
import { writeOlderLibrary } from '../../electron/store/older-library.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { type Expected, numberedEdit } from '../full-library.ts';
import { judge } from '../judge.ts';

/**
 * What the program does with its files, each a small play in a folder: `library` is the library's folder, `acks` what
 * was acknowledged, a line each. Whatever happens to the disk meanwhile, afterwards every line of `acks` must be true.
 */
export interface Scene {
  /** Makes the folder as it is when the program starts. */
  prepare(folder: string): Promise<void>;
  /** What is watched. Throws or answers a refusal's code where the disk refused. */
  play(folder: string): Promise<string | null>;
}

const PLAN = planId('plan-1');
/** Edits that are there before a scene begins. */
const BEFORE = 5;

export const disk = diskOfMachine([0, 0]);

function desk(): PrinterDesk {
  let seconds = 0;
  return {
    disk,
    author: 'Lan',
    now: () => new Date(Date.UTC(2025, 0, 1, 0, 0, seconds++)),
    newPlanId: () => PLAN,
    printer: { pdf: async () => refuse('pdf.noBrowser') },
  };
}

/** The program's services over one folder, without a window. */
export class Program {
  readonly library: Library;
  readonly backups: Backups;
  readonly changes: PlanChanges;
  readonly recovery: Recovery | null;
  readonly #folder: string;

  constructor(folder: string) {
    const own = desk();
    this.#folder = folder;
    const opened = openLibrary(path.join(folder, 'library'), own.now, { disk });
    if (!opened.ok) throw new Refused(opened.refusal.code);
    this.recovery = opened.value.recovery;
    this.library = new Library(opened.value, own);
    this.backups = new Backups(opened.value, { disk, now: own.now, secondFolder: () => null });
    this.changes = new PlanChanges(this.library, new OpenPlans(this.library));
    // Rarely where a program has just begun: the log goes into the file while the scene is played.
    opened.value.database.pragma('wal_autocheckpoint = 4');
    // What the suite has to see through: a program that does not wait for its disk.
    if (process.env.FAULT_CARELESS) opened.value.database.pragma('synchronous = OFF');
  }

  create(): void {
    const plan = vinhLongPlan(PLAN);
    const totals = must(Totals.of(plan));
    this.library.create(plan, grandTotal(totals), { code: 'change.createSample', params: { locality: '' } });
    this.ack(`${PLAN} 0`);
  }

  /** The next edit of the plan. Answers its number once it is acknowledged. */
  edit(): number {
    const read = this.library.read(PLAN);
    if (!read) throw new Refused('api.unknownPlan');
    const { sequence } = read.record;
    const edits = [numberedEdit(read.plan, sequence)];
    const done = this.changes.apply(PLAN, sequence, {
      label: { code: 'change.setAmount', params: {} },
      edits,
    });
    if (!done.ok) throw new Refused(done.refusal.code);
    this.ack(`${PLAN} ${done.value.sequence}`);
    return done.value.sequence;
  }

  ack(line: string): void {
    appendFileSync(path.join(this.#folder, 'acks'), `${line}\n`);
  }
}

/** What the program refused, by its code. */
export class Refused extends Error {}

/** A library with some edits, closed. */
async function prepared(folder: string): Promise<void> {
  mkdirSync(path.join(folder, 'library'), { recursive: true });
  const program = new Program(folder);
  program.create();
  for (let edit = 0; edit < BEFORE; edit += 1) program.edit();
  program.library.close();
}

/** Plays with the program open, and closes it whatever happened. */
async function withProgram(folder: string, play: (program: Program) => Promise<void>): Promise<null> {
  const program = new Program(folder);
  try {
    await play(program);
  } finally {
    program.library.close();
  }
  return null;
}

export const SCENES: Readonly<Record<string, Scene>> = {
  create: {
    prepare: async (folder) => void mkdirSync(path.join(folder, 'library'), { recursive: true }),
    play: (folder) =>
      withProgram(folder, async (program) => {
        program.create();
        program.edit();
      }),
  },
  save: {
    prepare: prepared,
    play: (folder) =>
      withProgram(folder, async (program) => {
        for (let edit = 0; edit < 4; edit += 1) program.edit();
      }),
  },
  backup: {
    prepare: prepared,
    play: (folder) =>
      withProgram(folder, async (program) => {
        program.edit();
        const { backup } = await program.backups.make('manual');
        program.ack(`backup ${backup.name}`);
        program.edit();
      }),
  },
  restore: {
    prepare: async (folder) => {
      await prepared(folder);
      await withProgram(folder, async (program) => {
        await program.backups.make('manual');
        program.edit();
      });
    },
    play: (folder) =>
      withProgram(folder, async (program) => {
        const older = program.backups.list().at(-1);
        if (!older) throw new Error('nothing to restore');
        program.ack(`restoring ${BEFORE}`);
        const done = await program.backups.restore({ name: older.name });
        if (!done.ok) throw new Refused(done.refusal.code);
        program.ack(`restored ${BEFORE}`);
        program.edit();
      }),
  },
  migrate: {
    prepare: async (folder) => {
      mkdirSync(path.join(folder, 'library'), { recursive: true });
      writeOlderLibrary(path.join(folder, 'library'), 4);
      writeFileSync(path.join(folder, 'acks'), 'version-4\n');
    },
    play: (folder) => withProgram(folder, async () => {}),
  },
  recover: {
    prepare: async (folder) => {
      await prepared(folder);
      const file = path.join(folder, 'library', LIBRARY_FILE);
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0x11, bytes.length / 2, bytes.length / 2 + 9000));
    },
    play: (folder) =>
      withProgram(folder, async (program) => {
        program.edit();
      }),
  },
};

/** Says whether everything that was acknowledged in a folder is there. Opens it as the program does. */
export function judgeFolder(folder: string): ReturnType<typeof judge> | { kind: 'refused'; code: string } {
  const acks = existsSync(path.join(folder, 'acks'))
    ? readFileSync(path.join(folder, 'acks'), 'utf8').trimEnd().split('\n')
    : [];
  let program: Program;
  try {
    program = new Program(folder);
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', code: error.message };
    throw error;
  }
  const { library, recovery } = program;
  try {
    for (const line of acks.filter((ack) => ack.startsWith('backup '))) {
      const name = line.slice('backup '.length);
      const found = backupsIn(disk, path.join(folder, 'library', 'backups')).find((one) => one.name === name);
      if (!found || !program.backups.preview({ name }).ok) return { kind: 'silent', what: `no ${line}` };
    }
    return judge(library, recovery, expectedBy(acks, library));
  } finally {
    library.close();
  }
}

/** The plan as the acknowledged edits made it; where a restore was on its way, also as it makes it. */
function expectedBy(acks: readonly string[], library: Library): Expected[] {
  if (acks.includes('version-4')) return versionFour();
  let sequence = -1;
  for (const ack of acks) {
    const [what, number] = ack.split(' ');
    if (what === `${PLAN}` || what === 'restored') sequence = Number(number);
    if (what === 'restoring' && !acks.some((one) => one.startsWith('restored'))) {
      // Not yet acknowledged: either is right, but nothing in between.
      if (library.find(PLAN)?.sequence === Number(number)) sequence = Number(number);
    }
  }
  if (sequence < 0) return [];
  return [{ id: PLAN, sequence, plan: planAfter(sequence), revisions: new Map() }];
}

function planAfter(sequence: number): Plan {
  let plan = vinhLongPlan(PLAN);
  for (let edit = 0; edit < sequence; edit += 1) plan = must(editedPlan(plan, [numberedEdit(plan, edit)]));
  return plan;
}

/** What the library of version 4 holds: every version of the program must show it alike. */
function versionFour(): Expected[] {
  const base = vinhLongPlan(PLAN);
  const amount = {
    row: rowId('DA3-TDA1'),
    year: year(2023),
    source: sourceId('central'),
    capital: 'recurrent',
  } as const;
  const edits: PlanEdit[] = [
    { kind: 'setAmounts', amounts: [{ ...amount, amount: dong(6_500_000_000n) }], unfunded: 'keep' },
    { kind: 'setCounterpart', shares: [{ year: year(2023), hundredths: 1000 }] },
  ];
  const plan = must(editedPlan(base, edits));
  return [{ id: PLAN, sequence: 4, plan, revisions: new Map([['Trình lần 1', 3]]) }];
}

export function emptied(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

export function copyOf(folder: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(folder, to, { recursive: true });
}
