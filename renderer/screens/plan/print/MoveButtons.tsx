import { Button } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { isChord } from '../../../actions/chord.ts';
import { useText } from '../../../i18n/text.ts';

export type Move = (by: -1 | 1) => void;

interface MoveButtonsProps {
  /** What is moved, for who cannot see where the buttons stand. */
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  onMove: Move;
}

/** Up and down in a list, by a button or its keys. */
export function MoveButtons({ name, first, last, onMove }: MoveButtonsProps) {
  const { t } = useText();
  const keys = moveKeys(onMove);
  return (
    <span className="print-moves">
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowUpRegular />}
        aria-label={t('print.up', { name })}
        title={`${t('plan.moveUp')} (Alt+↑)`}
        disabledFocusable={first}
        onKeyDown={keys}
        onClick={() => onMove(-1)}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowDownRegular />}
        aria-label={t('print.down', { name })}
        title={`${t('plan.moveDown')} (Alt+↓)`}
        disabledFocusable={last}
        onKeyDown={keys}
        onClick={() => onMove(1)}
      />
    </span>
  );
}

/** Alt+↑ and Alt+↓ on whatever belongs to an item of a list. */
export function moveKeys(onMove: Move): (event: KeyboardEvent) => void {
  return (event) => {
    const by = isChord('Alt+ArrowUp', event.nativeEvent)
      ? -1
      : isChord('Alt+ArrowDown', event.nativeEvent)
        ? 1
        : null;
    if (by === null) return;
    event.preventDefault();
    onMove(by);
  };
}

/**
 * An item that moves leaves the page for a moment, and the keyboard leaves it. Called before such a change, the answer
 * gives it back once the list is drawn anew.
 */
export function useHeldFocus(): () => void {
  const held = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (held.current instanceof HTMLElement) held.current.focus();
    held.current = null;
  });
  return () => {
    held.current = document.activeElement;
  };
}
