import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type KeptWording, keptWordingSchema } from '../../shared/api/wording.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import { type OnWrite, SealedTable } from './sealed-table.ts';
import { DamagedRecord } from './stored-json.ts';

/** The wording that each plan is held against. It is no part of the plan: it is put in and taken out without history. */
export class WordingRecords {
  readonly #find;
  readonly #wordings;

  constructor(database: Database.Database, onWrite: OnWrite) {
    this.#find = database.prepare<[string], { readonly json: string }>(
      'SELECT json FROM wording WHERE plan = ?',
    );
    this.#wordings = new SealedTable(database, 'wording', onWrite);
  }

  find(plan: PlanId): KeptWording | null {
    const record = this.#find.get(plan);
    if (!record) return null;
    const read = z.safeDecode(keptWordingSchema, JSON.parse(record.json));
    if (!read.success) throw new DamagedRecord(`wording of plan ${plan}`);
    return read.data;
  }

  put(plan: PlanId, wording: KeptWording | null): void {
    if (wording) this.#wordings.put({ plan, json: JSON.stringify(z.encode(keptWordingSchema, wording)) });
    else this.#wordings.remove(plan);
  }
}
