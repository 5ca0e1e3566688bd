import {
  ChevronDownRegular,
  ChevronRightRegular,
  ColumnRegular,
  FilterRegular,
  LocalLanguageRegular,
  ZoomInRegular,
  ZoomOutRegular,
} from '@fluentui/react-icons';
import type { Settings } from '../../../../shared/api/contract.ts';
import { FORM_IDS, type FormId } from '../../../../shared/forms/form.ts';
import { columnId } from '../../../../shared/sheet/cell-place.ts';
import type { Action } from '../../../actions/action.ts';
import type { TextKey } from '../../../i18n/text.ts';
import type { RowFilter } from '../../../view/row-filter.ts';
import type { PlanContext } from '../plan-context.ts';

type PlanAction = Action<PlanContext>;

export const ZOOMS = [50, 60, 75, 90, 100, 110, 125, 150, 175, 200] as const;

export function setZoom({ settings, hands }: PlanContext, zoom: number): void {
  settings.setState({ zoom });
  requestAnimationFrame(() => hands().resized());
}

function zoomTo(context: PlanContext, direction: 1 | -1): void {
  const { zoom } = context.settings.getState();
  const next = direction > 0 ? ZOOMS.find((one) => one > zoom) : ZOOMS.findLast((one) => one < zoom);
  if (next !== undefined) setZoom(context, next);
}

export const zoomIn: PlanAction = {
  id: 'zoomIn',
  label: 'view.zoomIn',
  icon: <ZoomInRegular />,
  keys: ['Alt+Shift+Plus'],
  impossible: ({ settings }) => (settings.getState().zoom >= 200 ? 'why.largest' : null),
  run: (context) => zoomTo(context, 1),
};

export const zoomOut: PlanAction = {
  id: 'zoomOut',
  label: 'view.zoomOut',
  icon: <ZoomOutRegular />,
  keys: ['Alt+Shift+Minus'],
  impossible: ({ settings }) => (settings.getState().zoom <= 50 ? 'why.smallest' : null),
  run: (context) => zoomTo(context, -1),
};

export const zoomReset: PlanAction = {
  id: 'zoomReset',
  label: 'view.zoomReset',
  keys: ['Alt+Shift+0'],
  run: (context) => setZoom(context, 100),
};

export const freeze: PlanAction = {
  id: 'freeze',
  label: 'view.freeze',
  icon: <ColumnRegular />,
  keys: ['Alt+C'],
  checked: ({ view }) => view.getState().frozen !== null,
  run: ({ view, focus }) => {
    const { place } = focus.getState();
    const column = place ? columnId(place.column) : null;
    view.setState({ frozen: view.getState().frozen === null ? column : null });
  },
};

export const resetWidths: PlanAction = {
  id: 'resetWidths',
  label: 'view.resetWidths',
  keys: ['Alt+W'],
  impossible: ({ view }) => (Object.keys(view.getState().widths).length === 0 ? 'why.widthsAreOwn' : null),
  run: ({ view }) => view.setState({ widths: {} }),
};

function filterAction(
  id: string,
  label: TextKey,
  keys: string,
  filterOf: (context: PlanContext) => RowFilter | null,
): PlanAction {
  return {
    id,
    label,
    icon: <FilterRegular />,
    keys: [keys],
    impossible: (context) => (filterOf(context) ? null : 'why.needsAmountColumn'),
    checked: (context) => context.view.getState().filter?.kind === filterOf(context)?.kind,
    run: (context) => {
      const wanted = filterOf(context);
      const { filter } = context.view.getState();
      context.view.setState({ filter: filter?.kind === wanted?.kind ? null : wanted });
    },
  };
}

export const filterMoney = filterAction('filterMoney', 'view.filterMoney', 'Alt+M', () => ({
  kind: 'money',
}));
export const filterFindings = filterAction('filterFindings', 'view.filterFindings', 'Alt+K', () => {
  return { kind: 'findings' };
});
export const filterColumn = filterAction('filterColumn', 'view.filterColumn', 'Alt+N', ({ focus }) => {
  const column = focus.getState().place?.column;
  return column?.kind === 'amount' ? { kind: 'column', column: column.column.id } : null;
});

export const showAllRows: PlanAction = {
  id: 'showAllRows',
  label: 'view.showAllRows',
  keys: ['Alt+A'],
  impossible: ({ view }) => {
    const { filter, collapsed } = view.getState();
    return filter === null && collapsed.size === 0 ? 'why.allShown' : null;
  },
  run: ({ view }) => view.setState({ filter: null, collapsed: new Set() }),
};

/** The row of the active cell where it has rows below, else the row that it is in. */
function foldable({ focus, layout }: PlanContext): string | null {
  const line = focus.getState().place?.line;
  if (!line || line.kind === 'total') return null;
  if (!line.leaf) return line.id;
  const before = layout().lines.slice(0, line.at);
  return before.findLast((one) => one.level < line.level)?.id ?? null;
}

export const collapse: PlanAction = {
  id: 'collapse',
  label: 'view.collapse',
  icon: <ChevronRightRegular />,
  keys: ['Alt+Minus'],
  impossible: (context) => (foldable(context) === null ? 'why.noRowsBelow' : null),
  run: (context) => {
    const row = foldable(context);
    const { collapsed } = context.view.getState();
    if (row !== null) context.view.setState({ collapsed: new Set([...collapsed, row]) });
  },
};

export const expand: PlanAction = {
  id: 'expand',
  label: 'view.expand',
  icon: <ChevronDownRegular />,
  keys: ['Alt+Plus'],
  impossible: ({ focus, view }) => {
    const id = focus.getState().place?.line.id ?? null;
    return id !== null && view.getState().collapsed.has(id) ? null : 'why.notCollapsed';
  },
  run: ({ focus, view }) => {
    const id = focus.getState().place?.line.id ?? null;
    view.setState({ collapsed: new Set([...view.getState().collapsed].filter((one) => one !== id)) });
  },
};

/** Rows down to a level, those below folded away. */
function levelAction(level: number): PlanAction {
  const label: TextKey = level === 1 ? 'view.level1' : level === 2 ? 'view.level2' : 'view.level3';
  return {
    id: `level${level}`,
    label,
    keys: [`Alt+${level}`],
    run: ({ view, layout }) => {
      const folded = layout().lines.filter((line) => line.id !== null && !line.leaf && line.level >= level);
      view.setState({ collapsed: new Set(folded.flatMap((line) => line.id ?? [])) });
    },
  };
}

export const levels = [levelAction(1), levelAction(2), levelAction(3)] as const;

export const markChanged: PlanAction = {
  id: 'markChanged',
  label: 'view.markChanged',
  keys: ['Alt+R'],
  checked: ({ settings }) => settings.getState().markChanged,
  run: ({ settings }) => settings.setState({ markChanged: !settings.getState().markChanged }),
};

export const density: PlanAction = {
  id: 'density',
  label: 'view.comfortable',
  keys: ['Alt+Y'],
  checked: ({ settings }) => settings.getState().density === 'comfortable',
  run: ({ settings }) => {
    const comfortable = settings.getState().density === 'comfortable';
    settings.setState({ density: comfortable ? 'compact' : 'comfortable' });
  },
};

function themeAction(theme: Settings['theme'], label: TextKey, keys: string): PlanAction {
  return {
    id: `theme.${theme}`,
    label,
    keys: [keys],
    checked: ({ settings }) => settings.getState().theme === theme,
    run: ({ settings }) => settings.setState({ theme }),
  };
}

export const themes = [
  themeAction('system', 'view.themeSystem', 'Alt+Shift+5'),
  themeAction('light', 'view.themeLight', 'Alt+Shift+6'),
  themeAction('dark', 'view.themeDark', 'Alt+Shift+7'),
  themeAction('contrast', 'view.themeContrast', 'Alt+Shift+8'),
] as const;

export const language: PlanAction = {
  id: 'language',
  label: 'view.language',
  icon: <LocalLanguageRegular />,
  keys: ['Alt+L'],
  run: ({ settings }) => settings.setState({ locale: settings.getState().locale === 'vi' ? 'en' : 'vi' }),
};

function formAction(form: FormId, at: number): PlanAction {
  return {
    id: `form.${form}`,
    label: `form.${form}`,
    keys: [`Alt+Shift+${at + 1}`],
    checked: ({ view }) => view.getState().form === form,
    run: ({ showForm }) => showForm(form),
  };
}

export const forms = FORM_IDS.map(formAction);
