import { CheckmarkStarburstRegular, TargetArrowRegular } from '@fluentui/react-icons';
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
    id: 'control',
    label: 'panel.control',
    icon: <TargetArrowRegular />,
    keys: 'Ctrl+Shift+4',
    Body: lazy(async () => ({ default: (await import('./control/ControlPanel.tsx')).ControlPanel })),
  },
];
