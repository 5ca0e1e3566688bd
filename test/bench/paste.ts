import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import { startBrowserHost } from '../../electron/hosts/browser.ts';
import { EDITS, ROW_AMOUNTS } from '../../electron/store/stored-json.ts';
import { Session } from '../../renderer/session/session.ts';
import { contract, type OpenPlan } from '../../shared/api/contract.ts';
import { type Planner, plannerOver } from '../../shared/api/planner.ts';
import { Totals } from '../../shared/engine/totals.ts';
import { dong } from '../../shared/money/dong.ts';
import { applyEdits } from '../../shared/plan/edit/apply.ts';
import type { Change, LeafAmount, PlanEdit } from '../../shared/plan/edit/edit.ts';
import { rowId, sourceId, year } from '../../shared/plan/ids.ts';
import { type Capital, type Row, yearsOf } from '../../shared/plan/plan.ts';
import { must } from '../shared/plan/sample-plan.ts';
import { median } from './report.ts';

/**
 * Where the time of a large paste goes: 1 000 rows × 40 amounts, from the page's session over a real loopback host to
 * the disk and back, then its undo. `node test/bench/paste.ts`; both sides share this one process.
 */
const PERIOD = { first: year(2021), last: year(2028) };
const ROWS = 1000;
const ROUNDS = 12;
const WARM_UP = 4;
const PLACES: readonly (readonly [string, Capital])[] = [
  ['central', 'investment'],
  ['central', 'recurrent'],
  ['local', 'investment'],
  ['local', 'recurrent'],
  ['other', 'none'],
];

const stages = new Map<string, number[]>();

function timed<Value>(stage: string, work: () => Value): Value {
  const begun = performance.now();
  const value = work();
  note(stage, performance.now() - begun);
  return value;
}

function note(stage: string, time: number): void {
  const times = stages.get(stage) ?? [];
  times.push(time);
  stages.set(stage, times);
}

/** A page that was let in, as `renderer/bridge/loopback.ts` speaks. */
async function plannerOf(url: string, origin: string): Promise<Planner> {
  const entered = await fetch(url, { redirect: 'manual' });
  const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return plannerOver(async (method, payload) => {
    const body = timed(`${method}: text of the request`, () => JSON.stringify(payload));
    const begun = performance.now();
    const response = await fetch(`${origin}/api/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body,
    });
    const text = await response.text();
    note(`${method}: host and transport`, performance.now() - begun);
    return timed(`${method}: text of the answer`, () => JSON.parse(text));
  });
}

function seeded(): PlanEdit[] {
  const edits: PlanEdit[] = [];
  let project: Row | null = null;
  for (let at = 0; at < ROWS + ROWS / 10; at++) {
    const isProject: boolean = at % 11 === 0 || project === null;
    const row: Row = {
      id: rowId(`r${at}`),
      parent: isProject ? null : (project?.id ?? null),
      code: `DA${at}`,
      ordinal: null,
      name: `Hoạt động thứ ${at} của chương trình`,
      investment: 'yes',
      leadAgency: '',
      note: '',
      confirmed: true,
    };
    const index = isProject ? Math.floor(at / 11) : (at % 11) - 1;
    edits.push({
      kind: 'insertRows',
      parent: row.parent,
      index,
      rows: [{ row, amounts: [] }],
      takesParentAmounts: null,
    });
    if (isProject) project = row;
  }
  return edits;
}

function pasted(round: number): Change {
  const amounts: LeafAmount[] = [];
  for (let at = 0; at < ROWS + ROWS / 10; at++) {
    if (at % 11 === 0) continue;
    for (const inYear of yearsOf(PERIOD)) {
      PLACES.forEach(([source, capital], place) => {
        const amount = dong(BigInt(((at * 31 + place * 7 + round * 13) % 90000) + 1) * 1_234_000n);
        amounts.push({ row: rowId(`r${at}`), year: inYear, source: sourceId(source), capital, amount });
      });
    }
  }
  return {
    label: { code: 'change.setHeader', params: {} },
    edits: [{ kind: 'setAmounts', amounts, unfunded: 'refuse' }],
  };
}

/** The stages by themselves, in the order of the path, so that each can be seen. */
function alone(opened: OpenPlan, change: Change): void {
  const { plan } = opened;
  const totals = must(Totals.of(plan));
  const applied = timed('alone: applyEdits', () => must(applyEdits(plan, change.edits)));
  timed('alone: totals.follow', () => must(totals.follow(applied.plan, change.edits)));
  const input = { plan: plan.id, baseSequence: 0, change };
  const wire = timed('alone: encode', () => z.encode(contract.applyChange.input, input));
  const text = timed('alone: stringify', () => JSON.stringify(wire));
  const raw = timed('alone: parse', () => JSON.parse(text));
  timed('alone: decode', () => z.decode(contract.applyChange.input, raw));
  timed('alone: stored edits', () => EDITS.write(change.edits));
  const inverse = timed('alone: stored inverse', () => EDITS.write(applied.inverse));
  timed('alone: read the inverse', () => EDITS.read(inverse));
  timed('alone: text of all row amounts', () =>
    [...applied.plan.amounts.values()].map((row) => ROW_AMOUNTS.write(row)),
  );
}

/** When the host has acknowledged everything; `settled` looks only every few milliseconds. */
function idle(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (session.store.getState().underWay > 0) return;
      stop();
      resolve();
    };
    const stop = session.store.subscribe(look);
    look();
  });
}

async function measure(folder: string): Promise<void> {
  const rendererFolder = path.join(folder, 'renderer');
  mkdirSync(path.join(rendererFolder, 'assets'), { recursive: true });
  writeFileSync(path.join(rendererFolder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__" />');
  const host = must(await startBrowserHost({ library: path.join(folder, 'library'), rendererFolder }));
  const planner = await plannerOf(host.url, host.origin);
  const made = must(
    await planner.createPlan({ programme: 'empty', title: 'Dán', period: PERIOD, locality: '' }),
  );
  const rows = { label: { code: 'change.setHeader', params: {} }, edits: seeded() };
  must(await planner.applyChange({ plan: made.plan.id, baseSequence: 0, change: rows }));
  const opened = must(await planner.openPlan({ plan: made.plan.id }));
  const session = new Session(planner, opened);
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    if (round === WARM_UP) stages.clear();
    const change = pasted(round);
    const before = { ...opened, plan: session.store.getState().plan };
    const begun = performance.now();
    timed('paste: shown by the session', () => must(session.dispatch(change)));
    await idle(session);
    note('PASTE, all of it', performance.now() - begun);
    if (session.store.getState().failure)
      throw new Error('not kept', { cause: session.store.getState().failure });
    const back = performance.now();
    session.undo();
    await idle(session);
    note('UNDO, all of it', performance.now() - back);
    if (session.store.getState().plan.amounts.size !== before.plan.amounts.size)
      throw new Error('not undone');
    // Every other paste stays, so that amounts are also replaced, not only set.
    if (round % 2 === 0) {
      must(session.dispatch(change));
      await idle(session);
    }
  }
  const last = { ...opened, plan: session.store.getState().plan };
  for (let round = 0; round < ROUNDS; round++) alone(last, pasted(round));
  await host.close();
}

const folder = mkdtempSync(path.join(tmpdir(), 'phu-luc-paste-'));
try {
  await measure(folder);
  for (const [stage, times] of stages) {
    console.log(
      `${median(times).toFixed(2).padStart(9)} ms (best ${Math.min(...times).toFixed(2)})  ${stage}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
