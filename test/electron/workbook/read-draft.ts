import { excelWorkbooks } from '../../../electron/workbook/excel.ts';
import { acceptable } from '../../../shared/intake/acceptable.ts';
import type { Answers } from '../../../shared/intake/answers.ts';
import type { Draft } from '../../../shared/intake/draft.ts';
import { ok, type Result } from '../../../shared/refusal.ts';

/** A file's draft with its issues; refused also where it leaves a question open. */
export async function readDraft(
  name: string,
  bytes: Uint8Array,
  answers: Answers = {},
): Promise<Result<Draft>> {
  const reading = await excelWorkbooks.read({ name, bytes, answers });
  if (!reading.ok) return reading;
  const { draft } = reading.value;
  return draft ? ok(draft) : acceptable(reading.value);
}
