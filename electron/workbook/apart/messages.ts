import type { JobPhase } from '../../../shared/api/contract.ts';
import type { WordingText } from '../../../shared/api/wording.ts';
import type { Result } from '../../../shared/refusal.ts';
import type { ToPrint } from '../../printed-tables.ts';
import type {
  Compared,
  ComparisonToExport,
  Exported,
  FileToImport,
  FileToRead,
  Imported,
  Read,
  ToCompare,
  WordingFile,
} from '../library-workbooks.ts';

/** What the thread is started with. */
export interface ThreadFacts {
  readonly folder: string;
  readonly author: string;
}

/** To the thread: one task at a time. */
export type Task =
  | { readonly kind: 'export'; readonly wanted: ToPrint }
  | { readonly kind: 'read'; readonly file: FileToRead }
  | { readonly kind: 'import'; readonly file: FileToImport }
  | { readonly kind: 'wording'; readonly file: WordingFile }
  | { readonly kind: 'compare'; readonly sides: ToCompare }
  | { readonly kind: 'exportComparison'; readonly wanted: ComparisonToExport };

export interface Order {
  readonly task: Task;
  readonly gate: SharedArrayBuffer;
}

export type Answer =
  | { readonly kind: 'export'; readonly result: Result<Exported> }
  | { readonly kind: 'read'; readonly result: Result<Read> }
  | { readonly kind: 'import'; readonly result: Result<Imported> }
  | { readonly kind: 'wording'; readonly result: Result<WordingText> }
  | { readonly kind: 'compare'; readonly result: Result<Compared> }
  | { readonly kind: 'exportComparison'; readonly result: Result<Exported> };

/** From the thread. */
export type Heard =
  | Answer
  | { readonly kind: 'progress'; readonly phase: JobPhase; readonly done: number | null }
  /** The task threw, which is a bug; the thread goes on. */
  | { readonly kind: 'bug'; readonly error: unknown };
