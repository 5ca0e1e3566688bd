import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import { Library } from '../../../electron/store/library.ts';
import { LIBRARY_FILE } from '../../../electron/store/library-files.ts';
import { FIRST } from '../../../electron/store/migrations/first.ts';
import { SECOND } from '../../../electron/store/migrations/second.ts';
import { THIRD } from '../../../electron/store/migrations/third.ts';
import { openLibrary } from '../../../electron/store/open-library.ts';
import { LIBRARY_SCHEMA, versionOf } from '../../../electron/store/schema.ts';
import { DEFAULT_SETTINGS } from '../../../shared/api/looks.ts';
import { planId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { leafKey } from '../../../shared/plan/plan.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { noWorkbooks } from '../planner/no-workbooks.ts';
import { countingDesk, temporaryFolder } from './temporary-library.ts';

/**
 * A library as version 3 of the program left it (recorded from it, `library-v3.sql`): the reference plan, one typed
 * amount, the unit changed and changed back, a revision, a view, settings and a form of the office's own.
 */
function versionThree(folder: string): Library {
  const database = new Database(path.join(folder, LIBRARY_FILE));
  for (const statements of [FIRST, SECOND, THIRD]) database.exec(statements);
  database.exec(readFileSync(path.join(import.meta.dirname, 'library-v3.sql'), 'utf8'));
  database.pragma(`application_id = ${LIBRARY_SCHEMA.applicationId}`);
  database.pragma('user_version = 3');
  database.close();
  const desk = countingDesk();
  return new Library(must(openLibrary(folder, desk.now)), desk);
}

const PLAN = planId('plan-1');

test('a library of version 3 is copied, brought up to date, and has everything in it', async () => {
  using place = temporaryFolder();
  const library = versionThree(place.folder);
  expect(readdirSync(path.join(place.folder, 'backups'))).toEqual([
    expect.stringMatching(/^library-2025-.*-migration\.plkp\.db$/),
  ]);
  const after = new Database(path.join(place.folder, LIBRARY_FILE), { readonly: true });
  expect(after.pragma('user_version', { simple: true })).toBe(versionOf(LIBRARY_SCHEMA));
  after.close();

  expect(library.planAt(PLAN, 0)).toEqual(vinhLongPlan(PLAN));
  expect(library.planAt(PLAN, 3)).toEqual(library.read(PLAN)?.plan);
  const typed = leafKey(year(2023), sourceId('central'), 'recurrent');
  expect(library.read(PLAN)?.plan.amounts.get(rowId('DA3-TDA1'))?.get(typed)).toBe(6_500_000_000n);
  expect(library.revisions(PLAN)).toMatchObject([{ label: 'Trình lần 1', sequence: 3 }]);
  expect(library.view(PLAN, 'F1')).toMatchObject({ widths: { name: 320 }, collapsed: ['DA3'] });
  library.close();
});

test('what version 3 did is undone and redone, and its settings know no side panel yet', async () => {
  using place = temporaryFolder();
  const library = versionThree(place.folder);
  const planner = createPlanner(library, noWorkbooks, countingDesk());
  const last = must(await planner.openPlan({ plan: PLAN })).plan;
  must(await planner.undo({ plan: PLAN, baseSequence: 3 }));
  expect(must(await planner.openPlan({ plan: PLAN })).plan).toEqual(vinhLongPlan(PLAN));
  must(await planner.redo({ plan: PLAN, baseSequence: 4 }));
  expect(must(await planner.openPlan({ plan: PLAN })).plan).toEqual(last);
  expect(library.settings()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', zoom: 110 });
  expect(must(await planner.ownForms({})).map(({ name }) => name)).toEqual(['Biểu trình Sở']);
  library.close();
});
