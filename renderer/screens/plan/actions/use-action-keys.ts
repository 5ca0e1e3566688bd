import { useEffect } from 'react';
import { isChord } from '../../../actions/chord.ts';
import type { PlanContext } from '../plan-context.ts';
import { ACTIONS } from './menus.ts';
import { counterpart, otherPane, panels } from './panel-actions.tsx';
import * as plan from './plan-actions.tsx';
import { runAction } from './use-action-state.ts';

/** The keys of every action. They are heard before the grid and before an input's own undo. */
export function useActionKeys(context: PlanContext): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.key === 'Process') return;
      const action = ACTIONS.find(({ keys }) => keys.some((chord) => isChord(chord, event)));
      if (!action) return;
      if (belongsElsewhere(event.target, action.id)) {
        // The browser would print the window, dialog and all.
        if (action.id === plan.printPreview.id) event.preventDefault();
        return;
      }
      if (action.native) {
        // The browser's own handling of these keys brings the clipboard's event, which only it can.
        if (action.id === 'pasteSpecial') context.hands().clipboard.nextIsSpecial();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      runAction(context, action);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [context]);
}

/** What is done to the plan or the library as a whole, wherever the hand is; no text field has a use for these keys. */
const OF_THE_WHOLE = [
  plan.save,
  plan.revise,
  plan.reopen,
  plan.importInto,
  plan.printPreview,
  plan.exportExcel,
  ...plan.exportDocuments,
  plan.handOver,
  plan.editHeader,
  plan.backups,
  plan.officeSettings,
  plan.newWindow,
  plan.palette,
  plan.shortcuts,
  plan.menuBar,
  counterpart,
  otherPane,
  ...panels,
];

/** Actions that a text field does not need for itself. */
const EVERYWHERE = new Set([
  ...OF_THE_WHOLE.map(({ id }) => id),
  'find',
  'replace',
  'findNext',
  'findPrevious',
]);

/** What a side panel lets through besides: its own keys must not reach the cells that are selected in the sheet. */
const IN_PANEL = new Set(['undo', 'redo', 'goToRow', 'filterFindings']);

/** A dialog, a text field, or a cell that is being edited keeps its keys to itself. */
function belongsElsewhere(target: EventTarget | null, action: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], .palette')) return true;
  if (target.classList.contains('cell-input')) return target.classList.contains('cell-input-open');
  if (EVERYWHERE.has(action)) return false;
  if (target.closest('input, textarea, select')) return true;
  return target.closest('.side-panel') !== null && !IN_PANEL.has(action);
}
