import path from 'node:path';
import { z } from 'zod';
import { restoreSchema } from '../../../../shared/api/backups.ts';
import { isMessageCode, message } from '../../../../shared/messages/message.ts';
import { wordRecovery } from '../../../../shared/messages/recovery.ts';
import { wordRestore } from '../../../../shared/messages/restore.ts';
import { ok } from '../../../../shared/refusal.ts';
import { readWholeFile, writeWholeFile } from '../../whole-file.ts';
import type { Command } from '../command.ts';

/** `backup`: a copy of the whole library, among its own backups or in a file. */
export const backupCommand: Command = {
  name: 'backup',
  operands: [],
  options: ['out'],
  flags: [],
  run: async (given, planner, folder) => {
    const out = given.option('out');
    if (out === undefined) {
      const made = await planner.backUp({});
      if (!made.ok) return made;
      const { backup, second } = made.value;
      const text = second ? `${backup.name}\n${wordProblem(second)}` : backup.name;
      return ok({ json: { file: backup.name, bytes: backup.bytes, second }, text });
    }
    const made = await planner.copyLibrary({});
    if (!made.ok) return made;
    const { bytes } = made.value;
    const file = writeWholeFile(path.resolve(folder, out), bytes);
    if (!file.ok) return file;
    return ok({ json: { file: file.value, bytes: bytes.byteLength }, text: file.value });
  },
};

/** `restore`: takes a copy of the library back, and says what that changed. */
export const restoreCommand: Command = {
  name: 'restore',
  operands: ['FILE'],
  options: [],
  flags: ['dry-run'],
  run: async (given, planner, folder) => {
    const named = given.operand('FILE');
    const file = path.resolve(folder, named);
    const bytes = readWholeFile(file);
    if (!bytes.ok) return bytes;
    const backup = { title: named, bytes: bytes.value };
    if (given.flag('dry-run')) {
      const shown = await planner.previewRestore({ backup });
      if (!shown.ok) return shown;
      return ok({ json: z.encode(restoreSchema, shown.value), text: wordRestore(shown.value).join('\n') });
    }
    const done = await planner.restoreBackup({ backup });
    if (!done.ok) return done;
    const { restored, undo } = done.value;
    return ok({
      json: { ...z.encode(restoreSchema, restored), undo: undo.name },
      text: `${wordRestore(restored).join('\n')}\n${message('restore.undo', { name: undo.name })}`,
    });
  },
};

/** `verify`: everything in the library looked at, and what opening it had to repair; `--seen` says that this was read. */
export const verifyCommand: Command = {
  name: 'verify',
  operands: [],
  options: [],
  flags: ['seen'],
  run: async (given, planner) => {
    const state = await planner.libraryState({});
    if (!state.ok) return state;
    const done = await planner.verifyLibrary({});
    if (!done.ok) return done;
    const { plans, edits } = done.value;
    const { recovery } = state.value;
    const problems = [...(recovery?.problems ?? []), ...done.value.problems].map((problem) => {
      return { ...problem, message: wordProblem(problem) };
    });
    const whole = problems.length === 0;
    const text = [
      message(whole ? 'verify.whole' : 'verify.notWhole', { plans, edits }),
      ...problems.map((problem) => problem.message),
      ...(recovery ? wordRecovery(recovery) : []),
    ];
    if (given.flag('seen')) await planner.acknowledgeRecovery({});
    return ok({ json: { ok: whole, plans, edits, problems, recovery }, text: text.join('\n') });
  },
};

function wordProblem({ code, params }: { code: string; params: Record<string, string | number> }): string {
  return isMessageCode(code) ? message(code, params) : code;
}
