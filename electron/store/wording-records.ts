import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type KeptWording, keptWordingSchema } from '../../shared/api/wording.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { DamagedRecord } from './stored-json.ts';

/** The wording that each plan is held against. It is no part of the plan: it is put in and taken out without history. */
export class WordingRecords {
  readonly #find;
  readonly #put;
  readonly #remove;

  constructor(database: Database.Database) {
    this.#find = database.prepare<[string], { readonly json: string }>(
      'SELECT json FROM wording WHERE plan = ?',
    );
    this.#put = database.prepare<[string, string]>(
      'INSERT INTO wording VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
    );
    this.#remove = database.prepare<[string]>('DELETE FROM wording WHERE plan = ?');
  }

  find(plan: PlanId): KeptWording | null {
    const record = this.#find.get(plan);
    if (!record) return null;
    const read = z.safeDecode(keptWordingSchema, JSON.parse(record.json));
    if (!read.success) throw new DamagedRecord(`wording of plan ${plan}`);
    return read.data;
  }

  put(plan: PlanId, wording: KeptWording | null): void {
    if (wording) this.#put.run(plan, JSON.stringify(z.encode(keptWordingSchema, wording)));
    else this.#remove.run(plan);
  }
}
