import { useState } from 'react';
import { useStore } from 'zustand';
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
import { outlineOf } from '../../../shared/plan/outline.ts';
import { useText } from '../../i18n/text.ts';
import type { Session } from '../../session/session.ts';

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
  possible(command: RowCommand): boolean;
  run(command: RowCommand): void;
  readonly question: RowQuestion | null;
  closeQuestion(): void;
}

const newRowId = (): RowId => rowId(crypto.randomUUID());

/** What can be done with the selected row, each as one change; questions first where it holds money. */
export function useRowCommands(session: Session, selected: RowId | null): RowCommands {
  const { t } = useText();
  const plan = useStore(session.store, (state) => state.plan);
  const [question, setQuestion] = useState<RowQuestion | null>(null);
  const name = t('plan.newRowName');

  const changeFor = (command: RowCommand): Change | null => {
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
  };

  const questionFor = (command: RowCommand, change: Change): RowQuestion | null => {
    if (selected === null) return null;
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
    const { totals } = session.store.getState();
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
  };

  return {
    possible: (command) => changeFor(command) !== null,
    run: (command) => {
      const change = changeFor(command);
      if (!change) return;
      const asked = questionFor(command, change);
      if (asked) setQuestion(asked);
      else session.dispatch(change);
    },
    question,
    closeQuestion: () => setQuestion(null),
  };
}
