import path from 'node:path';
import type { Planner } from '../../../shared/api/planner.ts';
import type { WordingText } from '../../../shared/api/wording.ts';
import { message } from '../../../shared/messages/message.ts';
import type { TextReading, Unread } from '../../../shared/prose/text-reading.ts';
import type { Result } from '../../../shared/refusal.ts';
import { readWholeFile } from '../whole-file.ts';
import { wordRefusalOf } from '../word-refusal.ts';

/** The text of a .txt or .docx that was named on the command line. */
export async function readWordingFile(
  planner: Planner,
  folder: string,
  file: string,
): Promise<Result<WordingText>> {
  const bytes = readWholeFile(path.resolve(folder, file));
  return bytes.ok ? planner.readWording({ name: path.basename(file), bytes: bytes.value }) : bytes;
}

/** What could not be read, with its reason in words. */
export function unreadJson({ text, start, end, why }: Unread): object {
  return { text, start, end, code: why, why: unreadWords({ text, why }) };
}

export function unreadWords({ text, why }: Pick<Unread, 'text' | 'why'>): string {
  return message(why, { text: shortened(text) });
}

const LONGEST = 60;

export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** What is to be said of the text as a whole. */
export function textNotices({ notices }: WordingText, { faults, amounts }: TextReading): string[] {
  return [
    ...notices.map(wordRefusalOf),
    ...faults.map((fault) => message(fault)),
    ...(amounts.length === 0 ? [message('prose.noAmounts')] : []),
  ];
}
