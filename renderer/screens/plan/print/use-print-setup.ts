import { useEffect, useMemo, useState } from 'react';
import type { OwnForm } from '../../../../shared/forms/own-form.ts';
import type { PrintSet } from '../../../../shared/forms/print-set.ts';
import { printNow } from '../../../../shared/forms/remembered-print.ts';
import type { Refusal } from '../../../../shared/refusal.ts';
import { usePlanContext } from '../actions/use-action-state.ts';
import { withChoices, withOwnForm, withoutOwnForm } from './print-set-edits.ts';

/** What is printed, as the officer sets it up; it is remembered with the view of the form. */
export interface PrintSetup {
  /** What is shown: while an own form is edited, that form alone, as it is at this moment. */
  readonly set: PrintSet;
  readonly ownForms: readonly OwnForm[];
  /** Labels of the plan's revisions, the latest last. */
  readonly revisions: readonly string[];
  /** The own form that is being edited. */
  readonly draft: OwnForm | null;
  /** An own form that was deleted just now. */
  readonly deleted: OwnForm | null;
  change(set: PrintSet): void;
  edit(form: OwnForm): void;
  /** Ends the editing, with nothing kept. */
  leave(): void;
  /** Keeps what was edited; a refusal leaves it being edited. */
  keep(): Promise<Refusal | null>;
  remove(form: OwnForm): Promise<void>;
  restore(): Promise<void>;
}

interface Loaded {
  readonly ownForms: readonly OwnForm[];
  readonly revisions: readonly string[];
  readonly set: PrintSet;
}

const HOST_GONE: Refusal = { code: 'session.hostGone', params: {} };

/** Null until the host has said which own forms and revisions there are. */
export function usePrintSetup(): PrintSetup | null {
  const { session, host, view } = usePlanContext();
  const { planner } = host;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [draft, setDraft] = useState<OwnForm | null>(null);
  const [deleted, setDeleted] = useState<{ readonly form: OwnForm; readonly before: PrintSet } | null>(null);

  useEffect(() => {
    const load = async (): Promise<Loaded> => {
      const { plan } = session.store.getState();
      const [kept, marked] = await Promise.all([
        planner.ownForms({}).catch(() => null),
        planner.revisions({ plan: plan.id }).catch(() => null),
      ]);
      const ownForms = kept?.ok ? kept.value : [];
      const revisions = marked?.ok ? marked.value.map(({ label }) => label) : [];
      const { form, print } = view.getState();
      return {
        ownForms,
        revisions,
        set: printNow(print, { form, period: plan.period, ownForms, revisions }),
      };
    };
    void load().then(setLoaded);
  }, [session, planner, view]);

  // The pages follow this object: it stays the same while nothing changes.
  const set = useMemo(
    () => loaded && (draft ? withChoices(loaded.set, [{ kind: 'own', form: draft }]) : loaded.set),
    [loaded, draft],
  );
  if (!loaded || !set) return null;

  const become = (next: Partial<Loaded>): void => {
    setLoaded({ ...loaded, ...next });
    if (next.set) view.setState({ print: next.set });
  };
  const put = async (form: OwnForm): Promise<Refusal | null> => {
    const answer = await planner.keepOwnForm({ form }).catch(() => null);
    return answer?.ok ? null : (answer?.refusal ?? HOST_GONE);
  };
  return {
    set,
    ownForms: loaded.ownForms,
    revisions: loaded.revisions,
    draft,
    deleted: deleted?.form ?? null,
    change: (next) => {
      setDeleted(null);
      become({ set: next });
    },
    edit: (form) => {
      setDeleted(null);
      setDraft(form);
    },
    leave: () => setDraft(null),
    keep: async () => {
      if (!draft) return null;
      const form = { ...draft, name: draft.name.trim() };
      const refused = await put(form);
      if (refused) return refused;
      const isNew = loaded.ownForms.every(({ id }) => id !== form.id);
      const ownForms = isNew
        ? [...loaded.ownForms, form]
        : loaded.ownForms.map((one) => (one.id === form.id ? form : one));
      become({ ownForms, set: withOwnForm(loaded.set, form) });
      setDraft(null);
      return null;
    },
    remove: async (form) => {
      const answer = await planner.deleteOwnForm({ id: form.id }).catch(() => null);
      if (!answer?.ok) return;
      setDeleted({ form, before: loaded.set });
      become({
        ownForms: loaded.ownForms.filter(({ id }) => id !== form.id),
        set: withoutOwnForm(loaded.set, form),
      });
    },
    restore: async () => {
      if (!deleted || (await put(deleted.form)) !== null) return;
      become({ ownForms: [...loaded.ownForms, deleted.form], set: deleted.before });
      setDeleted(null);
    },
  };
}
