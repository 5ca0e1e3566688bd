import path from 'node:path';
import { ok } from '../../../../shared/refusal.ts';
import { writeWholeFile } from '../../whole-file.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';

/** `report`: a .zip for whoever helps, without amounts or names; with a plan's own file where `--plan` names one. */
export const reportCommand: Command = {
  name: 'report',
  operands: [],
  options: ['out', 'plan'],
  flags: [],
  run: async (given, planner, folder) => {
    const out = given.required('out');
    if (!out.ok) return out;
    const named = given.option('plan');
    const found = named === undefined ? null : await findPlan(planner, named);
    if (found && !found.ok) return found;
    const made = await planner.exportHelpReport({ plan: found?.value.plan.id ?? null });
    if (!made.ok) return made;
    const { bytes } = made.value;
    const file = writeWholeFile(path.resolve(folder, out.value), bytes);
    if (!file.ok) return file;
    return ok({ json: { file: file.value, bytes: bytes.byteLength }, text: file.value });
  },
};
