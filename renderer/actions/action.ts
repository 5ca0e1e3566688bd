import type { ReactElement } from 'react';
import type { TextKey } from '../i18n/text.ts';

/**
 * Something that the officer can do. It is told of once and appears everywhere: in the toolbar, the menus, the
 * context menu, the list of shortcuts and the command palette.
 */
export interface Action<Context> {
  readonly id: string;
  readonly label: TextKey;
  readonly icon?: ReactElement;
  /** As `chord.ts` writes them: the first is the one that is shown. */
  readonly keys: readonly string[];
  /** It changes the plan, which an approval does not let it. */
  readonly changes?: true;
  /** Why it cannot be done now, shown where it is greyed; null where it can. */
  impossible?(context: Context): TextKey | null;
  /** For what is on or off. */
  checked?(context: Context): boolean;
  run(context: Context): void;
  /** Keys that the browser must keep, because only its own handling reaches the clipboard. */
  readonly native?: true;
}

/** A menu: groups of actions with a line between them. */
export interface ActionMenu<Context> {
  readonly id: string;
  readonly label: TextKey;
  readonly groups: readonly (readonly Action<Context>[])[];
}

export function actionsOf<Context>(menus: readonly ActionMenu<Context>[]): readonly Action<Context>[] {
  return menus.flatMap(({ groups }) => groups.flat());
}
