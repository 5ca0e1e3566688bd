import { z } from 'zod';
import type { MenuModel } from './menu.ts';

/**
 * What Electron's preload script puts on the page as `window.plannerHost`: the contract's calls, and the native
 * dialogs and menus that only this host has. The loopback host has none of it; there the page uses fetch and the browser.
 */
export interface HostBridge {
  /** One call of `shared/api/contract.ts`; answers the JSON of a `WireResult`. */
  call(method: string, payload: unknown): Promise<unknown>;
  /** The platform's save dialog, then the file. False where the officer cancelled. */
  saveFile(suggestedName: string, bytes: Uint8Array): Promise<boolean>;
  /** The platform's open dialog for one or many files; extensions without the dot. None where the officer cancelled. */
  openFiles(extensions: readonly string[]): Promise<readonly ChosenFile[]>;
  /** Another window of the program, at an address of our page (`windowAddressSchema`). */
  openWindow(address: string): Promise<void>;
  /** Shows the page's actions as the window's own menu bar; an empty model gives the host's least menu back. */
  setMenu(model: MenuModel): Promise<void>;
  /** Hears that the program was opened with files, which `takeOpenedFiles` gives. Answers how to stop hearing. */
  onFiles(listener: () => void): () => void;
  /** Hears the id of an action that was chosen there. Answers how to stop hearing. */
  onAction(listener: (action: string) => void): () => void;
}

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The doors between the page and Electron's main process. */
export const CALL_CHANNEL = 'planner:call';
export const DIALOG_CHANNEL = 'planner:dialog';
export const WINDOW_CHANNEL = 'planner:window';
/** And the one by which the page hears that there are files for it. */
export const FILES_CHANNEL = 'planner:files';

/** The largest file that a dialog takes in, in bytes. A workbook of 700 localities is about a tenth of it. */
export const LARGEST_FILE = 256 * 1024 * 1024;

const fileBytes = z.custom<Uint8Array>(
  (bytes) => bytes instanceof Uint8Array && bytes.byteLength <= LARGEST_FILE,
);

export const callMessageSchema = z.strictObject({ method: z.string().max(80), payload: z.unknown() });

export const dialogMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('save'), name: z.string().min(1).max(255), bytes: fileBytes }),
  z.strictObject({
    kind: z.literal('open'),
    extensions: z
      .array(z.string().regex(/^[a-z0-9]{1,8}$/))
      .min(1)
      .max(8),
  }),
]);

/** Which screen a new window shows: the part of our page's address after it, the library or a plan, and no other page. */
export const windowAddressSchema = z.string().regex(/^(#\/(plan\/[\w%.~-]{1,300})?)?$/);

export const savedSchema = z.boolean();
export const chosenFilesSchema = z.array(
  z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array<ArrayBuffer>) }),
);

export type DialogMessage = z.output<typeof dialogMessageSchema>;
