import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Finding, SEVERITIES, type Severity } from '../../shared/checks/finding.ts';
import { cellsOf } from '../../shared/checks/finding-cells.ts';
import { formById } from '../../shared/forms/catalogue.ts';
import { type FormLayout, layoutForm } from '../../shared/forms/layout.ts';
import { PlanReview, type Reviewed } from '../../shared/reconcile/plan-review.ts';
import { lineId } from '../../shared/sheet/cell-place.ts';
import type { ViewStore } from '../view/view-store.ts';
import type { Session } from './session.ts';
import { afterFrame } from './use-after-frame.ts';

/** What is to be looked at in one cell. */
export interface FoundInCell {
  /** The gravest of them. */
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** By line id, then by column id. */
export type FoundCells = ReadonlyMap<string, ReadonlyMap<string, FoundInCell>>;

export interface ReviewState {
  readonly reviewed: Reviewed;
  /** Of what is open, on the form that is shown. */
  readonly cells: FoundCells;
}

const NOTHING_YET: ReviewState = { reviewed: { open: [], accepted: [], passed: [] }, cells: new Map() };

/** The name of a look in the browser's timeline. */
export const CHECKS_MEASURE = 'checks';

/** What is to be looked at in the open plan, one frame after each change: no edit ever waits for its checks. */
export class Reviews {
  readonly store: StoreApi<ReviewState> = createStore<ReviewState>(() => NOTHING_YET);
  readonly #session: Session;
  readonly #view: ViewStore;
  readonly #review = new PlanReview();
  #layout: FormLayout | null = null;
  #laidFor: readonly unknown[] = [];

  constructor(session: Session, view: ViewStore) {
    this.#session = session;
    this.#view = view;
  }

  /** Keeps the store up to the plan and to how it is about to be printed; answers how to stop. */
  follow(): () => void {
    const soon = (): void => afterFrame(this.#look);
    const stops = [
      this.#session.store.subscribe((state, before) => {
        if (state.plan !== before.plan) soon();
      }),
      this.#view.subscribe((state, before) => {
        if (state.form !== before.form || state.print !== before.print) soon();
      }),
    ];
    soon();
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** As the plan is at this moment, for who cannot wait for the next frame. */
  now(): Reviewed {
    return this.#reviewed(this.#layoutNow());
  }

  readonly #look = (): void => {
    const start = performance.now();
    const layout = this.#layoutNow();
    const reviewed = this.#reviewed(layout);
    this.store.setState({ reviewed, cells: foundCells(layout, reviewed.open) });
    // For the bench and the browser's own profile: the last look with all that drew from it at once.
    performance.clearMeasures(CHECKS_MEASURE);
    performance.measure(CHECKS_MEASURE, { start });
  };

  #reviewed(layout: FormLayout): Reviewed {
    const { plan, totals } = this.#session.store.getState();
    const { print } = this.#view.getState();
    const printed = { unit: print?.options.unit ?? null, decimals: print?.options.decimals ?? null };
    return this.#review.look({ plan, totals, layout, printed });
  }

  #layoutNow(): FormLayout {
    const { plan, totals } = this.#session.store.getState();
    const { form } = this.#view.getState();
    const { rows, sources, period, programme } = plan;
    const wanted = [form, rows, sources, period, programme, totals.shape];
    if (!this.#layout || wanted.some((one, at) => one !== this.#laidFor[at])) {
      this.#layout = layoutForm(formById(form), plan, totals.shape);
      this.#laidFor = wanted;
    }
    return this.#layout;
  }
}

function foundCells(layout: FormLayout, open: readonly Finding[]): FoundCells {
  const cells = new Map<string, Map<string, FoundInCell>>();
  for (const found of open) {
    for (const { line: at, column } of cellsOf(layout, found)) {
      const line = layout.lines[at];
      if (!line) continue;
      const inLine = cells.get(lineId(line)) ?? new Map<string, FoundInCell>();
      const before = inLine.get(column);
      const severity = before ? graver(before.severity, found.severity) : found.severity;
      inLine.set(column, { severity, findings: [...(before?.findings ?? []), found] });
      cells.set(lineId(line), inLine);
    }
  }
  return cells;
}

function graver(one: Severity, other: Severity): Severity {
  return SEVERITIES.indexOf(one) <= SEVERITIES.indexOf(other) ? one : other;
}
