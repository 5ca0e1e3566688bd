import { Toast, ToastTitle, type useToastController } from '@fluentui/react-components';
import { type RefObject, useMemo, useRef } from 'react';
import { createStore } from 'zustand/vanilla';
import type { FormLayout } from '../../../shared/forms/layout.ts';
import { type RowId, rowId } from '../../../shared/plan/ids.ts';
import type { SheetAsks } from '../../grid/FormGrid.tsx';
import type { SheetHands } from '../../grid/sheet-hands.ts';
import type { VisibleSheet } from '../../grid/visible.ts';
import { useText } from '../../i18n/text.ts';
import { showForm } from '../../view/view-store.ts';
import { moveDragged } from './actions/row-actions.tsx';
import { type FindStore, goToFound } from './find-store.ts';
import { createFocusStore } from './focus-store.ts';
import { NOW } from './panels/compare/side-options.ts';
import { type ChosenSides, createDialogStore, type OpenDialog, type PlanContext } from './plan-context.ts';

interface ContextParts extends Pick<PlanContext, 'session' | 'view' | 'settings' | 'reviews' | 'host'> {
  readonly shown: RefObject<{ readonly layout: FormLayout; readonly visible: VisibleSheet }>;
  readonly finds: FindStore;
  exportWorkbook: PlanContext['exportWorkbook'];
  exportDocument: PlanContext['exportDocument'];
  dispatchToast: ReturnType<typeof useToastController>['dispatchToast'];
}

interface ContextValue {
  readonly context: PlanContext;
  readonly asks: SheetAsks;
  onHands(hands: SheetHands): void;
  onWidth(column: string, width: number): void;
}

/** The plan screen's context, made once; what changes is reached through stores and the latest drawing. */
export function usePlanContextValue(parts: ContextParts): ContextValue {
  const words = useText();
  const latest = useRef({ ...parts, words });
  latest.current = { ...parts, words };
  const { session, view, settings, reviews, host, finds } = parts;
  return useMemo(() => {
    const hands: { current: SheetHands | null } = { current: null };
    const focus = createFocusStore();
    const dialogs = createDialogStore();
    const sides = createStore<ChosenSides>(() => ({ before: null, after: NOW }));
    const historyRow = createStore<{ readonly row: RowId | null }>(() => ({ row: null }));
    const open = (dialog: OpenDialog): void => dialogs.setState({ open: dialog });
    const context: PlanContext = {
      ...{ session, view, settings, reviews, host, focus, dialogs, sides, historyRow },
      hands: () => {
        if (!hands.current) throw new Error('the sheet is used before it is drawn');
        return hands.current;
      },
      layout: () => latest.current.shown.current.layout,
      visible: () => latest.current.shown.current.visible,
      words: () => latest.current.words,
      showForm: (form) => {
        focus.setState({ place: null, editing: null, rects: [] });
        void showForm(view, host.planner, session.store.getState().plan.id, form);
      },
      exportWorkbook: (revision) => latest.current.exportWorkbook(revision),
      exportDocument: (format, form) => latest.current.exportDocument(format, form),
      find: (direction) => goToFound(finds.getState(), context, direction),
      notify: (text) => {
        latest.current.dispatchToast(
          <Toast>
            <ToastTitle>{text}</ToastTitle>
          </Toast>,
          { intent: 'success', timeout: 3000 },
        );
      },
      refuse: (refusal) => hands.current?.say(refusal),
    };
    const asks: SheetAsks = {
      onPlace: (place) => focus.setState({ place }),
      onSelect: (rects) => focus.setState({ rects }),
      onEditing: (editing) => focus.setState({ editing }),
      askToFund: (question) => open({ kind: 'fund', question }),
      askToSpread: (question) => open({ kind: 'spread', question }),
      askToPaste: (question) => open({ kind: 'paste', question }),
      contextMenu: (x, y) => open({ kind: 'contextMenu', x, y }),
      moveRows: (rows, drop) => moveDragged(context, rows, drop),
      toggle: ({ id }) => {
        const { collapsed } = view.getState();
        if (id === null) return;
        const next = new Set(collapsed);
        if (!next.delete(id)) next.add(id);
        view.setState({ collapsed: next });
      },
      unhide: (line) => {
        const { visible, layout } = latest.current.shown.current;
        if (visible.lines.includes(line)) return;
        const above = layout.lines.slice(0, line.at < 0 ? 0 : line.at);
        const { collapsed } = view.getState();
        const opened = new Set(collapsed);
        let level = line.level;
        for (const one of above.toReversed()) {
          if (one.level >= level) continue;
          level = one.level;
          if (one.id !== null) opened.delete(one.id);
        }
        view.setState({ collapsed: opened, filter: null });
      },
      pasteOptions: (cut) => ({
        numbers: null,
        unit: session.store.getState().plan.header.unit,
        operation: 'set',
        skipBlanks: false,
        skipTotals: false,
        addRows: false,
        fundYears: false,
        newRowId: () => rowId(crypto.randomUUID()),
        newRowName: latest.current.words.t('plan.newRowName'),
        cut,
      }),
    };
    return {
      context,
      asks,
      onHands: (made) => {
        hands.current = made;
      },
      onWidth: (column, width) =>
        view.setState({ widths: { ...view.getState().widths, [column]: Math.round(width) } }),
    };
  }, [session, view, settings, reviews, host, finds]);
}
