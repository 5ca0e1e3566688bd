import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  ClipboardPasteRegular,
  CopyRegular,
  CutRegular,
  EraserRegular,
  SearchRegular,
} from '@fluentui/react-icons';
import { lockedBecause } from '../../../../shared/sheet/cell-place.ts';
import { type FillPlan, fillDown, fillRight, fillYears, planFill } from '../../../../shared/sheet/fill.ts';
import type { Rect, Sheet } from '../../../../shared/sheet/sheet.ts';
import { spreadable } from '../../../../shared/sheet/spread.ts';
import { clearCells } from '../../../../shared/sheet/write-cells.ts';
import type { Action } from '../../../actions/action.ts';
import type { TextKey } from '../../../i18n/text.ts';
import type { PlanContext } from '../plan-context.ts';
import { report } from './report.ts';

type PlanAction = Action<PlanContext>;

export const undo: PlanAction = {
  id: 'undo',
  label: 'plan.undo',
  icon: <ArrowUndoRegular />,
  keys: ['Ctrl+Z'],
  changes: true,
  impossible: ({ session }) => (session.mayStep('undo') ? null : 'why.nothingToUndo'),
  run: ({ session }) => session.undo(),
};

export const redo: PlanAction = {
  id: 'redo',
  label: 'plan.redo',
  icon: <ArrowRedoRegular />,
  keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
  changes: true,
  impossible: ({ session }) => (session.mayStep('redo') ? null : 'why.nothingToRedo'),
  run: ({ session }) => session.redo(),
};

const oneRange = ({ focus }: PlanContext): TextKey | null =>
  focus.getState().rects.length > 1 ? 'why.oneRange' : null;

/** The browser carries out its own command, which then comes back as an event of the clipboard. */
function browserCommand(context: PlanContext, command: 'copy' | 'cut'): void {
  context.hands().input.focus();
  document.execCommand(command);
}

export const cut: PlanAction = {
  id: 'cut',
  label: 'edit.cut',
  icon: <CutRegular />,
  keys: ['Ctrl+X'],
  changes: true,
  native: true,
  impossible: oneRange,
  run: (context) => browserCommand(context, 'cut'),
};

export const copy: PlanAction = {
  id: 'copy',
  label: 'edit.copy',
  icon: <CopyRegular />,
  keys: ['Ctrl+C'],
  native: true,
  impossible: oneRange,
  run: (context) => browserCommand(context, 'copy'),
};

export const paste: PlanAction = {
  id: 'paste',
  label: 'edit.paste',
  icon: <ClipboardPasteRegular />,
  keys: ['Ctrl+V'],
  changes: true,
  native: true,
  run: (context) => void pasteFromMenu(context, false),
};

export const pasteSpecial: PlanAction = {
  id: 'pasteSpecial',
  label: 'edit.pasteSpecial',
  keys: ['Ctrl+Shift+V'],
  changes: true,
  native: true,
  run: (context) => void pasteFromMenu(context, true),
};

declare global {
  /** As Chromium has it since version 122. */
  interface Clipboard {
    read(formats?: { readonly unsanitized: readonly string[] }): Promise<ClipboardItems>;
  }
}

/** Cleaned by the browser, HTML gets styles written into it, which the page's own policy forbids aloud. */
const AS_IT_IS = { unsanitized: ['text/html'] } as const;

/** From a menu the page must ask the browser for the clipboard; where it may not, the keys always may. */
async function pasteFromMenu(context: PlanContext, special: boolean): Promise<void> {
  const { clipboard, input } = context.hands();
  input.focus();
  try {
    const flavours = new Map<string, string>();
    for (const item of await navigator.clipboard.read(AS_IT_IS)) {
      for (const type of item.types) flavours.set(type, await (await item.getType(type)).text());
    }
    if (special) clipboard.nextIsSpecial();
    clipboard.pasteWithoutOwn((type) => flavours.get(type) ?? '');
  } catch {
    context.refuse({ code: 'grid.pasteWithKeys', params: { keys: special ? 'Ctrl+Shift+V' : 'Ctrl+V' } });
  }
}

export const clear: PlanAction = {
  id: 'clear',
  label: 'edit.clear',
  icon: <EraserRegular />,
  keys: ['Delete'],
  changes: true,
  run: (context) => {
    const { plan, totals } = context.session.store.getState();
    const { lines, columns } = context.visible();
    const change = clearCells({ plan, totals, lines, columns }, context.focus.getState().rects);
    const { place } = context.focus.getState();
    if (change) report(context, context.session.dispatch(change));
    else if (place && lockedBecause(place)) {
      context.hands().say({ code: lockedBecause(place) ?? 'cell.refusedRow', params: {} });
    }
  },
};

export const editCell: PlanAction = {
  id: 'editCell',
  label: 'edit.cell',
  keys: ['F2'],
  changes: true,
  run: ({ hands }) => {
    hands().input.focus();
    hands().input.edit();
  },
};

type Fill = (sheet: Sheet, rect: Rect) => FillPlan;

function fillAction(id: string, label: TextKey, keys: readonly string[], fill: Fill): PlanAction {
  return {
    id,
    label,
    keys,
    changes: true,
    impossible: oneRange,
    run: (context) => {
      const hands = context.hands();
      const plan = fill(hands.sheet(), hands.selection.rect);
      if (plan.change) hands.dispatchFill(plan, null);
      else context.refuse({ code: 'grid.nothingToFill', params: {} });
    },
  };
}

export const fillDownAction = fillAction('fillDown', 'edit.fillDown', ['Ctrl+D'], fillDown);
export const fillRightAction = fillAction('fillRight', 'edit.fillRight', ['Ctrl+R'], fillRight);
export const fillYearsAction = fillAction('fillYears', 'edit.fillYears', ['Ctrl+Shift+R'], fillYears);
export const fillSeriesAction = fillAction('fillSeries', 'edit.fillSeries', ['Ctrl+Shift+D'], seriesIn);

/** The first two cells of a selection, down where it is taller than wide, say how its series goes on. */
function seriesIn(sheet: Sheet, rect: Rect): FillPlan {
  const down = rect.bottom - rect.top >= rect.right - rect.left;
  const source = down
    ? { ...rect, bottom: Math.min(rect.bottom, rect.top + 1) }
    : { ...rect, right: Math.min(rect.right, rect.left + 1) };
  return planFill(sheet, source, rect, 'series');
}

export const spread: PlanAction = {
  id: 'spread',
  label: 'edit.spread',
  keys: ['Alt+P'],
  changes: true,
  impossible: (context) => {
    const { place } = context.focus.getState();
    if (!place || lockedBecause(place) !== 'cell.refusedTotal') return 'why.notTotal';
    return spreadable(context.hands().sheet(), place).ok ? null : 'why.notSpreadable';
  },
  run: ({ hands }) => {
    hands().input.focus();
    hands().input.edit();
  },
};

export const find: PlanAction = {
  id: 'find',
  label: 'find.find',
  icon: <SearchRegular />,
  keys: ['Ctrl+F'],
  run: ({ dialogs }) => dialogs.setState({ find: 'find' }),
};

export const replace: PlanAction = {
  id: 'replace',
  label: 'find.replace',
  keys: ['Ctrl+H'],
  changes: true,
  run: ({ dialogs }) => dialogs.setState({ find: 'replace' }),
};

export const findNext: PlanAction = {
  id: 'findNext',
  label: 'find.next',
  keys: ['F3'],
  run: (context) => context.find(1),
};

export const findPrevious: PlanAction = {
  id: 'findPrevious',
  label: 'find.previous',
  keys: ['Shift+F3'],
  run: (context) => context.find(-1),
};

export const goToRow: PlanAction = {
  id: 'goToRow',
  label: 'edit.goToRow',
  keys: ['Ctrl+G'],
  run: ({ dialogs }) => dialogs.setState({ open: { kind: 'rowPalette' } }),
};

export const goToParts: PlanAction = {
  id: 'goToParts',
  label: 'edit.goToParts',
  keys: ['Ctrl+BracketLeft'],
  impossible: ({ focus }) => {
    const { place } = focus.getState();
    return place && lockedBecause(place) === 'cell.refusedTotal' ? null : 'why.notTotal';
  },
  run: (context) => context.hands().selectParts(),
};

export const selectAll: PlanAction = {
  id: 'selectAll',
  label: 'edit.selectAll',
  keys: ['Ctrl+A'],
  run: ({ hands }) => hands().selection.selectAll(),
};

export const selectRow: PlanAction = {
  id: 'selectRow',
  label: 'edit.selectRow',
  keys: ['Shift+Space'],
  run: ({ hands }) => {
    const { selection } = hands();
    selection.selectLines(selection.rect.top, selection.rect.bottom);
  },
};

export const selectColumn: PlanAction = {
  id: 'selectColumn',
  label: 'edit.selectColumn',
  keys: ['Ctrl+Space'],
  run: ({ hands }) => {
    const { selection } = hands();
    selection.selectColumns(selection.rect.left, selection.rect.right);
  },
};
