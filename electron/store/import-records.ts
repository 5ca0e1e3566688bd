import type Database from 'better-sqlite3';
import { answersSchema } from '../../shared/intake/answers.ts';
import type { RememberedColumns } from '../../shared/intake/remembered.ts';
import { type OnWrite, SealedTable } from './sealed-table.ts';

/** The headings that were used last; older ones make room. */
const MOST_HEADERS = 200;

const columns = answersSchema.shape.columns.unwrap();

/** What the columns of foreign workbooks were corrected to, by the words of their headings. */
export class ImportRecords {
  readonly #list;
  readonly #columns;
  readonly #tooMany;

  constructor(database: Database.Database, onWrite: OnWrite) {
    this.#list = database.prepare<[], { header: string; json: string }>(
      'SELECT header, json FROM import_columns',
    );
    this.#columns = new SealedTable(database, 'import_columns', onWrite);
    this.#tooMany = database.prepare<[number], { header: string }>(
      'SELECT header FROM import_columns ORDER BY at DESC LIMIT -1 OFFSET ?',
    );
  }

  /** Whatever cannot be read counts as not remembered. */
  all(): RememberedColumns {
    return Object.fromEntries(
      this.#list.all().flatMap(({ header, json }) => {
        const read = columns.safeParse(JSON.parse(json));
        return read.success ? [[header, read.data]] : [];
      }),
    );
  }

  put(header: string, said: RememberedColumns[string], at: string): void {
    this.#columns.put({ header, json: JSON.stringify(said), at });
    for (const old of this.#tooMany.all(MOST_HEADERS)) this.#columns.remove(old.header);
  }
}
