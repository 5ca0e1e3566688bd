import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Planner } from '../../shared/api/planner.ts';
import type { KeptWording } from '../../shared/api/wording.ts';
import type { RowId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { TextReading } from '../../shared/prose/text-reading.ts';
import { type Holding, holdStatements } from '../../shared/reconcile/wording/hold.ts';
import type { Statements } from '../../shared/reconcile/wording/statements.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { TextReader } from '../wording/text-reader.ts';
import type { Session } from './session.ts';
import { afterFrame } from './use-after-frame.ts';

/** A text beside the plan as it is now. */
export interface Held {
  readonly kept: KeptWording;
  readonly reading: TextReading;
  readonly holding: Holding;
}

export type WordingState =
  | { readonly kind: 'loading' | 'none' }
  /** A file or text is being read; it can be cancelled. */
  | { readonly kind: 'reading'; cancel(): void }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | ({ readonly kind: 'held' } & Held);

/** A text that was read, and what it states of the plan as its rows were then. */
interface Read {
  readonly kept: KeptWording;
  readonly reader: TextReader;
  readonly reading: TextReading;
  readonly statements: Statements;
  readonly frame: readonly unknown[];
}

const GONE: Refusal = { code: 'session.hostGone', params: {} };

/** The wording that the open plan is held against: kept by the host, held anew one frame after each change of the plan. */
export class Wordings {
  readonly store: StoreApi<WordingState> = createStore<WordingState>(() => ({ kind: 'loading' }));
  readonly #session: Session;
  readonly #planner: Planner;
  #read: Read | null = null;
  #reader: TextReader | null = null;
  #followed = false;

  constructor(session: Session, planner: Planner) {
    this.#session = session;
    this.#planner = planner;
  }

  /** Loads what was kept, once, and follows the plan from then on. */
  open(): void {
    if (this.#followed) return;
    this.#followed = true;
    this.#session.store.subscribe((state, before) => {
      if (state.plan !== before.plan) afterFrame(this.#follow);
    });
    void this.#load();
  }

  async #load(): Promise<void> {
    const kept = await this.#planner.wording({ plan: this.#plan.id }).catch(() => null);
    if (!kept?.ok) this.store.setState({ kind: 'failed', refusal: kept?.refusal ?? GONE }, true);
    else await this.#take(kept.value.wording);
  }

  /** Reads a file, and keeps it in place of the wording before; that one stays where the file is refused or cancelled. */
  async openFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Refusal | null> {
    const before = this.store.getState();
    const job = crypto.randomUUID();
    const cancel = (): void => void this.#planner.cancelJob({ job }).catch(() => undefined);
    this.store.setState({ kind: 'reading', cancel }, true);
    const opened = await this.#planner
      .openWording({ plan: this.#plan.id, name, bytes, job })
      .catch(() => null);
    if (opened?.ok) {
      await this.#take(opened.value);
      return null;
    }
    this.store.setState(before, true);
    return opened?.refusal ?? GONE;
  }

  /** Keeps a wording in place of the one before, and holds the plan against it; null takes it away. */
  async keep(wording: KeptWording | null): Promise<Refusal | null> {
    const refused = await this.#store(wording);
    if (refused === null) await this.#take(wording);
    return refused;
  }

  /** Says which row a heading means whose number and name contradict each other. */
  async answer(start: number, row: RowId): Promise<Refusal | null> {
    const read = this.#read;
    if (!read) return null;
    const others = read.kept.answers.filter((one) => one.start !== start);
    const kept = { ...read.kept, answers: [...others, { start, row }] };
    const refused = await this.#store(kept);
    if (refused === null && this.#read === read) await this.#state({ ...read, kept });
    return refused;
  }

  async #store(wording: KeptWording | null): Promise<Refusal | null> {
    const kept = await this.#planner.keepWording({ plan: this.#plan.id, wording }).catch(() => null);
    return kept?.ok ? null : (kept?.refusal ?? GONE);
  }

  get #plan(): Plan {
    return this.#session.store.getState().plan;
  }

  /** A later text takes the place of one that is still being read. */
  async #take(kept: KeptWording | null): Promise<void> {
    this.#reader?.end();
    this.#read = null;
    if (!kept) {
      this.store.setState({ kind: 'none' }, true);
      return;
    }
    const reader = new TextReader();
    this.#reader = reader;
    this.store.setState({ kind: 'reading', cancel: () => void this.keep(null) }, true);
    const reading = await reader.read(kept.text);
    if (this.#reader !== reader) return;
    await this.#state({ kept, reader, reading });
  }

  /** What the text states follows from the plan's rows and names, which change less often than its amounts. */
  async #state({ kept, reader, reading }: Pick<Read, 'kept' | 'reader' | 'reading'>): Promise<void> {
    const frame = frameOf(this.#plan);
    const answers = new Map(kept.answers.map(({ start, row }) => [start, row]));
    const statements = await reader.state(this.#plan, answers);
    if (this.#reader !== reader) return;
    this.#read = { kept, reader, reading, statements, frame };
    // Taking in the answer and holding the plan against it are two pieces of work.
    afterFrame(this.#follow);
  }

  readonly #follow = (): void => {
    const read = this.#read;
    if (!read) return;
    const { plan, totals } = this.#session.store.getState();
    if (frameOf(plan).some((one, at) => one !== read.frame[at])) {
      void this.#state(read);
      return;
    }
    const { kept, reading, statements } = read;
    const holding = holdStatements(plan, totals, reading, statements);
    // Drawing it is a piece of work of its own: a key that was pressed meanwhile comes first.
    setTimeout(() => {
      if (this.#read === read) this.store.setState({ kind: 'held', kept, reading, holding }, true);
    });
  };
}

function frameOf({ rows, sources, period, programme, header }: Plan): readonly unknown[] {
  return [rows, sources, period, programme, header];
}

const known = new WeakMap<Session, Wordings>();

/** The one of a session: it stays while panels come and go. */
export function wordingsOf(session: Session, planner: Planner): Wordings {
  const wordings = known.get(session) ?? new Wordings(session, planner);
  known.set(session, wordings);
  return wordings;
}
