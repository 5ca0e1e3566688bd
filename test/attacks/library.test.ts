import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPlanner } from '../../electron/planner.ts';
import { eraOf } from '../../electron/store/era.ts';
import { LIBRARY_FILE } from '../../electron/store/library-files.ts';
import { openLibrary } from '../../electron/store/open-library.ts';
import { sealOf } from '../../electron/store/seal.ts';
import { type AnyRow, keyColumnsOf, sealOfRow, type TableName } from '../../electron/store/tables.ts';
import { verify } from '../../electron/store/verify.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { noWorkbooks } from '../electron/planner/no-workbooks.ts';
import { writeOlderLibrary } from '../electron/store/older-library.ts';
import { countingDesk, TemporaryLibrary, temporaryFolder } from '../electron/store/temporary-library.ts';
import { must } from '../shared/plan/sample-plan.ts';

/** Attack: a library that somebody else made or changed, with seals that are right, for they are no secret. */
const HIDDEN = '\u202E';

let place: TemporaryLibrary;
let id: PlanId;
const planner = () => createPlanner(place.library, noWorkbooks, place.desk);
const rename = async (title: string): Promise<void> => {
  const { sequence } = must(await planner().openPlan({ plan: id }));
  const change = {
    label: { code: 'change.any', params: {} },
    edits: [{ kind: 'setHeader', patch: { title } } as const],
  };
  must(await planner().applyChange({ plan: id, baseSequence: sequence, change }));
};

beforeEach(async () => {
  place = new TemporaryLibrary();
  id = must(await planner().createSample({ sample: 'vinh-long-2022-2025' })).plan.id;
  await rename('Phụ lục của xã');
  must(await planner().keepSettings({ settings: { author: 'Lan' } }));
  return () => place[Symbol.dispose]();
});

/** Changes the file behind the program's back, which then starts again. */
function changed(work: (database: Database.Database) => void): void {
  place.library.close();
  const database = new Database(path.join(place.folder, LIBRARY_FILE));
  database.pragma('ignore_check_constraints = ON');
  work(database);
  database.close();
  place.reopen();
}

const codes = () => place.opened.recovery?.problems.map(({ code }) => code);

/** Takes the place of the table of settings, with content under a seal that is right. */
function settingsIn(make: (json: string, seal: string) => string): (database: Database.Database) => void {
  const row = { only: 1, json: '{"author":"Kẻ gian"}' };
  return (database) =>
    database.exec(`DROP TABLE settings; ${make(row.json, sealOfRow('settings', row, null))}`);
}

describe('a library file', () => {
  test('with a trigger that changes what is written loses it, and nothing else', async () => {
    changed((database) =>
      database.exec(`CREATE TRIGGER more AFTER UPDATE ON plan BEGIN
        UPDATE row_amounts SET amounts = replace(amounts, '0', '9'); END`),
    );
    expect(codes()).toEqual(['verify.schema']);
    await rename('Phụ lục sau khi sửa');
    place.reopen();
    expect(verify(place.database)).toEqual([]);
    expect(place.library.read(id)?.plan).toEqual(place.library.planAt(id, 2));
  });

  test.each([
    [
      'a view',
      settingsIn(
        (json, seal) => `CREATE VIEW settings AS SELECT 1 AS only, '${json}' AS json, '${seal}' AS seal`,
      ),
    ],
    [
      'computed columns',
      settingsIn(
        (
          json,
          seal,
        ) => `CREATE TABLE settings (only INTEGER, json TEXT AS ('${json}'), seal TEXT AS ('${seal}'));
          INSERT INTO settings VALUES (1)`,
      ),
    ],
    [
      'a virtual table',
      settingsIn(
        (json, seal) => `CREATE VIRTUAL TABLE settings USING fts5 (only, json, seal);
          INSERT INTO settings VALUES (1, '${json}', '${seal}')`,
      ),
    ],
  ])(
    'with %s in place of a table has nothing of it read, for it could compute without end',
    async (_, work) => {
      changed((database) => {
        work(database);
        // Which would have brought the settings back.
        rmSync(path.join(place.folder, 'library.redo'));
      });
      expect(codes()).toEqual(['verify.schema']);
      expect(place.opened.recovery?.lost).toEqual([{ table: 'settings', name: '' }]);
      expect(must(await planner().settings({})).settings.author).not.toBe('Kẻ gian');
      expect(must(await planner().openPlan({ plan: id })).plan.header.title).toBe('Phụ lục của xã');
    },
  );

  test('with checks of its own has none of them computed', () => {
    changed((database) => {
      database.unsafeMode(true);
      database.pragma('writable_schema = ON');
      const endless = 'CHECK (length(hex(zeroblob(9))) = 0)';
      database
        .prepare("UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (only = 1)', ?) WHERE name = 'settings'")
        .run(endless);
    });
    // What SQLite's own check would have said, which computes them, is not among it.
    expect(codes()).toEqual(['verify.schema']);
  });

  test('of an older version with a trigger is not migrated with it', () => {
    using older = temporaryFolder();
    writeOlderLibrary(older.folder, 4);
    const database = new Database(path.join(older.folder, LIBRARY_FILE));
    database.exec(`CREATE TABLE ran (it); CREATE TRIGGER runs BEFORE UPDATE ON plan BEGIN INSERT INTO ran VALUES (1); END;
      CREATE TRIGGER runs_too BEFORE UPDATE ON row_amounts BEGIN INSERT INTO ran VALUES (1); END`);
    database.close();
    const opened = must(openLibrary(older.folder, countingDesk().now));
    opened.database.close();
    opened.lock.close();
    const kept = new Database(path.join(older.folder, `${opened.recovery?.kept}`, LIBRARY_FILE));
    expect(kept.prepare('SELECT count(*) AS times FROM ran').get()).toEqual({ times: 0 });
    kept.close();
  });

  test('of a newer version that would compute what is read is not opened', () => {
    place.library.close();
    const database = new Database(path.join(place.folder, LIBRARY_FILE));
    settingsIn(
      (json, seal) => `CREATE VIEW settings AS SELECT 1 AS only, '${json}' AS json, '${seal}' AS seal`,
    )(database);
    database.pragma('user_version = 99');
    database.close();
    expect(openLibrary(place.folder, place.desk.now)).toMatchObject({ refusal: { code: 'library.newer' } });
  });

  test('under our name with other tables is kept aside, and that is told', () => {
    changed((database) => {
      database.pragma('foreign_keys = OFF');
      for (const table of ['plan', 'history', 'structure', 'row_amounts'] as const)
        database.exec(`ALTER TABLE ${table} RENAME TO their_${table}`);
    });
    expect(codes()).toEqual(['verify.schema']);
    // What was lost of the file is there by its redo log.
    expect(place.library.find(id)?.title).toBe('Phụ lục của xã');
  });

  test('with the log of another library beside it is told of, and loses nothing', async () => {
    using other = new TemporaryLibrary();
    const theirs = createPlanner(other.library, noWorkbooks, other.desk);
    must(await theirs.createSample({ sample: 'vinh-long-2022-2025' }));
    const log = readFileSync(path.join(other.folder, `${LIBRARY_FILE}-wal`));
    place.library.close();
    appendFileSync(path.join(place.folder, `${LIBRARY_FILE}-wal`), log);
    place.reopen();
    expect(place.opened.recovery).not.toBeNull();
    expect(place.library.read(id)?.plan.header.title).toBe('Phụ lục của xã');
  });
});

/** Puts a record under its key, sealed as the program would. */
function sealed(database: Database.Database, table: TableName, row: AnyRow): void {
  const where = keyColumnsOf(table).map((column) => `${column} = @${column}`);
  const set = Object.keys(row).map((column) => `${column} = @${column}`);
  const seal = sealOfRow(table, row, null);
  database
    .prepare(`UPDATE ${table} SET ${set.join(', ')}, seal = @seal WHERE ${where.join(' AND ')}`)
    .run({ ...row, seal });
}

/** The plan's structure as JSON text, changed. */
function structureAs(change: (json: string) => string): (database: Database.Database) => void {
  return (database) => {
    const found = database.prepare<[], { json: string }>('SELECT json FROM structure').get();
    const json = change(found?.json ?? '');
    expect(json).not.toBe(found?.json);
    sealed(database, 'structure', { plan: id, json });
  };
}

const structure = (change: (parsed: { rows: Record<string, unknown>[] }) => void) =>
  structureAs((json) => {
    const parsed = JSON.parse(json);
    change(parsed);
    return JSON.stringify(parsed);
  });

const damagedPlan = { ok: false, refusal: { code: 'library.damagedPlan' } };

describe('a record under a seal that is right', () => {
  test.each([
    ['"header":{', '"__proto__":{"polluted":1},"header":{'],
    ['"header":{', '"header":{"__proto__":{"polluted":1},'],
    ['"header":{', '"constructor":{"prototype":{"polluted":1}},"header":{'],
  ])('with keys of every object’s prototype at %s is refused', async (before, after) => {
    changed(structureAs((json) => json.replace(before, after)));
    expect(await planner().openPlan({ plan: id })).toMatchObject(damagedPlan);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('with objects in each other without end is found when the library is opened, and made anew', async () => {
    const deep = 100_000;
    changed(structureAs(() => `${'{"rows":'.repeat(deep)}1${'}'.repeat(deep)}`));
    expect(codes()).toEqual(['verify.file']);
    expect((await planner().openPlan({ plan: id })).ok).toBe(true);
  });

  test.each([
    ['a row below itself', structure(({ rows }) => Object.assign(rows[0] ?? {}, { parent: rows[0]?.id }))],
    [
      'two rows below each other',
      structure(({ rows }) => Object.assign(rows[0] ?? {}, { parent: rows[1]?.id })),
    ],
    ['one row twice', structure(({ rows }) => rows.push({ ...rows[0] }))],
    ['no rows for its amounts', structure(({ rows }) => rows.splice(0))],
    [
      'ten thousand rows below each other',
      structure(({ rows }) => {
        for (let at = 0; at < 10_000; at += 1)
          rows.push({ ...rows[0], id: `r${at}`, code: `c${at}`, parent: at === 0 ? null : `r${at - 1}` });
      }),
    ],
  ])('with %s is no plan', async (_, work) => {
    changed(work);
    expect(await planner().openPlan({ plan: id })).toMatchObject(damagedPlan);
  });

  test('with a name of a million letters is refused', async () => {
    changed(structure(({ rows }) => Object.assign(rows[0] ?? {}, { name: 'x'.repeat(1_000_000) })));
    expect(await planner().openPlan({ plan: id })).toMatchObject(damagedPlan);
  });

  test.each(['1.5', '1e3', '0x10', '-0', ' 5', '٥', 'NaN', '9'.repeat(30), 5])(
    'with the amount %j is refused',
    async (amount) => {
      changed((database) => {
        const found = database.prepare<[], { row: string }>('SELECT row FROM row_amounts').get();
        const amounts = JSON.stringify([['central', 'recurrent', 2022, amount]]);
        sealed(database, 'row_amounts', { plan: id, row: found?.row ?? '', amounts });
      });
      expect(await planner().openPlan({ plan: id })).toMatchObject(damagedPlan);
    },
  );

  test.each([{ total: 'một tỷ' }, { total: '1e9' }, { total: '9'.repeat(40) }, { changed: 'hôm qua' }])(
    'of a plan in the list with %j is refused',
    async (patch) => {
      const row = { ...place.library.find(id), ...patch };
      changed((database) => sealed(database, 'plan', row));
      expect(await planner().listPlans({})).toMatchObject(damagedPlan);
    },
  );

  test('with a title that turns its order around shows it without', async () => {
    const row = { ...place.library.find(id), title: `Xã ${HIDDEN}Một` };
    changed((database) => sealed(database, 'plan', row));
    expect(must(await planner().listPlans({})).map(({ title }) => title)).toEqual(['Xã Một']);
  });
});

/** Lines of the redo log, sealed as the program would, with the row of a history that the library is to be missing. */
function forged(...lines: readonly (unknown | string)[]): void {
  written(`${id}:7:x`, ...lines);
}

function written(heads: string, ...lines: readonly (unknown | string)[]): void {
  const era = eraOf(place.database);
  place.library.close();
  for (const line of lines) {
    const json = typeof line === 'string' ? line : JSON.stringify(line);
    const text = `${era} ${heads} ${json}`;
    appendFileSync(path.join(place.folder, 'library.redo'), `${sealOf('redo', [text])} ${text}\n`);
  }
  place.reopen();
}

const plansTold = () => place.opened.recovery?.plans;

describe('a line of the redo log under a seal that is right', () => {
  test.each([
    ['that is no JSON', 'không phải JSON'],
    ['of a table of SQLite’s own', [{ table: 'sqlite_schema', row: { sql: 'DROP TABLE plan' }, seal: 'x' }]],
    ['of a table named like what every object has', [{ table: '__proto__', removed: ['x'] }]],
    [
      'with keys of every object’s prototype',
      '[{"table":"settings","row":{"__proto__":{"polluted":1}},"seal":"x"}]',
    ],
    [
      'with statements for columns',
      [{ table: 'settings', row: { 'only) VALUES (1); DROP TABLE plan; --': 1 }, seal: 'x' }],
    ],
    ['with lists in each other without end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ])('%s brings nothing', async (_, line) => {
    forged(line);
    expect(codes()).toEqual(['verify.behind']);
    expect(verify(place.database)).toEqual([]);
    expect(must(await planner().openPlan({ plan: id })).plan.header.title).toBe('Phụ lục của xã');
    expect(must(await planner().settings({})).settings.author).toBe('Lan');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('with a record under the seal of another brings nothing', () => {
    forged([{ table: 'settings', row: { only: 1, json: '{"author":"Kẻ gian"}' }, seal: 'x' }]);
    expect(place.library.settings().author).toBe('Lan');
  });

  test('with a record that its table refuses is told of', () => {
    const row = { only: 2, json: '{"author":"Kẻ gian"}' };
    forged([{ table: 'settings', row, seal: sealOfRow('settings', row, null) }]);
    expect(place.opened.recovery?.lost).toEqual([{ table: 'settings', name: '2' }]);
    expect(place.library.settings().author).toBe('Lan');
  });

  test.each([
    { by: null },
    { kind: 'create' },
    { undoes: 99, kind: 'undo' },
    { edits: '[{"kind":"dropEverything"}]' },
    { inverse: '{' },
    { label: '{"code":5}' },
  ])('with a step of a history that no program wrote, %j, ends the history before it', async (wrong) => {
    const row = { ...place.library.past(id)?.rows[1], plan: id, sequence: 2, undo_top: 2, ...wrong };
    const { seal: before } = place.library.past(id)?.rows[1] ?? {};
    const { seal: _, ...step } = row;
    forged([{ table: 'history', row: step, seal: sealOfRow('history', step, `${before}`) }]);
    expect(plansTold()).toMatchObject([{ id, steps: 2, lost: { first: 2, last: 2 } }]);
    expect(must(await planner().openPlan({ plan: id })).plan.header.title).toBe('Phụ lục của xã');
  });

  test('naming a plan that is nowhere is told of once', () => {
    written('plan-99:5:x', []);
    expect(place.opened.recovery?.problems).toMatchObject([
      { code: 'verify.behind', params: { plan: 'plan-99', first: 0, last: 5 } },
    ]);
    const { kept } = place.opened.recovery ?? {};
    place.reopen();
    expect(place.opened.recovery?.kept).toBe(kept);
    expect(place.library.list()).toHaveLength(1);
  });

  test('naming a step of four hundred digits names none', () => {
    written(`${id}:${'9'.repeat(400)}:x`, []);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('damaged'))).toEqual([]);
    expect(place.library.find(id)?.sequence).toBe(1);
  });

  test('with a step of any number at all leaves a report that can be read', () => {
    const rows = [1e300, 2 ** 60, -5, 1.5, 'hai'].map((sequence) => ({ plan: id, sequence }));
    forged(rows.map((row) => ({ table: 'history', row, seal: sealOfRow('history', row, 'x') })));
    expect(plansTold()).toMatchObject([{ id, state: 'whole' }]);
  });
});
