import type { Input, JobPhase, Output } from '../../shared/api/contract.ts';
import type { WordingText } from '../../shared/api/wording.ts';
import type { Result } from '../../shared/refusal.ts';
import type { ToPrint } from '../printed-tables.ts';
import type { Gate } from './gate.ts';

/** What a long piece of work is watched by. */
export interface Watch {
  /** Says what is being done, and how much of it, from 0 to 1; null where that is not known. */
  report(phase: JobPhase, done: number | null): void;
  /** To be passed before anything is kept. */
  readonly gate: Gate;
  /** Aborted once the work was cancelled: whoever can stop it at once does. */
  readonly signal: AbortSignal;
}

export type WorkbookFile = Omit<Input<'importWorkbook'>, 'job' | 'sure'>;
export type FileToRead = Omit<Input<'readWorkbook'>, 'job'>;
export type FileToImport = Omit<Input<'importWorkbook'>, 'job'>;
export type ToCompare = Omit<Input<'compare'>, 'job'>;
export type ComparisonToExport = Omit<Input<'exportComparison'>, 'job'>;
export type WordingFile = Omit<Input<'readWording'>, 'job'>;
export type Compared = Output<'compare'>;
export type Exported = Output<'exportWorkbook'>;
export type Read = Output<'readWorkbook'>;
export type Imported = Output<'importWorkbook'>;

/** What is done with a library's plans and files of other programs: it takes long, and may be done in another thread. */
export interface LibraryWorkbooks {
  /** The plan as the library has it now, on one form or several, under a name for its file. */
  exportPlan(wanted: ToPrint, watch: Watch): Promise<Result<Exported>>;
  /** What was understood of a file; nothing is kept. */
  readFile(file: FileToRead, watch: Watch): Promise<Result<Read>>;
  /** A file as a new plan of the library; refused where a cell of it could not be read. */
  importFile(file: FileToImport, watch: Watch): Promise<Result<Imported>>;
  /** The text of a Word or text file; nothing is kept. */
  readWording(file: WordingFile, watch: Watch): Promise<Result<WordingText>>;
  /** Two plans, revisions or files held against each other; nothing is kept. */
  compare(sides: ToCompare, watch: Watch): Promise<Result<Compared>>;
  /** The same as a workbook, under a name for its file. */
  exportComparison(wanted: ComparisonToExport, watch: Watch): Promise<Result<Exported>>;
}
