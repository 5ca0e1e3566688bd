import type Database from 'better-sqlite3';
import { ownFormSchema } from '../../shared/api/printing.ts';
import type { OwnForm } from '../../shared/forms/own-form.ts';
import { type OnWrite, SealedTable } from './sealed-table.ts';

/** The forms that the office made for itself, in the order in which they were made. */
export class OwnFormRecords {
  readonly #list;
  readonly #forms;

  constructor(database: Database.Database, onWrite: OnWrite) {
    this.#list = database.prepare<[], { json: string }>('SELECT json FROM own_form ORDER BY rowid');
    this.#forms = new SealedTable(database, 'own_form', onWrite);
  }

  /** What cannot be read, as of a newer version of the program, is not offered and not touched. */
  all(): OwnForm[] {
    return this.#list.all().flatMap(({ json }) => {
      const read = ownFormSchema.safeParse(JSON.parse(json));
      return read.success ? [read.data] : [];
    });
  }

  put(form: OwnForm): void {
    this.#forms.put({ id: form.id, json: JSON.stringify(form) });
  }

  remove(id: string): void {
    this.#forms.remove(id);
  }
}
