import {
  ArrowDownRegular,
  ArrowUpRegular,
  CopyAddRegular,
  DeleteRegular,
  TableInsertRowRegular,
  TableMoveAboveRegular,
  TextBulletListTreeRegular,
  TextIndentDecreaseRegular,
  TextIndentIncreaseRegular,
} from '@fluentui/react-icons';
import type { Change } from '../../../../shared/plan/edit/edit.ts';
import { duplicateRows } from '../../../../shared/plan/gesture/duplicate-rows.ts';
import { insertRowsAt } from '../../../../shared/plan/gesture/insert-rows.ts';
import {
  indentRows,
  leafOpenedAt,
  leavesOpenedByIndent,
  moveRows,
  moveRowsTo,
  outdentRows,
} from '../../../../shared/plan/gesture/move-rows.ts';
import { removedMoney, removeRows } from '../../../../shared/plan/gesture/remove-rows.ts';
import {
  placeAbove,
  placeAfter,
  placeBelow,
  placeInside,
  type RowPlace,
} from '../../../../shared/plan/gesture/row-place.ts';
import { rowTitle } from '../../../../shared/plan/gesture/rows.ts';
import {
  childRows,
  runsOf,
  type SiblingGroup,
  siblingGroups,
  subtreeRows,
  topmostRows,
} from '../../../../shared/plan/gesture/selected-rows.ts';
import { type RowId, rowId } from '../../../../shared/plan/ids.ts';
import type { Plan } from '../../../../shared/plan/plan.ts';
import type { Action } from '../../../actions/action.ts';
import type { DropPlace } from '../../../grid/row-drop.ts';
import type { TextKey } from '../../../i18n/text.ts';
import { type PlanContext, selectedRows } from '../plan-context.ts';
import { report } from './report.ts';

type PlanAction = Action<PlanContext>;

const newRowId = (): RowId => rowId(crypto.randomUUID());
const planOf = ({ session }: PlanContext): Plan => session.store.getState().plan;

function dispatch(context: PlanContext, change: Change | null): void {
  if (change) report(context, context.session.dispatch(change));
}

/** Asks first where rows with money would get rows below them. */
function afterAsking(
  context: PlanContext,
  opened: readonly RowId[],
  byInsert: boolean,
  accept: () => void,
): void {
  if (opened.length === 0) {
    accept();
    return;
  }
  const titles = opened.map((id) => rowTitle(planOf(context), id));
  context.dialogs.setState({
    open: { kind: 'rows', question: { kind: 'opened', titles, byInsert, accept } },
  });
}

/** As many new rows as are selected, at a place that follows from the selection; the first is then the active one. */
function insertAt(context: PlanContext, placeOf: (plan: Plan, rows: readonly RowId[]) => RowPlace): void {
  const rows = selectedRows(context);
  const place = placeOf(planOf(context), rows);
  const opened = leafOpenedAt(planOf(context), place);
  afterAsking(context, opened === null ? [] : [opened], true, () => {
    const made: RowId[] = [];
    const newId = (): RowId => {
      const id = newRowId();
      made.push(id);
      return id;
    };
    const name = context.words().t('plan.newRowName');
    const many = Math.max(1, topmostRows(planOf(context), rows).length);
    dispatch(context, insertRowsAt(planOf(context), place, many, newId, name));
    goToRow(context, made[0] ?? null);
  });
}

/** To the name of a row that is drawn with the next frame. */
function goToRow({ layout, hands }: PlanContext, id: RowId | null): void {
  requestAnimationFrame(() => {
    const line = layout().lines.find((one) => one.id === id);
    if (line && id !== null) hands().goToCell(line, 'name');
  });
}

export const insertAbove: PlanAction = {
  id: 'insertAbove',
  label: 'plan.insertAbove',
  icon: <TableMoveAboveRegular />,
  keys: ['Alt+Insert'],
  changes: true,
  run: (context) =>
    insertAt(context, (plan, [first]) => (first ? placeAbove(plan, first) : placeInside(plan, null))),
};

export const insertBelow: PlanAction = {
  id: 'insertBelow',
  label: 'plan.insertBelow',
  icon: <TableInsertRowRegular />,
  keys: ['Ctrl+Shift+Plus'],
  changes: true,
  run: (context) =>
    insertAt(context, (plan, rows) => {
      const last = topmostRows(plan, rows).at(-1);
      return last ? placeBelow(plan, last) : placeInside(plan, null);
    }),
};

const needsRow = (context: PlanContext): TextKey | null =>
  selectedRows(context).length === 0 ? 'why.noRow' : null;

export const insertChild: PlanAction = {
  id: 'insertChild',
  label: 'plan.insertChild',
  icon: <TextBulletListTreeRegular />,
  keys: ['Ctrl+Alt+Plus'],
  changes: true,
  impossible: needsRow,
  run: (context) => insertAt(context, (plan, [first]) => placeInside(plan, first ?? null)),
};

export const remove: PlanAction = {
  id: 'remove',
  label: 'plan.removeRow',
  icon: <DeleteRegular />,
  keys: ['Ctrl+Minus'],
  changes: true,
  impossible: needsRow,
  run: (context) => {
    const plan = planOf(context);
    const rows = topmostRows(plan, selectedRows(context));
    const [first] = rows;
    if (!first) return;
    const { sum, rows: holders, takers } = removedMoney(plan, rows);
    const accept = (): void => dispatch(context, removeRows(planOf(context), rows));
    if (holders === 0) {
      accept();
      return;
    }
    const question = {
      kind: 'remove' as const,
      title: rowTitle(plan, first),
      count: rows.flatMap((id) => subtreeRows(plan, id)).length,
      sum,
      takers: takers.map((id) => rowTitle(plan, id)),
      acceptKeeping: () => dispatch(context, removeRows(planOf(context), rows, true)),
      accept,
    };
    context.dialogs.setState({ open: { kind: 'rows', question } });
  },
};

export const duplicate: PlanAction = {
  id: 'duplicate',
  label: 'plan.duplicate',
  icon: <CopyAddRegular />,
  keys: ['Alt+Shift+D'],
  changes: true,
  impossible: needsRow,
  run: (context) => dispatch(context, duplicateRows(planOf(context), selectedRows(context), newRowId)),
};

/** Whether any of the selected rows has where to go; only the tree decides, never the amounts. */
function groupsAllow(
  context: PlanContext,
  why: TextKey,
  allows: (group: SiblingGroup, plan: Plan) => boolean,
) {
  const rows = selectedRows(context);
  if (rows.length === 0) return 'why.noRow';
  const plan = planOf(context);
  return siblingGroups(plan, rows).some((group) => allows(group, plan)) ? null : why;
}

const hasOneAbove = ({ parent, rows }: SiblingGroup, plan: Plan): boolean =>
  runsOf(childRows(plan, parent), rows).some(({ first }) => first > 0);

const hasOneBelow = ({ parent, rows }: SiblingGroup, plan: Plan): boolean => {
  const siblings = childRows(plan, parent);
  return runsOf(siblings, rows).some(({ last }) => last < siblings.length - 1);
};

export const moveUp: PlanAction = {
  id: 'moveUp',
  label: 'plan.moveUp',
  icon: <ArrowUpRegular />,
  keys: ['Alt+Shift+ArrowUp'],
  changes: true,
  impossible: (context) => groupsAllow(context, 'why.cannotMoveUp', hasOneAbove),
  run: (context) => dispatch(context, moveRows(planOf(context), selectedRows(context), -1)),
};

export const moveDown: PlanAction = {
  id: 'moveDown',
  label: 'plan.moveDown',
  icon: <ArrowDownRegular />,
  keys: ['Alt+Shift+ArrowDown'],
  changes: true,
  impossible: (context) => groupsAllow(context, 'why.cannotMoveDown', hasOneBelow),
  run: (context) => dispatch(context, moveRows(planOf(context), selectedRows(context), 1)),
};

export const outdent: PlanAction = {
  id: 'outdent',
  label: 'plan.outdent',
  icon: <TextIndentDecreaseRegular />,
  keys: ['Alt+Shift+ArrowLeft'],
  changes: true,
  impossible: (context) => groupsAllow(context, 'why.cannotOutdent', ({ parent }) => parent !== null),
  run: (context) => dispatch(context, outdentRows(planOf(context), selectedRows(context))),
};

export const indent: PlanAction = {
  id: 'indent',
  label: 'plan.indent',
  icon: <TextIndentIncreaseRegular />,
  keys: ['Alt+Shift+ArrowRight'],
  changes: true,
  impossible: (context) => groupsAllow(context, 'why.cannotIndent', hasOneAbove),
  run: (context) => {
    const rows = selectedRows(context);
    afterAsking(context, leavesOpenedByIndent(planOf(context), rows), false, () =>
      dispatch(context, indentRows(planOf(context), rows, newRowId)),
    );
  },
};

/** Rows dropped at a place by the mouse. */
export function moveDragged(
  context: PlanContext,
  rows: readonly RowId[],
  { parent, after }: DropPlace,
): void {
  const plan = planOf(context);
  const place = placeAfter(plan, parent, after);
  const opened = leafOpenedAt(plan, place);
  afterAsking(context, opened === null ? [] : [opened], false, () =>
    dispatch(
      context,
      moveRowsTo(planOf(context), rows, placeAfter(planOf(context), parent, after), newRowId),
    ),
  );
}
