import { type ActionMenu, actionsOf } from '../../../actions/action.ts';
import type { PlanContext } from '../plan-context.ts';
import * as edit from './edit-actions.tsx';
import * as panel from './panel-actions.tsx';
import * as plan from './plan-actions.tsx';
import * as rows from './row-actions.tsx';
import * as view from './view-actions.tsx';

/** Everything that can be done on the plan screen, in the order in which the menus show it. */
export const MENUS: readonly ActionMenu<PlanContext>[] = [
  {
    id: 'plan',
    label: 'menu.plan',
    groups: [
      [plan.library, plan.newWindow],
      [plan.save, plan.revise, plan.reopen],
      [plan.importInto],
      [plan.printPreview, plan.exportExcel, ...plan.exportDocuments, plan.handOver],
      [plan.editHeader, plan.nextUnit],
      [plan.backups, plan.helpReport, plan.officeSettings],
    ],
  },
  {
    id: 'edit',
    label: 'menu.edit',
    groups: [
      [edit.undo, edit.redo],
      [edit.cut, edit.copy, edit.paste, edit.pasteSpecial],
      [edit.clear, edit.editCell],
      [edit.fillDownAction, edit.fillRightAction, edit.fillYearsAction, edit.fillSeriesAction],
      [edit.spread, edit.goToParts],
      [edit.find, edit.replace, edit.findNext, edit.findPrevious, edit.goToRow],
      [edit.selectAll, edit.selectRow, edit.selectColumn],
    ],
  },
  {
    id: 'rows',
    label: 'menu.rows',
    groups: [
      [rows.insertAbove, rows.insertBelow, rows.insertChild],
      [rows.duplicate, rows.remove],
      [rows.moveUp, rows.moveDown, rows.outdent, rows.indent],
    ],
  },
  {
    id: 'view',
    label: 'menu.view',
    groups: [
      view.forms,
      [view.collapse, view.expand, ...view.levels],
      [view.filterMoney, view.filterFindings, view.filterColumn, view.showAllRows],
      [view.freeze, view.resetWidths, view.markChanged],
      [view.zoomIn, view.zoomOut, view.zoomReset, view.density],
      view.themes,
      [view.language],
    ],
  },
  {
    id: 'check',
    label: 'menu.check',
    groups: [panel.panels, [panel.rowHistory, panel.counterpart], [panel.otherPane]],
  },
  {
    id: 'help',
    label: 'menu.help',
    groups: [
      [plan.palette, plan.shortcuts],
      [plan.contextMenu, plan.menuBar],
    ],
  },
];

export const ACTIONS = actionsOf(MENUS);

export const CONTEXT_MENU: ActionMenu<PlanContext>['groups'] = [
  [edit.cut, edit.copy, edit.paste, edit.pasteSpecial],
  [edit.clear, edit.fillDownAction, edit.fillRightAction, edit.fillYearsAction, edit.spread, edit.goToParts],
  [rows.insertAbove, rows.insertBelow, rows.insertChild, rows.duplicate, rows.remove],
  [rows.outdent, rows.indent, view.collapse, view.expand],
  [view.freeze, view.filterColumn, panel.rowHistory],
];

/** What the toolbar shows, most used first. */
export const TOOLBAR: ActionMenu<PlanContext>['groups'] = [
  [
    rows.insertBelow,
    rows.insertChild,
    rows.duplicate,
    rows.remove,
    rows.moveUp,
    rows.moveDown,
    rows.outdent,
    rows.indent,
  ],
  [edit.find, view.filterMoney],
  [plan.importInto, plan.printPreview],
];

/** What opens beside the export to Excel. */
export const OTHER_EXPORTS: ActionMenu<PlanContext>['groups'] = [plan.exportDocuments, [plan.handOver]];

/** With their names beside their icons. */
export const TOOLBAR_NAMED = [plan.editHeader, plan.exportExcel] as const;
