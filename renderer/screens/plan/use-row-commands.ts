import { useCallback, useState } from 'react';
import type { Change } from '../../../shared/plan/edit/edit.ts';
import {
  canGiveUp,
  holdsMoney,
  indent,
  indentTarget,
  insertBelow,
  insertChild,
  moveAmongSiblings,
  outdent,
  removeRow,
  rowTitle,
} from '../../../shared/plan/gesture/rows.ts';
import { type RowId, rowId } from '../../../shared/plan/ids.ts';
import { childrenAt, outlineOf } from '../../../shared/plan/outline.ts';
import type { Plan, Row } from '../../../shared/plan/plan.ts';
import { useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';
import type { FocusStore } from './focus-store.ts';

export type RowCommand =
  | 'insertBelow'
  | 'insertChild'
  | 'remove'
  | 'moveUp'
  | 'moveDown'
  | 'indent'
  | 'outdent';

/** Money would move or go: the officer says how before anything happens. */
export type RowQuestion =
  | { readonly kind: 'child' | 'indent'; readonly row: RowId; readonly title: string; accept(): void }
  | {
      readonly kind: 'remove';
      readonly title: string;
      readonly amount: bigint;
      readonly children: number;
      /** The row above that could keep the money, and how. */
      readonly parent: string | null;
      acceptKeeping(): void;
      accept(): void;
    };

export interface RowCommands {
  run(command: RowCommand): void;
  readonly question: RowQuestion | null;
  closeQuestion(): void;
}

const newRowId = (): RowId => rowId(crypto.randomUUID());

/** Which commands have a meaning for the selected row. Only the tree decides, never the amounts. */
export function possibleCommands(rows: readonly Row[], selected: RowId | null): ReadonlySet<RowCommand> {
  const possible = new Set<RowCommand>(['insertBelow']);
  const outline = outlineOf(rows);
  const at = selected === null ? undefined : outline.index.get(selected);
  if (at === undefined) return possible;
  const parent = outline.parent[at] ?? -1;
  const siblings = childrenAt(outline, parent);
  possible.add('insertChild').add('remove');
  if (siblings[0] !== at) possible.add('moveUp').add('indent');
  if (siblings.at(-1) !== at) possible.add('moveDown');
  if (parent >= 0) possible.add('outdent');
  return possible;
}

function changeFor(plan: Plan, selected: RowId | null, command: RowCommand, name: string): Change | null {
  if (command === 'insertBelow') return insertBelow(plan, selected, newRowId(), name);
  if (selected === null) return null;
  switch (command) {
    case 'insertChild':
      return insertChild(plan, selected, newRowId(), name);
    case 'remove':
      return removeRow(plan, selected);
    case 'moveUp':
      return moveAmongSiblings(plan, selected, -1);
    case 'moveDown':
      return moveAmongSiblings(plan, selected, 1);
    case 'indent':
      return indent(plan, selected, newRowId());
    case 'outdent':
      return outdent(plan, selected);
    default:
      return command satisfies never;
  }
}

/** What must be asked before a change of rows around money, or null. */
function questionFor(
  session: Session,
  selected: RowId,
  command: RowCommand,
  change: Change,
): RowQuestion | null {
  const { plan, totals } = session.store.getState();
  const accept = (): void => void session.dispatch(change);
  if (command === 'insertChild' && holdsMoney(plan, selected)) {
    return { kind: 'child', row: selected, title: rowTitle(plan, selected), accept };
  }
  const target = command === 'indent' ? indentTarget(plan, selected) : null;
  if (target !== null && holdsMoney(plan, target)) {
    return { kind: 'indent', row: target, title: rowTitle(plan, target), accept };
  }
  if (command !== 'remove') return null;
  const outline = outlineOf(plan.rows);
  const at = outline.index.get(selected) ?? 0;
  const below = plan.rows.slice(at, outline.end[at]);
  if (!below.some((row) => holdsMoney(plan, row.id))) return null;
  const parent = plan.rows[at]?.parent ?? null;
  return {
    kind: 'remove',
    title: rowTitle(plan, selected),
    amount: totals.read(at, totals.address({ years: 'period', source: 'all', capital: 'all' })),
    children: below.length - 1,
    parent: parent !== null && canGiveUp(plan, selected) ? rowTitle(plan, parent) : null,
    acceptKeeping: () => void session.dispatch(removeRow(plan, selected, true)),
    accept,
  };
}

/** What can be done with the selected row, each as one change; questions first where it holds money. */
export function useRowCommands(session: Session, focus: FocusStore): RowCommands {
  const { t } = useText();
  const [question, setQuestion] = useState<RowQuestion | null>(null);
  const run = useCallback(
    (command: RowCommand) => {
      const selected = focus.getState().place?.line.id ?? null;
      const { plan } = session.store.getState();
      const change = changeFor(plan, selected, command, t('plan.newRowName'));
      if (!change) return;
      const asked = selected === null ? null : questionFor(session, selected, command, change);
      if (asked) setQuestion(asked);
      else session.dispatch(change);
    },
    [session, focus, t],
  );
  return { run, question, closeQuestion: () => setQuestion(null) };
}
