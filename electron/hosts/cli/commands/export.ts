import path from 'node:path';
import { FORM_IDS } from '../../../../shared/forms/form.ts';
import { ok } from '../../../../shared/refusal.ts';
import { writeWholeFile } from '../../whole-file.ts';
import type { Command } from '../command.ts';
import { findPlan } from '../find.ts';

/** `export`: a plan on a form as an official workbook. */
export const exportCommand: Command = {
  name: 'export',
  operands: ['PLAN'],
  options: ['form', 'out'],
  flags: [],
  run: async (given, planner, folder) => {
    const named = given.required('form');
    if (!named.ok) return named;
    const form = given.choice('form', FORM_IDS);
    if (!form.ok) return form;
    const out = given.required('out');
    if (!out.ok) return out;
    const opened = await findPlan(planner, given.operand('PLAN'));
    if (!opened.ok) return opened;
    const workbook = await planner.exportWorkbook({ plan: opened.value.plan.id, form: form.value ?? 'F1' });
    if (!workbook.ok) return workbook;
    const { bytes } = workbook.value;
    const file = writeWholeFile(path.resolve(folder, out.value), bytes);
    if (!file.ok) return file;
    return ok({ json: { file: file.value, bytes: bytes.byteLength }, text: file.value });
  },
};
