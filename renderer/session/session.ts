import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Acknowledged, OpenPlan, Step } from '../../shared/api/contract.ts';
import type { Later } from '../../shared/api/history.ts';
import type { Planner } from '../../shared/api/planner.ts';
import { isProtected, type Revision } from '../../shared/api/revisions.ts';
import { type ChangedTotal, Totals } from '../../shared/engine/totals.ts';
import { editedPlan } from '../../shared/plan/edit/apply.ts';
import type { Change, ChangeLabel, PlanEdit } from '../../shared/plan/edit/edit.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/refusal.ts';

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
  /** The newest approved revision, which protects the plan until it is opened again. */
  readonly approval: Revision | null;
  /** Why the last gesture was not kept; the plan is then what the host has. */
  readonly failure: Failure | null;
}

/** What was not kept and why, so that nothing typed is lost without a word. */
export interface Failure {
  readonly refusal: Refusal;
  /** The gestures that went with it, the first the one that was refused. */
  readonly lost: readonly ChangeLabel[];
  /** What was done elsewhere meanwhile, oldest first. */
  readonly theirs: readonly Theirs[];
}

export type Theirs = Pick<NonNullable<Later['changes']>[number], 'by' | 'kind' | 'label'>;

export type Changed = readonly ChangedTotal[] | 'all';

/** One thing to do with the host, after those before it. */
interface Task {
  run(): Promise<void>;
  /** What is lost where it is refused; null where nothing of the officer's. */
  readonly label: ChangeLabel | null;
}

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
  #asking = false;

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
    const locked = this.locked();
    if (locked) return { ok: false, refusal: locked };
    const shown = this.#show(change.edits);
    if (!shown.ok) return shown;
    this.#enqueue(change.label, async () => {
      const { plan, sequence } = this.store.getState();
      this.#settle(await this.#planner.applyChange({ plan: plan.id, baseSequence: sequence, change }));
    });
    return ok(undefined);
  }

  /** Why nothing of the plan can be changed at the moment, or null. */
  locked(): Refusal | null {
    const { approval } = this.store.getState();
    if (!isProtected(approval)) return null;
    return { code: 'api.approvedPlan', params: { label: approval.label, by: approval.by } };
  }

  /**
   * Follows what others did to the plan since the last look, like gestures of one's own. What is under way here stands
   * on what was seen before: the host then judges it, and nothing is followed until it has.
   */
  async catchUp(): Promise<void> {
    if (this.#running || this.#asking) return;
    this.#asking = true;
    try {
      const { plan, sequence, savedAt: changed, approval } = this.store.getState();
      const answer = await this.#planner.changesSince({ plan: plan.id, sequence, changed });
      const now = this.store.getState();
      if (this.#running || now.sequence !== sequence || now.approval !== approval) return;
      if (answer.ok) this.#follow(answer.value);
      else this.#fail({ refusal: answer.refusal, lost: [], theirs: [] });
    } catch {
      // A host that does not answer is told of when something is to be kept.
    } finally {
      this.#asking = false;
    }
  }

  /** The gesture that was not kept has been read. */
  forgetFailure(): void {
    this.store.setState({ failure: null });
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
    return this.locked() === null && (state[direction] !== null || state.underWay > 0);
  }

  /** When every gesture so far has been acknowledged or refused. */
  async settled(): Promise<void> {
    while (this.#running) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #step(direction: 'undo' | 'redo'): void {
    this.#enqueue(null, async () => {
      const { plan, sequence, [direction]: next } = this.store.getState();
      if (!next || this.locked()) return;
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
    });
    this.#tell(followed.value.changed);
    return ok(undefined);
  }

  #settle(answer: Result<Acknowledged>): void {
    if (!answer.ok) throw new Refused(answer.refusal);
    const { sequence, changed, undo, redo } = answer.value;
    this.store.setState({ sequence, savedAt: changed, undo, redo });
  }

  #follow({ later, approval }: { readonly later: Later | null; readonly approval: Revision | null }): void {
    if (later) {
      const { sequence, changed, undo, redo, changes } = later;
      const edits = changes?.flatMap((change) => change.edits);
      if (!edits || !this.#show(edits).ok) {
        this.#enqueue(null, () => this.#openAgain());
        return;
      }
      this.store.setState({ sequence, savedAt: changed, undo, redo });
    }
    if (JSON.stringify(approval) !== JSON.stringify(this.store.getState().approval))
      this.store.setState({ approval });
  }

  /** Too much was done elsewhere to be followed. What was done here meanwhile was done to what is no longer there. */
  async #openAgain(): Promise<void> {
    const { plan, version, failure } = this.store.getState();
    const opened = await this.#planner.openPlan({ plan: plan.id });
    if (!opened.ok) throw new Refused(opened.refusal);
    if (this.#queue.length > 1) throw new Refused(refuse('session.openedAgain').refusal);
    this.store.setState({ ...stateOf(opened.value, version + 1), failure });
    this.#tell('all');
  }

  #enqueue(label: ChangeLabel | null, run: () => Promise<void>): void {
    this.#queue.push({ label, run });
    this.store.setState({ underWay: this.#queue.length });
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      for (let task = this.#queue[0]; task; task = this.#queue[0]) {
        await task.run();
        this.#queue.shift();
        this.store.setState({ underWay: this.#queue.length });
      }
    } catch (error) {
      // What was shown after the gesture that failed stood on it, so it goes with it.
      const lost = this.#queue.flatMap(({ label }) => label ?? []);
      const refusal = error instanceof Refused ? error.refusal : refuse('session.hostGone').refusal;
      const theirs = refusal.code === 'api.stalePlan' ? await this.#theirs() : [];
      // What was lost before stays told until the officer has read it.
      const before = this.store.getState().failure?.lost ?? [];
      this.#queue.length = 0;
      await this.#goBack({ refusal, lost: [...before, ...lost], theirs });
    } finally {
      this.#running = false;
    }
  }

  /** What was done elsewhere since the last row that is known here; nothing where it cannot be had. */
  async #theirs(): Promise<Failure['theirs']> {
    const { plan, sequence } = this.store.getState();
    const answer = await this.#planner.changesSince({ plan: plan.id, sequence }).catch(() => null);
    const changes = (answer?.ok && answer.value.later?.changes) || [];
    return changes.map(({ by, kind, label }) => ({ by, kind, label }));
  }

  /** Shows the acknowledged state again. When even that cannot be had, the failure stays in sight. */
  async #goBack(failure: Failure): Promise<void> {
    const { plan, version } = this.store.getState();
    try {
      const opened = await this.#planner.openPlan({ plan: plan.id });
      if (opened.ok) this.store.setState({ ...stateOf(opened.value, version + 1), failure });
      else this.store.setState({ failure: { ...failure, refusal: opened.refusal }, underWay: 0 });
    } catch {
      this.store.setState({ failure, underWay: 0 });
    }
    this.#tell('all');
  }

  /** Says once what is asked every second. */
  #fail(failure: Failure): void {
    const known = this.store.getState().failure;
    if (known?.refusal.code !== failure.refusal.code) this.store.setState({ failure });
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
  const { plan, sequence, changed, undo, redo, approval } = opened;
  return {
    plan,
    totals: totals.value,
    version,
    sequence,
    savedAt: changed,
    underWay: 0,
    undo,
    redo,
    approval,
    failure: null,
  };
}
