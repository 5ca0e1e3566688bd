import type Database from 'better-sqlite3';
import type { PlanView, Settings } from '../../shared/api/contract.ts';
import type { KeptWording } from '../../shared/api/wording.ts';
import type { FormId } from '../../shared/forms/form.ts';
import { isNameTaken, type OwnForm } from '../../shared/forms/own-form.ts';
import type { RememberedColumns } from '../../shared/intake/remembered.ts';
import type { Dong } from '../../shared/money/dong.ts';
import type { ChangeLabel, PlanEdit } from '../../shared/plan/edit/edit.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { Desk } from '../desk.ts';
import { type HistoryKind, type HistoryRecord, HistoryRecords } from './history-records.ts';
import { type HistoryStep, redoStep, undoStep } from './history-step.ts';
import { ImportRecords } from './import-records.ts';
import { LookRecords } from './look-records.ts';
import type { OpenLibrary } from './open-library.ts';
import { OwnFormRecords } from './own-form-records.ts';
import type { Past } from './past.ts';
import { type PlanRecord, PlanRecords, type Progress, planTexts, rowsTouched } from './plan-records.ts';
import { replay } from './replay.ts';
import { type RevisionRecord, RevisionRecords } from './revision-records.ts';
import type { OnWrite, Write } from './sealed-table.ts';
import { EDITS, LABEL, NO_EDITS, WHOLE_PLAN } from './stored-json.ts';
import { Transactions } from './transactions.ts';
import { WordingRecords } from './wording-records.ts';

/** What undo or redo would act on: the change's sequence and its label. */
export interface Waiting {
  readonly sequence: number;
  readonly label: ChangeLabel;
}

export interface HistoryLine {
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly kind: HistoryKind;
  readonly label: ChangeLabel;
  readonly undoes: number | null;
}

/** A change that is about to be kept. */
export interface NewChange {
  readonly label: ChangeLabel;
  readonly edits: readonly PlanEdit[];
  readonly inverse: readonly PlanEdit[];
}

/** A write to a library of a later version of the program, which this one only reads. */
export class NewerLibrary extends Error {
  readonly version: number;
  constructor(version: number) {
    super(`the library is of version ${version}`);
    this.version = version;
  }
}

/**
 * The plans of one user and everything that ever happened to them. Every method is one transaction, and a write that
 * returned is on the disk. SQLite's own failures are thrown (`storageRefusal` words them) with nothing written.
 */
export class Library {
  readonly folder: string;
  readonly opened: OpenLibrary;
  readonly #desk: Desk;
  readonly #transactions: Transactions;
  readonly #era: Database.Statement<[], { era: string }>;
  readonly #plans: PlanRecords;
  readonly #history: HistoryRecords;
  readonly #revisions: RevisionRecords;
  readonly #looks: LookRecords;
  readonly #imports: ImportRecords;
  readonly #ownForms: OwnFormRecords;
  readonly #wordings: WordingRecords;
  /** What the transaction under way has written. */
  readonly #writes: Write[] = [];

  constructor(opened: OpenLibrary, desk: Desk) {
    const { database } = opened;
    this.folder = opened.folder;
    this.opened = opened;
    this.#transactions = new Transactions(database);
    this.#era = database.prepare('SELECT era FROM era');
    this.#desk = desk;
    const onWrite: OnWrite = (write) => this.#writes.push(write);
    this.#plans = new PlanRecords(database, onWrite);
    this.#history = new HistoryRecords(database, onWrite);
    this.#revisions = new RevisionRecords(database, onWrite);
    this.#looks = new LookRecords(database, onWrite);
    this.#imports = new ImportRecords(database, onWrite);
    this.#ownForms = new OwnFormRecords(database, onWrite);
    this.#wordings = new WordingRecords(database, onWrite);
  }

  close(): void {
    this.opened.database.close();
    this.opened.lock.close();
  }

  list(): PlanRecord[] {
    return this.#plans.list();
  }

  /** The wording that a plan is held against. Throws where what is stored is none. */
  wording(id: PlanId): KeptWording | null {
    return this.#wordings.find(id);
  }

  /** Keeps a wording in place of the one before; null takes it away. */
  keepWording(id: PlanId, wording: KeptWording | null): void {
    this.#atOnce(() => this.#wordings.put(id, wording));
  }

  find(id: PlanId): PlanRecord | undefined {
    return this.#plans.find(id);
  }

  /** The plan and its place in the history, both of the same moment. */
  read(id: PlanId): { record: PlanRecord; plan: Plan } | undefined {
    return this.#together(() => {
      const record = this.#plans.find(id);
      const plan = this.#plans.read(id);
      return record && plan && { record, plan };
    });
  }

  /** Everything that ever happened to a plan that is there. */
  past(id: PlanId): Past | undefined {
    return this.#together(() => {
      const first = this.#history.pathTo(id, 0);
      if (!first) return undefined;
      const [revisions, reopenings] = [this.#revisions.all(id), this.#revisions.reopenings(id)];
      return { snapshot: first.snapshot, rows: this.#history.all(id), revisions, reopenings };
    });
  }

  /**
   * Keeps a plan with a past that was found sound, as if it had happened here: `plan` is what the past makes of it. Under
   * another id than before every row is sealed anew; under the same id the seals stay what they were.
   */
  createWithPast(plan: Plan, total: Dong, past: Past, wording: KeptWording | null): void {
    const last = past.rows.at(-1);
    if (!last) throw new Error('a past without a first row');
    const records = planTexts(plan);
    this.#atOnce(() => {
      this.#plans.insert(plan, records, {
        sequence: last.sequence,
        total: `${total}`,
        changed: last.at,
      });
      this.#history.putSnapshot(plan.id, 0, past.snapshot);
      for (const { seal: _, ...row } of past.rows) this.#history.append({ ...row, plan: plan.id });
      for (const revision of past.revisions) this.#revisions.insert(plan.id, revision);
      for (const reopening of past.reopenings) this.#revisions.reopen(plan.id, reopening);
      if (wording) this.#wordings.put(plan.id, wording);
    });
  }

  /** Keeps a new plan whole: as it is now, and as the first point of its history. */
  create(plan: Plan, total: Dong, label: ChangeLabel, wording: KeptWording | null = null): Progress {
    const progress = this.#progress(0, total);
    // Written out before the transaction, so that a large plan keeps no other window waiting.
    const records = planTexts(plan);
    const snapshot = WHOLE_PLAN.write(plan);
    this.#atOnce(() => {
      this.#plans.insert(plan, records, progress);
      this.#history.putSnapshot(plan.id, 0, snapshot);
      this.#append(plan.id, progress, {
        kind: 'create',
        label: LABEL.write(label),
        edits: NO_EDITS,
        inverse: NO_EDITS,
        undoes: null,
        undo_top: null,
        redo_top: null,
      });
      if (wording) this.#wordings.put(plan.id, wording);
    });
    return progress;
  }

  undoStep(id: PlanId, sequence: number): HistoryStep | null {
    return undoStep(this.#history, id, sequence);
  }

  redoStep(id: PlanId, sequence: number): HistoryStep | null {
    return redoStep(this.#history, id, sequence);
  }

  /** Keeps a change as the row after `base`; null where the plan is no longer at `base`, with nothing written. */
  keepChange(base: number, before: Plan, after: Plan, total: Dong, change: NewChange): Progress | null {
    return this.#keep(base, before, after, total, change.edits, {
      kind: 'change',
      label: LABEL.write(change.label),
      edits: EDITS.write(change.edits),
      inverse: EDITS.write(change.inverse),
      undoes: null,
      undo_top: base + 1,
      redo_top: null,
    });
  }

  keepStep(base: number, before: Plan, after: Plan, total: Dong, step: HistoryStep): Progress | null {
    return this.#keep(base, before, after, total, step.edits, step.record);
  }

  /** What undo and redo would act on after a row of the history. */
  waiting(id: PlanId, sequence: number): { undo: Waiting | null; redo: Waiting | null } {
    return this.#together(() => {
      const row = this.#history.headAt(id, sequence);
      return { undo: this.#labelled(id, row?.undo_top), redo: this.#labelled(id, row?.redo_top) };
    });
  }

  history(id: PlanId): HistoryLine[] {
    return this.#history.heads(id).map(({ sequence, at, by, kind, label, undoes }) => {
      return { sequence, at, by, kind, label: LABEL.read(label), undoes };
    });
  }

  /** The plan as it was after a row of its history, replayed; undefined where there is no such row. */
  planAt(id: PlanId, sequence: number): Plan | undefined {
    const path = this.#together(() =>
      this.#history.headAt(id, sequence) ? this.#history.pathTo(id, sequence) : undefined,
    );
    return path && replay(path.snapshot, path.edits);
  }

  revisions(id: PlanId): RevisionRecord[] {
    return this.#revisions.all(id);
  }

  /** Names the plan's last point; the revision that already bears the label instead, where there is one. */
  revise(id: PlanId, label: string): { made: boolean; revision: RevisionRecord } {
    return this.#atOnce(() => {
      const known = this.#revisions.find(id, label);
      if (known) return { made: false, revision: known };
      const sequence = this.#plans.find(id)?.sequence;
      if (sequence === undefined) throw new Error(`revise of a plan that does not exist: ${id}`);
      const at = this.#time();
      const revision: RevisionRecord = {
        label,
        sequence,
        at,
        stage: 'draft',
        by: this.#desk.author,
        note: '',
      };
      this.#revisions.insert(id, revision);
      return { made: true, revision };
    });
  }

  view(id: PlanId, form: FormId): PlanView {
    return this.#looks.view(id, form);
  }

  keepView(id: PlanId, form: FormId, view: PlanView): void {
    this.#atOnce(() => this.#looks.putView(id, form, view));
  }

  settings(): Settings {
    return this.#looks.settings();
  }

  keepSettings(settings: Settings): void {
    this.#atOnce(() => this.#looks.putSettings(settings));
  }

  /** What the columns of foreign workbooks were corrected to. */
  rememberedColumns(): RememberedColumns {
    return this.#imports.all();
  }

  rememberColumns(header: string, columns: RememberedColumns[string]): void {
    this.#atOnce(() => this.#imports.put(header, columns, this.#time()));
  }

  ownForms(): OwnForm[] {
    return this.#ownForms.all();
  }

  /** Keeps a form; false, with nothing written, where another one bears its name. */
  keepOwnForm(form: OwnForm): boolean {
    return this.#atOnce(() => {
      if (isNameTaken(form, this.#ownForms.all())) return false;
      this.#ownForms.put(form);
      return true;
    });
  }

  deleteOwnForm(id: string): void {
    this.#atOnce(() => this.#ownForms.remove(id));
  }

  setDeleted(id: PlanId, deleted: boolean): void {
    this.#atOnce(() => this.#plans.setDeleted(id, deleted ? this.#time() : null));
  }

  #keep(
    base: number,
    before: Plan,
    after: Plan,
    total: Dong,
    edits: readonly PlanEdit[],
    record: HistoryStep['record'],
  ): Progress | null {
    const progress = this.#progress(base + 1, total);
    return this.#atOnce(() => {
      // Another window or the terminal may have written since the caller looked.
      if (this.#plans.find(after.id)?.sequence !== base) return null;
      this.#plans.update(before, after, progress, rowsTouched(edits));
      this.#append(after.id, progress, record);
      return progress;
    });
  }

  #append(plan: PlanId, { sequence, changed }: Progress, record: HistoryStep['record']): void {
    const row: HistoryRecord = { plan, sequence, at: changed, by: this.#desk.author, ...record };
    this.#history.append(row);
  }

  #labelled(id: PlanId, sequence: number | null | undefined): Waiting | null {
    const row = sequence === null || sequence === undefined ? undefined : this.#history.headAt(id, sequence);
    return row ? { sequence: row.sequence, label: LABEL.read(row.label) } : null;
  }

  #progress(sequence: number, total: Dong): Progress {
    return { sequence, total: `${total}`, changed: this.#time() };
  }

  #time(): string {
    return this.#desk.now().toISOString();
  }

  /** One write transaction, its lock taken first so that nothing changes between its reads and its writes. */
  #atOnce<Value>(work: () => Value): Value {
    const { newer, redo } = this.opened;
    if (newer !== null) throw new NewerLibrary(newer);
    this.#writes.length = 0;
    const [value, era] = this.#transactions.write(() => [work(), this.#era.get()?.era] as const);
    if (era !== undefined && this.#writes.length > 0) redo.append(era, this.#writes);
    return value;
  }

  /** One moment of the database for several reads. */
  #together<Value>(reads: () => Value): Value {
    return this.#transactions.read(reads);
  }
}
