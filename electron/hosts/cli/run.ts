import path from 'node:path';
import type { Planner } from '../../../shared/api/planner.ts';
import { message } from '../../../shared/messages/message.ts';
import type { Refusal, Result } from '../../../shared/refusal.ts';
import { openPlanner } from '../open-planner.ts';
import { wordRefusalOf } from '../word-refusal.ts';
import type { Answer } from './command.ts';
import { verifyCommand } from './commands/library.ts';
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
    const { result, notice } = parsed.ok
      ? await runCommand(parsed.value, folder)
      : { result: parsed, notice: '' };
    const outcome = result.ok ? answered(result.value, json) : refused(result.refusal, json);
    return { ...outcome, stderr: notice + outcome.stderr };
  } catch (error) {
    const outcome = refused({ code: 'internal', params: {} }, json);
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...outcome, exitCode: 1, stderr: `${outcome.stderr}${trace}\n` };
  }
}

interface Ran {
  readonly result: Result<Answer>;
  /** What is to be known beside it, for stderr. */
  readonly notice: string;
}

async function runCommand({ command, given, library }: Parsed, folder: string): Promise<Ran> {
  // Whoever sits at the terminal reads of a bug there.
  const onBug = (): void => {};
  const opened = openPlanner(library === undefined ? undefined : path.resolve(folder, library), { onBug });
  if (!opened.ok) return { result: opened, notice: '' };
  const { planner, close } = opened.value;
  try {
    // `verify` has the whole report to say.
    const notice = command === verifyCommand ? '' : await unreadRecovery(planner);
    return { result: await command.run(given, planner, folder), notice };
  } catch (error) {
    opened.value.onBug(error);
    throw error;
  } finally {
    await close();
  }
}

/** That the library was damaged, until somebody has said that it was read. */
async function unreadRecovery(planner: Planner): Promise<string> {
  const state = await planner.libraryState({});
  if (!state.ok || state.value.recovery === null) return '';
  return `${message('recovery.unread', { folder: state.value.folder })}\n`;
}

function answered({ json, text, refused }: Answer, asJson: boolean): Outcome {
  if (refused) return { exitCode: 2, stdout: asJson ? document(json) : '', stderr: `${text}\n` };
  return { exitCode: 0, stdout: asJson ? document(json) : `${text}\n`, stderr: '' };
}

function refused({ code, params }: Refusal, json: boolean): Outcome {
  const message = wordRefusalOf({ code, params });
  const stdout = json ? document({ error: { code, message, details: params } }) : '';
  return { exitCode: 2, stdout, stderr: `${message}\n` };
}

function document(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
