import { readText } from '../../shared/prose/read-text.ts';
import type { TextReading } from '../../shared/prose/text-reading.ts';
import { statementsOf } from '../../shared/reconcile/wording/statements.ts';
import type { ReaderAnswer, ReaderTask } from './text-reader.ts';

/** The last text that was read: what it states of a plan is asked again whenever the plan's rows change. */
let reading: TextReading | null = null;

/** Reads beside the page, so that a long text keeps nobody from typing. Answers in the order of what is asked. */
addEventListener('message', ({ data }: MessageEvent<ReaderTask>) => {
  if (data.kind === 'read') reading = readText(data.text);
  const answer: ReaderAnswer | null =
    reading && (data.kind === 'read' ? reading : statementsOf(data.plan, reading, data.answers));
  postMessage(answer);
});
