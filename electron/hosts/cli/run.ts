import path from 'node:path';
import type { Refusal, Result } from '../../../shared/refusal.ts';
import { openPlanner } from '../open-planner.ts';
import { wordRefusalOf } from '../word-refusal.ts';
import type { Answer } from './command.ts';
import { COMMANDS } from './commands.ts';
import { type Parsed, parseLine } from './parse.ts';

/** What one command line leaves behind. */
export interface Outcome {
  /** 0 done; 2 refused, nothing changed; 1 a bug. */
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line, relative files standing in `folder`. */
export async function runLine(line: readonly string[], folder: string): Promise<Outcome> {
  const { json, parsed } = parseLine(line, COMMANDS);
  try {
    const result = parsed.ok ? await runCommand(parsed.value, folder) : parsed;
    if (!result.ok) return refused(result.refusal, json);
    const { value } = result;
    if (value.refused)
      return { exitCode: 2, stdout: json ? document(value.json) : '', stderr: `${value.text}\n` };
    return { exitCode: 0, stdout: json ? document(value.json) : `${value.text}\n`, stderr: '' };
  } catch (error) {
    const outcome = refused({ code: 'internal', params: {} }, json);
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...outcome, exitCode: 1, stderr: `${outcome.stderr}${trace}\n` };
  }
}

async function runCommand({ command, given, library }: Parsed, folder: string): Promise<Result<Answer>> {
  // Whoever sits at the terminal reads of a bug there.
  const onBug = (): void => {};
  const opened = openPlanner(library === undefined ? undefined : path.resolve(folder, library), { onBug });
  if (!opened.ok) return opened;
  try {
    return await command.run(given, opened.value.planner, folder);
  } catch (error) {
    opened.value.onBug(error);
    throw error;
  } finally {
    await opened.value.close();
  }
}

function refused({ code, params }: Refusal, json: boolean): Outcome {
  const message = wordRefusalOf({ code, params });
  const stdout = json ? document({ error: { code, message, details: params } }) : '';
  return { exitCode: 2, stdout, stderr: `${message}\n` };
}

function document(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
