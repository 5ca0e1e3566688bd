import { useEffect, useRef } from 'react';
import type { Session } from '../../session/session.ts';
import type { RowCommand, RowCommands } from './use-row-commands.ts';

/** The keys of the plan screen. They are heard before the grid and before an input's own undo. */
export function useShortcuts(session: Session, commands: RowCommands, exportWorkbook: () => void): void {
  const latest = useRef({ commands, exportWorkbook });
  latest.current = { commands, exportWorkbook };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || isElsewhere(event.target)) return;
      const act = actionFor(event, session, latest.current);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [session]);
}

/** A text field of a dialog, or a cell that is being edited, keeps its keys to itself. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.classList.contains('cell-input')) return target.classList.contains('cell-input-open');
  return target.closest('[role="dialog"], input, textarea, select') !== null;
}

interface Actions {
  readonly commands: RowCommands;
  readonly exportWorkbook: () => void;
}

function actionFor(event: KeyboardEvent, session: Session, actions: Actions): (() => void) | null {
  const control = event.ctrlKey || event.metaKey;
  const row = rowCommandFor(event, control);
  if (row) return () => actions.commands.run(row);
  if (!control || event.altKey) return null;
  switch (event.key.toLowerCase()) {
    case 'z':
      return () => (event.shiftKey ? session.redo() : session.undo());
    case 'y':
      return () => session.redo();
    case 'e':
      return actions.exportWorkbook;
    case 's':
      // Everything is saved already; the browser's own "save page" would only confuse.
      return () => undefined;
    default:
      return null;
  }
}

const MOVES: Readonly<Record<string, RowCommand>> = {
  ArrowUp: 'moveUp',
  ArrowDown: 'moveDown',
  ArrowLeft: 'outdent',
  ArrowRight: 'indent',
};

function rowCommandFor(event: KeyboardEvent, control: boolean): RowCommand | null {
  if (event.altKey && event.shiftKey && !control) return MOVES[event.key] ?? null;
  const plus = event.key === '+' || event.key === '=';
  if (control && plus && event.altKey) return 'insertChild';
  if (control && event.key === '+' && event.shiftKey) return 'insertBelow';
  return control && event.key === '-' ? 'remove' : null;
}
