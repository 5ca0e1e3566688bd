import path from 'node:path';
import { DOCUMENT_FORMATS } from '../../../../shared/api/documents.ts';
import { ok, refuse } from '../../../../shared/refusal.ts';
import { writeWholeFile } from '../../whole-file.ts';
import type { Command } from '../command.ts';
import { findPlanOrRevision } from '../find.ts';
import { PRINT_FLAGS, PRINT_OPTIONS, wantedPrint } from '../wanted-print.ts';

const FORMATS = ['xlsx', ...DOCUMENT_FORMATS] as const;

/**
 * `export`: a plan, or one of its revisions (`PLAN@LABEL`), on one form or several as a workbook, or in the format that the file's extension names; the plan itself
 * as JSON.
 */
export const exportCommand: Command = {
  name: 'export',
  operands: ['PLAN'],
  options: [...PRINT_OPTIONS, 'out'],
  flags: PRINT_FLAGS,
  run: async (given, planner, folder) => {
    const out = given.required('out');
    if (!out.ok) return out;
    const format = FORMATS.find((one) => out.value.toLowerCase().endsWith(`.${one}`));
    // JSON is the whole plan and needs no form.
    const named = format === 'json' ? ok('') : given.required('form');
    if (!named.ok) return named;
    if (format === undefined) {
      const known = FORMATS.map((one) => `.${one}`).join(', ');
      return refuse('cli.badExtension', { file: out.value, known });
    }
    const found = await findPlanOrRevision(planner, given.operand('PLAN'));
    if (!found.ok) return found;
    const { opened, revision } = found.value;
    const { plan } = opened;
    const print = format === 'json' ? ok(undefined) : wantedPrint(given, plan);
    if (!print.ok) return print;
    const asked = {
      plan: plan.id,
      form: 'F2',
      print: print.value,
      ...(revision === null ? {} : { revision }),
    } as const;
    const made =
      format === 'xlsx'
        ? await planner.exportWorkbook(asked)
        : await planner.exportDocument({ ...asked, format });
    if (!made.ok) return made;
    const { bytes } = made.value;
    const file = writeWholeFile(path.resolve(folder, out.value), bytes);
    if (!file.ok) return file;
    return ok({ json: { file: file.value, bytes: bytes.byteLength }, text: file.value });
  },
};
