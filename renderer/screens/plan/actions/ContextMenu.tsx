import { Menu, MenuPopover, type PositioningVirtualElement } from '@fluentui/react-components';
import { useMemo } from 'react';
import { ActionItems } from './ActionItems.tsx';
import { CONTEXT_MENU } from './menus.ts';

interface ContextMenuProps {
  readonly x: number;
  readonly y: number;
  onClose(): void;
}

/** What can be done with the selection, at the mouse or under the active cell. */
export function ContextMenu({ x, y, onClose }: ContextMenuProps) {
  const target = useMemo<PositioningVirtualElement>(() => {
    return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
  }, [x, y]);
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start', shiftToCoverTarget: true }}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <MenuPopover>
        <ActionItems groups={CONTEXT_MENU} />
      </MenuPopover>
    </Menu>
  );
}
