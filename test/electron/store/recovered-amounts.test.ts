import { rmSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import { REDO_FILES } from '../../../electron/store/redo-log.ts';
import { sealOfRow } from '../../../electron/store/tables.ts';
import { verify, verifyStates } from '../../../electron/store/verify.ts';
import { wordHistory } from '../../../shared/messages/history-line.ts';
import { wordRecovery } from '../../../shared/messages/recovery.ts';
import { dong } from '../../../shared/money/dong.ts';
import { type PlanId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { noWorkbooks } from '../planner/no-workbooks.ts';
import { TemporaryLibrary } from './temporary-library.ts';

/** Changes of the plan after it was made. */
const CHANGES = 6;
const ROWS = [rowId('DA3-TDA1'), rowId('DA2')];

let place: TemporaryLibrary;
let id: PlanId;
/** As the last change left it. */
let last: Plan;

const planner = () => createPlanner(place.library, noWorkbooks, place.desk);

beforeEach(async () => {
  place = new TemporaryLibrary();
  id = must(await planner().createSample({ sample: 'vinh-long-2022-2025' })).plan.id;
  for (let base = 0; base < CHANGES; base += 1) {
    const where = { year: year(2023), source: sourceId('central'), capital: 'recurrent' } as const;
    // A sum that stays the same: what one row gets the other gives, so that no total tells of an older state.
    const amounts = ROWS.map((row, at) => {
      const amount = dong(at === 0 ? BigInt(10 + base) * 1_000_000n : BigInt(90 - base) * 1_000_000n);
      return { row, ...where, amount };
    });
    const change = {
      label: { code: 'change.any', params: {} },
      edits: [{ kind: 'setAmounts', amounts, unfunded: 'keep' } as const],
    };
    must(await planner().applyChange({ plan: id, baseSequence: base, change }));
  }
  last = must(await planner().openPlan({ plan: id })).plan;
  return () => place[Symbol.dispose]();
});

/** Changes records behind the program's back, and takes away what else tells of them. */
function damaged(work: (database: Database.Database) => void): void {
  const { database } = place;
  const triggers = database
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  work(database);
  for (const { sql } of triggers) database.exec(sql);
  place.opened.redo.settle();
  for (const name of REDO_FILES) rmSync(path.join(place.folder, name), { force: true });
  place.reopen();
}

const withoutStep = (step: number) => (database: Database.Database) =>
  database.prepare("UPDATE history SET by = 'ai đó' WHERE sequence = ?").run(step);

/** Puts back what a row of amounts was at its former change, under a seal that is right. */
const olderAmounts = (row: string, json: string) => (database: Database.Database) => {
  const seal = sealOfRow('row_amounts', { plan: id, row, amounts: json }, null);
  database.prepare('UPDATE row_amounts SET amounts = ?, seal = ? WHERE row = ?').run(json, seal, row);
};
const amountsOf = (row: string) =>
  place.database
    .prepare<[string], { amounts: string }>('SELECT amounts FROM row_amounts WHERE row = ?')
    .get(row)?.amounts ?? '';

const plansOfReport = () => place.opened.recovery?.plans ?? [];

describe('a plan of which a step of the history cannot be read', () => {
  test.each([2, 3, CHANGES])(
    'keeps its last amounts, and the report names the steps from %i on',
    async (step) => {
      damaged(withoutStep(step));
      expect(plansOfReport()).toMatchObject([
        { id, steps: step, lost: { first: step, last: CHANGES }, state: 'amounts' },
      ]);
      const opened = must(await planner().openPlan({ plan: id }));
      expect(opened).toMatchObject({ sequence: step, plan: last });
      expect([...verify(place.database), ...verifyStates(place.database)]).toEqual([]);
      const recovery = place.opened.recovery;
      expect(recovery && wordRecovery(recovery).join('\n')).toContain(
        `số liệu còn đủ; mất các bước lịch sử từ ${step} đến ${CHANGES}`,
      );
    },
  );

  test('has one step in their place, which says so and can be undone', async () => {
    damaged(withoutStep(3));
    const entry = place.library.history({ plan: id }).at(-1);
    expect(entry && wordHistory(entry)).toBe('Khôi phục số liệu sau cùng; mất các bước từ 3 đến 6');
    must(await planner().undo({ plan: id, baseSequence: 3 }));
    expect(place.library.read(id)?.plan).toEqual(place.library.planAt(id, 2));
    must(await planner().redo({ plan: id, baseSequence: 4 }));
    expect(place.library.read(id)?.plan).toEqual(last);
  });

  test.each([
    ['an amount is that of an older change, so that the total is another', ROWS.slice(0, 1)],
    ['amounts are those of an older change with the same total, which later steps contradict', ROWS],
  ])('is as it was before them where %s', async (_, rows) => {
    must(await planner().undo({ plan: id, baseSequence: CHANGES }));
    const older = rows.map((row) => [row, amountsOf(row)] as const);
    must(await planner().redo({ plan: id, baseSequence: CHANGES + 1 }));
    for (const [row, text] of older) expect(amountsOf(row)).not.toBe(text);
    damaged((database) => {
      withoutStep(3)(database);
      for (const [row, text] of older) olderAmounts(row, text)(database);
    });
    const lost = { first: 3, last: CHANGES + 2 };
    expect(plansOfReport()).toMatchObject([{ steps: 3, lost, state: 'earlier' }]);
    expect(place.library.read(id)?.plan).toEqual(place.library.planAt(id, 2));
  });

  test('is as it was before them where a record of its amounts is not the one that was written', () => {
    damaged((database) => {
      withoutStep(3)(database);
      database.prepare("UPDATE row_amounts SET seal = 'x' WHERE row = ?").run(ROWS[1]);
    });
    expect(plansOfReport()).toMatchObject([{ steps: 3, state: 'earlier' }]);
  });
});
