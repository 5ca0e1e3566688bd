import type { ChosenFile } from '../../shared/api/host.ts';
import type { MenuModel } from '../../shared/api/menu.ts';
import type { Planner } from '../../shared/api/planner.ts';

/** The machine as the screens see it: the planner, and the dialogs that each host has its own way of showing. */
export interface Host {
  readonly planner: Planner;
  /** Offers a file to be kept. False where the officer cancelled. */
  saveFile(name: string, bytes: Uint8Array): Promise<boolean>;
  /** Lets the officer choose files with one of these extensions ("xlsx"). None where they cancelled. */
  openFiles(extensions: readonly string[]): Promise<readonly ChosenFile[]>;
  /** Another window on what this one shows. */
  openWindow(): void;
  /** Hears that the program was opened with files, which the planner gives once. Answers how to stop hearing. */
  onFiles(listener: () => void): () => void;
  /** The window's own menu bar; null where it has none and the page shows its own. */
  readonly nativeMenu: NativeMenu | null;
}

export interface NativeMenu {
  set(menus: MenuModel): Promise<void>;
  /** Hears which action was chosen. Answers how to stop hearing. */
  onAction(listener: (action: string) => void): () => void;
}
