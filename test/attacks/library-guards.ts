import type { Guard } from './guards.ts';

/** The guards of the library's file, its redo log and its backups. */
const LIBRARY = 'test/attacks/library.test.ts';
const BACKUPS = 'test/attacks/backups.test.ts';
const STORE = 'electron/store';

type Row = readonly [attack: string, file: string, holds: string, without: string];

const IS_KNOWN = ' && isKnown(database, schema, version)';

const OF_LIBRARY: readonly Row[] = [
  ['with a trigger that changes what is written', `${STORE}/verify.ts`, '!ours || ', ''],
  [
    'in place of a table has nothing of it read',
    `${STORE}/salvage.ts`,
    "return kind?.type === 'table' && hidden === undefined;",
    'return true;',
  ],
  [
    'with checks of its own has none of them computed',
    `${STORE}/verify.ts`,
    '    const version = versionOf(LIBRARY_SCHEMA);\n',
    `    const version = versionOf(LIBRARY_SCHEMA);
    const first = sqliteProblems(database);
    if (first.length > 0) return first;\n`,
  ],
  ['with a trigger is not migrated with it', `${STORE}/open-database.ts`, IS_KNOWN, ''],
  [
    'of a newer version that would compute',
    `${STORE}/open-database.ts`,
    "if (computes(database)) return refuse('library.newer', { folder, version, known: versionOf(schema) });",
    '',
  ],
  [
    'with keys of every object’s prototype at',
    'shared/plan/schema.ts',
    'const structure = z.strictObject({',
    'const structure = z.object({',
  ],
  ['is no plan', `${STORE}/stored-json.ts`, 'if (fault !== null)', 'if (false)'],
  [
    'with a name of a million letters',
    'shared/plan/atoms-schema.ts',
    '.overwrite(withoutHiddenMarks).max(LONGEST_TEXT)',
    '.overwrite(withoutHiddenMarks)',
  ],
  [
    'of a plan in the list with',
    'electron/planner.ts',
    'if (!read.success) throw new DamagedRecord(z.prettifyError(read.error));\n  return read.data;',
    'return z.encode(planSummarySchema, { ...record } as never) as never;',
  ],
  [
    'with a title that turns its order around',
    'electron/planner.ts',
    'title: withoutHiddenMarks(record.title),',
    'title: record.title,',
  ],
  ['that is no JSON brings nothing', `${STORE}/redo-log.ts`, 'parsed(words.json)', 'JSON.parse(words.json)'],
  ['of a table of SQLite’s own brings nothing', `${STORE}/redo-log.ts`, ' && isTableName(name)', ''],
  ['naming a step of four hundred digits', `${STORE}/redo-log.ts`, '/^\\d{1,15}$/', '/^\\d+$/'],
  [
    'with a record under the seal of another',
    `${STORE}/salvage.ts`,
    'const sealed = sealedRow(write.table, { ...write.row, seal: write.seal });',
    'const sealed = { row: write.row, seal: write.seal };',
  ],
  [
    'with a record that its table refuses',
    `${STORE}/rebuilt-tables.ts`,
    "if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;",
    '',
  ],
  [
    'ends the history before it',
    `${STORE}/rebuild-plan.ts`,
    'if (error instanceof DamagedRecord) return undefined;',
    '',
  ],
  [
    'with a step of any number at all',
    `${STORE}/rebuild-plan.ts`,
    'Number.isSafeInteger(sequence) ? Math.max(most, sequence) : most',
    'Math.max(most, sequence)',
  ],
];

const OF_BACKUPS: readonly Row[] = [
  [
    'in it is refused',
    `${STORE}/backups.ts`,
    "if (problem) return refuse('backup.notWhole', { file, reason: problem.code });",
    '',
  ],
  ['of an older version with a trigger is not migrated', `${STORE}/open-database.ts`, IS_KNOWN, ''],
  [
    'whose amounts are not what its history made',
    `${STORE}/backups.ts`,
    'return problem ?? (isOurs ? undefined : verifyStates(backup)[0]);',
    'return problem;',
  ],
  ['whose total is no amount', `${STORE}/backups.ts`, 'if (error instanceof DamagedRecord)', 'if (false)'],
  [
    'is none of the list and opens nothing',
    'electron/keeper.ts',
    "return known ? ok({ name: path.basename(name) }) : refuse('backup.unknown', { name });",
    'return ok({ name });',
  ],
  ['that is a link, a pipe or a folder', 'electron/disk.ts', '(entry) => entry.isFile()', '() => true'],
  [
    'with a link in the place of kept files',
    'electron/disk.ts',
    '(entry) => entry.isDirectory()',
    '() => true',
  ],
  [
    'with a report that is none',
    `${STORE}/recover.ts`,
    "    return JSON.parse(report.toString('utf8'));\n  } catch {",
    "    return JSON.parse(report.toString('utf8'));\n  } catch (error) {\n    throw error;",
  ],
];

const guardsOf = (test: string, rows: readonly Row[]): Guard[] =>
  rows.map(([attack, file, holds, without]) => ({ test, attack, cuts: [{ file, holds, without }] }));

export const LIBRARY_FILES: readonly Guard[] = [
  ...guardsOf(LIBRARY, OF_LIBRARY),
  {
    test: LIBRARY,
    attack: 'with the log of another library beside it',
    cuts: [
      {
        file: `${STORE}/open-library.ts`,
        holds: 'if (!good && database) closeAsItWas(database, file);',
        without: 'if (!good) database?.close();',
      },
    ],
  },
  {
    test: LIBRARY,
    attack: 'with the log of another library beside it',
    cuts: [
      {
        file: `${STORE}/open-library.ts`,
        holds: 'heads.length === 0 && this.#isAnother(era)',
        without: 'false',
      },
    ],
  },
  {
    test: LIBRARY,
    attack: 'with the log of another library beside it',
    cuts: [
      { file: `${STORE}/recover.ts`, holds: 'return isOwn(bare) ? bare : found;', without: 'return found;' },
    ],
  },
  ...guardsOf(BACKUPS, OF_BACKUPS),
];
