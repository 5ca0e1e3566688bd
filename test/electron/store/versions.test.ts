import { readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Library } from '../../../electron/store/library.ts';
import { LIBRARY_FILE } from '../../../electron/store/library-files.ts';
import { openLibrary } from '../../../electron/store/open-library.ts';
import { LIBRARY_SCHEMA, versionOf } from '../../../electron/store/schema.ts';
import { verify, verifyStates } from '../../../electron/store/verify.ts';
import { grandTotal } from '../../../shared/engine/grand-total.ts';
import { Totals } from '../../../shared/engine/totals.ts';
import { planId } from '../../../shared/plan/ids.ts';
import { must, vinhLongPlan } from '../../shared/plan/sample-plan.ts';
import { OLDER_VERSIONS, writeOlderLibrary } from './older-library.ts';
import { countingDesk, temporaryFolder } from './temporary-library.ts';

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly sequence: number;
  readonly total: string;
}

/** The list of plans as the version that wrote it shows it. */
function listIn(file: string): Shown[] {
  const database = new Database(file, { readonly: true });
  const rows = database.prepare<[], Shown>('SELECT id, title, sequence, total FROM plan ORDER BY id').all();
  database.close();
  return rows;
}

test.each(OLDER_VERSIONS)(
  'a library of version %i opens with the same plans, totals and histories',
  (version) => {
    using place = temporaryFolder();
    writeOlderLibrary(place.folder, version);
    const before = listIn(path.join(place.folder, LIBRARY_FILE));
    expect(before.length).toBeGreaterThan(0);

    const desk = countingDesk();
    const opened = must(openLibrary(place.folder, desk.now));
    expect(opened.recovery).toBeNull();
    expect(opened.database.pragma('user_version', { simple: true })).toBe(versionOf(LIBRARY_SCHEMA));
    expect([...verify(opened.database), ...verifyStates(opened.database)]).toEqual([]);
    const library = new Library(opened, desk);
    for (const { id, title, sequence, total } of before) {
      const read = library.read(planId(id));
      if (!read) throw new Error(`no plan ${id}`);
      expect(read.record).toMatchObject({ title, sequence, total });
      expect(`${grandTotal(must(Totals.of(read.plan)))}`).toBe(total);
      expect(library.history({ plan: planId(id) })).toHaveLength(sequence + 1);
      expect(library.planAt(planId(id), 0)).toEqual(vinhLongPlan(planId(id)));
    }
    library.close();

    const [copy] = readdirSync(path.join(place.folder, 'backups'));
    expect(listIn(path.join(place.folder, 'backups', `${copy}`))).toEqual(before);
  },
);
