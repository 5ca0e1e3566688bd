import type Database from 'better-sqlite3';
import { answersSchema } from '../../shared/intake/answers.ts';
import type { RememberedColumns } from '../../shared/intake/remembered.ts';

/** The headings that were used last; older ones make room. */
const MOST_HEADERS = 200;

const columns = answersSchema.shape.columns.unwrap();

/** What the columns of foreign workbooks were corrected to, by the words of their headings. */
export class ImportRecords {
  readonly #list;
  readonly #put;
  readonly #trim;

  constructor(database: Database.Database) {
    this.#list = database.prepare<[], { header: string; json: string }>(
      'SELECT header, json FROM import_columns',
    );
    this.#put = database.prepare<[string, string, string]>(
      'INSERT INTO import_columns VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET json = excluded.json, at = excluded.at',
    );
    this.#trim = database.prepare<[number]>(
      'DELETE FROM import_columns WHERE header NOT IN (SELECT header FROM import_columns ORDER BY at DESC LIMIT ?)',
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
    this.#put.run(header, JSON.stringify(said), at);
    this.#trim.run(MOST_HEADERS);
  }
}
