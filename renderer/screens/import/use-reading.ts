import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChosenFile } from '../../../shared/api/host.ts';
import type { Planner } from '../../../shared/api/planner.ts';
import type { Answers } from '../../../shared/intake/answers.ts';
import type { Reading } from '../../../shared/intake/reading.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { watched } from '../../session/jobs.ts';

export type ImportFile = ChosenFile;

export interface ReadingState {
  readonly answers: Answers;
  /** The last reading; while a newer one is under way it stays in sight. */
  readonly reading: Reading;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  /** Adds an answer or a correction and reads the file with it. */
  answer(patch: Partial<Answers>): void;
}

/** A file as it is understood with the officer's answers; an answer that cannot be taken leaves the last reading. */
export function useReading(planner: Planner, file: ImportFile, first: Reading): ReadingState {
  const [answers, setAnswers] = useState<Answers>({});
  const [reading, setReading] = useState(first);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useRef(answers);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const answer = useCallback(
    async (patch: Partial<Answers>) => {
      const next = { ...latest.current, ...patch };
      latest.current = next;
      setAnswers(next);
      setBusy(true);
      const read = await watched(planner, (job) =>
        planner.readWorkbook({ ...file, answers: next, job, brief: true }),
      ).catch(() => null);
      // A later answer has its own reading under way.
      if (!alive.current || latest.current !== next) return;
      setBusy(false);
      if (read?.ok) setReading(read.value);
      setRefusal(read === null ? { code: 'session.hostGone', params: {} } : read.ok ? null : read.refusal);
    },
    [planner, file],
  );
  return { answers, reading, refusal, busy, answer };
}
