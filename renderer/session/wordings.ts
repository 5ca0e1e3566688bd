import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Planner } from '../../shared/api/planner.ts';
import type { KeptWording } from '../../shared/api/wording.ts';
import type { RowId } from '../../shared/plan/ids.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { TextReading } from '../../shared/prose/text-reading.ts';
import { type Holding, holdStatements } from '../../shared/reconcile/wording/hold.ts';
import { type Statements, statementsOf } from '../../shared/reconcile/wording/statements.ts';
import type { Refusal } from '../../shared/refusal.ts';
import { readApart } from '../wording/read-apart.ts';
import type { Session } from './session.ts';
import { afterFrame } from './use-after-frame.ts';

export interface Held {
  readonly kept: KeptWording;
  readonly reading: TextReading;
  readonly holding: Holding;
}

export type WordingState =
  | { readonly kind: 'loading' | 'reading' | 'none' }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | ({ readonly kind: 'held' } & Held);

const GONE: Refusal = { code: 'session.hostGone', params: {} };

/** The wording that the open plan is held against: kept by the host, held anew one frame after each change of the plan. */
export class Wordings {
  readonly store: StoreApi<WordingState> = createStore<WordingState>(() => ({ kind: 'loading' }));
  readonly #session: Session;
  readonly #planner: Planner;
  #statements: { readonly of: readonly unknown[]; readonly made: Statements } | null = null;
  #reading = new AbortController();
  #stop: (() => void) | null = null;

  constructor(session: Session, planner: Planner) {
    this.#session = session;
    this.#planner = planner;
  }

  /** Loads what was kept, once, and follows the plan from then on. */
  open(): void {
    if (this.#stop) return;
    this.#stop = this.#session.store.subscribe((state, before) => {
      if (state.plan !== before.plan) afterFrame(this.#hold);
    });
    void this.#load();
  }

  async #load(): Promise<void> {
    const { plan } = this.#session.store.getState();
    const kept = await this.#planner.wording({ plan: plan.id }).catch(() => null);
    if (!kept?.ok) this.store.setState({ kind: 'failed', refusal: kept?.refusal ?? GONE }, true);
    else if (kept.value.wording) await this.#read(kept.value.wording);
    else this.store.setState({ kind: 'none' }, true);
  }

  /** Keeps a wording in place of the one before, and holds the plan against it; null takes it away. */
  async keep(wording: KeptWording | null): Promise<Refusal | null> {
    const { plan } = this.#session.store.getState();
    const kept = await this.#planner.keepWording({ plan: plan.id, wording }).catch(() => null);
    if (!kept?.ok) return kept?.refusal ?? GONE;
    if (wording) await this.#read(wording);
    else this.store.setState({ kind: 'none' }, true);
    return null;
  }

  /** Says which row a heading means whose number and name contradict each other. */
  async answer(start: number, row: RowId): Promise<Refusal | null> {
    const state = this.store.getState();
    if (state.kind !== 'held') return null;
    const others = state.kept.answers.filter((one) => one.start !== start);
    const kept = { ...state.kept, answers: [...others, { start, row }] };
    this.store.setState({ ...state, kept }, true);
    this.#statements = null;
    this.#hold();
    const { plan } = this.#session.store.getState();
    const done = await this.#planner.keepWording({ plan: plan.id, wording: kept }).catch(() => null);
    return done?.ok ? null : (done?.refusal ?? GONE);
  }

  async #read(kept: KeptWording): Promise<void> {
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    this.store.setState({ kind: 'reading' }, true);
    try {
      const reading = await readApart(kept.text, signal);
      this.#statements = null;
      this.store.setState({ kind: 'held', kept, reading, holding: this.#held(kept, reading) }, true);
    } catch (error) {
      // A later text took its place.
      if (!signal.aborted) {
        this.store.setState({ kind: 'failed', refusal: { code: 'internal', params: {} } }, true);
        throw error;
      }
    }
  }

  readonly #hold = (): void => {
    const state = this.store.getState();
    if (state.kind !== 'held') return;
    this.store.setState({ ...state, holding: this.#held(state.kept, state.reading) }, true);
  };

  #held(kept: KeptWording, reading: TextReading): Holding {
    const { plan, totals } = this.#session.store.getState();
    return holdStatements(plan, totals, reading, this.#stated(plan, kept, reading));
  }

  /** What the text states follows from the plan's rows and names, which change less often than its amounts. */
  #stated(plan: Plan, kept: KeptWording, reading: TextReading): Statements {
    const of = [plan.rows, plan.sources, plan.period, plan.programme, plan.header, kept.answers, reading];
    const known = this.#statements;
    if (known && of.every((one, at) => one === known.of[at])) return known.made;
    const answers = new Map(kept.answers.map(({ start, row }) => [start, row]));
    const made = statementsOf(plan, reading, answers);
    this.#statements = { of, made };
    return made;
  }
}

const known = new WeakMap<Session, Wordings>();

/** The one of a session: it stays while panels come and go. */
export function wordingsOf(session: Session, planner: Planner): Wordings {
  const wordings = known.get(session) ?? new Wordings(session, planner);
  known.set(session, wordings);
  return wordings;
}
