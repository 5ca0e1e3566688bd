import type Database from 'better-sqlite3';
import { ownFormSchema } from '../../shared/api/printing.ts';
import type { OwnForm } from '../../shared/forms/own-form.ts';

/** The forms that the office made for itself, in the order in which they were made. */
export class OwnFormRecords {
  readonly #list;
  readonly #put;
  readonly #remove;

  constructor(database: Database.Database) {
    this.#list = database.prepare<[], { json: string }>('SELECT json FROM own_form ORDER BY rowid');
    this.#put = database.prepare<[string, string]>(
      'INSERT INTO own_form VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
    );
    this.#remove = database.prepare<[string]>('DELETE FROM own_form WHERE id = ?');
  }

  /** What cannot be read, as of a newer version of the program, is not offered and not touched. */
  all(): OwnForm[] {
    return this.#list.all().flatMap(({ json }) => {
      const read = ownFormSchema.safeParse(JSON.parse(json));
      return read.success ? [read.data] : [];
    });
  }

  put(form: OwnForm): void {
    this.#put.run(form.id, JSON.stringify(form));
  }

  remove(id: string): void {
    this.#remove.run(id);
  }
}
