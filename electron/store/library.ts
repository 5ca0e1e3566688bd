import type Database from 'better-sqlite3';
import type { PlanView, Settings } from '../../shared/api/contract.ts';
import type { HistoryAsk, HistoryEntry, Later } from '../../shared/api/history.ts';
import { isProtected, type Revision } from '../../shared/api/revisions.ts';
import type { KeptWording } from '../../shared/api/wording.ts';
import type { FormId } from '../../shared/forms/form.ts';
import { isNameTaken, type OwnForm } from '../../shared/forms/own-form.ts';
import type { RememberedColumns } from '../../shared/intake/remembered.ts';
import type { Dong } from '../../shared/money/dong.ts';
import type { ChangeLabel, PlanEdit } from '../../shared/plan/edit/edit.ts';
import type { PlanId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { Desk } from '../desk.ts';
import { type CommitPoint, CommitPoints } from './commit-point.ts';
import { foundHistory } from './found-history.ts';
import { type HistoryHead, type HistoryRecord, HistoryRecords } from './history-records.ts';
import { type HistoryStep, redoStep, undoStep } from './history-step.ts';
import { ImportRecords } from './import-records.ts';
import { authorIn, LookRecords } from './look-records.ts';
import type { OpenLibrary } from './open-library.ts';
import { OwnFormRecords } from './own-form-records.ts';
import type { Past } from './past.ts';
import { type PlanRecord, PlanRecords, type Progress, planTexts, rowsTouched } from './plan-records.ts';
import { replay } from './replay.ts';
import {
  type ReopeningRecord,
  type RevisionFound,
  type RevisionRecord,
  RevisionRecords,
} from './revision-records.ts';
import type { OnWrite, Write } from './sealed-table.ts';
import { EDITS, LABEL, NO_EDITS, WHOLE_PLAN } from './stored-json.ts';
import { Transactions } from './transactions.ts';
import { WordingRecords } from './wording-records.ts';

/** What undo or redo would act on: the change's sequence and its label. */
export interface Waiting {
  readonly sequence: number;
  readonly label: ChangeLabel;
}

/** More changes than this are not followed one by one: the plan is opened again. */
const MOST_LATER = 200;

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
  readonly #points: CommitPoints;
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
    this.#points = new CommitPoints(database);
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
    this.opened.redo.close();
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
      const { snapshot } = first;
      return { snapshot, rows: this.#history.all(id), ...this.#revisions.kept(id) };
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
      let seal = this.#history.putSnapshot(plan.id, 0, past.snapshot);
      for (const { seal: _, ...row } of past.rows) {
        seal = this.#history.append({ ...row, plan: plan.id }, seal);
      }
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
      const seal = this.#history.putSnapshot(plan.id, 0, snapshot);
      const created = {
        kind: 'create',
        label: LABEL.write(label),
        edits: NO_EDITS,
        inverse: NO_EDITS,
      } as const;
      const row = { ...created, undoes: null, undo_top: null, redo_top: null };
      this.#append(plan.id, progress, this.#author(), row, seal);
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
    return this.#together(() => this.#waitingAt(id, sequence));
  }

  #waitingAt(id: PlanId, sequence: number): { undo: Waiting | null; redo: Waiting | null } {
    const row = this.#history.headAt(id, sequence);
    return { undo: this.#labelled(id, row?.undo_top), redo: this.#labelled(id, row?.redo_top) };
  }

  /** The rows of a history that are wanted, oldest first. */
  history(ask: HistoryAsk): HistoryEntry[] {
    return foundHistory(this.#history, ask);
  }

  /** How many changes came after a row of the history, and the last of them. */
  changesAfter(id: PlanId, sequence: number): { count: number; last: HistoryHead | undefined } {
    const last = this.#history.headAt(id, this.#plans.find(id)?.sequence ?? 0);
    return { count: Math.max(0, (last?.sequence ?? 0) - sequence), last };
  }

  authors(id: PlanId): string[] {
    return this.#history.authors(id);
  }

  /** What was done since a row of the history that was written at a time, of one moment; null where nothing. */
  later(id: PlanId, since: number, at?: string): Later | null {
    return this.#together(() => {
      const record = this.#plans.find(id);
      if (!record) return null;
      const { sequence, changed } = record;
      const isSameHistory = at === undefined || this.#history.headAt(id, since)?.at === at;
      if (isSameHistory && sequence === since) return null;
      const count = sequence - since;
      const isFollowed = isSameHistory && count > 0 && count <= MOST_LATER;
      const changes = isFollowed
        ? this.#history.after(id, since, count).map(({ by, kind, label, edits }) => {
            return { by, kind, label: LABEL.read(label), edits: EDITS.read(edits) };
          })
        : null;
      return { sequence, changed, ...this.#waitingAt(id, sequence), changes };
    });
  }

  /** The plan as it was after a row of its history, replayed; undefined where there is no such row. */
  planAt(id: PlanId, sequence: number): Plan | undefined {
    const path = this.#together(() =>
      this.#history.headAt(id, sequence) ? this.#history.pathTo(id, sequence) : undefined,
    );
    return path && replay(path.snapshot, path.edits);
  }

  /** In the order of the history. */
  revisions(id: PlanId): Revision[] {
    return this.#revisions.all(id).map(revisionOf);
  }

  /** The newest approved revision, which protects the plan until it is opened again. */
  approval(id: PlanId): Revision | null {
    const approved = this.#revisions.approved(id);
    return approved ? revisionOf(approved) : null;
  }

  /** Names the plan's last point; the revision that already bears the label instead, where there is one. */
  revise(
    id: PlanId,
    { label, stage, note }: Pick<RevisionRecord, 'label' | 'stage' | 'note'>,
  ): { made: boolean; revision: RevisionRecord } {
    return this.#atOnce(() => {
      const known = this.#revisions.find(id, label);
      if (known) return { made: false, revision: known };
      const sequence = this.#plans.find(id)?.sequence;
      if (sequence === undefined) throw new Error(`revise of a plan that does not exist: ${id}`);
      const revision: RevisionRecord = { label, sequence, at: this.#time(), stage, by: this.#author(), note };
      this.#revisions.insert(id, revision);
      return { made: true, revision };
    });
  }

  /** Opens an approved plan again; null, with nothing written, where nothing protects it. */
  reopen(id: PlanId, { kind, reason }: Pick<ReopeningRecord, 'kind' | 'reason'>): Revision | null {
    return this.#atOnce(() => {
      const reopened = { at: this.#time(), by: this.#author(), kind, reason };
      let opened: Revision | null = null;
      // The same point may have been approved under several names.
      for (let approval = this.approval(id); isProtected(approval); approval = this.approval(id)) {
        this.#revisions.reopen(id, { label: approval.label, ...reopened });
        opened ??= { ...approval, reopened };
      }
      return opened;
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

  /** Keeps some settings; the others stay as they are. */
  keepSettings(settings: Partial<Settings>): void {
    this.#atOnce(() => this.#looks.putSettings({ ...this.#looks.settings(), ...settings }));
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
    let point: CommitPoint | undefined;
    return this.#atOnce(
      () => {
        // Another window or the terminal may have written since the caller looked.
        point = this.#points.find(after.id);
        if (point?.sequence !== base || point.deleted_at !== null) return null;
        if (point.approved === 1 && isProtected(this.approval(after.id))) return null;
        this.#plans.update(before, after, progress, rowsTouched(edits));
        const by = authorIn(point.author) || this.#desk.author;
        this.#append(after.id, progress, by, record, point.seal);
        return progress;
      },
      () => point?.era ?? null,
    );
  }

  #append(
    plan: PlanId,
    { sequence, changed }: Progress,
    by: string,
    record: HistoryStep['record'],
    seal: string | null,
  ): void {
    const row: HistoryRecord = { plan, sequence, at: changed, by, ...record };
    this.#history.append(row, seal);
  }

  #labelled(id: PlanId, sequence: number | null | undefined): Waiting | null {
    const row = sequence === null || sequence === undefined ? undefined : this.#history.headAt(id, sequence);
    return row ? { sequence: row.sequence, label: LABEL.read(row.label) } : null;
  }

  /** Who works here, from the next edit on: the name that the office set, else the system's. */
  #author(): string {
    return this.#looks.author() || this.#desk.author;
  }

  #progress(sequence: number, total: Dong): Progress {
    return { sequence, total: `${total}`, changed: this.#time() };
  }

  #time(): string {
    return this.#desk.now().toISOString();
  }

  /** One write transaction, its lock taken first so that nothing changes between its reads and its writes. */
  #atOnce<Value>(work: () => Value, eraNow = () => this.#era.get()?.era ?? null): Value {
    const { newer, redo } = this.opened;
    if (newer !== null) throw new NewerLibrary(newer);
    this.#writes.length = 0;
    const [value, era] = this.#transactions.write(() => [work(), eraNow()] as const);
    if (era !== null && this.#writes.length > 0) redo.append(era, this.#writes);
    return value;
  }

  /** One moment of the database for several reads. */
  #together<Value>(reads: () => Value): Value {
    return this.#transactions.read(reads);
  }
}

function revisionOf(found: RevisionFound): Revision {
  const { label, sequence, at, stage, by, note, reopenedAt, reopenedBy, kind, reason } = found;
  const isReopened = reopenedAt !== null && reopenedBy !== null && kind !== null && reason !== null;
  const reopened = isReopened ? { at: reopenedAt, by: reopenedBy, kind, reason } : null;
  return { label, sequence, at, by, stage, note, approved: stage === 'approved', reopened };
}
