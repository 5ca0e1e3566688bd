import type { Compared } from '../../shared/api/comparing.ts';
import type { Answers } from '../../shared/intake/answers.ts';
import type { Reading } from '../../shared/intake/reading.ts';
import type { RememberedColumns } from '../../shared/intake/remembered.ts';
import type { Result } from '../../shared/refusal.ts';
import type { Printed } from '../printed-tables.ts';

/** Hears how much of a file was written or read, from 0 to 1. */
export type Hear = (done: number) => void;

/** A file with what is known beside it. */
export interface FileToUnderstand {
  /** For messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly answers?: Answers;
  readonly remembered?: RememberedColumns;
  /** Of the draft's rows so many are told one by one; all of them where it is not given. */
  readonly mostRows?: number;
}

/** A plan on a form goes out as a file, and a file comes in as what was understood of it. */
export interface Workbooks {
  /** Forms of a plan as .xlsx bytes; refused where a spreadsheet cannot hold their amounts or texts. */
  write(printed: Printed, hear?: Hear): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /** A comparison as .xlsx bytes; refused where a spreadsheet cannot hold its amounts. */
  writeComparison(compared: Compared): Promise<Result<Uint8Array<ArrayBuffer>>>;
  /**
   * What was understood of a file, with what officers said of files with the same headings; refused where it is no
   * workbook that can be read.
   */
  read(file: FileToUnderstand, hear?: Hear): Promise<Result<Reading>>;
}
