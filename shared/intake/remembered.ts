import type { Answers } from './answers.ts';

/** What officers corrected columns to, by the words of the whole heading (`Reading.header`). */
export type RememberedColumns = Readonly<Record<string, NonNullable<Answers['columns']>>>;
