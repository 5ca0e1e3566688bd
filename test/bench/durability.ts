import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { machineDisk } from '../../electron/disk.ts';
import { OpenPlans } from '../../electron/open-plans.ts';
import { PlanChanges } from '../../electron/plan-changes.ts';
import { createPlanner } from '../../electron/planner.ts';
import { Library } from '../../electron/store/library.ts';
import { openLibrary } from '../../electron/store/open-library.ts';
import { dong } from '../../shared/money/dong.ts';
import type { Change } from '../../shared/plan/edit/edit.ts';
import { planId, sourceId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { refuse } from '../../shared/refusal.ts';
import { noWorkbooks } from '../electron/planner/no-workbooks.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { createBigPlan } from './big-plan.ts';
import { type Measured, median } from './report.ts';

const ROWS = 1000;
const COMMITS = 400;
const EDITS = 10_000;
const OPENINGS = 15;

const desk = {
  disk: machineDisk,
  author: 'Lan',
  now: () => new Date(),
  newPlanId: () => planId('plan'),
  printer: { pdf: async () => refuse('pdf.noBrowser') },
};

/** What safety costs: a commit against SQLite's own, and opening a plan with a long history against one without. */
export async function measureDurability(): Promise<Measured[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plkp-bench-'));
  try {
    return [await commits(folder), await openings(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function opened(folder: string): Library {
  return new Library(must(openLibrary(folder, desk.now)), desk);
}

/** A plan of so many rows, and where its history stands after it was made. */
async function create(library: Library): Promise<{ plan: Plan; sequence: number }> {
  const planner = createPlanner(library, noWorkbooks, desk);
  return must(await planner.openPlan({ plan: await createBigPlan(planner, ROWS) }));
}

function typed(plan: Plan, count: number): Change {
  const rows = [...plan.amounts.keys()];
  const row = rows[count % rows.length];
  if (!row) throw new Error('no rows');
  const leaf = { row, year: plan.period.first, source: sourceId('central'), capital: 'recurrent' } as const;
  const amounts = [{ ...leaf, amount: dong(BigInt(count + 1) * 1_000_000n) }];
  const params = { row: `${row}`, before: '1.000', after: `${count}` };
  return {
    label: { code: 'change.setAmount', params },
    edits: [{ kind: 'setAmounts', amounts, unfunded: 'keep' }],
  };
}

/** In turns, so that both meet the same disk. */
async function commits(folder: string): Promise<Measured> {
  const library = opened(path.join(folder, 'commits'));
  const { plan, sequence } = await create(library);
  const changes = new PlanChanges(library, new OpenPlans(library));
  const bare = new Database(path.join(folder, 'bare.db'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE change (sequence INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT');
  const insert = bare.prepare<[number, string]>('INSERT INTO change VALUES (?, ?)');
  const commit = bare.transaction((count: number, json: string) => insert.run(count, json));
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let count = 0; count < COMMITS; count += 1) {
    const change = typed(plan, count);
    ours.push(took(() => must(changes.apply(plan.id, sequence + count, change))));
    const edit = change.edits[0];
    const json = JSON.stringify(edit, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
    theirs.push(took(() => commit.immediate(count, json)));
  }
  library.close();
  bare.close();
  return line('one edit on the disk, acknowledged / a bare commit of SQLite (ms)', ours, theirs, 1.5);
}

async function openings(folder: string): Promise<Measured> {
  const [long, short] = [path.join(folder, 'long'), path.join(folder, 'short')];
  for (const place of [long, short]) {
    const library = opened(place);
    const { plan, sequence } = await create(library);
    if (place === long) {
      const changes = new PlanChanges(library, new OpenPlans(library));
      for (let count = 0; count < EDITS; count += 1)
        must(changes.apply(plan.id, sequence + count, typed(plan, count)));
    }
    library.close();
  }
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let count = 0; count < OPENINGS; count += 1) {
    ours.push(took(() => openAndRead(long)));
    theirs.push(took(() => openAndRead(short)));
  }
  const what = `open a plan of ${ROWS} rows with ${EDITS} edits, its library checked / without (ms)`;
  return line(what, ours, theirs, 2);
}

function openAndRead(folder: string): void {
  const library = opened(folder);
  must(new OpenPlans(library).get(planId('plan')));
  library.close();
}

function took(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function line(what: string, ours: readonly number[], theirs: readonly number[], limit: number): Measured {
  const [one, other] = [median(ours), median(theirs)];
  return { what, ours: one.toFixed(2), yardstick: other.toFixed(2), ratio: one / other, limit };
}
