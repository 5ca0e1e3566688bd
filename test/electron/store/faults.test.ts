import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import { LIBRARY_FILE } from '../../../electron/store/library-files.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import type { Change } from '../../../shared/plan/edit/edit.ts';
import type { PlanId } from '../../../shared/plan/ids.ts';
import { must } from '../../shared/plan/sample-plan.ts';
import { noWorkbooks } from '../planner/no-workbooks.ts';
import { TemporaryLibrary } from './temporary-library.ts';

const rename = (title: string): Change => ({
  label: { code: 'change.rename', params: { before: '', after: title } },
  edits: [{ kind: 'setHeader', patch: { title } }],
});

/** A sample in a library, and the planner over it. */
async function sampleIn(place: TemporaryLibrary): Promise<{ planner: Planner; plan: PlanId; title: string }> {
  const planner = createPlanner(place.library, noWorkbooks, place.desk);
  const { plan } = must(await planner.createSample({ sample: 'vinh-long-2022-2025' }));
  return { planner, plan: plan.id, title: plan.header.title };
}

/** All that the database holds, to see that a refused write left nothing behind. */
function contents(database: Database.Database): unknown {
  return ['plan', 'structure', 'row_amounts', 'history', 'snapshot', 'revision'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).all(),
  );
}

describe('when the disk fails', () => {
  test('a full disk refuses the change, leaves nothing behind, and the next change works', async () => {
    using place = new TemporaryLibrary();
    const { planner, plan } = await sampleIn(place);
    const before = contents(place.database);
    const pages = place.database.pragma('page_count', { simple: true });
    place.database.pragma(`max_page_count = ${pages}`);

    const refused = await planner.applyChange({
      plan,
      baseSequence: 0,
      change: rename('x'.repeat(30_000)),
    });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'library.diskFull', params: { folder: place.folder } },
    });
    expect(contents(place.database)).toEqual(before);

    place.database.pragma('max_page_count = 1000000');
    const kept = must(await planner.applyChange({ plan, baseSequence: 0, change: rename('Tên mới') }));
    expect(kept.sequence).toBe(1);
  });

  test('a change is kept whole or not at all, at whichever of its writes the disk fails', async () => {
    using place = new TemporaryLibrary();
    const { planner, plan, title } = await sampleIn(place);
    const before = contents(place.database);
    for (const moment of [
      'BEFORE UPDATE ON plan',
      'AFTER UPDATE ON plan',
      'BEFORE UPDATE ON structure',
      'AFTER UPDATE ON structure',
      'BEFORE INSERT ON history',
      'AFTER INSERT ON history',
    ]) {
      place.database.exec(`CREATE TRIGGER fault ${moment} BEGIN SELECT RAISE(ABORT, 'fault'); END`);
      const call = planner.applyChange({ plan, baseSequence: 0, change: rename('Tên mới') });
      await expect(call, moment).rejects.toThrow('fault');
      place.database.exec('DROP TRIGGER fault');
      expect(contents(place.database), moment).toEqual(before);
    }
    // What ran ahead in memory was given up with it.
    expect(must(await planner.openPlan({ plan })).plan.header.title).toBe(title);
  });

  test('a library that another program holds is busy, not broken', async () => {
    using place = new TemporaryLibrary();
    const { planner, plan } = await sampleIn(place);
    place.database.pragma('busy_timeout = 20');
    const other = new Database(path.join(place.folder, LIBRARY_FILE));
    other.exec('BEGIN IMMEDIATE');
    const change = rename('Tên mới');
    const refused = await planner.applyChange({ plan, baseSequence: 0, change });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'library.busy' } });
    other.exec('COMMIT');
    other.close();
    expect((await planner.applyChange({ plan, baseSequence: 0, change })).ok).toBe(true);
  });

  test('a record that is not what the program wrote is made anew from the history, and that is told', async () => {
    using place = new TemporaryLibrary();
    const { plan } = await sampleIn(place);
    await sampleIn(place);
    place.database.prepare("UPDATE structure SET json = '{}' WHERE plan = ?").run(plan);
    place.reopen();
    const again = createPlanner(place.library, noWorkbooks, place.desk);
    const plans = must(await again.listPlans({}));
    const opened = await Promise.all(plans.map(({ id }) => again.openPlan({ plan: id })));
    const codes = opened.map((answer) => (answer.ok ? 'opened' : answer.refusal.code));
    expect(codes).toEqual(['opened', 'opened']);
    expect(place.opened.recovery).toMatchObject({
      problems: [{ code: 'verify.record', params: { table: 'structure', key: plan } }],
      plans: [{ state: 'whole' }, { state: 'whole' }],
      lost: [],
    });
    expect((await again.deletePlan({ plan })).ok).toBe(true);
  });
});

test('a crash of the program loses no acknowledged edit and leaves no half one', async () => {
  using place = new TemporaryLibrary();
  const { planner, plan } = await sampleIn(place);
  must(await planner.applyChange({ plan, baseSequence: 0, change: rename('Đã ghi') }));
  // What a power cut leaves: the files as they are now, the log cut in the middle of a later frame.
  using copy = new TemporaryLibrary();
  copy.library.close();
  for (const suffix of ['', '-wal']) {
    const bytes = readFileSync(path.join(place.folder, LIBRARY_FILE + suffix));
    const torn = suffix === '' ? bytes : Buffer.concat([bytes, Buffer.alloc(700, 0x5a)]);
    writeFileSync(path.join(copy.folder, LIBRARY_FILE + suffix), torn);
  }
  copy.reopen();
  expect(copy.library.list().map((plan) => plan.title)).toEqual(['Đã ghi']);
  expect(copy.database.pragma('integrity_check', { simple: true })).toBe('ok');
});
