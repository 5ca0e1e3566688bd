import type { Command } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { compareCommand } from './commands/compare.ts';
import { controlCommand } from './commands/control.ts';
import { exportCommand } from './commands/export.ts';
import { historyCommand } from './commands/history.ts';
import { importCommand } from './commands/import.ts';
import { backupCommand, restoreCommand, verifyCommand } from './commands/library.ts';
import { listCommand } from './commands/list.ts';
import { newCommand, sampleCommand } from './commands/new-plans.ts';
import { programmesCommand } from './commands/programmes.ts';
import { readTextCommand } from './commands/read-text.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { reportCommand } from './commands/report.ts';
import { returnCommand } from './commands/return.ts';
import { reopenCommand, reviseCommand, revisionsCommand } from './commands/revisions.ts';
import { setCommand } from './commands/set.ts';
import { showCommand } from './commands/show.ts';
import { redoCommand, undoCommand } from './commands/undo.ts';
import { wordingCommand } from './commands/wording.ts';

/** Every command of the terminal contract, in the order in which usage names them. */
export const COMMANDS: readonly Command[] = [
  programmesCommand,
  newCommand,
  sampleCommand,
  listCommand,
  showCommand,
  setCommand,
  undoCommand,
  redoCommand,
  returnCommand,
  exportCommand,
  importCommand,
  readTextCommand,
  reconcileCommand,
  compareCommand,
  wordingCommand,
  checkCommand,
  controlCommand,
  reviseCommand,
  reopenCommand,
  revisionsCommand,
  historyCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  reportCommand,
];
