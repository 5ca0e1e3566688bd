import {
  BranchCompareRegular,
  CheckmarkStarburstRegular,
  DataBarVerticalRegular,
  HistoryRegular,
  TargetArrowRegular,
  TextGrammarCheckmarkRegular,
} from '@fluentui/react-icons';
import { type ComponentType, lazy, type ReactElement } from 'react';
import type { PanelId } from '../../../../shared/api/looks.ts';
import type { TextKey } from '../../../i18n/text.ts';

/** What can stand at the right of the sheet. Its action, menu entry, keys and place in the palette follow from this. */
export interface SidePanel {
  readonly id: PanelId;
  readonly label: TextKey;
  readonly icon: ReactElement;
  /** As `renderer/actions/chord.ts` reads them. */
  readonly keys: string;
  /** Fetched when the panel is first opened, so that none makes the sheet come later. */
  readonly Body: ComponentType;
}

/** In the order of the menu. A panel is one file and one entry here. */
export const PANELS: readonly SidePanel[] = [
  {
    id: 'checks',
    label: 'panel.checks',
    icon: <CheckmarkStarburstRegular />,
    keys: 'Ctrl+Shift+1',
    Body: lazy(async () => ({ default: (await import('./checks/ChecksPanel.tsx')).ChecksPanel })),
  },
  {
    id: 'reconcile',
    label: 'panel.reconcile',
    icon: <TextGrammarCheckmarkRegular />,
    keys: 'Ctrl+Shift+2',
    Body: lazy(async () => ({ default: (await import('./wording/WordingPanel.tsx')).WordingPanel })),
  },
  {
    id: 'compare',
    label: 'panel.compare',
    icon: <BranchCompareRegular />,
    keys: 'Ctrl+Shift+3',
    Body: lazy(async () => ({ default: (await import('./compare/ComparePanel.tsx')).ComparePanel })),
  },
  {
    id: 'control',
    label: 'panel.control',
    icon: <TargetArrowRegular />,
    keys: 'Ctrl+Shift+4',
    Body: lazy(async () => ({ default: (await import('./control/ControlPanel.tsx')).ControlPanel })),
  },
  {
    id: 'pictures',
    label: 'panel.pictures',
    icon: <DataBarVerticalRegular />,
    keys: 'Ctrl+Shift+5',
    Body: lazy(async () => ({ default: (await import('./pictures/PicturesPanel.tsx')).PicturesPanel })),
  },
  {
    id: 'history',
    label: 'panel.history',
    icon: <HistoryRegular />,
    keys: 'Ctrl+Shift+6',
    Body: lazy(async () => ({ default: (await import('./history/HistoryPanel.tsx')).HistoryPanel })),
  },
];
