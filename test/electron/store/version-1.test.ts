import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createPlanner } from '../../../electron/planner.ts';
import { Library } from '../../../electron/store/library.ts';
import { LIBRARY_FILE } from '../../../electron/store/library-files.ts';
import { FIRST } from '../../../electron/store/migrations/first.ts';
import { openLibrary } from '../../../electron/store/open-library.ts';
import { LIBRARY_SCHEMA, versionOf } from '../../../electron/store/schema.ts';
import { DEFAULT_SETTINGS, DEFAULT_VIEW } from '../../../shared/api/looks.ts';
import { planId, rowId, sourceId, year } from '../../../shared/plan/ids.ts';
import { leafKey } from '../../../shared/plan/plan.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { noWorkbooks } from '../planner/no-workbooks.ts';
import { countingDesk, temporaryFolder } from './temporary-library.ts';

/**
 * A library as version 1 of the program left it (recorded from it, `library-v1.sql`): the reference plan, two
 * typed amounts, one of them undone and redone, a revision, a removed project. Edits and amounts in their first form.
 */
function versionOne(folder: string): void {
  const database = new Database(path.join(folder, LIBRARY_FILE));
  database.exec(FIRST);
  database.exec(readFileSync(path.join(import.meta.dirname, 'library-v1.sql'), 'utf8'));
  database.pragma(`application_id = ${LIBRARY_SCHEMA.applicationId}`);
  database.pragma('user_version = 1');
  database.close();
}

const PLAN = planId('plan-1');

test('a library of version 1 is copied, brought up to date, and has everything in it', async () => {
  using place = temporaryFolder();
  versionOne(place.folder);
  const desk = countingDesk();
  const opened = must(openLibrary(place.folder, desk.now));
  const library = new Library(opened, desk);
  expect(opened.database.pragma('user_version', { simple: true })).toBe(versionOf(LIBRARY_SCHEMA));
  expect(readdirSync(path.join(place.folder, 'backups'))).toEqual([
    expect.stringMatching(/^library-2025-.*-migration\.plkp\.db$/),
  ]);

  expect(library.history({ plan: PLAN }).map(({ kind, undoes }) => [kind, undoes])).toEqual([
    ['create', null],
    ['change', null],
    ['change', null],
    ['undo', 2],
    ['redo', 3],
    ['change', null],
  ]);
  expect(library.revisions(PLAN)).toMatchObject([{ label: 'Trình lần 1', sequence: 4 }]);
  expect(library.planAt(PLAN, 0)).toEqual(vinhLongPlan(PLAN));
  const { plan } = library.read(PLAN) ?? {};
  expect(library.planAt(PLAN, 5)).toEqual(plan);
  const place2023 = leafKey(year(2023), sourceId('central'), 'recurrent');
  expect(plan?.amounts.get(rowId('DA3-TDA2'))?.get(place2023)).toBe(1_234_567_891n);
  expect(plan?.rows.some((row) => row.code.startsWith('DA4'))).toBe(false);
  library.close();
});

test('what version 1 did is undone to its first point and redone to its last', async () => {
  using place = temporaryFolder();
  versionOne(place.folder);
  const desk = countingDesk();
  const library = new Library(must(openLibrary(place.folder, desk.now)), desk);
  const planner = createPlanner(library, noWorkbooks, desk);
  const last = must(await planner.openPlan({ plan: PLAN })).plan;
  for (const baseSequence of [5, 6, 7]) must(await planner.undo({ plan: PLAN, baseSequence }));
  expect(must(await planner.openPlan({ plan: PLAN })).plan).toEqual(vinhLongPlan(PLAN));
  for (const baseSequence of [8, 9, 10]) must(await planner.redo({ plan: PLAN, baseSequence }));
  expect(must(await planner.openPlan({ plan: PLAN })).plan).toEqual(last);
  expect(library.planAt(PLAN, 11)).toEqual(last);
  library.close();
});

test('nobody has looked at its plans yet: views and settings are the defaults', async () => {
  using place = temporaryFolder();
  versionOne(place.folder);
  const desk = countingDesk();
  const library = new Library(must(openLibrary(place.folder, desk.now)), desk);
  expect(library.view(PLAN, 'F1')).toEqual(DEFAULT_VIEW);
  expect(library.settings()).toEqual(DEFAULT_SETTINGS);
  library.close();
});
