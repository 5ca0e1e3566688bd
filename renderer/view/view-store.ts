import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlanView } from '../../shared/api/contract.ts';
import { DEFAULT_VIEW } from '../../shared/api/looks.ts';
import type { Planner } from '../../shared/api/planner.ts';
import type { FormId } from '../../shared/forms/form.ts';
import type { PrintSet } from '../../shared/forms/print-set.ts';
import { type PlanId, rowId } from '../../shared/plan/ids.ts';
import type { RowFilter } from './row-filter.ts';

/** How one plan is looked at on one form. */
export interface ViewState {
  readonly form: FormId;
  /** Ids of rows whose rows below are hidden. */
  readonly collapsed: ReadonlySet<string>;
  /** Pixels of columns that the officer made wider or narrower. */
  readonly widths: Readonly<Record<string, number>>;
  /** The last of the columns that stay in sight; null for the form's own. */
  readonly frozen: string | null;
  /** What was last set up to be printed; null for the form as it is officially. */
  readonly print: PrintSet | null;
  readonly filter: RowFilter | null;
}

export type ViewStore = StoreApi<ViewState>;

/** What of it the host remembers. */
const KEPT = ['collapsed', 'widths', 'frozen', 'print'] as const;

/** A pause after the last change of a column's width before it is kept. */
const KEEP_AFTER = 400;

/** The view of a plan, remembered by the host for each form. */
export async function openView(planner: Planner, plan: PlanId, form: FormId): Promise<ViewStore> {
  const store = createStore<ViewState>(() => EMPTY);
  await showForm(store, planner, plan, form);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((view, before) => {
    if (view.form !== before.form || KEPT.every((part) => view[part] === before[part])) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void keep(planner, plan, view).catch(() => undefined), KEEP_AFTER);
  });
  return store;
}

/** Shows another form, as it was last looked at. */
export async function showForm(
  store: ViewStore,
  planner: Planner,
  plan: PlanId,
  form: FormId,
): Promise<void> {
  const answer = await planner.view({ plan, form }).catch(() => null);
  const view: PlanView = answer?.ok ? answer.value.view : DEFAULT_VIEW;
  store.setState({ ...view, form, collapsed: new Set(view.collapsed), filter: null });
}

async function keep(planner: Planner, plan: PlanId, { form, ...view }: ViewState): Promise<void> {
  const { widths, frozen, print } = view;
  const collapsed = [...view.collapsed].map(rowId);
  await planner.keepView({ plan, form, view: { collapsed, widths, frozen, print } });
}

const EMPTY: ViewState = {
  form: 'F1',
  collapsed: new Set(),
  widths: {},
  frozen: null,
  print: null,
  filter: null,
};
