import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Acknowledged, OpenPlan, Step } from '../../shared/api/contract.ts';
import type { Planner } from '../../shared/api/planner.ts';
import { type ChangedTotal, Totals } from '../../shared/engine/totals.ts';
import { editedPlan } from '../../shared/plan/edit/apply.ts';
import type { Change, PlanEdit } from '../../shared/plan/edit/edit.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { ok, type Refusal, type Result } from '../../shared/refusal.ts';

/** The open plan as the screens draw it. */
export interface SessionState {
  readonly plan: Plan;
  /** Changed in place: watch `version`, or `onTotals` for just what changed. */
  readonly totals: Totals;
  readonly version: number;
  /** The last history row that the host has on disk. */
  readonly sequence: number;
  /** ISO time of that row. */
  readonly savedAt: string;
  /** Gestures shown here that the host has not acknowledged yet. */
  readonly underWay: number;
  readonly undo: Step | null;
  readonly redo: Step | null;
  /** Why the last gesture was not kept; the plan is then what the host has. */
  readonly failure: Refusal | null;
}

export type Changed = readonly ChangedTotal[] | 'all';
type Task = () => Promise<void>;

/**
 * One open plan. A gesture is applied at once and sent to the host in order; the host's word is final: on a refusal
 * or a failure the session goes back to what the host has, and says why.
 */
export class Session {
  readonly store: StoreApi<SessionState>;
  readonly #planner: Planner;
  readonly #listeners = new Set<(changed: Changed) => void>();
  readonly #queue: Task[] = [];
  #running = false;

  constructor(planner: Planner, opened: OpenPlan) {
    this.#planner = planner;
    this.store = createStore<SessionState>(() => stateOf(opened, 0));
  }

  /** Hears which totals a change touched, before anything is drawn. Answers how to stop hearing. */
  onTotals(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Applies a gesture here and sends it. A refusal means that nothing happened, here or there. */
  dispatch(change: Change): Result<void> {
    const shown = this.#show(change.edits);
    if (!shown.ok) return shown;
    this.#enqueue(async () => {
      const { plan, sequence } = this.store.getState();
      this.#settle(await this.#planner.applyChange({ plan: plan.id, baseSequence: sequence, change }));
    });
    return ok(undefined);
  }

  undo(): void {
    this.#step('undo');
  }

  redo(): void {
    this.#step('redo');
  }

  /** Whether there is a step to take, or a gesture under way that may become one. */
  mayStep(direction: 'undo' | 'redo'): boolean {
    const state = this.store.getState();
    return state[direction] !== null || state.underWay > 0;
  }

  /** When every gesture so far has been acknowledged or refused. */
  async settled(): Promise<void> {
    while (this.#running) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #step(direction: 'undo' | 'redo'): void {
    this.#enqueue(async () => {
      const { plan, sequence, [direction]: next } = this.store.getState();
      if (!next) return;
      const answer = await this.#planner[direction]({ plan: plan.id, baseSequence: sequence });
      if (answer.ok) {
        const shown = this.#show(answer.value.edits);
        if (!shown.ok)
          throw new Error(`the host's ${direction} does not fit the plan: ${shown.refusal.code}`);
      }
      this.#settle(answer);
    });
  }

  #show(edits: readonly PlanEdit[]): Result<void> {
    const { plan, totals, version } = this.store.getState();
    const edited = editedPlan(plan, edits);
    if (!edited.ok) return edited;
    const followed = totals.follow(edited.value, edits);
    if (!followed.ok) return followed;
    this.store.setState({
      plan: edited.value,
      totals: followed.value.totals,
      version: version + 1,
      failure: null,
    });
    this.#tell(followed.value.changed);
    return ok(undefined);
  }

  #settle(answer: Result<Acknowledged>): void {
    if (!answer.ok) throw new Refused(answer.refusal);
    const { sequence, changed, undo, redo } = answer.value;
    this.store.setState({ sequence, savedAt: changed, undo, redo });
  }

  #enqueue(task: Task): void {
    this.#queue.push(task);
    this.store.setState({ underWay: this.#queue.length });
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for (let task = this.#queue[0]; task; task = this.#queue[0]) {
        await task();
        this.#queue.shift();
        this.store.setState({ underWay: this.#queue.length });
      }
    } catch (error) {
      // What was shown after the gesture that failed stood on it, so it goes with it.
      this.#queue.length = 0;
      await this.#goBack(error instanceof Refused ? error.refusal : { code: 'session.hostGone', params: {} });
    } finally {
      this.#running = false;
    }
  }

  /** Shows the acknowledged state again. When even that cannot be had, the failure stays in sight. */
  async #goBack(failure: Refusal): Promise<void> {
    const { plan, version } = this.store.getState();
    try {
      const opened = await this.#planner.openPlan({ plan: plan.id });
      if (opened.ok) this.store.setState({ ...stateOf(opened.value, version + 1), failure });
      else this.store.setState({ failure: opened.refusal, underWay: 0 });
    } catch {
      this.store.setState({ failure, underWay: 0 });
    }
    this.#tell('all');
  }

  #tell(changed: Changed): void {
    for (const listener of this.#listeners) listener(changed);
  }
}

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function stateOf(opened: OpenPlan, version: number): SessionState {
  const totals = Totals.of(opened.plan);
  if (!totals.ok) throw new Error('a stored plan has totals out of range');
  const { plan, sequence, changed, undo, redo } = opened;
  return {
    plan,
    totals: totals.value,
    version,
    sequence,
    savedAt: changed,
    underWay: 0,
    undo,
    redo,
    failure: null,
  };
}
