import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentFormat } from '../../../shared/api/documents.ts';
import type { FormId } from '../../../shared/forms/form.ts';
import type { FormLayout } from '../../../shared/forms/layout.ts';
import type { Reading } from '../../../shared/intake/reading.ts';
import type { RowId } from '../../../shared/plan/ids.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import type { Host } from '../../bridge/host.ts';
import type { PasteQuestion } from '../../grid/clipboard.ts';
import type { FundQuestion, SpreadQuestion } from '../../grid/commit.ts';
import type { SheetHands } from '../../grid/sheet-hands.ts';
import type { VisibleSheet } from '../../grid/visible.ts';
import type { Words } from '../../i18n/text.ts';
import type { Reviews } from '../../session/reviews.ts';
import type { Session } from '../../session/session.ts';
import type { SettingsStore } from '../../view/settings.ts';
import type { ViewStore } from '../../view/view-store.ts';
import type { ImportFile } from '../import/use-reading.ts';
import type { FocusStore } from './focus-store.ts';
import type { RowQuestion } from './row-question.ts';

/** What stands in front of the sheet and has to be answered or closed. */
export type OpenDialog =
  | { readonly kind: 'fund'; readonly question: FundQuestion }
  | { readonly kind: 'spread'; readonly question: SpreadQuestion }
  | { readonly kind: 'paste'; readonly question: PasteQuestion }
  | { readonly kind: 'rows'; readonly question: RowQuestion }
  | { readonly kind: 'import'; readonly file: ImportFile; readonly reading: Reading }
  | { readonly kind: 'goBack'; readonly sequence: number }
  | { readonly kind: 'contextMenu'; readonly x: number; readonly y: number }
  | {
      readonly kind:
        | 'header'
        | 'counterpart'
        | 'revise'
        | 'settings'
        | 'backups'
        | 'helpReport'
        | 'reopen'
        | 'handOver'
        | 'print'
        | 'palette'
        | 'rowPalette'
        | 'shortcuts';
    };

export interface DialogState {
  readonly open: OpenDialog | null;
  /** The bar for finding; it leaves the sheet usable. */
  readonly find: 'closed' | 'find' | 'replace';
}

export type DialogStore = StoreApi<DialogState>;

export function createDialogStore(): DialogStore {
  return createStore<DialogState>(() => ({ open: null, find: 'closed' }));
}

/** What is chosen to be compared, as options of the panel; null is the latest revision. */
export interface ChosenSides {
  readonly before: string | null;
  readonly after: string;
}

/** All that an action of the plan screen can reach. */
export interface PlanContext {
  readonly session: Session;
  readonly reviews: Reviews;
  readonly host: Host;
  readonly focus: FocusStore;
  readonly view: ViewStore;
  readonly settings: SettingsStore;
  readonly dialogs: DialogStore;
  readonly sides: StoreApi<ChosenSides>;
  /** Whose history is shown; null for all of the plan's. */
  readonly historyRow: StoreApi<{ readonly row: RowId | null }>;
  hands(): SheetHands;
  layout(): FormLayout;
  visible(): VisibleSheet;
  words(): Words;
  showForm(form: FormId): void;
  /** Of the plan as it is now, or as it was at a revision. */
  exportWorkbook(revision?: string): void;
  /** Settles when the file is kept, refused or given up. */
  exportDocument(format: DocumentFormat, form: FormId): Promise<void>;
  find(direction: 1 | -1): void;
  /** Confirms in passing that something was done. */
  notify(text: string): void;
  /** Says why something was not done. */
  refuse(refusal: Refusal): void;
}

/** The rows that the selection touches, in printed order; total rows are none. */
export function selectedRows({ focus, visible }: PlanContext): RowId[] {
  const { lines } = visible();
  const chosen = new Set<RowId>();
  for (const { top, bottom } of focus.getState().rects) {
    for (const line of lines.slice(top, bottom + 1)) if (line.id !== null) chosen.add(line.id);
  }
  return lines.flatMap((line) => (line.id !== null && chosen.has(line.id) ? [line.id] : []));
}
