import path from 'node:path';
import { type Answers, answersSchema } from '../../../../shared/intake/answers.ts';
import type { Question } from '../../../../shared/intake/reading.ts';
import { NUMBERS } from '../../../../shared/money/numbers.ts';
import { UNITS } from '../../../../shared/money/unit.ts';
import { ok, type Result, refuse } from '../../../../shared/refusal.ts';
import { readWholeFile } from '../../whole-file.ts';
import { wordRefusalOf } from '../../word-refusal.ts';
import type { Answer } from '../command.ts';
import type { Given } from '../given.ts';

/** What a command was told of a file: `--unit`, `--numbers`, and `--answers` for all else. */
export function answersOf(given: Given, folder: string): Result<Answers> {
  const unit = given.choice('unit', UNITS);
  if (!unit.ok) return unit;
  const numbers = given.choice('numbers', NUMBERS);
  if (!numbers.ok) return numbers;
  const said = {
    ...(unit.value === undefined ? {} : { unit: unit.value }),
    ...(numbers.value === undefined ? {} : { numbers: numbers.value }),
  };
  const file = given.option('answers');
  if (file === undefined) return ok(said);
  const bytes = readWholeFile(path.resolve(folder, file));
  if (!bytes.ok) return bytes;
  const read = parsed(new TextDecoder().decode(bytes.value));
  const answers = read === undefined ? undefined : answersSchema.safeDecode(read);
  if (!answers) return refuse('cli.badAnswers', { file, where: '' });
  return answers.success
    ? ok({ ...answers.data, ...said })
    : refuse('cli.badAnswers', { file, where: answers.error.issues[0]?.path.join('.') ?? '' });
}

function parsed(text: string): Parameters<typeof answersSchema.safeDecode>[0] | undefined {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Refused with what is open, each question with its place in the answers and what may be answered. */
export function undecided(questions: readonly Question[]): Answer {
  const details = { count: questions.length, questions: questions.map(({ id }) => id).join(', ') };
  const asked = questions.map(({ id, code, params, options }) => ({
    id,
    message: wordRefusalOf({ code, params }),
    options,
  }));
  const words = wordRefusalOf({ code: 'workbook.undecided', params: details });
  return {
    refused: true,
    json: { error: { code: 'workbook.undecided', message: words, details }, questions: asked },
    text: [
      words,
      ...asked.map(({ id, message, options }) => `${id}: ${message} ${options.join(' | ')}`.trim()),
    ].join('\n'),
  };
}
